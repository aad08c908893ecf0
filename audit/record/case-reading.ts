import { type BookFinding, type CaseBook, type CaseLeaf, openCaseBook } from "#core/acts/case-book.ts";
import { type OverdueCase, overdueList } from "#core/acts/statistics.ts";
import { toHex } from "#core/bytes.ts";
import { civilDateAt, civilDateText, type Instant } from "#core/clock/civil-date.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { unreachable } from "#core/result.ts";

/** A leaf of a case as the auditor keeps it: what it shows, where it stands, and when a witness first saw it. */
export interface RecordedAct extends CaseLeaf {
  readonly index: number;
  /** Unix seconds of the first cosignature over it; `null` when no witness has seen it yet. */
  readonly seenSeconds: number | null;
}

/** What the law has against an act, as far as leaves show it. */
export interface CaseFinding {
  readonly kind: "case";
  readonly index: number;
  /** The case's tag in hexadecimal. */
  readonly caseTag: string;
  readonly body: number;
  readonly finding: BookFinding;
}

/** A case whose answer is owed and late, and where it began. */
export interface AuditedOverdue extends OverdueCase {
  readonly filedIndex: number;
}

/** Folds the leaves of each case by the very code that decides at the desk (core/acts), and reports what it holds against them. */
export class CaseReading {
  readonly #parameters: Parameters;
  readonly #find: (finding: CaseFinding) => void;
  readonly #acts: RecordedAct[] = [];
  readonly #book: CaseBook;

  /** Goes on from acts that were read before, in the order of the log; what was found against those has been told already. */
  constructor(parameters: Parameters, known: readonly RecordedAct[], find: (finding: CaseFinding) => void) {
    this.#parameters = parameters;
    this.#find = find;
    this.#book = openCaseBook(parameters);
    for (const act of known) this.#enter(act);
  }

  /** Every act of a case read so far, in the order of the log. */
  get acts(): readonly RecordedAct[] {
    return this.#acts;
  }

  take(act: RecordedAct): void {
    for (const finding of this.#enter(act)) {
      const { index, body } = act;
      this.#find({ kind: "case", index, caseTag: toHex(act.caseTag), body, finding });
    }
  }

  #enter(act: RecordedAct): readonly BookFinding[] {
    this.#acts.push(act);
    // An act that no witness has seen yet is judged by its own word until one has.
    return this.#book.enter(act, act.seenSeconds === null ? act.time : act.seenSeconds * 1000);
  }

  /** Cases whose due day had passed at a moment, the longest wait first. */
  overdueAt(at: Instant): AuditedOverdue[] {
    const day = civilDateAt(at, this.#parameters.timeZone);
    return overdueList(this.#book.cases(), this.#parameters, day).map((overdue) => ({
      ...overdue,
      // Every act was entered in the book, so positions there count acts here.
      filedIndex: this.#acts[overdue.position]?.index ?? 0,
    }));
  }
}

/** A finding of the law as a sentence. `nameOf` gives a body's short name. */
export function describeCaseFinding(found: CaseFinding, nameOf: (body: number) => string): string {
  return `entry ${found.index} (${nameOf(found.body)}): ${describeBookFinding(found.finding, nameOf)}`;
}

function describeBookFinding(finding: BookFinding, nameOf: (body: number) => string): string {
  switch (finding.finding) {
    case "illegal-sequence":
      return `"${finding.kind}" may not follow where the case stands (${finding.status})`;
    case "wrong-body":
      return `entered by ${nameOf(finding.body)}, though ${nameOf(finding.holder)} holds the case`;
    case "unknown-kind":
      return `an act of kind ${finding.number}, which this version does not know`;
    case "due-missing":
      return `claims that nothing is owed, though an answer is owed by ${civilDateText(finding.lawful)}`;
    case "closing-disputed":
      return `the applicant disputes that the case was closed ("${finding.closing}" on ${civilDateText(finding.closedOn)})`;
    case "late-closing":
      return `closed ("${finding.kind}") on ${civilDateText(finding.witnessed)}, due ${civilDateText(finding.due)}; charged to ${nameOf(finding.charged)}`;
    case "due-disputed":
      return finding.lawful === null
        ? `claims the due day ${civilDateText(finding.claimed)}, though none is owed`
        : `claims the due day ${civilDateText(finding.claimed)}; the law allows ${civilDateText(finding.lawful)} at the latest`;
    case "late-forward":
      return `forwarded on ${civilDateText(finding.day)}; it had to be by ${civilDateText(finding.until)}`;
    case "late-extension":
      return `extended on ${civilDateText(finding.day)}, after the due day ${civilDateText(finding.due)}`;
    case "extensions-exhausted":
      return `extended more than ${finding.timesMax} time(s)`;
    case "late-pause":
      return `a question to the applicant on ${civilDateText(finding.day)}, after the due day ${civilDateText(finding.due)}`;
    case "pause-exhausted":
      return `one more pause, though the law allows ${finding.pausesMax} of ${finding.workingDaysMax} working days in all`;
    case "closed-before-hearing":
      return `closed on ${civilDateText(finding.day)}, before a hearing that was announced and cannot have been before ${civilDateText(finding.earliest)}`;
    case "late-revocation":
      return `a withdrawal taken back on ${civilDateText(finding.day)}; that was possible until ${civilDateText(finding.until)}`;
    default:
      return unreachable(finding);
  }
}
