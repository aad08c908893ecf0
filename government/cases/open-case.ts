import { civilDateAt, yearMonthDayOf } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { assert, type Result } from "#core/result.ts";
import type { AccountId, ComplainedOf } from "#platform/authority/actor.ts";
import type { Language } from "#platform/language/language.ts";
import type { LogName } from "#platform/record/act.ts";
import {
  type ActToEnter,
  type CaseTools,
  type EnteredActs,
  type EnterProblem,
  enterActs,
  sealedRelease,
} from "./append-case-acts.ts";
import { type CaseSecret, codeHash, drawCaseNumber, type StatusCode } from "./case-number.ts";
import { type CaseRow, type Channel, insertApplicant, insertCase } from "./case-store.ts";
import { insertComplainedOf } from "./complained-of-store.ts";

/** A filing that begins a case. */
export interface Filing {
  readonly log: LogName;
  readonly body: BodyNumber;
  readonly language: Language;
  readonly channel: Channel;
  /** False: the identity stays closed to those who handle the case. */
  readonly identityShown: boolean;
  /** A sealed filing waits up to a day before its leaf, unless the citizen wants proof at once (record decision 1). */
  readonly proofAtOnce: boolean;
  /** The account that follows the case; `null` when filed without one. */
  readonly applicant: AccountId | null;
  /** The posts and bodies that a complaint names; none when left out. */
  readonly complainedOf?: readonly ComplainedOf[];
  readonly statusCode: StatusCode;
  readonly secret: CaseSecret;
  readonly act: ActToEnter;
  /** What follows in the same moment: a paper taken at one body for another is filed here and forwarded at once. */
  readonly further?: readonly ActToEnter[];
  /** When all of it may enter the log, for a caller who has drawn that moment; drawn here when left out. */
  readonly releaseAt?: number;
}

const caseTagLength = 16;
/** A hundred million numbers a year: even ten clashes in a row would be a broken random source. */
const numberDrawsMax = 10;

/** Registers a filing. Nobody can refuse it; the only problems are those of a caller that is not in order. */
export async function openCase(tools: CaseTools, filing: Filing): Promise<Result<EnteredActs, EnterProblem>> {
  const row = await insertNumbered(tools, filing);
  const release = filing.releaseAt ?? (row.entersLater ? sealedRelease(tools, tools.now()) : undefined);
  const acts = [filing.act, ...(filing.further ?? [])];
  const { complainedOf = [], applicant } = filing;
  // One connection sends these one behind the other without waiting for each answer.
  const [entered] = await Promise.all([
    enterActs(tools, { row, state: null }, acts, release),
    complainedOf.length === 0 ? null : insertComplainedOf(tools.transaction, row.tag, complainedOf),
    applicant === null ? null : insertApplicant(tools.transaction, applicant, row.tag),
  ]);
  return entered;
}

async function insertNumbered(tools: CaseTools, filing: Filing): Promise<CaseRow> {
  const filedAt = filing.act.happenedAt ?? tools.now();
  const filedDay = civilDateAt(filedAt, tools.parameters.timeZone);
  const tag = tools.randomBytes(caseTagLength);
  for (let draw = 0; draw < numberDrawsMax; draw += 1) {
    const row: CaseRow = {
      tag,
      log: filing.log,
      number: drawCaseNumber(yearMonthDayOf(filedDay).year, tools.randomBytes),
      filingKind: filing.act.kind,
      language: filing.language,
      channel: filing.channel,
      identityShown: filing.identityShown,
      entersLater: !filing.identityShown && !filing.proofAtOnce,
      filedBody: filing.body,
      filedAt,
      filedDay,
      holderBody: filing.body,
      official: null,
      officialPost: null,
      phase: "unfiled",
      due: null,
      actCount: 0,
      lastActAt: tools.now(),
      statusCodeHash: codeHash(tag, filing.statusCode),
      secretHash: codeHash(tag, filing.secret),
    };
    if (await insertCase(tools.transaction, row)) return row;
  }
  assert(false, "no free case number after ten draws");
}
