/** What comes after a body has answered, or has not: ratings, disputes, and the way to a higher place. */
import { addDays, civilDateAt, type Instant } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { Decision, Forum } from "#government/appeals/index.ts";
import type { AppealPlan, Life } from "./appeal-life.ts";
import { disputeOne, goHigherOne, rateOne } from "./applicant-life.ts";
import { answerMoment, answerOne, assignOne } from "./desk-life.ts";
import { atHour, dueOf, type Handler, handlersAt, type World, workingMoment } from "./world.ts";

/** What an applicant makes of an answer: rates it, disputes it, takes it to a higher place, or leaves it at that. */
export async function* afterAnswer(
  world: World,
  tag: Uint8Array,
  plan: AppealPlan,
  answered: { readonly body: BodyNumber; readonly handler: Handler; readonly at: Instant },
): Life {
  const { chance, timeZone } = world;
  const daysLater = (days: number, from: Instant) =>
    atHour(world, addDays(civilDateAt(from, timeZone), days), 9, 19);
  let at = answered.at;
  if (plan.rated) {
    at = daysLater(chance.between(1, 9), at);
    yield at;
    await rateOne(world, tag, plan.decision.outcome === "satisfied" && !plan.disputed, at);
  }
  if (plan.disputed) {
    at = daysLater(chance.between(1, 9), at);
    yield at;
    await disputeOne(world, tag, at);
    if (!plan.answeredAgain) return;
    at = await answerMoment(world, tag, answered.body, "in-time", at);
    yield at;
    await answerOne(world, tag, plan, answered.handler, { outcome: "satisfied" }, at);
  } else if (plan.higher !== null) {
    at = daysLater(chance.between(2, 20), at);
    yield at;
    yield* higherLife(world, tag, plan, plan.higher, at);
  }
}

/** Nobody answered: some applicants go higher with that, weeks after the day. */
export async function* afterSilence(world: World, tag: Uint8Array, plan: AppealPlan): Life {
  if (plan.higher === null) return;
  const at = atHour(world, addDays(await dueOf(world, tag), world.chance.between(3, 20)), 9, 19);
  yield at;
  yield* higherLife(world, tag, plan, plan.higher, at);
}

/** Above, the case is a case of its own: given to somebody there, and decided within its term. */
async function* higherLife(
  world: World,
  tag: Uint8Array,
  plan: AppealPlan,
  forum: Forum,
  from: Instant,
): Life {
  const went = await goHigherOne(world, tag, plan, forum, from);
  if (went === null) return;
  const { tag: above, holderBody: body } = went.row;
  let at = await workingMoment(world, body, from, world.chance.between(1, 2));
  yield at;
  const handler = world.chance.pick(handlersAt(world, body));
  await assignOne(world, above, body, handler, at);
  at = await answerMoment(world, above, body, "in-time", at);
  yield at;
  await answerOne(world, above, plan, handler, decisionAbove(world), at);
}

function decisionAbove({ chance }: World): Decision {
  const legalBasis = ["art. 76"];
  return chance.weighted<Decision>([
    [{ outcome: "satisfied" }, 35],
    [{ outcome: "partly-satisfied", grounds: ["done-in-stages"], legalBasis }, 20],
    [{ outcome: "refused", grounds: ["facts-not-confirmed"], legalBasis }, 45],
  ]);
}
