import { type CaseAct, type CaseProblem, type CaseState, isClosingKind, stepCase } from "#core/acts/case.ts";
import { utf8Bytes } from "#core/bytes.ts";
import {
  addDays,
  type CivilDate,
  civilDateAt,
  type Instant,
  startOfCivilDate,
} from "#core/clock/civil-date.ts";
import { canonicalJson, type JsonValue } from "#core/record/canonical-json.ts";
import type { ActKind } from "#core/record/kinds.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import type { AccountId } from "#platform/authority/actor.ts";
import type { Transaction } from "#platform/database/database.ts";
import type { AppendedAct, PartToAppend } from "#platform/record/act.ts";
import { releaseDelayMaxMs } from "#platform/record/act.ts";
import { type AppendTools, delayedRelease, sendNewActs } from "#platform/record/append.ts";
import { foldHistory, readHistory, type SentDay } from "./case-history.ts";
import { registerOf, registerOfState } from "./case-register.ts";
import { type CaseRow, filingRelease, lockCase, updateCase } from "./case-store.ts";
import { type FilePlace, queueFileChecks } from "./file-check-store.ts";
import { beginHolding, endHolding, insertClosing, undoClosing } from "./holding-store.ts";
import { partKind } from "./visibility.ts";

/** What writing about a case needs: one transaction, the parameters read in it, clock, chance and keys. */
export interface CaseTools extends AppendTools {
  readonly transaction: Transaction;
  readonly parameters: Parameters;
}

/** An act to be entered about a case. Its due is derived, never given; only an extension chooses a day. */
export interface ActToEnter {
  readonly kind: ActKind;
  /** A role or a post: see `isActor` in core/record/payload.ts. */
  readonly actor: string;
  /** Becomes the part `public`: what the fold reads. */
  readonly details: JsonValue | null;
  /** Further parts; none of them is named `public`. */
  readonly parts: readonly PartToAppend[];
  /** When it happened, if that is not now: a paper that somebody handed in before it could be entered. */
  readonly happenedAt?: Instant;
  /** For `filed-elsewhere`: the day of the posting receipt or of handing in, from which the clock counts. */
  readonly sent?: SentDay;
  /** Whether `details` are shown to everyone beside the log. */
  readonly publishDetails?: boolean;
  /** For `extended`: the new due that the head chose. */
  readonly chosenDue?: CivilDate;
  /** For `received`: the body whose desk gets the case. */
  readonly receiver?: BodyNumber;
  /** For `assigned`: who handles it from now on. */
  readonly official?: { readonly account: AccountId; readonly post: string };
  /** Of somebody who is not to be found by its leaf, such as a co-signer: it waits for the night whatever the case does. */
  readonly hidesWho?: true;
  /** Of a closing, for the statistics that the portal states: the outcome code. */
  readonly outcome?: string;
}

export interface EnteredActs {
  readonly row: CaseRow;
  readonly state: CaseState<JsonValue>;
  readonly acts: readonly AppendedAct[];
}

export type EnterProblem = CaseProblem | { readonly finding: "no-such-case" };

/**
 * THE way in which an act about a case is written. Locks the case, folds its acts, lets core/acts say whether each
 * new one may follow, derives its due, appends all of them to the record as one group and projects what lists need.
 * Nothing is written when one of them is refused.
 */
export async function appendCaseActs(
  tools: CaseTools,
  tag: Uint8Array,
  acts: readonly ActToEnter[],
): Promise<Result<EnteredActs, EnterProblem>> {
  // One connection answers in order: the history is read after the lock is held, without waiting in between.
  const [row, history] = await Promise.all([
    lockCase(tools.transaction, tag),
    readHistory(tools.transaction, tag),
  ]);
  if (row === null) return refused({ finding: "no-such-case" });
  const state = foldHistory(history, tools.parameters);
  const enteredAt = history[0]?.stored.enteredAt ?? row.filedAt;
  return enterActs(tools, { row, state }, acts, await releaseOf(tools, row, acts, enteredAt));
}

