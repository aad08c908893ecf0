import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAppealDetails } from "#core/acts/appeal.ts";
import { unheardReasons, unheardReasonsFor } from "#core/acts/unheard.ts";
import { civilDate } from "#core/clock/civil-date.ts";
import { hearingRule } from "#core/clock/rules.ts";
import { appendCaseActs } from "#government/cases/index.ts";
import { languages } from "#platform/language/language.ts";
import { announceRules } from "#tests/country/announced-rules.ts";
import { morning } from "#tests/country/small-country.ts";
import { type DeskCountry, kindsOf, withDeskCountry } from "../desk/desk-samples.ts";
import { type FiledAppeal, inTransaction } from "../index.ts";
import { browserOfApplicant } from "../test-support/browser.ts";
import { type Browser, formAt } from "../test-support/browser-samples.ts";
import { assign, fileOne, refuse } from "../test-support/cases.ts";
import { withPortal } from "../test-support/portal.ts";

const reply = { text: "Tassyklanmady.", law: "art. 76", grounds: "in-court" };
const partly = { text: "Bir bölegi.", law: "art. 76", grounds: "done-in-stages" };

function pathOf({ row }: FiledAppeal): string {
  return `/en/desk/${row.number}`;
}

/** The page on which the reply is written, once its outcome is chosen. */
async function written(browser: Browser, filed: FiledAppeal, outcome: string) {
  await browser.fill(`${pathOf(filed)}/answer`, { outcome });
  return await browser.get(`${pathOf(filed)}/answer/text`);
}

function reasonsOn({ body }: { readonly body: string }): readonly string[] {
  return [...body.matchAll(/name="unheard" value="([^"]*)"/g)].map(([, value = ""]) => value);
}

async function sendReply(browser: Browser, filed: FiledAppeal, fields: Record<string, string>) {
  const path = `${pathOf(filed)}/answer`;
  const kept = await browser.post(`${path}/text`, fields);
  assert.equal(kept.location, `${path}/check`, kept.body);
  return await browser.fill(`${path}/check`, {});
}

async function approve({ clerk }: DeskCountry, filed: FiledAppeal) {
  const path = pathOf(filed);
  await clerk.post(`${path}/open`, formAt((await clerk.get(path)).body, `${path}/open`));
  const page = await clerk.get(`${path}/refusal`);
  const form = formAt(page.body, `${path}/refusal/approve`);
  return { page, sent: await clerk.post(`${path}/refusal/approve`, form) };
}

async function unheardIn(desk: DeskCountry, { row }: FiledAppeal, kind: "refused" | "answered") {
  const [part] = await desk.country.database.worker<{ bytes: Uint8Array }[]>`
    select bytes from record.part join record.act using (subject, act_id)
    where subject = ${row.tag} and kind = ${kind} and name = 'public'`;
  const read = parseAppealDetails(kind, JSON.parse(Buffer.from(part?.bytes ?? []).toString()));
  assert.ok(read.ok);
  return "unheard" in read.value ? read.value.unheard : undefined;
}

async function hear(desk: DeskCountry, filed: FiledAppeal, on: string): Promise<void> {
  const announced = await desk.head.fill(`${pathOf(filed)}/hearing`, { on, text: "Ret ederis." });
  assert.equal(announced.location, `${pathOf(filed)}?done=hearing`);
}

test("a refusal without a hearing states a reason that can be true of the case; the second person and the applicant's page say it", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const page = await written(desk.head, filed, "refused");
    assert.match(page.body, /The applicant has not been heard/);
    assert.deepEqual(reasonsOn(page), ["danger-in-delay", "as-applicant-stated", "applicant-waived"]);
    for (const unheard of ["", "cannot-be-reached", "nothing-to-hear", "because-we-say-so"]) {
      const refused = await desk.head.post(`${pathOf(filed)}/answer/text`, { ...reply, unheard });
      assert.equal(refused.status, 422, unheard);
      assert.match(refused.body, /href="#unheard"/, unheard);
      assert.match(refused.body, /Tassyklanmady\./, "what was typed is kept");
    }
    const proposed = await sendReply(desk.head, filed, { ...reply, unheard: "danger-in-delay" });
    assert.equal(proposed.location, `${pathOf(filed)}?done=propose`);
    const { page: read, sent } = await approve(desk, filed);
    assert.match(read.body, /Waiting for a hearing would have done harm/);
    assert.equal(sent.location, `${pathOf(filed)}?done=approve`);
    assert.equal(await unheardIn(desk, filed, "refused"), "danger-in-delay");
    // Who has no name at the desk and only tells something: every reason may be the true one.
    const message = await desk.file({ kind: "filed-message", identityShown: false });
    assert.deepEqual(reasonsOn(await written(desk.head, message, "refused")), unheardReasons);
    for (const outcome of ["satisfied", "explained", "terminated", "partly-satisfied"])
      assert.deepEqual(reasonsOn(await written(desk.head, message, outcome)), [], outcome);
  });
  await withPortal(async (portal) => {
    const filed = await fileOne(portal, { text: "Gaz ýok" });
    await assign(portal, filed);
    await refuse(portal, filed, "Tassyklanmady.");
    const browser = await browserOfApplicant(portal.server, filed);
    const words = { en: /Not heard before/, ru: /Не заслушан до решения/, tk: /Karardan öň diňlenmedi/ };
    for (const language of languages)
      assert.match((await browser.open(`/${language}/case/${filed.row.number}`)).body, words[language]);
  });
});

