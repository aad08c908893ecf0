import { civilDateAt } from "#core/clock/civil-date.ts";
import { deadlineAt, type ExplanationStep } from "#core/clock/deadline.ts";
import type { JsonValue } from "#core/record/canonical-json.ts";
import { assert } from "#core/result.ts";
import { type CaseTools, enterActs } from "./append-case-acts.ts";
import { foldHistory, readHistory } from "./case-history.ts";
import { lockCase, openCasesDueFrom } from "./case-store.ts";

/** Cases looked at in one transaction: a decree in a busy month must not lock a country. */
const movedPerTransactionMax = 200;

export interface MovedDeadlines {
  readonly moved: number;
  /** Where the next transaction goes on; `null` when all open cases have been looked at. */
  readonly next: Uint8Array | null;
}

/**
 * Writes `deadline-moved` for the open cases whose due a decree moved: one bounded batch, beginning after a case tag.
 * Doing it twice does nothing the second time, since the row's due then is the one that stands.
 */
export async function moveDeadlines(tools: CaseTools, after: Uint8Array): Promise<MovedDeadlines> {
  const at = tools.now();
  const moment = { at, day: civilDateAt(at, tools.parameters.timeZone) };
  const tags = await openCasesDueFrom(tools.transaction, moment.day, after, movedPerTransactionMax);
  let moved = 0;
  for (const tag of tags) {
    const row = await lockCase(tools.transaction, tag);
    assert(row !== null, "a case that was listed is there");
    const state = foldHistory(await readHistory(tools.transaction, tag), tools.parameters);
    if (state === null || row.due === null) continue;
    const steps: ExplanationStep[] = [];
    const { due } = deadlineAt(state.deadline, moment, tools.parameters, (step) => steps.push(step));
    if (due === row.due) continue;
    const entered = await enterActs(tools, { row, state }, [
      {
        kind: "deadline-moved",
        actor: "system",
        details: moverOf(steps, tools.parameters),
        parts: [],
      },
    ]);
    // A case in transit is skipped; its `received` will carry the moved due.
    if (entered.ok) moved += 1;
  }
  const next = tags.length < movedPerTransactionMax ? null : (tags.at(-1) ?? null);
  return { moved, next };
}

/** What moved the due last; a due that was moved before the last act is the calendar's doing, as it was told then. */
function moverOf(steps: readonly ExplanationStep[], { calendars }: CaseTools["parameters"]): JsonValue {
  const last = steps.findLast(({ step }) => step === "moved-by-calendar" || step === "moved-by-rules");
  return last?.step === "moved-by-rules"
    ? { reason: "rules", version: last.version }
    : { reason: "calendar", version: calendars.at(-1)?.version ?? 1 };
}
