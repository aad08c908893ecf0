import { supply } from "#engines/one-file/browser/supply.ts";

/** Windows 7 ends with Chrome 109, and many computers in Internet cafés with it. Core uses one function that is younger. */
supply(String.prototype, "isWellFormed", function (this: string): boolean {
  return !/\p{Surrogate}/u.test(this);
});
