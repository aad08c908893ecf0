import { anyText, made, object, type Reader } from "../strict-json.ts";

/** A text of the state in its three languages: Turkmen, Russian, English. */
export type Trilingual = { readonly tk: string; readonly ru: string; readonly en: string };

const lengthMax = 500;
const inOneLanguage = made(anyText(lengthMax), "a text, not an empty one", (text) => text || undefined);

/** Reads a text in three languages: none may be missing, empty or over 500 characters. */
export const readTrilingual: Reader<Trilingual> = object({
  tk: inOneLanguage,
  ru: inOneLanguage,
  en: inOneLanguage,
});
