import { type BookedCase, openCaseBook } from "#core/acts/case-book.ts";
import {
  type BodyFigures,
  figuresByBody,
  figuresOfAll,
  type OverdueCase,
  overdueList,
} from "#core/acts/statistics.ts";
import { type CivilDate, civilDateAt } from "#core/clock/civil-date.ts";
import type { Parameters } from "#core/record/parameters.ts";
import type { RecordedAct } from "./record/case-reading.ts";

/** The figures of docs/statistics.md as of a day, from leaves, cosignature times and parameters alone. */
export interface LogReport {
  readonly asOf: CivilDate;
  readonly from: CivilDate | null;
  readonly bodies: ReadonlyMap<number, BodyFigures>;
  readonly all: BodyFigures;
  /** Open cases whose due day is past, the longest waiting first. */
  readonly overdue: readonly OverdueCase[];
}

/**
 * Counts the acts of a log. What no witness had signed by the end of the day has not happened yet; since witnesses sign
 * whole prefixes of the log, what exists is a prefix of the acts.
 */
export function reportOf(
  acts: readonly RecordedAct[],
  parameters: Parameters,
  span: { readonly asOf: CivilDate; readonly from: CivilDate | null },
): LogReport {
  const book = openCaseBook(parameters);
  for (const act of acts) {
    if (act.seenSeconds === null) break;
    const witnessedAt = act.seenSeconds * 1000;
    if (civilDateAt(witnessedAt, parameters.timeZone) > span.asOf) break;
    book.enter(act, witnessedAt);
  }
  const cases: readonly BookedCase[] = [...book.cases()];
  return {
    ...span,
    bodies: figuresByBody(cases, parameters, span),
    all: figuresOfAll(cases, parameters, span),
    overdue: overdueList(cases, parameters, span.asOf),
  };
}
