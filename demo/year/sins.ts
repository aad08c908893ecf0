/**
 * The sins of the demo year: what dishonest officials and a dishonest operator did. Some are ordinary use of the
 * portal (a late reply, an empty answer); the others are done behind its back, with full access to the database, since
 * the use cases refuse them. An auditor must find every one of them in the published record alone.
 */
import { addDays, type CivilDate, civilDateAt, type Instant } from "#core/clock/civil-date.ts";
import { numberOfKind } from "#core/record/kinds.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import { appendActs } from "#platform/record/append.ts";
import { type AppealPlan, fileOne, type Life } from "./appeal-life.ts";
import { disputeOne } from "./applicant-life.ts";
import { answerOne, askOne, assignOne, extendOne } from "./desk-life.ts";
import { forgeDueOfPending, moveCaseBehindThePortal, skipSerial } from "./insider-store.ts";
import { drawStory } from "./story.ts";
import * as texts from "./texts.ts";
import { atHour, dueOf, handlersAt, transact, type World, workingMoment } from "./world.ts";

export type Sin =
  | "late-reply"
  | "inflated-due"
  | "endless-pause"
  | "false-close"
  | "forwarded-to-shift-blame"
  | "serial-gap";

/** A sin that was committed, and where an auditor must see it. */
export interface PlantedSin {
  readonly sin: Sin;
  /** Hexadecimal case tag; `null` for the gap, which is in no case. */
  readonly caseTag: string | null;
  readonly number: string | null;
  readonly body: number;
}

/** Begins every sin's life; each adds to `planted` when it is done. */
export function sinLives(world: World, days: SinDays, planted: PlantedSin[]): readonly Life[] {
  const plan = (body: BodyNumber): AppealPlan => ({
    filedAt: 0,
    kind: "filed-complaint",
    body,
    language: "tk",
    sealed: false,
    account: null,
    applicantName: "Zygyr Halyçy",
    forwardTo: null,
    clarification: "none",
    extended: false,
    heard: false,
    answer: "never",
    decision: { outcome: "satisfied" },
    ...{ onPaper: false, coSigners: 0, added: false, rated: false, higher: null },
    ...{ withdrawn: "never", withdrawalKey: new Uint8Array(0) },
    disputed: false,
    answeredAgain: false,
    story: drawStory(world.chance, body, "tk"),
    picture: null,
    publicFrom: "never",
  });
  const { district, energy, city, province, construction } = days;
  return [
    lateReply(world, { ...plan(district.body), filedAt: atHour(world, district.day, 10, 12) }, planted),
    inflatedDue(world, { ...plan(energy.body), filedAt: atHour(world, energy.day, 10, 12) }, planted),
    endlessPause(world, { ...plan(city.body), filedAt: atHour(world, city.day, 10, 12) }, planted),
    falseClose(world, { ...plan(province.body), filedAt: atHour(world, province.day, 10, 12) }, planted),
    shiftedBlame(
      world,
      { ...plan(construction.body), filedAt: atHour(world, construction.day, 10, 12) },
      district.body,
      planted,
    ),
    serialGap(world, energy.body, atHour(world, addDays(energy.day, 60), 10, 12), planted),
  ];
}

export interface SinDays {
  readonly district: { readonly body: BodyNumber; readonly day: CivilDate };
  readonly energy: { readonly body: BodyNumber; readonly day: CivilDate };
  readonly city: { readonly body: BodyNumber; readonly day: CivilDate };
  readonly province: { readonly body: BodyNumber; readonly day: CivilDate };
  readonly construction: { readonly body: BodyNumber; readonly day: CivilDate };
}

async function* begin(world: World, plan: AppealPlan, planted: PlantedSin[], sin: Sin) {
  yield plan.filedAt;
  const { row } = await fileOne(world, plan, plan.filedAt);
  planted.push({ sin, caseTag: Buffer.from(row.tag).toString("hex"), number: row.number, body: plan.body });
  const at = await workingMoment(world, plan.body, plan.filedAt, 1);
  yield at;
  const [handler] = handlersAt(world, plan.body);
  assert(handler !== undefined, "somebody handles appeals");
  await assignOne(world, row.tag, plan.body, handler, at);
  return { tag: row.tag, handler, at };
}

/** Answered twelve days after the due day. */
async function* lateReply(world: World, plan: AppealPlan, planted: PlantedSin[]): Life {
  const { tag, handler } = yield* begin(world, plan, planted, "late-reply");
  const at = atHour(world, addDays(await dueOf(world, tag), 12), 9, 17);
  yield at;
  await answerOne(world, tag, plan, handler, { outcome: "satisfied" }, at);
}

