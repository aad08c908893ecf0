/** How an appeal of the demo year comes to stand in public: its author's word, then the head's release. */
import { wholeText } from "#core/acts/published-appeal.ts";
import { addDays, civilDateAt, type Instant } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import { agreeToPublish, releasePublication } from "#government/appeals/index.ts";
import { parseBodySlug } from "#government/bodies/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { demoBodies } from "../country/bodies.ts";
import { demoBodyNumber } from "../country/demo-bodies.ts";
import type { AppealPlan } from "./appeal-life.ts";
import { atHour, bearer, caseFor, headOf, transact, type World, workingMoment } from "./world.ts";

/** A sentence that some authors leave in, and the name in it. */
const nameSentence: Readonly<Record<AppealPlan["language"], readonly [before: string, name: string]>> = {
  tk: ["Edarada bize Çopan aga jogap berdi.", "Çopan aga"],
  ru: ["В учреждении нам ответил дядя Чопан.", "дядя Чопан"],
  en: ["At the office uncle Chopan answered us.", "uncle Chopan"],
};
/** In some texts somebody is named, and the head cuts the name. */
const namingShare = 0.12;
/** Of pictures that authors would show. */
const heldShare = 0.15;

/** Agreed to within days, released within days. Gives the moment of the release. */
export async function* publicLife(
  world: World,
  tag: Uint8Array,
  plan: Pick<AppealPlan, "story" | "language" | "picture"> & { readonly reply: string | null },
  body: BodyNumber,
  from: Instant,
): AsyncGenerator<Instant, Instant> {
  const { chance } = world;
  const day = addDays(civilDateAt(from, world.timeZone), chance.between(0, 2));
  const agreedAt = Math.max(from, atHour(world, day, 9, 20));
  yield agreedAt;
  const [sentence, name] = nameSentence[plan.language];
  const isNaming = chance.happens(namingShare);
  const { matter, subject, text } = plan.story;
  const reply = plan.reply === null ? null : wholeText(plan.reply);
  const copy = isNaming ? `${text} ${sentence}` : text;
  // What an author has sent was looked at by the author; a head now and then sees more in it.
  const pictures = plan.picture === null ? [] : ["attachment-1"];
  const held = chance.happens(heldShare)
    ? pictures.map((part) => ({ part, reason: "shows-an-address" as const }))
    : [];
  const agreement = await agree(
    world,
    tag,
    { matter, subject, text: copy, place: placeOf(body), reply, pictures },
    agreedAt,
  );
  const releasedAt = await workingMoment(world, body, agreedAt, chance.between(0, 2));
  yield releasedAt;
  const { actor } = headOf(world, body);
  await transact(world, world.desk, releasedAt, async (tools) => {
    const grant = ask(actor, "appeal.publish", await caseFor(tools, tag, actor));
    assert(grant.ok, "the head releases");
    const redactions = isNaming ? [{ passage: name, reason: "names-a-person" } as const] : [];
    const released = await releasePublication(grant.value, { agreement, redactions, held }, tools);
    assert(released.ok, `released: ${JSON.stringify(released)}`);
  });
  return releasedAt;
}

async function agree(
  world: World,
  tag: Uint8Array,
  copy: Parameters<typeof agreeToPublish>[1],
  at: Instant,
): Promise<string> {
  const actor = bearer(tag);
  return await transact(world, world.portal, at, async (tools) => {
    const grant = ask(actor, "appeal.agree-to-publish", await caseFor(tools, tag, actor));
    assert(grant.ok, "the author agrees");
    const agreed = await agreeToPublish(grant.value, copy, tools);
    const actId = agreed.ok ? agreed.value.acts[0]?.actId : undefined;
    assert(actId !== undefined, "an agreement is one act");
    return actId;
  });
}

/** The place for which the body answers; of a body for the whole country none. */
function placeOf(body: BodyNumber) {
  const found = demoBodies.find((each) => demoBodyNumber(each.number) === body);
  return found === undefined || found.places.length === 0 ? null : parseBodySlug(found.slug);
}
