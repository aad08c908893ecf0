/**
 * Whoever hands in a paper at the counter may have a slip, printed once, with the code by which alone it is withdrawn on the
 * portal. Who has none comes with a proof of identity, and the registry enters their signed statement. Both can be taken
 * back for three days, and neither counts as an answer.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { browserAt } from "#government/appeals/test-support/browser.ts";
import { asOutsider, auditedFigures } from "#government/appeals/test-support/outsider.ts";
import { dumpOf } from "#platform/record/test-support/dump.ts";
import { ministry, morning } from "#tests/country/small-country.ts";
import { hiddenIn, type IntakeCountry, marker, typeIn, withIntake } from "#tests/intake/intake-country.ts";
import { skipUnless } from "#tools/foreign-programs.ts";

const paper = {
  ...{ channel: "desk", day: "2.11.2026", hour: "9:30", kind: "filed-application", contact: "" },
  ...{ addressee: "ministry-of-springs", language: "tk", subject: "Gaz", text: marker.text },
  ...{ name: marker.name, address: marker.address, identity: "shown" },
};
const numberShape = /\d\d-\d{4}-\d{4}-\d/;
const secretShape = /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/g;
const withdrawalShape = /^[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}$/m;

/** Enters a paper; gives its number. */
async function entered({ operator }: IntakeCountry, more: Partial<typeof paper> = {}): Promise<string> {
  const sent = await operator.fill("/en/intake/paper", { ...paper, ...more });
  assert.equal(sent.status, 303, sent.body);
  return numberShape.exec((await operator.get(sent.location)).body)?.[0] ?? "";
}

/** Prints the slip as the clerk's button does. */
async function printed(country: IntakeCountry) {
  return await country.server.fastify.inject({
    method: "POST",
    url: "/en/intake/paper/slip",
    headers: {
      ...{ host: "localhost", origin: "http://localhost", cookie: await country.operator.cookie() },
      "content-type": "application/x-www-form-urlencoded",
    },
    payload: "",
  });
}

