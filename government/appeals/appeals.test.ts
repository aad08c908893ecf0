import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, civilDateAt } from "#core/clock/civil-date.ts";
import { caseObjectFor, findCase } from "#government/cases/index.ts";
import type { AccountId, Actor } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import type { AuthorityAct, CaseObject } from "#platform/authority/objects.ts";
import type { Sql } from "#platform/database/database.ts";
import {
  countrySigner,
  countryTimeZone,
  ministry,
  morning,
  otherMinistry,
  type SmallCountry,
  withSmallCountry,
} from "#tests/country/small-country.ts";
import {
  type AppealTools,
  answerAppeal,
  askClarification,
  assignAppeal,
  disputeAppeal,
  extendAppeal,
  type FiledAppeal,
  fileAppeal,
  forwardAppeal,
  giveClarification,
  recordIdentityOpening,
  recordReading,
} from "./index.ts";

const inspectorAccount = "00000000-0000-4000-8000-0000000000a1" as AccountId;
const head: Actor = {
  kind: "person",
  account: "00000000-0000-4000-8000-0000000000a2" as AccountId,
  appointments: [{ body: ministry, post: "head", role: "head" }],
  opened: new Map(),
};
const inspector: Actor = {
  kind: "person",
  account: inspectorAccount,
  appointments: [{ body: ministry, post: "inspector", role: "official" }],
  opened: new Map(),
};
const stranger: Actor = { kind: "visitor", opened: new Map() };

function inTransaction<T>(
  country: SmallCountry,
  sql: Sql,
  run: (tools: AppealTools) => Promise<T>,
): Promise<T> {
  return country.inTransaction(sql, (tools) => run({ ...tools, log: country.log, signer: countrySigner }));
}

function fileOne(country: SmallCountry, identityShown: boolean): Promise<FiledAppeal> {
  return inTransaction(country, country.database.portal, async (tools) => {
    const grant = ask(stranger, "appeal.file", { kind: "filing", body: ministry });
    assert.ok(grant.ok);
    return await fileAppeal(
      grant.value,
      {
        kind: "filed-complaint",
        language: "tk",
        channel: "web",
        subject: "Gaz",
        text: "Obada üç aý bäri gaz ýok.",
        attachments: [{ fileName: "surat.txt", mediaType: "text/plain", bytes: Buffer.from("gaz ýok") }],
        identity: { name: "Nusga Nusgalyýew", address: "Çynar", contact: "" },
        identityShown,
        proofAtOnce: true,
        account: null,
        statusCodeKey: country.randomBytes(32),
        secretKey: country.randomBytes(32),
      },
      tools,
    );
  });
}

async function objectFor(tools: AppealTools, filed: FiledAppeal, actor: Actor): Promise<CaseObject> {
  const row = await findCase(tools.transaction, filed.row.tag);
  assert.ok(row);
  return await caseObjectFor(tools.transaction, actor, row);
}

async function granted<Act extends AuthorityAct>(
  tools: AppealTools,
  filed: FiledAppeal,
  actor: Actor,
  act: Act,
) {
  const grant = ask(actor, act, (await objectFor(tools, filed, actor)) as never);
  assert.ok(grant.ok, `${act}: ${JSON.stringify(grant)}`);
  return grant.value;
}

function assign(country: SmallCountry, filed: FiledAppeal) {
  return inTransaction(country, country.database.desk, async (tools) => {
    const object = {
      kind: "assignment",
      case: await objectFor(tools, filed, head),
      to: { body: ministry, post: "inspector" },
    } as const;
    const grant = ask(head, "appeal.assign", object);
    assert.ok(grant.ok);
    return await assignAppeal(grant.value, { account: inspectorAccount, name: "Barlag Barlagow" }, tools);
  });
}

