/** The door of founding: an operator's file becomes a country in an empty record. */
export { codeSheetText, drawSheets } from "./code-sheet.ts";
export { faultsOf } from "./country-faults.ts";
export { type Country, readCountryFile } from "./country-file.ts";
export { foundCountry } from "./found-country.ts";
export { isRecordEmpty } from "./founding-store.ts";
export { layCountry } from "./lay-country.ts";
export { previewLines } from "./preview.ts";
export { judgePolicyOf, policyText } from "./witness-policy.ts";