/** Prolonged to the law's limit in the portal, but the leaf claims ninety days more, and the answer hides behind it. */
async function* inflatedDue(world: World, plan: AppealPlan, planted: PlantedSin[]): Life {
  const begun = yield* begin(world, plan, planted, "inflated-due");
  const at = await workingMoment(world, plan.body, begun.at, 5);
  yield at;
  const until = await extendOne(world, begun.tag, plan, plan.body, at, "to-the-limit");
  await forgeDueOfPending(world.owner, begun.tag, numberOfKind("extended"), addDays(until, 90));
  const answeredAt = atHour(world, addDays(until, 20), 9, 17);
  yield answeredAt;
  await answerOne(world, begun.tag, plan, begun.handler, { outcome: "satisfied" }, answeredAt);
}

/** Pause after pause, each entered behind the portal's back once the law's pauses are used up. */
async function* endlessPause(world: World, plan: AppealPlan, planted: PlantedSin[]): Life {
  const begun = yield* begin(world, plan, planted, "endless-pause");
  let at = await workingMoment(world, plan.body, begun.at, 2);
  yield at;
  await askOne(world, begun.tag, plan, begun.handler, at);
  for (let pause = 0; pause < 3; pause += 1) {
    at = await workingMoment(world, plan.body, at, 11);
    yield at;
    await pauseBehindThePortal(world, begun.tag, plan, at);
  }
}

/** Closed with an empty explanation; the applicant says that it is none. Nothing follows. */
async function* falseClose(world: World, plan: AppealPlan, planted: PlantedSin[]): Life {
  const { tag, handler, at } = yield* begin(world, plan, planted, "false-close");
  const closedAt = await workingMoment(world, plan.body, at, 3);
  yield closedAt;
  const decision = {
    outcome: "explained",
    grounds: ["asks-for-procedure"],
    legalBasis: ["art. 76"],
  } as const;
  await answerOne(world, tag, plan, handler, decision, closedAt, texts.emptyReply[plan.language]);
  const disputedAt = atHour(world, addDays(civilDateAt(closedAt, world.timeZone), 2), 9, 19);
  yield disputedAt;
  await disputeOne(world, tag, disputedAt);
}

/** Sent on, days before the due day, to a body that can then only be late. */
async function* shiftedBlame(world: World, plan: AppealPlan, to: BodyNumber, planted: PlantedSin[]): Life {
  const begun = yield* begin(world, plan, planted, "forwarded-to-shift-blame");
  const at = await workingMoment(world, plan.body, begun.at, 11);
  yield at;
  const due = await dueOf(world, begun.tag);
  await transact(world, world.owner, at, async (tools) => {
    const common = { log: world.log, caseTag: begun.tag, at, parts: [] };
    const acts = await appendActs(
      tools.transaction,
      [
        { ...common, kind: "forwarded", body: plan.body, due: null, actor: "head" },
        { ...common, kind: "received", body: to, due, actor: "system" },
      ],
      tools,
    );
    await moveCaseBehindThePortal(tools.transaction, begun.tag, to, acts[1]?.actId ?? "");
  });
  const answeredAt = atHour(world, addDays(due, 6), 9, 17);
  yield answeredAt;
  const [handler] = handlersAt(world, to);
  assert(handler !== undefined, "somebody handles appeals");
  await assignOne(world, begun.tag, to, handler, answeredAt);
  await answerOne(world, begun.tag, plan, handler, { outcome: "satisfied" }, answeredAt);
}

/** An act is taken out of a body's sequence before it reaches the log: the next serial shows it. */
async function* serialGap(world: World, body: BodyNumber, at: Instant, planted: PlantedSin[]): Life {
  yield at;
  await skipSerial(world.owner, world.log, body);
  planted.push({ sin: "serial-gap", caseTag: null, number: null, body });
}

async function pauseBehindThePortal(
  world: World,
  tag: Uint8Array,
  plan: AppealPlan,
  at: Instant,
): Promise<void> {
  const due = addDays(civilDateAt(at, world.timeZone), 30);
  await transact(world, world.owner, at, async (tools) => {
    const act = { log: world.log, kind: "clarification-asked", caseTag: tag, body: plan.body, due } as const;
    await appendActs(tools.transaction, [{ ...act, actor: "head", at, parts: [] }], tools);
  });
}
