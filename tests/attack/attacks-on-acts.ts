/** What an operator can do to acts: to the day that they bear, to their words, to whether they are entered at all. */
import assert from "node:assert/strict";
import { utf8Bytes } from "#core/bytes.ts";
import { addDays } from "#core/clock/civil-date.ts";
import { numberOfKind } from "#core/record/kinds.ts";
import { forgeDueOfPending } from "#demo/year/insider-store.ts";
import { grantedFor } from "#government/appeals/applicant-grant.ts";
import { answerAppeal, disputeAppeal, type FiledAppeal } from "#government/appeals/index.ts";
import { inTransaction } from "#government/appeals/portal-tools.ts";
import { asHead, askQuestion, assign, fileOne, satisfy } from "#government/appeals/test-support/cases.ts";
import { findCase } from "#government/cases/index.ts";
import { ministry, otherMinistry } from "#tests/country/small-country.ts";
import { type AttackedCountry, read } from "./attacked-country.ts";
import {
  dropQueuedAct,
  lastActOf,
  partNamesOf,
  replacePart,
  replacePartWithCare,
  reuseSerial,
} from "./operator-store.ts";

const nothing = { code: 0, names: [] };
const dayOfThePause = 15;

/** An appeal that was assigned, entered honestly and looked at: whatever the watch says next is the attack. */
async function watchedCase(attacked: AttackedCountry): Promise<FiledAppeal> {
  const filed = await fileOne(attacked.portal, { text: "Obada gaz ýok" });
  await assign(attacked.portal, filed);
  assert.deepEqual(await attacked.before.watched(), nothing);
  return filed;
}

async function dueOf({ portal }: AttackedCountry, { row }: FiledAppeal) {
  const found = await findCase(portal.tools.portal, row.tag);
  assert.ok(found?.due);
  return found.due;
}

/** The leaf claims ninety days more than the body promised. */
export async function inflatedDue(attacked: AttackedCountry): Promise<void> {
  const { portal, before, receipt, held, watched, copy } = attacked;
  const honest = await fileOne(portal, { text: "Obada suw ýok" });
  const kept = await receipt(honest.actId);
  assert.deepEqual(await before.watched(), nothing);
  assert.equal((await before.held(kept, copy())).code, 0, "the promise was kept");

  const filed = await fileOne(portal, { text: "Obada gaz ýok" });
  const promise = await receipt(filed.actId);
  const later = addDays(await dueOf(attacked, filed), 90);
  await forgeDueOfPending(
    portal.country.database.owner,
    filed.row.tag,
    numberOfKind("filed-complaint"),
    later,
  );
  assert.deepEqual(await watched(), { code: 5, names: ["due-disputed"] });
  const broken = await held(promise, copy());
  assert.equal(broken.code, 1);
  assert.match(broken.said, /not the promised body, time or due day/);
}

/** Question after question, once the law's pauses are used up. */
export async function endlessPause(attacked: AttackedCountry): Promise<void> {
  const filed = await watchedCase(attacked);
  await askQuestion(attacked.portal, filed, "Haýsy öý?");
  assert.deepEqual(await attacked.before.watched(), nothing, "one pause is lawful");
  const { tag } = filed.row;
  const names: string[] = [];
  for (let pause = 0; pause < 3; pause += 1) {
    attacked.days(dayOfThePause);
    const due = addDays(await dueOf(attacked, filed), 60);
    await attacked.behindThePortal({ kind: "clarification-asked", tag, body: ministry, due });
    const seen = await (pause === 2 ? attacked : attacked.before).watched();
    names.push(...seen.names);
    if (pause === 2) assert.equal(seen.code, 5);
  }
  assert.ok(names.includes("pause-exhausted"), names.join(", "));
}

/** Closed with an explanation that is none; the applicant says so. It never counted as an answer. */
export async function falseClose(attacked: AttackedCountry): Promise<void> {
  const { portal, before, watched } = attacked;
  const filed = await watchedCase(attacked);
  const count = await answered(attacked);
  await asHead(portal, filed, "appeal.answer", async (grant, tools) => {
    const decision = {
      outcome: "explained",
      grounds: ["asks-for-procedure"],
      legalBasis: ["art. 76"],
    } as const;
    assert.ok((await answerAppeal(grant, { decision, text: "Garaldy.", attachments: [] }, tools)).ok);
  });
  assert.deepEqual(await before.watched(), nothing);
  assert.equal(await answered(attacked), count, "an explanation is no answer");
  attacked.days(1);
  await inTransaction(portal.tools, "portal", async (tools) => {
    const actor = {
      kind: "visitor",
      opened: new Map([[Buffer.from(filed.row.tag).toString("hex"), "full" as const]]),
    } as const;
    const grant = await grantedFor(tools, { row: filed.row, actor }, "appeal.dispute");
    assert.ok(grant);
    assert.ok((await disputeAppeal(grant, { reason: "does-not-answer", text: "" }, tools)).ok);
  });
  assert.deepEqual(await watched(), { code: 5, names: ["closing-disputed"] });
  assert.equal(await answered(attacked), count);
}

async function answered({ copy, before, policy }: AttackedCountry): Promise<unknown> {
  const report = await before.aydyn("report", copy(), "--policy", policy, "--json");
  assert.equal(report.code, 0, report.said);
  const { bodies } = JSON.parse(report.said);
  return bodies.find(({ number }: { number: number }) => number === ministry).answered;
}

