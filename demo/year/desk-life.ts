/** What officials do with an appeal of the demo year, through the use cases that their desks use. */
import { needsFourEyes } from "#core/acts/four-eyes.ts";
import { addWorkingDays, countWorkingDays } from "#core/clock/calendar.ts";
import { addDays, type CivilDate, civilDateAt, type Instant } from "#core/clock/civil-date.ts";
import { calendarAt, rulesAt, weekOf } from "#core/clock/clock-parameters.ts";
import { earliestHearing } from "#core/clock/hearing.ts";
import { endOfTerm } from "#core/clock/rules.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import {
  type AppealTools,
  announceHearing,
  answerAppeal,
  approveRefusal,
  askClarification,
  assignAppeal,
  type Decision,
  extendAppeal,
  proposeRefusal,
  type Reply,
  unheardReasonsNow,
} from "#government/appeals/index.ts";
import { findCase, registerOfCase } from "#government/cases/index.ts";
import { ask, type Grant } from "#platform/authority/grant.ts";
import type { Language } from "#platform/language/language.ts";
import * as texts from "./texts.ts";
import {
  atHour,
  caseFor,
  dueOf,
  type Handler,
  headOf,
  secondPersonAt,
  transact,
  type World,
  workingMoment,
} from "./world.ts";

/** The part of a plan that its texts depend on. */
interface Written {
  readonly language: Language;
}

/** The head gives an appeal to an official. */
export async function assignOne(
  world: World,
  tag: Uint8Array,
  body: BodyNumber,
  handler: Handler,
  at: Instant,
): Promise<void> {
  const { actor } = headOf(world, body);
  await transact(world, world.desk, at, async (tools) => {
    const subject = await caseFor(tools, tag, actor);
    const to = { body, post: handler.post };
    const grant = ask(actor, "appeal.assign", { kind: "assignment", case: subject, to });
    assert(grant.ok, `the head assigns: ${JSON.stringify(grant)}`);
    const assigned = await assignAppeal(grant.value, handler, tools);
    assert(assigned.ok, `assigned: ${JSON.stringify(assigned)}`);
  });
}

/** An official closes an appeal with a decision. */
export async function answerOne(
  world: World,
  tag: Uint8Array,
  plan: Written,
  handler: Handler,
  decision: Decision,
  at: Instant,
  text: string = world.chance.pick(texts.replies[plan.language]),
): Promise<void> {
  await transact(world, world.desk, at, async (tools) => {
    const subject = await caseFor(tools, tag, handler.actor);
    const grant = ask(handler.actor, "appeal.answer", subject);
    assert(grant.ok, `the official answers: ${JSON.stringify(grant)}`);
    const second = secondPersonAt(world, subject.body, handler);
    if (needsFourEyes(decision.outcome) && second !== null) {
      const said = await withReasonUnheard(world, tools, tag, decision);
      await refuseTogether(
        tools,
        { grant: grant.value, second, tag },
        { decision: said, text, attachments: [] },
      );
      return;
    }
    // Where nobody else works there is no second person, and so no refusal.
    const said: Decision = needsFourEyes(decision.outcome)
      ? { outcome: "partly-satisfied", grounds: ["done-in-stages"], legalBasis: decision.legalBasis ?? [] }
      : decision;
    const answered = await answerAppeal(grant.value, { decision: said, text, attachments: [] }, tools);
    assert(answered.ok, `answered: ${JSON.stringify(answered)}`);
  });
}

/** A refusal without a hearing says why there was none. */
async function withReasonUnheard(
  world: World,
  tools: AppealTools,
  tag: Uint8Array,
  decision: Decision,
): Promise<Decision> {
  const row = await findCase(tools.transaction, tag);
  assert(row !== null && decision.outcome !== "satisfied", "a case that is refused");
  const around = { sql: tools.transaction, parameters: tools.parameters, now: tools.now() };
  const reasons = await unheardReasonsNow(around, row, decision.outcome);
  return decision.outcome === "refused" && reasons !== null
    ? { ...decision, unheard: world.chance.pick(reasons) }
    : decision;
}

