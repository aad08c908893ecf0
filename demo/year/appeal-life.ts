/** One ordinary appeal of the demo year, from filing to the last word, through the use cases that the portal uses. */

import type { Instant } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import {
  type Attachment,
  type Decision,
  type FiledAppeal,
  type Forum,
  fileAppeal,
  forwardAppeal,
  giveClarification,
  recordReading,
} from "#government/appeals/index.ts";
import { withdrawalCodeFrom } from "#government/cases/index.ts";
import type { AccountId } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import type { Language } from "#platform/language/language.ts";
import { afterAnswer, afterSilence } from "./after-answer.ts";
import { addOne, coSignOne, revokeOne, withdrawOne } from "./applicant-life.ts";
import { enterPaper } from "./counter-life.ts";
import { announceOne, answerMoment, answerOne, askOne, assignOne, extendOne } from "./desk-life.ts";
import { publicLife } from "./public-life.ts";
import type { Story } from "./story.ts";
import * as texts from "./texts.ts";
import {
  applicant,
  atHour,
  bearer,
  caseFor,
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
  /** A hearing is announced, where a day for it is left. */
  readonly heard: boolean;
  readonly answer: "in-time" | "late" | "never";
  readonly decision: Decision;
  /** Handed in on paper at a registry, rather than written in the portal. */
  readonly onPaper: boolean;
  /** How many others sign; 0 for an appeal of one person. */
  readonly coSigners: number;
  readonly added: boolean;
  /** From which the withdrawal code is made; 32 bytes. */
  readonly withdrawalKey: Uint8Array;
  readonly withdrawn: "never" | "for-good" | "taken-back";
  readonly rated: boolean;
  /** Where the applicant goes with what the body decided or did not; `null` for nowhere. */
  readonly higher: Forum | null;
  readonly disputed: boolean;
  readonly answeredAgain: boolean;
  readonly story: Story;
  /** Sent along and, where everyone may read the appeal, shown with it. */
  readonly picture: Attachment | null;
  /** When its author lets everyone read it; most never do. */
  readonly publicFrom: "never" | "assigned" | "answered";
}

const secretBytes = 32;
const minuteMs = 60_000;

/** Lives one appeal. */
export async function* appealLife(world: World, plan: AppealPlan): Life {
  const begun = yield* filedLife(world, plan);
  const { tag, body } = begun;
  let at = await workingMoment(world, body, begun.at, world.chance.between(1, 2));
  yield at;
  const handler = world.chance.pick(handlersAt(world, body));
  await assignOne(world, tag, body, handler, at);
  at = await workingMoment(world, body, at, world.chance.between(0, 1));
  yield at;
  await readOne(world, tag, handler, at);
  if (plan.publicFrom === "assigned") {
    at = yield* publicLife(world, tag, { ...plan, reply: null }, body, at);
  }
  const goneOn = yield* meanwhileLife(world, tag, plan, body, at);
  if (goneOn === null) return;
  at = yield* examinedLife(world, plan, { tag, body, handler, at: goneOn });
  if (plan.answer === "never") {
    yield* afterSilence(world, tag, plan);
    return;
  }
  at = await answerMoment(world, tag, body, plan.answer, at);
  yield at;
  const reply = world.chance.pick(texts.replies[plan.language]);
  await answerOne(world, tag, plan, handler, plan.decision, at, reply);
  if (plan.publicFrom === "answered") at = yield* publicLife(world, tag, { ...plan, reply }, body, at);
  yield* afterAnswer(world, tag, plan, { body, handler, at });
}

interface Begun {
  readonly tag: Uint8Array;
  readonly body: BodyNumber;
  readonly at: Instant;
}

/** Filed or handed in, signed by others, and sent on where it went to the wrong body. */
async function* filedLife(world: World, plan: AppealPlan): AsyncGenerator<Instant, Begun> {
  let at = plan.filedAt;
  yield at;
  const handedIn = at;
  if (plan.onPaper) {
    at = await workingMoment(world, plan.body, at, world.chance.between(0, 1));
    yield at;
  }
  const filed = plan.onPaper ? await enterPaper(world, plan, handedIn, at) : await fileOne(world, plan, at);
  const { tag } = filed.row;
  for (let signed = 0; signed < plan.coSigners; signed += 1) {
    at += world.chance.between(20, 90) * minuteMs;
    yield at;
    await coSignOne(world, filed, at);
  }
  if (plan.forwardTo === null) return { tag, body: plan.body, at };
  at = await workingMoment(world, plan.body, at, world.chance.between(1, 2));
  yield at;
  await forwardOne(world, tag, { from: plan.body, to: plan.forwardTo }, at);
  return { tag, body: plan.forwardTo, at };
}

/** What the applicant does while the body has the case: adds, withdraws. `null` when it is withdrawn for good. */
async function* meanwhileLife(
  world: World,
  tag: Uint8Array,
  plan: AppealPlan,
  body: BodyNumber,
  from: Instant,
): AsyncGenerator<Instant, Instant | null> {
  let at = from;
  if (plan.added) {
    at += world.chance.between(30, 180) * minuteMs;
    yield at;
    await addOne(world, tag, plan, at);
  }
  if (plan.withdrawn === "never") return at;
  at = await workingMoment(world, body, at, 1);
  yield at;
  await withdrawOne(world, tag, withdrawalCodeFrom(plan.withdrawalKey), at);
  if (plan.withdrawn === "for-good") return null;
  at += world.chance.between(60, 1200) * minuteMs;
  yield at;
  await revokeOne(world, tag, at);
  return at;
}

/** The official asks the applicant, the head prolongs the term, the applicant is heard. Gives the moment until which it went. */
async function* examinedLife(
  world: World,
  plan: AppealPlan,
  { tag, body, handler, at: from }: Begun & { readonly handler: Handler },
): AsyncGenerator<Instant, Instant> {
  let at = from;
  if (plan.clarification !== "none") {
    at = await workingMoment(world, body, at, 1);
    yield at;
    await askOne(world, tag, plan, handler, at);
  }
  if (plan.clarification === "answered") {
    at = await workingMoment(world, body, at, world.chance.between(1, 5));
    yield at;
    await clarifyOne(world, tag, plan, at);
  }
  if (plan.extended) {
    at = await workingMoment(world, body, at, 1);
    yield at;
    await extendOne(world, tag, plan, body, at);
  }
  if (!plan.heard) return at;
  at = await workingMoment(world, body, at, world.chance.between(0, 1));
  yield at;
  const on = await announceOne(world, tag, plan, handler, at);
  return on === null ? at : atHour(world, on, 10, 11);
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
        attachments: plan.picture === null ? [] : [plan.picture],
        identity: { name: plan.applicantName, address: "Oguzabat", contact: "" },
        identityShown: !plan.sealed,
        proofAtOnce: plan.sealed && chance.happens(0.5),
        account: plan.account,
        statusCodeKey: chance.bytes(secretBytes),
        secretKey: chance.bytes(secretBytes),
        withdrawalKey: plan.withdrawalKey,
        collective: plan.coSigners > 0,
      },
      tools,
    );
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
