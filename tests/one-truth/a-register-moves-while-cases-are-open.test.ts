/**
 * The register of a body that few people write to is its parent's (record decision 1), judged anew each month. Cases that
 * are open when it moves end where they are, and every reading of them goes on saying the same.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeRegisters } from "#apps/worker/registers.ts";
import { addDays, addMonths, civilDateAt, startOfCivilDate, yearMonthDayOf } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { parsePayload } from "#core/record/payload.ts";
import { signerOfReply } from "#core/record/reply-signature.ts";
import { demoBodyNumber } from "#demo/country/demo-bodies.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { answerAppeal, type FiledAppeal, fileAppeal, inTransaction } from "#government/appeals/index.ts";
import { filingsPerMonthMin } from "#government/bodies/index.ts";
import { caseObjectFor, findCase } from "#government/cases/index.ts";
import type { Actor } from "#platform/authority/actor.ts";
import { parseAccountId } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import type { Sql } from "#platform/database/database.ts";
import { openRoleDatabase } from "#platform/database/role-logins.ts";
import { openingFor } from "#platform/record/receipts.ts";
import { lifeOf } from "./invariants.ts";
import { type LivingCountry, withLivingCountry } from "./living-country.ts";
import { checkReadings } from "./readings.ts";

/** A district with a register of its own, whose parent carries smaller ones. */
const district = demoBodyNumber(32);
const province = demoBodyNumber(30);
const hourMs = 3_600_000;
const applicantName = "Nar";

function head(body: BodyNumber): Actor {
  const account = parseAccountId("00000000-0000-4000-8000-0000000000a1");
  assert.ok(account);
  return { kind: "person", account, appointments: [{ body, post: "head", role: "head" }], opened: new Map() };
}

/** Ten in the morning of a day after the first of the next month. */
function toNextMonth({ clock }: LivingCountry, timeZone: string): void {
  const today = civilDateAt(clock.now, timeZone);
  const first = addMonths(addDays(today, 1 - yearMonthDayOf(today).day), 1);
  clock.now = startOfCivilDate(addDays(first, 2), timeZone) + 10 * hourMs;
}

async function file({ portal: { tools }, transact }: LivingCountry): Promise<FiledAppeal> {
  const visitor = { kind: "visitor", opened: new Map() } as const;
  const grant = ask(visitor, "appeal.file", { kind: "filing", body: district });
  assert.ok(grant.ok);
  return await transact((acting) =>
    fileAppeal(
      grant.value,
      {
        ...{ kind: "filed-complaint", language: "tk", channel: "web", subject: "Gaz ýok", text: "Gaz ýok." },
        ...{
          attachments: [],
          identity: { name: applicantName, address: "Çeşme", contact: "" },
          identityShown: true,
        },
        ...{ proofAtOnce: true, account: null },
        statusCodeKey: tools.randomBytes(32),
        secretKey: tools.randomBytes(32),
      },
      { ...acting, log: tools.log, signer: tools.signer },
    ),
  );
}

/** Answers, and gives the register in which the answer stands once the body's signature under that register's key holds. */
async function answer({ portal: { tools } }: LivingCountry, { row }: FiledAppeal) {
  const answered = await inTransaction(tools, "desk", async (acting) => {
    const fresh = await findCase(acting.transaction, row.tag);
    assert.ok(fresh);
    const object = await caseObjectFor(acting.transaction, head(district), fresh);
    const grant = ask(head(district), "appeal.answer", object);
    assert.ok(grant.ok);
    const reply = { decision: { outcome: "satisfied" }, text: "Gaz berildi.", attachments: [] } as const;
    return await answerAppeal(grant.value, reply, acting);
  });
  assert.ok(answered.ok, JSON.stringify(answered));
  const [act] = answered.value.acts;
  assert.ok(act);
  const opening = await openingFor(tools.portal, act.actId, { parts: "all", personKeys: null });
  const payload = parsePayload(opening?.payload ?? "");
  assert.ok(opening && payload.ok);
  const { bodies } = await tools.parametersReader.read(tools.portal);
  const keys = bodies.filter(({ number }) => number === payload.value.body).map((body) => body.verifierKey);
  const opened = { payload: payload.value, caseTag: row.tag, parts: opening.parts };
  assert.ok(signerOfReply(nativeEngine, opened, keys).ok, "signed by the body of the register");
  return payload.value.body;
}

async function registerNow({ portal: { tools } }: LivingCountry): Promise<number | undefined> {
  const { bodies } = await tools.parametersReader.read(tools.portal);
  return bodies.find(({ number }) => number === district)?.register;
}

async function judge({ portal: { tools } }: LivingCountry, sql: Sql) {
  const parameters = await tools.parametersReader.read(tools.portal);
  const moved = await judgeRegisters({ ...tools, sql }, parameters);
  return moved.filter(({ body }) => body === district).map(({ from, to }) => ({ from, to }));
}

test("a district moves under its province in a quiet month and back in a busy one; its cases stay where they are", async () => {
  await withLivingCountry(async (country) => {
    const { tools, configuration } = country.portal;
    const { timeZone } = await tools.parametersReader.read(tools.portal);
    const worker = await openRoleDatabase(configuration, "worker", 1);
    try {
      const before = await country.audit();
      const early = await file(country);
      assert.equal(early.row.holderBody, district);
      toNextMonth(country, timeZone);
      assert.deepEqual(await judge(country, worker.sql), [{ from: district, to: province }]);
      assert.deepEqual(await judge(country, worker.sql), [], "judged twice, it is judged once");
      assert.equal(await registerNow(country), province);
      const small = await file(country);
      await country.sequence();
      const [earlyLife, smallLife] = [early, small].map((filed) => lifeOf(filed, applicantName));
      assert.ok(earlyLife && smallLife);
      await checkReadings(country, earlyLife);
      await checkReadings(country, smallLife);
      assert.equal(await answer(country, early), district);
      await country.sequence();
      await checkReadings(country, earlyLife);

      for (let filed = 1; filed < filingsPerMonthMin; filed += 1) await file(country);
      toNextMonth(country, timeZone);
      assert.deepEqual(await judge(country, worker.sql), [{ from: province, to: district }]);
      const late = await file(country);
      assert.equal(await answer(country, small), province);
      assert.equal(await answer(country, late), district);
      await country.sequence();
      for (const life of [earlyLife, smallLife, lifeOf(late, applicantName)])
        await checkReadings(country, life);

      const after = await country.audit();
      assert.deepEqual(after.findings, before.findings, "the record contradicts itself nowhere new");
      assert.equal(after.parameters?.bodies.find(({ number }) => number === district)?.register, district);
    } finally {
      await worker.close();
    }
  });
});