/** One writes the refusal, another of the same body reads and approves it. */
async function refuseTogether(
  tools: AppealTools,
  by: { readonly grant: Grant<"appeal.answer">; readonly second: Handler; readonly tag: Uint8Array },
  reply: Reply,
): Promise<void> {
  const proposed = await proposeRefusal(by.grant, reply, tools);
  assert(proposed.ok, `proposed: ${JSON.stringify(proposed)}`);
  const { writer, digest } = proposed.value;
  const { actor } = by.second;
  const subject = await caseFor(tools, by.tag, actor);
  const grant = ask(actor, "appeal.approve", { kind: "approval", case: subject, writer });
  assert(grant.ok, `somebody else approves: ${JSON.stringify(grant)}`);
  const approved = await approveRefusal(grant.value, { digest }, tools);
  assert(approved.ok, `approved: ${JSON.stringify(approved)}`);
}

/** An official asks the applicant something. */
export async function askOne(
  world: World,
  tag: Uint8Array,
  plan: Written,
  handler: Handler,
  at: Instant,
): Promise<void> {
  await transact(world, world.desk, at, async (tools) => {
    const grant = ask(handler.actor, "appeal.ask-clarification", await caseFor(tools, tag, handler.actor));
    assert(grant.ok, "the official asks");
    const question = { reason: "place-unclear", text: texts.questions[plan.language] } as const;
    const asked = await askClarification(grant.value, question, tools);
    assert(asked.ok, `asked: ${JSON.stringify(asked)}`);
  });
}

/** The head prolongs the term by some weeks, or as far as the law lets them. */
export async function extendOne(
  world: World,
  tag: Uint8Array,
  plan: Written,
  body: BodyNumber,
  at: Instant,
  how: "some-weeks" | "to-the-limit" = "some-weeks",
): Promise<CivilDate> {
  const { actor } = headOf(world, body);
  const due = await dueOf(world, tag);
  const parameters = await world.parameters();
  const limit = endOfTerm(
    rulesAt(parameters, at).extension.limit,
    due,
    calendarAt(parameters, at),
    weekOf(parameters, body),
  );
  const until = how === "to-the-limit" ? limit : addDays(due, world.chance.between(7, 30));
  await transact(world, world.desk, at, async (tools) => {
    const grant = ask(actor, "appeal.extend", await caseFor(tools, tag, actor));
    assert(grant.ok, "the head prolongs");
    const reason = world.chance.pick(["inspection-on-site", "expert-opinion"] as const);
    const text = texts.extensionTexts[plan.language];
    const extended = await extendAppeal(grant.value, { reason, until, text }, tools);
    assert(extended.ok, `extended: ${JSON.stringify(extended)}`);
  });
  return until;
}

/** When the body answers: somewhere before the due day, or some days after it. */
export async function answerMoment(
  world: World,
  tag: Uint8Array,
  body: BodyNumber,
  how: "in-time" | "late",
  from: Instant,
): Promise<Instant> {
  const due = await dueOf(world, tag);
  if (how === "late") return atHour(world, addDays(due, world.chance.between(1, 18)), 9, 17);
  const parameters = await world.parameters();
  const today = civilDateAt(from, world.timeZone);
  const left = countWorkingDays(calendarAt(parameters, from), weekOf(parameters, body), today, due);
  return await workingMoment(world, body, from, world.chance.between(Math.min(1, left), Math.max(0, left)));
}

/**
 * An official announces a hearing with the preliminary decision, on the earliest day or the one after. Gives the day;
 * `null` when none is left before the answer is due.
 */
export async function announceOne(
  world: World,
  tag: Uint8Array,
  plan: Written,
  handler: Handler,
  at: Instant,
): Promise<CivilDate | null> {
  const due = await dueOf(world, tag);
  const parameters = await world.parameters();
  const calendar = calendarAt(parameters, at);
  const announced = civilDateAt(at, world.timeZone);
  return await transact(world, world.desk, at, async (tools) => {
    const subject = await caseFor(tools, tag, handler.actor);
    const week = weekOf(parameters, await registerOfCase(tools.transaction, tag));
    const earliest = earliestHearing({ rules: rulesAt(parameters, at), calendar, week }, announced);
    const on = addWorkingDays(calendar, week, earliest, world.chance.between(0, 1));
    if (on > due) return null;
    const grant = ask(handler.actor, "appeal.announce-hearing", subject);
    assert(grant.ok, "the official announces a hearing");
    const hearing = {
      ...{ on, place: texts.hearingPlaces[plan.language], preliminary: texts.preliminary[plan.language] },
      attachments: [],
    };
    const done = await announceHearing(grant.value, hearing, tools);
    assert(done.ok, `announced: ${JSON.stringify(done)}`);
    return on;
  });
}
