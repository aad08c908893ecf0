import type { BodyData } from "./body-data.ts";
import { independentBodies } from "./independent-bodies.ts";
import { localBodies } from "./local-bodies.ts";
import { cabinetAndMinistries } from "./ministries.ts";

/** Every body of Oguzabat, a parent always before its children: the order in which they are registered. */
export const demoBodies: readonly BodyData[] = [
  ...cabinetAndMinistries,
  ...localBodies,
  ...independentBodies,
];
