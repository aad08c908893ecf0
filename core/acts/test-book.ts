/** Lives of cases for tests, written as leaves: kind, day, body, due. */
import { type CivilDate, civilDateAt } from "../clock/civil-date.ts";
import type { ClockParameters } from "../clock/clock-parameters.ts";
import { dueToWrite } from "../clock/deadline.ts";
import { day, ministry, morningOf, testParameters } from "../clock/test-clock.ts";
import { type ActKind, numberOfKind } from "../record/kinds.ts";
import { type BookFinding, type CaseBook, type CaseLeaf, openCaseBook } from "./case-book.ts";
import { type BodyFigures, figuresByBody, overdueList } from "./statistics.ts";

/** An act of a life. Without a `due`, the lawful one is written, as an honest portal does. */
export interface LifeAct {
  readonly kind: ActKind;
  readonly on: string;
  readonly body?: number;
  readonly due?: string | null;
  /** The day of the first cosignature, when it is not the day of the act. */
  readonly witnessed?: string;
}

export interface TestBook {
  readonly book: CaseBook;
  readonly findings: readonly BookFinding[];
  figures(asOf: string, body?: number, from?: string): BodyFigures;
  overdue(asOf: string): ReturnType<typeof overdueList>;
}

export function live(kind: ActKind, on: string, more: Omit<LifeAct, "kind" | "on"> = {}): LifeAct {
  return { kind, on, ...more };
}

/** A book with one case for each life, entered in the order of their days. */
export function bookOf(
  lives: readonly (readonly LifeAct[])[],
  parameters: ClockParameters = testParameters(),
): TestBook {
  const book = openCaseBook(parameters);
  const findings: BookFinding[] = [];
  const acts = lives.flatMap((life, number) => life.map((one) => ({ ...one, number })));
  for (const one of acts.toSorted((left, right) => day(left.on) - day(right.on))) {
    const caseTag = new Uint8Array(16).fill(one.number + 1);
    const leaf = leafOf(book, caseTag, one, parameters);
    findings.push(...book.enter(leaf, morningOf(day(one.witnessed ?? one.on)) + 60_000));
  }
  return {
    book,
    findings,
    figures(asOf, body = ministry, from) {
      const span = { asOf: day(asOf), from: from === undefined ? null : day(from) };
      const figures = figuresByBody(book.cases(), parameters, span).get(body);
      if (!figures) throw new Error(`no body ${body}`);
      return figures;
    },
    overdue: (asOf) => overdueList(book.cases(), parameters, day(asOf)),
  };
}

function leafOf(book: CaseBook, caseTag: Uint8Array, one: LifeAct, parameters: ClockParameters): CaseLeaf {
  const time = morningOf(day(one.on));
  const { kind, body = ministry } = one;
  const state = book.caseOf(caseTag)?.state.deadline ?? null;
  const duty = { kind, body, day: civilDateAt(time, parameters.timeZone), at: time, claimedDue: null };
  const written: CivilDate | null =
    one.due === undefined ? dueToWrite(state, duty, parameters) : one.due === null ? null : day(one.due);
  return { kind: numberOfKind(kind), body, time, due: written ?? 0, caseTag };
}
