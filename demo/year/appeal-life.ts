/** One ordinary appeal of the demo year, from filing to the last word, through the use cases that the portal uses. */

import { countWorkingDays } from "#core/clock/calendar.ts";
import { addDays, civilDateAt, type Instant } from "#core/clock/civil-date.ts";
import { calendarAt, weekOf } from "#core/clock/clock-parameters.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import {
  type Decision,
  disputeAppeal,
  type FiledAppeal,
  fileAppeal,
  forwardAppeal,
  giveClarification,
  recordReading,
} from "#government/appeals/index.ts";
import type { AccountId } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import type { Language } from "#platform/language/language.ts";
import { answerOne, askOne, assignOne, extendOne } from "./desk-life.ts";
import { publicLife } from "./public-life.ts";
import type { Story } from "./story.ts";
import * as texts from "./texts.ts";
import {
  applicant,
  atHour,
  bearer,
  caseFor,
  dueOf,
  type Handler,
  handlersAt,
  headOf,
  transact,
  type World,
  workingMoment,
} from "./world.ts";

/** A life waits until the moment that it yields. */
export type Life = AsyncGenerator<Instant, void>;

export interface AppealPlan {
  readonly filedAt: Instant;
  readonly kind: "filed-complaint" | "filed-suggestion" | "filed-application";
  readonly body: BodyNumber;
  readonly language: Language;
  readonly sealed: boolean;
  readonly account: AccountId | null;
  readonly applicantName: string;
  readonly forwardTo: BodyNumber | null;
  readonly clarification: "none" | "answered" | "unanswered";
  readonly extended: boolean;
  readonly answer: "in-time" | "late" | "never";
  readonly decision: Decision;
  readonly disputed: boolean;
  readonly answeredAgain: boolean;
  readonly story: Story;
  /** When its author lets everyone read it; most never do. */
  readonly publicFrom: "never" | "assigned" | "answered";
}

const secretBytes = 32;

/** Lives one appeal. */
export async function* appealLife(world: World, plan: AppealPlan): Life {
  let at = plan.filedAt;
  yield at;
  const filed = await fileOne(world, plan, at);
  const { tag } = filed.row;
  let body = plan.body;
  if (plan.forwardTo !== null) {
    at = await workingMoment(world, body, at, world.chance.between(1, 2));
    yield at;
    await forwardOne(world, tag, { from: body, to: plan.forwardTo }, at);
    body = plan.forwardTo;
  }
  at = await workingMoment(world, body, at, world.chance.between(1, 2));
  yield at;
  const handler = world.chance.pick(handlersAt(world, body));
  await assignOne(world, tag, body, handler, at);
  at = await workingMoment(world, body, at, world.chance.between(0, 1));
  yield at;
  await readOne(world, tag, handler, at);
  if (plan.publicFrom === "assigned") {
    at = yield* publicLife(world, tag, { ...plan, reply: null }, body, at);
  }
  if (plan.clarification !== "none") {
    at = await workingMoment(world, body, at, 1);
    yield at;
    await askOne(world, tag, plan, handler, at);
    if (plan.clarification === "answered") {
      at = await workingMoment(world, body, at, world.chance.between(1, 5));
      yield at;
      await clarifyOne(world, tag, plan, at);
    }
  }
  if (plan.extended) {
    at = await workingMoment(world, body, at, 1);
    yield at;
    await extendOne(world, tag, plan, body, at);
  }
  if (plan.answer === "never") return;
  at = await answerMoment(world, tag, body, plan.answer, at);
  yield at;
  const reply = world.chance.pick(texts.replies[plan.language]);
  await answerOne(world, tag, plan, handler, plan.decision, at, reply);
  if (plan.publicFrom === "answered") at = yield* publicLife(world, tag, { ...plan, reply }, body, at);
  if (!plan.disputed) return;
  at = atHour(world, addDays(civilDateAt(at, world.timeZone), world.chance.between(1, 9)), 9, 19);
  yield at;
  await disputeOne(world, tag, at);
  if (!plan.answeredAgain) return;
  at = await answerMoment(world, tag, body, "in-time", at);
  yield at;
  await answerOne(world, tag, plan, handler, { outcome: "satisfied" }, at);
}

/** Files the appeal of a plan. */
export async function fileOne(world: World, plan: AppealPlan, at: Instant): Promise<FiledAppeal> {
  const { chance } = world;
  return await transact(world, world.portal, at, async (tools) => {
    const grant = ask(applicant(plan.account), "appeal.file", { kind: "filing", body: plan.body });
    assert(grant.ok, "filing is open to all");
    return await fileAppeal(
      grant.value,
      {
        kind: plan.kind,
        language: plan.language,
        channel: "web",
        ...{ subject: plan.story.subject, text: plan.story.text },
        attachments: [],
        identity: { name: plan.applicantName, address: "Oguzabat", contact: "" },
        identityShown: !plan.sealed,
        proofAtOnce: plan.sealed && chance.happens(0.5),
        account: plan.account,
        statusCodeKey: chance.bytes(secretBytes),
        secretKey: chance.bytes(secretBytes),
      },
      tools,
    );
  });
}

/** The applicant, holding the secret, disputes an answer. */
export async function disputeOne(world: World, tag: Uint8Array, at: Instant): Promise<void> {
  const actor = bearer(tag);
  await transact(world, world.portal, at, async (tools) => {
    const grant = ask(actor, "appeal.dispute", await caseFor(tools, tag, actor));
    assert(grant.ok, "the applicant disputes");
    const reason = world.chance.pick(["does-not-answer", "not-done", "untrue"] as const);
    const disputed = await disputeAppeal(grant.value, { reason, text: "" }, tools);
    assert(disputed.ok, `disputed: ${JSON.stringify(disputed)}`);
  });
}

async function forwardOne(
  world: World,
  tag: Uint8Array,
  way: { readonly from: BodyNumber; readonly to: BodyNumber },
  at: Instant,
): Promise<void> {
  const { actor } = headOf(world, way.from);
  await transact(world, world.desk, at, async (tools) => {
    const subject = await caseFor(tools, tag, actor);
    const grant = ask(actor, "appeal.forward", { kind: "forwarding", case: subject, to: way.to });
    assert(grant.ok, "the head forwards");
    const forwarding = { reason: "another-body-is-competent", note: "" } as const;
    const forwarded = await forwardAppeal(grant.value, forwarding, tools);
    assert(forwarded.ok, `forwarded: ${JSON.stringify(forwarded)}`);
  });
}

async function readOne(world: World, tag: Uint8Array, handler: Handler, at: Instant): Promise<void> {
  await transact(world, world.desk, at, async (tools) => {
    const grant = ask(handler.actor, "appeal.open-at-desk", await caseFor(tools, tag, handler.actor));
    assert(grant.ok, "the official reads what was given to them");
    await recordReading(grant.value, tools);
  });
}

async function clarifyOne(world: World, tag: Uint8Array, plan: AppealPlan, at: Instant): Promise<void> {
  const actor = bearer(tag);
  await transact(world, world.portal, at, async (tools) => {
    const grant = ask(actor, "appeal.give-clarification", await caseFor(tools, tag, actor));
    assert(grant.ok, "the applicant replies");
    const text = texts.clarifications[plan.language];
    const given = await giveClarification(grant.value, { text, attachments: [] }, tools);
    assert(given.ok, `clarified: ${JSON.stringify(given)}`);
  });
}

/** When the body answers: somewhere before the due day, or some days after it. */
async function answerMoment(
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
