import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { appendCaseActs, caseObjectFor, findCase } from "#government/cases/index.ts";
import type { AccountId, Actor } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import { ministry, morning } from "#tests/country/small-country.ts";
import { type DeskCountry, kindsOf, withDeskCountry } from "../desk/desk-samples.ts";
import {
  answerAppeal,
  type FiledAppeal,
  inTransaction,
  proposeRefusal,
  type Reply,
  returnRefusal,
} from "../index.ts";
import { formAt, hiddenIn } from "../test-support/browser-samples.ts";

const refusal: Reply = {
  decision: {
    outcome: "refused",
    grounds: ["facts-not-confirmed"],
    legalBasis: ["art. 76"],
    unheard: "as-applicant-stated",
  },
  text: "Tassyklanmady.",
  attachments: [{ fileName: "akt.txt", mediaType: "text/plain", bytes: Buffer.from("akt") }],
};

function headWith(account: AccountId): Actor {
  const appointments = [{ body: ministry, post: "head", role: "head" }] as const;
  return { kind: "person", account, appointments, opened: new Map() };
}

async function proposed(desk: DeskCountry, filed: FiledAppeal) {
  const actor = headWith(desk.accounts.head);
  return await inTransaction(desk.tools, "desk", async (tools) => {
    const row = await findCase(tools.transaction, filed.row.tag);
    assert.ok(row);
    const grant = ask(actor, "appeal.answer", await caseObjectFor(tools.transaction, actor, row));
    assert.ok(grant.ok);
    const outcome = await answerAppeal(grant.value, refusal, tools);
    assert.deepEqual(outcome, { ok: false, problem: { finding: "second-person-needed" } });
    const result = await proposeRefusal(grant.value, refusal, tools);
    assert.ok(result.ok);
    return result.value;
  });
}

test("the writer's own approval is refused by the policy, on the page and in the database", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const proposal = await proposed(desk, filed);
    const actor = headWith(desk.accounts.head);
    const asked = await inTransaction(desk.tools, "desk", async (tools) => {
      const row = await findCase(tools.transaction, filed.row.tag);
      assert.ok(row);
      const subject = await caseObjectFor(tools.transaction, actor, row);
      return ask(actor, "appeal.approve", { kind: "approval", case: subject, writer: proposal.writer });
    });
    assert.deepEqual(asked, { ok: false, problem: "writer-cannot-approve" });
    const path = `/en/desk/${filed.row.number}`;
    await desk.head.post(`${path}/open`, formAt((await desk.head.get(path)).body, `${path}/open`));
    const page = await desk.head.get(`${path}/refusal`);
    assert.match(page.body, /Who wrote it does not approve it/);
    assert.doesNotMatch(page.body, /refusal\/approve/);
    const digest = Buffer.from(proposal.digest).toString("hex");
    const forged = await desk.head.post(`${path}/refusal/approve`, {
      ...hiddenIn((await desk.head.get(`${path}/clarify`)).body),
      proposal: digest,
    });
    assert.equal(forged.status, 403);
    assert.match(forged.body, /You wrote this refusal/);
    await assert.rejects(
      desk.country.database.owner`
        insert into cases.approval (case_tag, act_id, proposal_id, digest, writer, approver)
        values (${filed.row.tag}, ${proposal.id}, ${proposal.id}, ${proposal.digest},
          ${proposal.writer}, ${proposal.writer})`,
      /check constraint/,
    );
    assert.deepEqual(await kindsOf(desk, filed), ["filed-complaint"]);
  });
});

test("a program that forgets the rule is stopped by the database, whichever connection it uses", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    for (const side of ["desk", "portal"] as const) {
      for (const kind of ["refused", "terminated"] as const) {
        const details = {
          outcome: kind,
          grounds: [kind === "refused" ? "in-court" : "subject-has-ceased"],
          legalBasis: ["art. 76"],
          remedies: [{ to: "court", withinMonths: 3 }],
        };
        const alone = inTransaction(desk.tools, side, (tools) =>
          appendCaseActs(tools, filed.row.tag, [{ kind, actor: "head", details, parts: [], outcome: kind }]),
        );
        await assert.rejects(alone, /without a second person behind its text/);
      }
    }
    assert.deepEqual(await kindsOf(desk, filed), ["filed-complaint"]);
  });
});

test("other words than those that were approved cannot be entered", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const proposal = await proposed(desk, filed);
    const { owner } = desk.country.database;
    const path = `/en/desk/${filed.row.number}`;
    await desk.clerk.post(`${path}/open`, formAt((await desk.clerk.get(path)).body, `${path}/open`));
    const form = formAt((await desk.clerk.get(`${path}/refusal`)).body, `${path}/refusal/approve`);
    const stale = await desk.clerk.post(`${path}/refusal/approve`, { ...form, proposal: "00".repeat(32) });
    assert.equal(stale.status, 422);
    assert.match(stale.body, /The refusal was written anew meanwhile/);
    // Somebody with full access changes the text after it was read: the digest that was read is not that of the bytes.
    await owner`update cases.proposal_part set bytes = convert_to('{"files":["akt.txt"],"text":"Başga"}', 'UTF8')
      where proposal_id = ${proposal.id} and name = 'parties'`;
    assert.equal((await desk.clerk.post(`${path}/refusal/approve`, form)).status, 500);
    // Even when the digest of the proposal is altered with it, and the approval with that, the page was another.
    assert.deepEqual(await kindsOf(desk, filed), ["filed-complaint"]);
  });
});

