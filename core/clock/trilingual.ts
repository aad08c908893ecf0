import { object, type Reader, text } from "./strict-json.ts";

/** One text in the three languages of the state's pages. */
export interface Trilingual {
  readonly tk: string;
  readonly ru: string;
  readonly en: string;
}

const nameLengthMax = 200;

/** Reads a name in the three languages: none missing, none empty. */
export const readTrilingual: Reader<Trilingual> = object({
  tk: text(nameLengthMax),
  ru: text(nameLengthMax),
  en: text(nameLengthMax),
});
