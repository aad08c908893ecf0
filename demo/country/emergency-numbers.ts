import type { EmergencyNumber } from "#core/record/emergency-numbers.ts";

/** Whom the people of Oguzabat call in danger. */
export const demoEmergencyNumbers: readonly EmergencyNumber[] = [
  {
    number: "101",
    text: { tk: "Ýangyn söndürijiler", ru: "Пожарная служба", en: "Fire brigade" },
    for: ["fire"],
  },
  { number: "102", text: { tk: "Polisiýa", ru: "Полиция", en: "Police" }, for: ["violence"] },
  { number: "103", text: { tk: "Tiz kömek", ru: "Скорая помощь", en: "Ambulance" }, for: ["health"] },
  { number: "104", text: { tk: "Gaz gullugy", ru: "Газовая служба", en: "Gas service" }, for: ["gas"] },
];