test("approved by another, the act carries exactly the bytes that were read, and says so to whoever opens it", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const proposal = await proposed(desk, filed);
    const path = `/en/desk/${filed.row.number}`;
    await desk.clerk.post(`${path}/open`, formAt((await desk.clerk.get(path)).body, `${path}/open`));
    const page = await desk.clerk.get(`${path}/refusal`);
    assert.match(page.body, /Tassyklanmady\./);
    const sent = await desk.clerk.post(
      `${path}/refusal/approve`,
      formAt(page.body, `${path}/refusal/approve`),
    );
    assert.equal(sent.location, `${path}?done=approve`);
    assert.deepEqual(await kindsOf(desk, filed), ["filed-complaint", "refused"]);
    // An outsider's check: the digest over the opened parts, computed here and by no code of ours.
    const parts = await desk.country.database.worker<{ name: string; bytes: Uint8Array }[]>`
      select name, bytes from record.part join record.act using (subject, act_id)
      where subject = ${filed.row.tag} and kind = 'refused' order by position`;
    const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");
    const lines = parts
      .filter(({ name }) => name !== "signature" && name !== "approval")
      .map(({ name, bytes }) => `${name} ${sha256(bytes)}\n`);
    const approval = JSON.parse(
      Buffer.from(parts.find(({ name }) => name === "approval")?.bytes ?? []).toString(),
    );
    assert.deepEqual(approval, { writer: "head", approver: "post:clerk", digest: sha256(lines.join("")) });
    assert.equal(approval.digest, Buffer.from(proposal.digest).toString("hex"));
    const left = await desk.country.database.owner`select 1 from cases.proposal_part`;
    assert.equal(left.length, 0, "what has gone out is kept once");
  });
});

test("given back with a reason it goes to its writer, who still has the words; nothing is entered, the clock runs on", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const path = `/en/desk/${filed.row.number}`;
    await desk.head.fill(`${path}/assign`, { post: "inspector" });
    const { inspector, clerk } = desk;
    await inspector.post(`${path}/open`, formAt((await inspector.get(path)).body, `${path}/open`));
    await inspector.fill(`${path}/answer`, { outcome: "refused" });
    const words = { text: "Esassyz.", law: "art. 1", grounds: "in-court", unheard: "danger-in-delay" };
    await inspector.post(`${path}/answer/text`, words);
    const proposedAt = await inspector.fill(`${path}/answer/check`, {});
    assert.equal(proposedAt.location, `${path}?done=propose`);
    const toRead = new RegExp(`href="${path}/refusal"`);
    const own = await inspector.get(path);
    assert.match(own.body, /A refusal waits for a second person/);
    assert.match(own.body, toRead, "its writer reads it too");
    assert.match((await inspector.get(`${path}/answer`)).body, /Take it back first/);
    const waiting = await clerk.get("/en/desk?show=approve");
    assert.match(waiting.body, new RegExp(filed.row.number));
    assert.match(waiting.body, /To be approved \(1\)/);
    const writers = await inspector.get("/en/desk?show=approve");
    assert.doesNotMatch(writers.body, new RegExp(filed.row.number));
    assert.match(writers.body, /To be approved \(0\)/);
    const closed = await clerk.get(path);
    assert.match(closed.body, /To read it, first open the texts/);
    assert.doesNotMatch(closed.body, toRead);
    await clerk.post(`${path}/open`, formAt(closed.body, `${path}/open`));
    assert.match((await clerk.get(path)).body, toRead);
    const missing = await clerk.fill(`${path}/refusal`, {});
    assert.equal(missing.status, 404, "the page itself takes no post");
    const form = formAt((await clerk.get(`${path}/refusal`)).body, `${path}/refusal/return`);
    assert.equal((await clerk.post(`${path}/refusal/return`, { ...form, reason: "" })).status, 422);
    const back = await clerk.post(`${path}/refusal/return`, { ...form, reason: "Esas ýeterlik däl." });
    assert.equal(back.location, `${path}?done=return`);
    const seen = await inspector.get(path);
    assert.match(seen.body, /The refusal came back/);
    assert.match(seen.body, /Esas ýeterlik däl\./);
    assert.doesNotMatch((await desk.head.get(path)).body, /Esas ýeterlik däl\./);
    assert.match((await inspector.get(`${path}/answer/text`)).body, /Esassyz\./);
    assert.deepEqual(await kindsOf(desk, filed), ["filed-complaint", "assigned"]);
    assert.equal((await findCase(desk.tools.desk, filed.row.tag))?.due, filed.row.due);
  });
});

test("whoever the complaint names is no second person, and nobody is in their own case", async () => {
  await withDeskCountry(async (desk) => {
    desk.country.clock.now = morning(2026, 11, 13);
    const filed = await desk.file();
    const proposal = await proposed(desk, filed);
    const clerk = {
      kind: "person",
      account: desk.accounts.citizen,
      appointments: [{ body: ministry, post: "clerk", role: "official" }],
      opened: new Map(),
    } as const;
    const subject = await caseObjectFor(desk.tools.desk, clerk, filed.row);
    const object = { kind: "approval", case: subject, writer: proposal.writer } as const;
    const named = { ...subject, complainedOf: [{ body: ministry, post: "clerk" }] };
    assert.deepEqual(ask(clerk, "appeal.approve", { ...object, case: named }), {
      ok: false,
      problem: "person-complained-of",
    });
    const own = { ...subject, applicant: desk.accounts.citizen };
    assert.deepEqual(ask(clerk, "appeal.approve", { ...object, case: own }), {
      ok: false,
      problem: "own-case",
    });
    const grant = ask(clerk, "appeal.approve", object);
    assert.ok(grant.ok);
    await inTransaction(desk.tools, "desk", async (tools) => {
      const wrong = { digest: new Uint8Array(32), reason: "x" };
      assert.deepEqual(await returnRefusal(grant.value, wrong, tools), {
        ok: false,
        problem: "refusal-changed",
      });
    });
  });
});
