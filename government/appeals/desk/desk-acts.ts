/** What can be done with a case at a desk: asked of the policy, of the order of acts and of the clock alike. */
import { caseAt, kindsAfter, mayAct } from "#core/acts/case.ts";
import { type CivilDate, civilDateAt, type Instant } from "#core/clock/civil-date.ts";
import { calendarAt, rulesAt, weekOf } from "#core/clock/clock-parameters.ts";
import { latestLawfulDue } from "#core/clock/deadline.ts";
import type { DutyAct } from "#core/clock/duty.ts";
import { earliestHearing } from "#core/clock/hearing.ts";
import { endOfTerm, hearingRule, type Term } from "#core/clock/rules.ts";
import type { ActKind } from "#core/record/kinds.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { assert, unreachable } from "#core/result.ts";
import { type Body, takesAppeals } from "#government/bodies/index.ts";
import { type CaseView, registerOf, registerOfState } from "#government/cases/index.ts";
import { officeholdersAt } from "#government/identity/index.ts";
import type { AccountId } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import type { FormBody } from "#platform/form/form.ts";
import { firstValue } from "#platform/http/visit.ts";
import type { HearingAhead } from "../hearing-ahead.ts";
import type { DeskCase } from "./desk-access.ts";
import type { DeskRefusal } from "./desk-refusals.ts";

/** In the order in which a case goes through them. */
export const deskActs = ["assign", "forward", "clarify", "hearing", "extend", "answer"] as const;
export type DeskAct = (typeof deskActs)[number];

const kindsOf: Readonly<Record<DeskAct, ActKind>> = {
  assign: "assigned",
  forward: "forwarded",
  clarify: "clarification-asked",
  hearing: "hearing-announced",
  extend: "extended",
  // All five outcomes may follow where one may.
  answer: "answered",
};

/** What is known of a case when a page about it is made. */
export interface DeskMoment {
  readonly state: CaseView["state"];
  readonly parameters: Parameters;
  readonly now: Instant;
  /** A hearing that must be waited for before the case is answered. */
  readonly hearing: HearingAhead | null;
}

/** `null` when the act can be done now; otherwise what speaks against it, the person's office first. */
export function refusalOf(deskCase: DeskCase, act: DeskAct, moment: DeskMoment): DeskRefusal | null {
  return refusalByPolicy(deskCase, act, moment.parameters) ?? refusalByRecord(deskCase, act, moment);
}

/** What the order of acts and the clock have against an act. */
export function refusalByRecord(
  { proposal }: Pick<DeskCase, "proposal">,
  act: DeskAct,
  moment: DeskMoment,
): DeskRefusal | null {
  const { state, parameters, now } = moment;
  const entered = actNow(act, moment);
  const { status } = caseAt(state, { at: now, day: entered.day }, parameters);
  const kind = kindsOf[act];
  if (!kindsAfter(status).includes(kind)) return { finding: "illegal-sequence", kind, status };
  if (act === "answer" && proposal !== null) return { finding: "refusal-waits" };
  // Before the clock's word: the clock knows the earliest day of a hearing, this the very day.
  if (act === "answer" && moment.hearing !== null) return moment.hearing;
  const may = mayAct(state, { ...entered, details: null }, parameters);
  return may.ok ? null : may.problem;
}

function actNow(act: DeskAct, { state, parameters, now }: DeskMoment): DutyAct {
  return {
    kind: kindsOf[act],
    body: registerOfState(state),
    day: civilDateAt(now, parameters.timeZone),
    at: now,
    claimedDue: null,
  };
}

/** What the policy has against an act by this person. An act with a target is possible when any target is. */
export function refusalByPolicy(
  deskCase: DeskCase,
  act: DeskAct,
  parameters: Parameters,
): DeskRefusal | null {
  const { actor, object, body } = deskCase;
  switch (act) {
    case "assign":
      return leastOf(
        body.about.posts.map(({ slug }) =>
          ask(actor, "appeal.assign", {
            kind: "assignment",
            case: object,
            to: { body: body.number, post: slug },
          }),
        ),
      );
    case "forward":
      return leastOf(
        receiversNear(deskCase, parameters).map(({ number }) =>
          ask(actor, "appeal.forward", { kind: "forwarding", case: object, to: number }),
        ),
      );
    case "clarify":
      return leastOf([ask(actor, "appeal.ask-clarification", object)]);
    case "hearing":
      return leastOf([ask(actor, "appeal.announce-hearing", object)]);
    case "extend":
      return leastOf([ask(actor, "appeal.extend", object)]);
    case "answer":
      return leastOf([ask(actor, "appeal.answer", object)]);
    default:
      return unreachable(act);
  }
}