/** What an applicant may enter at any time. Every other act of theirs has a last day, and cannot wait for the night. */
const patientKinds: ReadonlySet<ActKind> = new Set<ActKind>(["added", "disputed", "rated"]);

/**
 * When acts of a case enter whose applicant is not to be found by a leaf (record decision 1). What the applicant does
 * waits as the filing did. What others do within the filing's first day waits for the filing: it would otherwise pull
 * it into the log while the visitors of that day can still be counted. A question to the applicant does not wait,
 * since its pause counts from its day.
 */
async function releaseOf(
  tools: CaseTools,
  row: CaseRow,
  acts: readonly ActToEnter[],
  filingEnteredAt: Instant,
): Promise<Instant | undefined> {
  const at = tools.now();
  if (acts.every(({ hidesWho }) => hidesWho === true)) return sealedRelease(tools, at);
  if (!row.entersLater) return undefined;
  if (acts.every(({ kind, actor }) => actor === "applicant" && patientKinds.has(kind))) {
    return sealedRelease(tools, at);
  }
  if (at - filingEnteredAt >= releaseDelayMaxMs) return undefined;
  if (acts.some(({ kind }) => kind === "clarification-asked")) return undefined;
  return (await filingRelease(tools.transaction, row)) ?? undefined;
}

/** When a sealed or nameless act that is entered now may reach the log. */
export function sealedRelease(
  { parameters, randomBytes }: Pick<CaseTools, "parameters" | "randomBytes">,
  at: Instant,
): Instant {
  const { timeZone } = parameters;
  const dayEnd = startOfCivilDate(addDays(civilDateAt(at, timeZone), 1), timeZone);
  return delayedRelease(at, dayEnd, randomBytes);
}

/** The same for a case that this transaction has locked or has just made (`state` null before its first act). */
export async function enterActs(
  tools: CaseTools,
  locked: { readonly row: CaseRow; readonly state: CaseState<JsonValue> | null },
  acts: readonly ActToEnter[],
  releaseAt?: number,
): Promise<Result<EnteredActs, EnterProblem>> {
  const steps = planSteps(tools, locked, acts);
  if (!steps.ok) return steps;
  const { acts: appended, written } = sendNewActs(
    tools.transaction,
    steps.value.map(({ act, entered, after, register }) => ({
      log: locked.row.log,
      kind: entered.kind,
      caseTag: locked.row.tag,
      body: register,
      due: entered.kind === "forwarded" ? null : after.deadline.due,
      actor: act.actor,
      at: act.happenedAt ?? entered.at,
      ...(act.happenedAt === undefined ? {} : { enteredAt: entered.at }),
      parts: partsOf(act),
      ...(releaseAt === undefined ? {} : { releaseAt }),
    })),
    tools,
  );
  const [row] = await Promise.all([project(tools, locked.row, steps.value, appended), written]);
  const last = steps.value.at(-1);
  assert(last !== undefined, "at least one act is entered");
  return ok({ row, state: last.after, acts: appended });
}

interface PlannedStep {
  readonly act: ActToEnter;
  readonly entered: CaseAct<JsonValue>;
  readonly before: CaseState<JsonValue> | null;
  readonly after: CaseState<JsonValue>;
  /** The body in whose register the act is entered. */
  readonly register: BodyNumber;
}

function planSteps(
  tools: CaseTools,
  locked: { readonly row: CaseRow; readonly state: CaseState<JsonValue> | null },
  acts: readonly ActToEnter[],
): Result<readonly PlannedStep[], EnterProblem> {
  const steps: PlannedStep[] = [];
  const at = tools.now();
  let state = locked.state;
  for (const act of acts) {
    const register =
      state === null || act.receiver !== undefined
        ? registerOf(tools.parameters, act.receiver ?? locked.row.holderBody)
        : registerOfState(state);
    const entered: CaseAct<JsonValue> = {
      kind: act.kind,
      body: register,
      ...(act.sent ?? { day: civilDateAt(act.happenedAt ?? at, tools.parameters.timeZone) }),
      at,
      claimedDue: act.chosenDue ?? null,
      details: act.details,
    };
    const step = stepCase(state, entered, tools.parameters);
    const [problem] = step.problems;
    if (problem !== undefined) return refused(problem);
    assert(step.state !== null, "an accepted act leaves a state");
    steps.push({ act, entered, before: state, after: step.state, register });
    state = step.state;
  }
  return ok(steps);
}

