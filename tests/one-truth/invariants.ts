/**
 * What must hold after every act of any life, by the names under which the field's reference asks for it. Each reads what
 * the record and the portal say; none asks the code that entered the act whether it was right.
 */
import assert from "node:assert/strict";
import type { LogAudit } from "#audit/audit-log.ts";
import { isAppealKind, parseAppealDetails } from "#core/acts/appeal.ts";
import { toHex } from "#core/bytes.ts";
import { kindOfLeafNumber } from "#core/record/kinds.ts";
import type { FiledAppeal } from "#government/appeals/index.ts";
import { type CaseRow, type CaseView, findCase, readQueue, viewCase } from "#government/cases/index.ts";
import type { LivingCountry } from "./living-country.ts";

/** One life: its case, and what is kept of it from check to check. */
export interface Life {
  readonly filed: FiledAppeal;
  /** What was typed as the applicant's name: not to be found where it is sealed. */
  readonly name: string;
  /** The leaves of the case as they were at the last check, in hexadecimal. */
  leaves: readonly string[];
  /** The address of its feed, once somebody has made one. */
  feed: string | null;
  /** Duplicates that were joined with this case. */
  readonly duplicates: FiledAppeal[];
}

/** The beginning of a life: somebody of that name has filed. */
export function lifeOf(filed: FiledAppeal, name: string): Life {
  return { filed, name, leaves: [], feed: null, duplicates: [] };
}

/** A case of a life as everything below reads it. */
interface Looked {
  readonly country: LivingCountry;
  readonly life: Life;
  readonly row: CaseRow;
  readonly view: CaseView;
  readonly leaves: LogAudit["acts"];
}

/** Fails for the first invariant that does not hold. */
export async function checkInvariants(country: LivingCountry, life: Life, audited: LogAudit): Promise<void> {
  const { tools } = country.portal;
  const { tag } = life.filed.row;
  const row = await findCase(tools.portal, tag);
  assert.ok(row, "I1: what was filed is registered");
  const parameters = await tools.parametersReader.read(tools.portal);
  const view = await viewCase(tools.portal, { kind: "applicant" }, row, parameters, country.clock.now);
  const leaves = audited.acts.filter(({ caseTag }) => toHex(caseTag) === toHex(tag));
  const looked = { country, life, row, view, leaves };
  everyActSaysWhoWhyAndWhatNext(looked);
  nothingIsTakenAway(looked);
  forwardingRestartsNothing(looked);
  theDayIsTheOneThatFollows(looked);
  await theDeskLooksAtTheSameDay(looked);
  await whatWasJoinedIsAnswered(looked);
  await theDeskSeesNoSealedName(looked);
}

/** I2: every act has an actor, the reason that its kind demands, and a next day unless it ends the case. */
function everyActSaysWhoWhyAndWhatNext({ view, row, leaves }: Looked): void {
  assert.equal(view.acts.length, leaves.length, "I5: as many acts as leaves");
  for (const act of view.acts) {
    assert.notEqual(act.actor, "", `I2: ${act.kind} has an actor`);
    if (!isAppealKind(act.kind)) continue;
    const details = parseAppealDetails(act.kind, act.details);
    assert.ok(details.ok, `I2: ${act.kind} says what its kind must say: ${JSON.stringify(act.details)}`);
  }
  const isOver = row.phase === "closed" || row.phase === "withdrawn";
  assert.equal(row.due === null, isOver, `I2: ${row.phase} with the day ${row.due}`);
  const last = leaves.at(-1);
  assert.equal(last?.due === 0, isOver, "I2: the leaf says the same");
}

/** I3: what stood in the record stands there still, unchanged and in its order. */
function nothingIsTakenAway({ life, leaves }: Looked): void {
  const now = leaves.map((leaf) => JSON.stringify([leaf.kind, leaf.body, leaf.time, leaf.due]));
  assert.deepEqual(now.slice(0, life.leaves.length), life.leaves, "I3: no act is taken away or changed");
  life.leaves = now;
}

/** I4: whoever gets a case by forwarding gets the day that stood before it. */
function forwardingRestartsNothing({ leaves }: Looked): void {
  leaves.forEach((leaf, at) => {
    if (kindOfLeafNumber(leaf.kind) !== "received") return;
    const before = leaves[at - 2];
    assert.equal(kindOfLeafNumber(leaves[at - 1]?.kind ?? 0), "forwarded", "I4: received follows forwarded");
    assert.equal(leaf.due, before?.due, "I4: the clock goes on as it stood");
  });
}

/** I7: the day that stands is the one that acts, rules and calendars of this moment give. */
function theDayIsTheOneThatFollows({ row, view }: Looked): void {
  if (row.phase === "in-transit" || row.phase === "awaiting-applicant") return;
  assert.equal(row.due, view.due, "I7: every decree has reached the day that stands");
}

/** I6, for whoever works on it: the queue holds the case as long as it is owed something, with that day. */
async function theDeskLooksAtTheSameDay({ country, row }: Looked): Promise<void> {
  const { desk } = country.portal.tools;
  const queue = await readQueue(desk, { body: row.holderBody }, null, queueMax);
  assert.ok(queue.length < queueMax, "the whole queue was read");
  const own = queue.find(({ number }) => number === row.number);
  assert.equal(own?.due ?? null, row.due, "I6: the desk's day");
}

const queueMax = 1_000;

/** I9: an answer in the main case is entered in each that was joined with it. */
async function whatWasJoinedIsAnswered({ country, life, view }: Looked): Promise<void> {
  const { tools } = country.portal;
  const parameters = await tools.parametersReader.read(tools.portal);
  const replies = view.acts.filter(({ kind }) => isReply(kind)).length;
  for (const duplicate of life.duplicates) {
    const row = await findCase(tools.portal, duplicate.row.tag);
    assert.ok(row);
    const { acts } = await viewCase(tools.portal, { kind: "applicant" }, row, parameters, country.clock.now);
    const joined = acts.findIndex(({ kind }) => kind === "merged");
    assert.ok(joined > 0, "I9: it was joined");
    const joinedAt = acts[joined]?.at ?? 0;
    const owed = view.acts.some(({ kind, at }) => isReply(kind) && at > joinedAt);
    const given = acts.slice(joined + 1).some(({ kind }) => isReply(kind));
    assert.equal(given, owed, `I9: answered with the main case (${replies} replies there)`);
  }
}

function isReply(kind: string): boolean {
  return ["answered", "refused", "explained", "terminated"].includes(kind);
}

/** I10: whoever handles a sealed case reads no byte of the name, and cannot ask the database for it. */
async function theDeskSeesNoSealedName({ country, life, row }: Looked): Promise<void> {
  if (row.identityShown) return;
  const { desk, parametersReader } = country.portal.tools;
  const parameters = await parametersReader.read(desk);
  const seen = await viewCase(
    desk,
    { kind: "desk", body: row.holderBody },
    row,
    parameters,
    country.clock.now,
  );
  assert.doesNotMatch(JSON.stringify(seen), new RegExp(life.name), "I10: no name at the desk");
  await assert.rejects(desk`select 1 from sealed.part limit 1`, /permission denied/, "I10: nor in its reach");
}