test("an appeal is filed, given to an official, clarified, prolonged, answered and disputed", async () => {
  await withSmallCountry(async (country) => {
    const { desk, portal } = country.database;
    country.clock.now = morning(2026, 11, 13);
    const filed = await fileOne(country, true);
    const bearer: Actor = {
      kind: "visitor",
      opened: new Map([[Buffer.from(filed.row.tag).toString("hex"), "full"]]),
    };
    assert.ok((await assign(country, filed)).ok);

    country.clock.now = morning(2026, 11, 16);
    const asked = await inTransaction(country, desk, async (tools) =>
      askClarification(
        await granted(tools, filed, inspector, "appeal.ask-clarification"),
        { reason: "place-unclear", text: "Haýsy köçe?" },
        tools,
      ),
    );
    assert.ok(asked.ok);
    country.clock.now = morning(2026, 11, 18);
    const given = await inTransaction(country, portal, async (tools) =>
      giveClarification(
        await granted(tools, filed, bearer, "appeal.give-clarification"),
        { text: "Bulak köçesi", attachments: [] },
        tools,
      ),
    );
    assert.ok(given.ok);
    const due = given.value.row.due;
    assert.ok(due !== null && filed.row.due !== null);
    assert.equal(due - filed.row.due, 4, "two working days over a weekend: Friday 4 to Tuesday 8 December");

    const extended = await inTransaction(country, desk, async (tools) =>
      extendAppeal(
        await granted(tools, filed, head, "appeal.extend"),
        { reason: "inspection-on-site", until: addDays(due, 10), text: "Barlag gerek." },
        tools,
      ),
    );
    assert.ok(extended.ok);
    assert.equal(extended.value.row.due, addDays(due, 10));

    country.clock.now = morning(2026, 11, 30);
    const answered = await inTransaction(country, desk, async (tools) =>
      answerAppeal(
        await granted(tools, filed, inspector, "appeal.answer"),
        {
          decision: {
            outcome: "partly-satisfied",
            grounds: ["facts-not-confirmed"],
            legalBasis: ["art. 76"],
          },
          text: "Tassyklanmady.",
          attachments: [],
        },
        tools,
      ),
    );
    assert.ok(answered.ok);
    assert.equal(answered.value.row.due, null);
    const [signature] = await desk`
      select byte_length from record.part where subject = ${filed.row.tag} and name = 'signature'`;
    assert.equal(signature?.byte_length, 64);

    const disputed = await inTransaction(country, portal, async (tools) =>
      disputeAppeal(
        await granted(tools, filed, bearer, "appeal.dispute"),
        { reason: "not-done", text: "" },
        tools,
      ),
    );
    assert.ok(disputed.ok);
    assert.equal(disputed.value.row.due, addDays(due, 10));
    assert.equal(civilDateAt(filed.row.filedAt, countryTimeZone), filed.row.filedDay);
  });
});

test("forwarding is offered to the operator's side and changes the desk", async () => {
  await withSmallCountry(async (country) => {
    const filed = await fileOne(country, true);
    const forwarded = await inTransaction(country, country.database.desk, async (tools) => {
      const subject = await objectFor(tools, filed, head);
      const grant = ask(head, "appeal.forward", { kind: "forwarding", case: subject, to: otherMinistry });
      assert.ok(grant.ok);
      return await forwardAppeal(grant.value, { reason: "another-body-is-competent", note: "" }, tools);
    });
    assert.ok(forwarded.ok);
    assert.equal(forwarded.value.row.holderBody, otherMinistry);
  });
});

test("looking at the texts or the name at a desk is entered first; a sealed name is refused", async () => {
  await withSmallCountry(async (country) => {
    const open = await fileOne(country, true);
    const sealed = await fileOne(country, false);
    await assign(country, open);
    await assign(country, sealed);
    await inTransaction(country, country.database.desk, async (tools) => {
      await recordReading(await granted(tools, open, inspector, "appeal.open-at-desk"), tools);
      await recordIdentityOpening(await granted(tools, open, inspector, "identity.open"), tools);
      const refusal = ask(inspector, "identity.open", await objectFor(tools, sealed, inspector));
      assert.deepEqual(refusal, { ok: false, problem: "sealed" });
    });
    const reads = await country.database.worker`
      select case_tag, kind from ledger.pending where kind = 25`;
    assert.equal(reads.length, 2);
    assert.ok(reads.every((row) => Buffer.from(row.case_tag).equals(Buffer.alloc(16))));
  });
});
