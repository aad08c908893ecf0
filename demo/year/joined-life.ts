/** Two people of the demo year write about the same thing: the head joins both, and one reply answers each. */
import { addDays, civilDateAt } from "#core/clock/civil-date.ts";
import { assert } from "#core/result.ts";
import { mergeAppeals } from "#government/appeals/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { type AppealPlan, fileOne, type Life } from "./appeal-life.ts";
import { answerMoment, answerOne, assignOne } from "./desk-life.ts";
import { atHour, caseFor, handlersAt, headOf, transact, type World, workingMoment } from "./world.ts";

/** Lives both appeals of a pair: the second one is filed by a neighbour a day or two after the first. */
export async function* joinedLife(world: World, first: AppealPlan, neighbour: string): Life {
  const { chance } = world;
  const { body } = first;
  yield first.filedAt;
  const main = (await fileOne(world, first, first.filedAt)).row.tag;
  const nextDay = addDays(civilDateAt(first.filedAt, world.timeZone), chance.between(1, 2));
  const second = {
    ...first,
    filedAt: atHour(world, nextDay, 9, 19),
    applicantName: neighbour,
    account: null,
  };
  yield second.filedAt;
  const other = (await fileOne(world, second, second.filedAt)).row.tag;
  let at = await workingMoment(world, body, second.filedAt, 1);
  yield at;
  const handler = chance.pick(handlersAt(world, body));
  await assignOne(world, main, body, handler, at);
  const { actor } = headOf(world, body);
  await transact(world, world.desk, at, async (tools) => {
    const duplicate = ask(actor, "appeal.merge", await caseFor(tools, other, actor));
    const into = ask(actor, "appeal.merge", await caseFor(tools, main, actor));
    assert(duplicate.ok && into.ok, "the head joins both");
    const merged = await mergeAppeals(duplicate.value, into.value, tools);
    assert(merged.ok, `joined: ${JSON.stringify(merged)}`);
  });
  at = await answerMoment(world, main, body, "in-time", at);
  yield at;
  await answerOne(world, main, first, handler, { outcome: "satisfied" }, at);
}