function leastOf(asked: readonly ReturnType<typeof ask>[]): DeskRefusal | null {
  const [first] = asked;
  if (first === undefined) return "choice-gone";
  if (asked.some(({ ok }) => ok)) return null;
  assert(!first.ok, "none of them was given");
  return first.problem;
}

/** The bodies to which the record could show that a case goes from here; who may send it there is another question. */
export function receiversNear({ tree, body }: DeskCase, parameters: Parameters): readonly Body[] {
  const here = registerOf(parameters, body.number);
  return tree.all.filter((each) => takesAppeals(each) && registerOf(parameters, each.number) !== here);
}

/** The bodies to which this person may send the case on. */
export function receiversOf(deskCase: DeskCase, parameters: Parameters): readonly Body[] {
  const { actor, object } = deskCase;
  return receiversNear(deskCase, parameters).filter(
    ({ number }) => ask(actor, "appeal.forward", { kind: "forwarding", case: object, to: number }).ok,
  );
}

/** A post that can get the case, with who holds it. */
export interface AssignablePost {
  readonly post: string;
  readonly account: AccountId;
  readonly name: string;
}

/**
 * The posts of the body to which this person may give the case: those whose holders could then handle it. Whether one
 * of them is the applicant is not asked: a name missing here would tell it.
 */
export async function assignablePosts(
  sql: Sql | Transaction,
  { actor, object, body }: Pick<DeskCase, "actor" | "object" | "body">,
  now: Instant,
): Promise<readonly AssignablePost[]> {
  const holders = await officeholdersAt(sql, body.number, now);
  const posts = new Map<string, AssignablePost>();
  for (const { account, name, role, post } of holders) {
    const to = { body: body.number, post };
    const holder = { kind: "person", account, appointments: [{ ...to, role }], opened: new Map() } as const;
    const given = { ...object, applicant: null, assigned: to };
    const handles = ask(holder, "appeal.open-at-desk", given).ok;
    const may = ask(actor, "appeal.assign", { kind: "assignment", case: object, to }).ok;
    if (handles && may) posts.set(post, { post, account, name });
  }
  return [...posts.values()];
}
/** The last day on which the body may still send the case on. */
export function forwardUntil({ state, parameters, now }: DeskMoment): CivilDate {
  const moment = { at: now, day: civilDateAt(now, parameters.timeZone) };
  const { rules, heldFrom, calendar, holder } = caseAt(state, moment, parameters).deadline;
  return endOfTerm(rules.forwardWithin, heldFrom, calendar, weekOf(parameters, holder));
}

/** The first day for which a hearing can be announced now, and how much time must lie before it. */
export function hearingFrom({ state, parameters, now }: DeskMoment): {
  readonly earliest: CivilDate;
  readonly notice: Term;
} {
  const week = weekOf(parameters, registerOfState(state));
  const rules = rulesAt(parameters, now);
  const around = { rules, calendar: calendarAt(parameters, now), week };
  const earliest = earliestHearing(around, civilDateAt(now, parameters.timeZone));
  return { earliest, notice: hearingRule(rules).notice };
}

/** The latest day to which the head may extend now; `null` when there is none. */
export function extendUntil(moment: DeskMoment): CivilDate | null {
  return latestLawfulDue(moment.state.deadline, actNow("extend", moment), moment.parameters).due;
}

/** What a page before may have done, besides the acts of one form. */
const otherDones = ["propose", "take-back", "approve", "return", "merge", "note"] as const;
export type DeskDone = DeskAct | (typeof otherDones)[number];

/** Dones that are no entry in the record: they are the desk's own papers. */
export const unrecordedDones: ReadonlySet<DeskDone> = new Set(["propose", "take-back", "return", "note"]);

/** What the page before has done, as its address says. */
export function doneIn(query: FormBody): DeskDone | null {
  return [...deskActs, ...otherDones].find((done) => done === firstValue(query, "done")) ?? null;
}

/** How much asking is left: days for which the clock may still stand, and questions that may stop it. */
export function pausesLeft({ state, parameters, now }: DeskMoment): {
  readonly days: number;
  readonly times: number;
  /** Of the whole case, by its rules. */
  readonly daysMax: number;
  readonly timesMax: number;
} {
  const moment = { at: now, day: civilDateAt(now, parameters.timeZone) };
  const { rules, pausesUsed, pauseWorkingDaysUsed } = caseAt(state, moment, parameters).deadline;
  return {
    days: Math.max(0, rules.pause.workingDaysMax - pauseWorkingDaysUsed),
    times: Math.max(0, rules.pause.pausesMax - pausesUsed),
    daysMax: rules.pause.workingDaysMax,
    timesMax: rules.pause.pausesMax,
  };
}
