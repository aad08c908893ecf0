/** What applicants of the demo year do once they have filed: they add, gather signatures, rate, withdraw, go higher. */

import type { Instant } from "#core/clock/civil-date.ts";
import { assert } from "#core/result.ts";
import {
  addToAppeal,
  appealHigher,
  caseCodeKeys,
  coSignAppeal,
  disputeAppeal,
  type FiledAppeal,
  type Forum,
  rateAnswer,
  revokeWithdrawal,
  signerDigest,
  withdrawAppeal,
} from "#government/appeals/index.ts";
import { type WithdrawalCode, withdrawalCodeFrom } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import type { Language } from "#platform/language/language.ts";
import type { Story } from "./story.ts";
import * as texts from "./texts.ts";
import { applicant, bearer, caseFor, citizensOf, transact, type World } from "./world.ts";

/** The part of a plan that an applicant's later words depend on. */
interface Written {
  readonly language: Language;
  readonly story: Story;
}

const codeBytes = 32;

/** The applicant writes one thing more. */
export async function addOne(
  world: World,
  tag: Uint8Array,
  { language }: Written,
  at: Instant,
): Promise<void> {
  const actor = bearer(tag);
  await transact(world, world.portal, at, async (tools) => {
    const grant = ask(actor, "appeal.add", await caseFor(tools, tag, actor));
    assert(grant.ok, "the applicant adds");
    const addition = { what: "statement", text: texts.statements[language], attachments: [] } as const;
    const added = await addToAppeal(grant.value, addition, tools);
    assert(added.ok, `added: ${JSON.stringify(added)}`);
  });
}

/** Somebody to whom the applicant gave the code signs a collective appeal. */
export async function coSignOne(world: World, { row }: FiledAppeal, at: Instant): Promise<void> {
  const { tag, holderBody } = row;
  const signer = { name: world.chance.pick(citizensOf(world)).person.name, address: houseOf(world) };
  await transact(world, world.portal, at, async (tools) => {
    const grant = ask(applicant(null), "appeal.co-sign", {
      ...{ kind: "co-signature", tag: Buffer.from(tag).toString("hex"), body: holderBody },
      byCode: "co-signing-code",
    });
    assert(grant.ok, "whoever was given the code signs");
    const signed = await coSignAppeal(
      grant.value,
      {
        signer,
        digest: signerDigest(world.serverKey, tag, signer),
        code: withdrawalCodeFrom(world.chance.bytes(codeBytes)),
      },
      tools,
    );
    assert(signed.ok, `signed: ${JSON.stringify(signed)}`);
  });
}

function houseOf({ chance }: World): string {
  return `Oguzabat, Bulak ${chance.between(1, 400)}`;
}

/** The applicant says whether what was promised has been done. */
export async function rateOne(world: World, tag: Uint8Array, isDone: boolean, at: Instant): Promise<void> {
  const actor = bearer(tag);
  await transact(world, world.portal, at, async (tools) => {
    const grant = ask(actor, "appeal.rate", await caseFor(tools, tag, actor));
    assert(grant.ok, "the applicant rates");
    const rated = await rateAnswer(
      grant.value,
      world.chance.weighted<"done" | "partly-done" | "not-done">(
        isDone
          ? [
              ["done", 70],
              ["partly-done", 20],
              ["not-done", 10],
            ]
          : [
              ["done", 10],
              ["partly-done", 25],
              ["not-done", 65],
            ],
      ),
      tools,
    );
    assert(rated.ok, `rated: ${JSON.stringify(rated)}`);
  });
}

/** The applicant withdraws, with the code that only they hold. */
export async function withdrawOne(
  world: World,
  tag: Uint8Array,
  code: WithdrawalCode,
  at: Instant,
): Promise<void> {
  const actor = bearer(tag);
  await transact(world, world.portal, at, async (tools) => {
    const grant = ask(actor, "appeal.withdraw", await caseFor(tools, tag, actor));
    assert(grant.ok, "the applicant withdraws");
    const withdrawn = await withdrawAppeal(grant.value, code, tools);
    assert(withdrawn.ok, `withdrawn: ${JSON.stringify(withdrawn)}`);
  });
}

/** Within the days for it the applicant takes the withdrawal back. */
export async function revokeOne(world: World, tag: Uint8Array, at: Instant): Promise<void> {
  const actor = bearer(tag);
  await transact(world, world.portal, at, async (tools) => {
    const grant = ask(actor, "appeal.revoke-withdrawal", await caseFor(tools, tag, actor));
    assert(grant.ok, "the applicant takes the withdrawal back");
    const revoked = await revokeWithdrawal(grant.value, tools);
    assert(revoked.ok, `revoked: ${JSON.stringify(revoked)}`);
  });
}

/**
 * The applicant goes to a higher place. `null` where the law gives no way there: a body above all others has none above
 * it, and a decision may be past its time.
 */
export async function goHigherOne(
  world: World,
  tag: Uint8Array,
  { language, story }: Written,
  to: Forum,
  at: Instant,
): Promise<FiledAppeal | null> {
  const actor = bearer(tag);
  const tree = await world.tree();
  return await transact(world, world.portal, at, async (tools) => {
    const grant = ask(actor, "appeal.appeal-higher", await caseFor(tools, tag, actor));
    assert(grant.ok, "the applicant goes higher");
    const codes = caseCodeKeys(world.serverKey, Buffer.from(world.chance.bytes(codeBytes)).toString("hex"));
    const text = `${story.text} ${texts.higherWords[language]}`;
    const appeal = { ...{ to, subject: story.subject, text, language }, codes };
    const went = await appealHigher(grant.value, appeal, { ...tools, tree });
    if (went.ok) return went.value;
    assert(went.problem === "no-remedy", `went higher: ${JSON.stringify(went)}`);
    return null;
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
