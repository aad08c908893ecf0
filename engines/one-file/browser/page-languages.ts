/** The three languages of every page of one file. */
export const pageLanguages = ["tk", "ru", "en"] as const;
export type PageLanguage = (typeof pageLanguages)[number];

/** One text in the three languages of the state. Turkmen is machine-written until a native speaker has read it. */
export type Words = Readonly<Record<PageLanguage, string>>;