/** Prolonged when the due day was over. */
export async function lateExtension(attacked: AttackedCountry): Promise<void> {
  const filed = await watchedCase(attacked);
  const due = await dueOf(attacked, filed);
  attacked.days(40);
  const { tag } = filed.row;
  await attacked.behindThePortal({ kind: "extended", tag, body: ministry, due: addDays(due, 15) });
  const { code, names } = await attacked.watched();
  assert.equal(code, 5);
  assert.ok(names.includes("late-extension"), names.join(", "));
}

/** Sent on days before the due day, to a body that can then only be late. */
export async function shiftedBlame(attacked: AttackedCountry): Promise<void> {
  const filed = await watchedCase(attacked);
  const due = await dueOf(attacked, filed);
  attacked.days(11);
  const { tag } = filed.row;
  await attacked.behindThePortal(
    { kind: "forwarded", tag, body: ministry, due: null },
    { kind: "received", tag, body: otherMinistry, due },
  );
  assert.deepEqual(await attacked.watched(), { code: 5, names: ["late-forward"] });
}

/** The citizen got a number and a promise; the act never reaches the record. */
export async function droppedAppeal(attacked: AttackedCountry): Promise<void> {
  const { portal, before, receipt, held, copy } = attacked;
  const honest = await fileOne(portal, { text: "Obada suw ýok" });
  const dropped = await fileOne(portal, { text: "Obada gaz ýok" });
  const [kept, promise] = [await receipt(honest.actId), await receipt(dropped.actId)];
  await dropQueuedAct(portal.country.database.owner, dropped.actId);
  assert.deepEqual(await before.watched(), nothing, "the record alone does not tell");
  assert.equal((await before.held(kept, copy())).code, 0);
  const soon = await held(promise, copy());
  assert.equal(soon.code, 4, "a promise may wait");
  assert.match(soon.said, /the promised act is not in the log at hand/);
  attacked.days(63);
  await fileOne(portal, { text: "Obada ýagtylyk ýok" });
  await portal.sequence();
  const late = await held(promise, copy());
  assert.equal(late.code, 1);
  assert.match(late.said, /the promise was broken/);
  assert.equal((await before.held(kept, copy())).code, 0);
}

/** The reply says other words than when the citizen read it; the database is made to agree with itself. */
export async function editedReply(attacked: AttackedCountry): Promise<void> {
  const { portal, before, receipt, held, copy } = attacked;
  const { owner } = portal.country.database;
  const filed = await watchedCase(attacked);
  await satisfy(portal, filed, "Gaz ertir berler.");
  assert.deepEqual(await before.watched(), nothing);
  const actId = await lastActOf(owner, filed.row.tag);
  const kept = await receipt(actId);
  const mirror = copy();
  assert.equal((await before.held(kept, mirror)).code, 0);

  const part = JSON.parse(read(kept)).opening.parts.find(({ name }: { name: string }) => name === "parties");
  const words = Buffer.from(part.bytes, "base64").toString().replace("ertir", "bir gün");
  await replacePartWithCare(owner, { actId, name: "parties" }, utf8Bytes(words));
  const edited = await held(await receipt(actId), mirror);
  assert.equal(edited.code, 1);
  assert.match(edited.said, /promise-contradicts-leaf/);
  const old = await held(kept, mirror);
  assert.equal(old.code, 0);
  assert.match(old.said, /ertir berler/, "the kept receipt proves the old words");
}

/** A document in the case is another one than the citizen sent. */
export async function replacedAttachment(attacked: AttackedCountry): Promise<void> {
  const { portal, before, receipt, held, copy } = attacked;
  const { owner } = portal.country.database;
  const attachment = { fileName: "hat.pdf", mediaType: "application/pdf", bytes: utf8Bytes("%PDF-1.4 one") };
  const { actId } = await fileOne(portal, { text: "Obada gaz ýok", attachments: [attachment] });
  assert.deepEqual(await before.watched(), nothing);
  const mirror = copy();
  const kept = await receipt(actId);
  assert.equal((await before.held(kept, mirror)).code, 0);
  const name = (await partNamesOf(owner, actId)).find((each) => each.startsWith("attachment"));
  assert.ok(name);
  await replacePart(owner, { actId, name }, utf8Bytes("%PDF-1.4 two"));
  const replaced = await held(await receipt(actId), mirror);
  assert.equal(replaced.code, 1);
  assert.match(replaced.said, /part-does-not-open/);
  assert.equal((await before.held(kept, mirror)).code, 0);
}

/** Two acts of a body bear one serial, so that a third can be left out. */
export async function reusedSerial(attacked: AttackedCountry): Promise<void> {
  const { portal, before, watched, verified, copy } = attacked;
  await watchedCase(attacked);
  const whole = await before.verified(copy());
  assert.deepEqual([whole.code, whole.names.includes("serial-repeated")], [0, false]);
  await reuseSerial(portal.country.database.owner, portal.country.log, ministry);
  await fileOne(portal, { text: "Obada gaz ýok" });
  assert.deepEqual(await watched(), { code: 5, names: ["serial-repeated"] });
  const after = await verified(copy());
  assert.deepEqual([after.code, after.names.includes("serial-repeated")], [1, true]);
}
