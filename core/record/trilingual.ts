import type { JsonValue } from "./canonical-json.ts";
import { asText, objectWithKeys } from "./json-shape.ts";

/** A text of the state in its three languages: Turkmen, Russian, English. */
export type Trilingual = { readonly tk: string; readonly ru: string; readonly en: string };

const lengthMax = 500;

/** Reads a text in three languages; `null` when one is missing, empty or over 500 characters. */
export function parseTrilingual(value: JsonValue | undefined): Trilingual | null {
  const shape = objectWithKeys(value, ["tk", "ru", "en"]);
  const tk = asText(shape?.tk, lengthMax);
  const ru = asText(shape?.ru, lengthMax);
  const en = asText(shape?.en, lengthMax);
  return tk && ru && en ? { tk, ru, en } : null;
}