test("whoever was heard by the body that decides is refused without a reason, and never with one", async () => {
  await withDeskCountry(async (desk) => {
    const { clock } = desk.country;
    clock.now = morning(2026, 11, 13);
    const [filed, waiting] = [await desk.file(), await desk.file()];
    clock.now = morning(2026, 11, 19);
    // A refusal with its reason waits for its second person while the applicant is heard after all.
    await written(desk.head, waiting, "refused");
    await sendReply(desk.head, waiting, { ...reply, unheard: "as-applicant-stated" });
    for (const each of [filed, waiting]) await hear(desk, each, "2026-11-24");
    clock.now = morning(2026, 11, 24);
    const { sent: stale } = await approve(desk, waiting);
    assert.equal(stale.status, 422);
    assert.match(stale.body, /A hearing was held, or none is needed: take the reason out/);
    assert.deepEqual(reasonsOn(await written(desk.head, filed, "refused")), []);
    await sendReply(desk.head, filed, reply);
    assert.equal((await approve(desk, filed)).sent.location, `${pathOf(filed)}?done=approve`);
    assert.equal(await unheardIn(desk, filed, "refused"), undefined);
    assert.ok(!(await kindsOf(desk, waiting)).includes("refused"));
  });
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    await hear(desk, filed, "2026-11-05");
    const passed = { body: "ministry-of-roads", reason: "another-body-is-competent", note: "" };
    await desk.head.fill(`${pathOf(filed)}/forward`, passed);
    desk.country.clock.now = morning(2026, 11, 5);
    const page = await written(desk.foreigner, filed, "refused");
    assert.ok(reasonsOn(page).length > 0, "another body has not heard anybody");
  });
});

test("where the law says so, whoever gets a part is heard too", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    assert.deepEqual(reasonsOn(await written(desk.head, filed, "partly-satisfied")), []);
    await announceRules(desk.country, (rules) => ({
      validFrom: civilDate(2026, 11, 3),
      hearing: { ...hearingRule(rules), beforePartly: true },
      pause: { workingDaysMax: 8, pausesMax: 1 },
    }));
    desk.country.clock.now = morning(2026, 11, 3);
    const asking = async (of: FiledAppeal) => (await desk.head.get(`${pathOf(of)}/clarify`)).body;
    assert.match(
      await asking(filed),
      /In all the law allows: days 10, questions 2/,
      "by the rules of its filing",
    );
    assert.match(await asking(await desk.file()), /In all the law allows: days 8, questions 1/);
    const bare = await desk.head.post(`${pathOf(filed)}/answer/text`, partly);
    assert.equal(bare.status, 422);
    assert.match(bare.body, /href="#unheard"/);
    const sent = await sendReply(desk.head, filed, { ...partly, unheard: "applicant-waived" });
    assert.equal(sent.location, `${pathOf(filed)}?done=answer`);
    assert.equal(await unheardIn(desk, filed, "answered"), "applicant-waived");
  });
});

test("a program that forgets the rule is stopped by the database", async () => {
  await withDeskCountry(async (desk) => {
    const { database } = desk.country;
    // Alone: the second person's trigger speaks first.
    await database.owner`alter table record.act disable trigger four_eyes`;
    const refusal = {
      outcome: "refused",
      grounds: ["in-court"],
      legalBasis: ["art. 76"],
      remedies: [{ to: "court", withinMonths: 3 }],
    };
    const enter = (filed: FiledAppeal, more: { readonly unheard?: string } = {}) =>
      inTransaction(desk.tools, "desk", (tools) =>
        appendCaseActs(tools, filed.row.tag, [
          { kind: "refused", actor: "head", details: { ...refusal, ...more }, parts: [], outcome: "refused" },
        ]),
      );
    const [silent, heard] = [await desk.file(), await desk.file()];
    await assert.rejects(enter(silent), /a refusal without a hearing that does not say why/);
    assert.deepEqual(await kindsOf(desk, silent), ["filed-complaint"]);
    assert.ok((await enter(silent, { unheard: "danger-in-delay" })).ok);
    await hear(desk, heard, "2026-11-05");
    desk.country.clock.now = morning(2026, 11, 5);
    assert.ok((await enter(heard)).ok);
  });
});

test("reasons that a desk's own knowledge contradicts are not on its list", () => {
  const complaint = { kind: "filed-complaint", nameShown: true };
  assert.ok(!unheardReasonsFor(complaint).includes("cannot-be-reached"));
  assert.ok(!unheardReasonsFor(complaint).includes("nothing-to-hear"));
  assert.ok(unheardReasonsFor({ ...complaint, nameShown: false }).includes("cannot-be-reached"));
  assert.ok(unheardReasonsFor({ ...complaint, kind: "filed-suggestion" }).includes("nothing-to-hear"));
});