function lettersOf(pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-slip-"));
  try {
    writeFileSync(join(folder, "slip.pdf"), pdf);
    return execFileSync("pdftotext", ["-layout", join(folder, "slip.pdf"), "-"], { encoding: "utf8" });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("a slip is printed once, its code is kept nowhere, and withdraws the paper on the portal", {
  skip: skipUnless("pdftotext"),
}, async () => {
  await withIntake(async (country) => {
    country.country.clock.now = morning(2026, 11, 3);
    const number = await entered(country);
    assert.match((await country.operator.get("/en/intake/paper/receipt")).body, /Print the slip, once/);
    const slip = await printed(country);
    assert.equal(slip.statusCode, 200, slip.body);
    assert.match(String(slip.headers["cache-control"]), /no-store/);
    const letters = lettersOf(slip.rawPayload);
    const code = withdrawalShape.exec(letters)?.[0] ?? "";
    // This paper has no stub that would give the secret.
    const secret = letters.match(secretShape)?.at(-1) ?? "";
    assert.ok(letters.includes(number) && code !== "" && secret !== "", letters);
    assert.ok(
      !letters.includes(marker.name) && !letters.includes("Gaz"),
      "a slip in a pocket confesses nothing",
    );

    // Nobody has it a second time: not the clerk, not whoever holds the database.
    assert.equal((await printed(country)).statusCode, 303);
    const receipt = await country.operator.get("/en/intake/paper/receipt");
    assert.doesNotMatch(receipt.body, /Print the slip/);
    const dump = await dumpOf(country.country.database.owner);
    for (const text of [code, code.replaceAll("-", "")]) {
      assert.ok(
        !dump.includes(text) && !receipt.body.includes(text) && !country.logged.join().includes(text),
      );
    }

    const citizen = browserAt(country.server);
    await citizen.post("/en/case", { number, code: secret });
    const url = `/en/case/${number}/withdraw`;
    const page = await citizen.open(url);
    assert.match(page.body, /The code was printed at the counter on 3 November 2026/);
    assert.equal((await citizen.send(page, url, { code: "0000-0000-0000" })).status, 422);
    const withdrawn = await citizen.send(await citizen.open(url), url, { code });
    assert.match(withdrawn.body, /Withdrawn by the applicant/);
    const back = `/en/case/${number}/revoke`;
    assert.match(
      (await citizen.send(await citizen.open(back), back, {})).body,
      /The withdrawal was taken back/,
    );
    await outsiderFindsNothingWrong(country, { withdrawn: 0 });
  });
});

test("by post there is no slip: the page says how, and the registry enters a signed statement that can be taken back", async () => {
  await withIntake(async (country) => {
    country.country.clock.now = morning(2026, 11, 3);
    const number = await entered(country, { channel: "post" });
    assert.doesNotMatch((await country.operator.get("/en/intake/paper/receipt")).body, /Print the slip/);
    assert.equal((await printed(country)).statusCode, 303, "nobody stands there to take one");
    await country.sequence();

    const visit = { number, what: "withdrawn", seen: "passport" };
    assert.match(
      (await inPerson(country, visit, null)).body,
      /Scan the statement that was signed before you/,
    );
    assert.match(
      (await inPerson(country, { ...visit, number: "26-0000-0000-0" })).body,
      /No appeal with this number/,
    );
    const foreign = await inPerson(country, visit, "Men yzyna alýaryn", country.foreigner);
    assert.match(foreign.body, /No appeal with this number lies with this body/);
    assert.equal((await country.head.get("/en/intake/in-person")).status, 200);
    const byHead = await inPerson(country, visit, "Men yzyna alýaryn", country.head);
    assert.equal(byHead.status, 422, "whoever handles a case does not withdraw it");
    assert.equal(await lastActOf(country), "filed-application by operator");

    const done = await inPerson(country, visit);
    assert.equal(done.status, 303, done.body);
    assert.match((await country.operator.get(done.location)).body, /It is entered/);
    assert.equal(await lastActOf(country), "withdrawn by operator");
    const again = await inPerson(country, visit);
    assert.equal(again.status, 422, "a withdrawn case is not withdrawn again");

    country.country.clock.now = morning(2026, 11, 6);
    const back = { ...visit, what: "withdrawal-revoked" };
    assert.equal((await inPerson(country, back)).status, 303, "on the third day it is taken back");
    await outsiderFindsNothingWrong(country, { withdrawn: 0 });
    assert.equal((await inPerson(country, visit)).status, 303);
    country.country.clock.now = morning(2026, 11, 10);
    assert.match((await inPerson(country, back)).body, /cannot be entered now/);
    await outsiderFindsNothingWrong(country, { withdrawn: 1 });
  });
});

test("the citizen's page of a paper without a code says where to go", async () => {
  await withIntake(async (country) => {
    country.country.clock.now = morning(2026, 11, 3);
    const sent = await typeIn(country.helper, { ...paper, whom: "self", channel: "", day: "", hour: "" });
    const handed = await country.helper.get(sent.location);
    const letters = handed.body.match(/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2,3}(?=<)/g) ?? [];
    const number = numberShape.exec(handed.body)?.[0] ?? "";
    const [code] = letters.filter((each) => each.length === 14);
    const secret = letters.filter((each) => each.length === 19).at(-1) ?? "";
    assert.ok(code !== undefined && secret !== "", "at an assisted point the code is on the sheet");
    const citizen = browserAt(country.server);
    await citizen.post("/en/case", { number, code: secret });
    const url = `/en/case/${number}/withdraw`;
    assert.match(
      (await citizen.send(await citizen.open(url), url, { code })).body,
      /Withdrawn by the applicant/,
    );

    // A paper that came by post, opened with the secret that no sheet of it bears.
    const { owner } = country.country.database;
    await owner`delete from cases.withdrawal_code`;
    const back = `/en/case/${number}/revoke`;
    await citizen.send(await citizen.open(back), back, {});
    const page = await citizen.open(url);
    assert.match(page.body, /How to withdraw it all the same/);
    assert.match(page.body, /Come to the registry of the body with a proof of who you are/);
    assert.doesNotMatch(page.body, /name="code"/);
  });
});

async function inPerson(
  country: IntakeCountry,
  fields: Record<string, string>,
  statement: string | null = "Men ýüz tutmamy yzyna alýaryn. Gol.",
  who = country.operator,
) {
  const url = "/en/intake/in-person";
  const form = { ...hiddenIn((await who.get(url)).body), ...fields };
  const file = {
    field: "statement",
    fileName: statement === null ? "" : "arza.txt",
    content: statement ?? "",
  };
  return await who.upload(url, form, file);
}

async function lastActOf({ country }: IntakeCountry): Promise<string> {
  const [row] = await country.database.owner<{ kind: string; actor: string }[]>`
    select kind, actor from record.act where kind not in ('body-registered', 'stub-registered')
    order by registered desc limit 1`;
  return `${row?.kind} by ${row?.actor}`;
}

async function outsiderFindsNothingWrong(country: IntakeCountry, figures: { readonly withdrawn: number }) {
  await country.sequence();
  await asOutsider(country, async ({ aydyn, mirror, policy }) => {
    const log = await aydyn("verify", "log", mirror, "--policy", policy);
    assert.equal(log.code, 0, log.said);
  });
  const counted = await auditedFigures(country, "2026-11-30", ministry);
  assert.deepEqual([counted.withdrawn, counted.answered], [figures.withdrawn, 0]);
}
