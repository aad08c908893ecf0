/** The three languages of every page. Turkmen is the first one: what has no language in its path is Turkmen. */
export const languages = ["tk", "ru", "en"] as const;
export type Language = (typeof languages)[number];

/** Names of the languages in themselves, for the switch; not texts to translate. */
export const languageNames: Readonly<Record<Language, string>> = {
  tk: "Türkmençe",
  ru: "Русский",
  en: "English",
};