function partsOf(act: ActToEnter): readonly PartToAppend[] {
  if (act.details === null) return act.parts;
  const bytes = utf8Bytes(canonicalJson(act.details));
  const publish = act.publishDetails === true;
  return [{ name: "public", bytes, mediaType: "application/json", store: "open", publish }, ...act.parts];
}

async function project(
  tools: CaseTools,
  row: CaseRow,
  steps: readonly PlannedStep[],
  appended: readonly AppendedAct[],
): Promise<CaseRow> {
  const { transaction } = tools;
  // Statements of one connection run in the order in which they are sent: steps may follow each other unawaited.
  const projections: Promise<void>[] = [];
  let progress = row;
  for (const [at, step] of steps.entries()) {
    const actId = appended[at]?.actId;
    assert(actId !== undefined, "every act was appended");
    projections.push(projectHolding(transaction, row.tag, step, actId));
    projections.push(projectClosing(transaction, row.tag, step, actId));
    projections.push(queueFileChecks(transaction, filesOf(row.tag, actId, step.act), step.entered.at));
    progress = progressAfter(progress, step);
  }
  projections.push(updateCase(transaction, row.tag, progress));
  await Promise.all(projections);
  return progress;
}

function filesOf(caseTag: Uint8Array, actId: string, { parts }: ActToEnter): readonly FilePlace[] {
  const files = parts.filter(({ name }) => partKind(name) === "attachment");
  return files.map(({ name }) => ({ caseTag, actId, name }));
}

async function projectHolding(
  transaction: Transaction,
  tag: Uint8Array,
  step: PlannedStep,
  actId: string,
): Promise<void> {
  const { kind, body } = step.entered;
  const { before, after } = step;
  const owedBefore = before !== null && before.deadline.due !== null;
  const owedAfter = after.deadline.due !== null;
  const handedOver = kind === "received" && owedBefore;
  const changes: Promise<void>[] = [];
  if (owedBefore && (!owedAfter || handedOver)) changes.push(endHolding(transaction, tag, actId));
  if (owedAfter && (!owedBefore || handedOver)) changes.push(beginHolding(transaction, tag, body, actId));
  await Promise.all(changes);
}

async function projectClosing(
  transaction: Transaction,
  tag: Uint8Array,
  step: PlannedStep,
  actId: string,
): Promise<void> {
  const { kind, body } = step.entered;
  const { before, after } = step;
  // The reply to a merged case closes nothing that is not closed: the merging stays what is counted.
  const closes = isClosingKind(kind) && before?.status !== "closed";
  if (closes && (after.status === "closed" || after.status === "withdrawn")) {
    const { dueBefore } = after.closing;
    await insertClosing(transaction, tag, {
      actId,
      kind,
      body,
      dueBefore,
      outcome: step.act.outcome ?? null,
    });
  } else if (kind === "disputed" || kind === "withdrawal-revoked") {
    await undoClosing(transaction, tag, { actId, kind });
  }
}

function progressAfter(row: CaseRow, step: PlannedStep): CaseRow {
  const { act, after, entered } = step;
  const handedOver = act.receiver !== undefined && act.receiver !== row.holderBody;
  const official = act.official?.account ?? (handedOver ? null : row.official);
  const officialPost = act.official?.post ?? (handedOver ? null : row.officialPost);
  return {
    ...row,
    holderBody: act.receiver ?? row.holderBody,
    official,
    officialPost,
    phase: after.status,
    due: after.deadline.due,
    actCount: row.actCount + 1,
    lastActAt: entered.at,
  };
}
