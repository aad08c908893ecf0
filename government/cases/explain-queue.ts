import { toHex } from "#core/bytes.ts";
import type { Instant } from "#core/clock/civil-date.ts";
import { type ExplanationStep, explainDeadline } from "#core/clock/deadline.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { caseActOf, readHistories } from "./case-history.ts";
import type { CaseRow, Queryable } from "./case-store.ts";

/**
 * How the due days of the rows of one page came about, by case number: the same fold as on the page of a case, and two
 * readings however many rows there are.
 */
export async function explainQueue(
  sql: Queryable,
  rows: readonly Pick<CaseRow, "tag" | "number">[],
  parameters: Parameters,
  now: Instant,
): Promise<ReadonlyMap<string, readonly ExplanationStep[]>> {
  const histories = await readHistories(
    sql,
    rows.map(({ tag }) => tag),
  );
  return new Map(
    rows.map(({ tag, number }) => {
      const acts = (histories.get(toHex(tag)) ?? []).map((act) => caseActOf(act, parameters.timeZone));
      return [number, explainDeadline(acts, parameters, now).explanation];
    }),
  );
}
