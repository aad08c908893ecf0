/** The door of the slice of decrees. */
export { decreeLinks } from "./country-desk.ts";
