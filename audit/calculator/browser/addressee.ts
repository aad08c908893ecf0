import type { CalculatorBody } from "#core/clock/calculator-country.ts";
import type { Forum } from "./letters.ts";

/**
 * The body to which a letter about one body goes, as the record's public acts name it: the one above, or the first that
 * they mark as prosecutor or ombudsman. `null` where there is none, or where the letter would go to the body itself.
 */
export function addresseeOf(
  bodies: readonly CalculatorBody[],
  body: CalculatorBody,
  forum: Forum,
): CalculatorBody | null {
  const found =
    forum === "higher-body"
      ? bodies.find(({ number }) => number === body.parent)
      : bodies.find(({ oversight, number }) => oversight === forum && number !== body.number);
  return found ?? null;
}
