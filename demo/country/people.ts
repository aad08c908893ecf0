import { demoBodies } from "./bodies.ts";

/**
 * The people of Oguzabat. Every name is a plant and a craft, so that nobody can bear it. Numbers of accounts follow
 * from the order; a person who is once in this list keeps their place.
 */

export interface DemoOffice {
  readonly body: number;
  readonly role: "operator" | "official" | "head" | "auditor" | "helper" | "controller";
  /** A post's slug of that body. */
  readonly post: string;
}

export interface DemoPerson {
  /** How tests and the story name the person. */
  readonly key: string;
  readonly name: string;
  readonly offices: readonly DemoOffice[];
}

const plants: readonly string[] = [
  "Nar",
  "Badam",
  "Injir",
  "Erik",
  "Alma",
  "Armyt",
  "Üzüm",
  "Şetdaly",
  "Behi",
  "Igde",
  "Tut",
  "Pisse",
  "Hoz",
  "Sazak",
  "Selin",
  "Ýandak",
  "Arça",
  "Söwüt",
  "Reýhan",
  "Narpyz",
  "Sünbül",
  "Çigildem",
  "Käşir",
  "Nohut",
  "Künji",
  "Zygyr",
  "Gowaça",
  "Ýorunja",
  "Arpa",
  "Süle",
  "Mekge",
  "Şaly",
  "Kekre",
  "Kädi",
  "Gawun",
  "Garpyz",
  "Zire",
  "Bede",
  "Gamyş",
  "Çopantelpek",
];

const crafts: readonly string[] = [
  "Halyçy",
  "Küýzeçi",
  "Keçeçi",
  "Zergär",
  "Demirçi",
  "Dokmaçy",
  "Tikinçi",
  "Çörekçi",
  "Bagban",
  "Balçy",
  "Degirmençi",
  "Ýüpekçi",
  "Köwüşçi",
  "Sebetçi",
  "Boýagçy",
  "Nagyşçy",
  "Eýerçi",
  "Agaççy",
  "Daşçy",
  "Çopan",
];

/** The name at a place of the long list plant by craft: 800 of them, no two alike. */
function nameAt(place: number): string {
  const plant = plants[place % plants.length];
  const craft = crafts[(Math.floor(place / plants.length) + (place % plants.length) * 7) % crafts.length];
  return `${plant} ${craft}`;
}

/** People of the story, by name. */
const storyPeople: readonly DemoPerson[] = [
  { key: "grandmother", name: "Zygyr Halyçy", offices: [] },
  { key: "grandson", name: "Igde Halyçy", offices: [] },
  { key: "relative-abroad", name: "Narpyz Halyçy", offices: [] },
  { key: "citizen", name: "Nar Küýzeçi", offices: [] },
  {
    key: "village-clerk",
    name: "Arpa Sebetçi",
    offices: [{ body: 311, role: "operator", post: "registry" }],
  },
  {
    key: "district-registry",
    name: "Süle Tikinçi",
    offices: [{ body: 31, role: "operator", post: "registry" }],
  },
  {
    key: "city-registry",
    name: "Künji Boýagçy",
    offices: [{ body: 20, role: "operator", post: "registry" }],
  },
  {
    key: "gas-official",
    name: "Sazak Demirçi",
    offices: [{ body: 31, role: "official", post: "gas-supply" }],
  },
  {
    key: "district-utilities",
    name: "Selin Dokmaçy",
    offices: [{ body: 31, role: "official", post: "utilities" }],
  },
  { key: "auditor", name: "Arça Zergär", offices: [{ body: 61, role: "auditor", post: "auditor" }] },
];

const officialPosts: readonly (readonly [body: number, post: string])[] = [
  [10, "gas-networks"],
  [10, "power-networks"],
  [10, "meters"],
  [11, "hospitals"],
  [11, "medicines"],
  [14, "housing"],
  [14, "building-permits"],
  [20, "utilities"],
  [20, "streets"],
  [30, "utilities"],
  [30, "streets"],
];

const citizensBesidesStory = 36;

/** One head for every body, the officials, the people of the story and more citizens: the story comes first. */
export const demoPeople: readonly DemoPerson[] = allPeople();

function allPeople(): DemoPerson[] {
  const people: DemoPerson[] = [...storyPeople];
  const taken = new Set(people.map((person) => person.name));
  let place = 0;
  const nextName = (): string => {
    let name = nameAt(place);
    while (taken.has(name)) {
      place += 1;
      name = nameAt(place);
    }
    taken.add(name);
    return name;
  };
  for (const body of demoBodies) {
    people.push({
      key: `head-${body.slug}`,
      name: nextName(),
      offices: [{ body: body.number, role: "head", post: "head" }],
    });
  }
  for (const [body, post] of officialPosts) {
    people.push({
      key: `official-${body}-${post}`,
      name: nextName(),
      offices: [{ body, role: "official", post }],
    });
  }
  for (let number = 1; number <= citizensBesidesStory; number += 1) {
    people.push({ key: `citizen-${number}`, name: nextName(), offices: [] });
  }
  // Sits in the district's library and types in for whoever comes.
  people.push({
    key: "library-helper",
    name: nextName(),
    offices: [{ body: 31, role: "helper", post: "library" }],
  });
  // After everybody else: who is once in the list keeps their place.
  people.push({
    key: "controller",
    name: nextName(),
    offices: [{ body: 1, role: "controller", post: "control" }],
  });
  return people;
}

/** The person with that key. Throws for an unknown one: keys are written in the program. */
export function demoPerson(key: string): DemoPerson {
  const person = demoPeople.find((each) => each.key === key);
  if (person === undefined) throw new Error(`nobody in the demo country is called ${key}`);
  return person;
}
