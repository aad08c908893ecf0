/** What oversees every body of the country, whatever stands above it: the prosecutor the law, the ombudsman the rights. */
export const oversights = ["prosecutor", "ombudsman"] as const;
export type Oversight = (typeof oversights)[number];
