/**
 * Whoever types in for somebody beside hands the paper over and from then on can see nothing of it, whichever way it was
 * filed: with the name shown, sealed, without a name, for another person, together with others. The person has all of it.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { browserAt } from "#government/appeals/test-support/browser.ts";
import { auditedFigures } from "#government/appeals/test-support/outsider.ts";
import { dumpOf } from "#platform/record/test-support/dump.ts";
import { ministry } from "#tests/country/small-country.ts";
import { hiddenIn, type IntakeCountry, marker, typeIn, withIntake } from "#tests/intake/intake-country.ts";

const dayMs = 24 * 3_600_000;

/** What a person may say to the helper, and what the record then knows of it. */
const ways = [
  { what: "shown", said: { whom: "self", identity: "shown" }, waits: false },
  { what: "sealed", said: { whom: "self", identity: "sealed" }, waits: true },
  {
    what: "sealed, proof at once",
    said: { whom: "self", identity: "sealed", proof: "at-once" },
    waits: false,
  },
  { what: "nameless", said: { whom: "self", identity: "nameless", proof: "later" }, waits: true },
  { what: "for another", said: { whom: "another", relation: "lawyer", identity: "sealed" }, waits: true },
  { what: "together", said: { whom: "together", identity: "shown" }, waits: false },
] as const;

interface Handed {
  readonly number: string;
  readonly statusCode: string;
  readonly secret: string;
  readonly withdrawalCode: string;
  /** The code on the slip for others; `undefined` where there is no slip. */
  readonly coSigning: string | undefined;
  readonly text: string;
}

/** Types it in, reads the paper as the person does, and hands it over. */
async function handedOver({ helper }: IntakeCountry, { what, said }: (typeof ways)[number]): Promise<Handed> {
  const text = `${marker.text} ${what}`;
  const about = {
    kind: "filed-application",
    addressee: "ministry-of-springs",
    language: "tk",
    subject: "Gaz",
  };
  const person = { name: marker.name, address: marker.address, contact: "" };
  const sent = await typeIn(helper, { ...about, text, ...person, ...said });
  assert.equal(sent.status, 303, `${what}: ${sent.body}`);
  const paper = await helper.get(sent.location);
  const codes = [...paper.body.matchAll(/<span class="code big" translate="no">([^<]*)</g)].map(
    ([, code = ""]) => code,
  );
  const [number = "", statusCode = "", secret = "", withdrawalCode = "", again, coSigning] = codes;
  assert.ok(again === undefined || again === number, "a slip bears the number too");
  for (const typed of [text, marker.name]) assert.ok(!paper.body.includes(typed), `${what}: ${typed}`);
  await helper.post("/en/intake/assist/done", hiddenIn(paper.body));
  return { number, statusCode, secret, withdrawalCode, coSigning, text };
}

/** Every page on which a helper could look for it. */
const pagesToLookAt = (number: string) => [
  ...[
    "/en/intake/assist/paper",
    "/en/intake/assist",
    "/en/intake",
    "/en/intake/paper",
    "/en/intake/paper/receipt",
  ],
  ...[
    "/en/intake/pads",
    "/en/desk",
    `/en/desk/${number}`,
    `/en/case/${number}`,
    "/en/my",
    "/en/co-sign/receipt",
  ],
  ...["/en/appeal", "/en/appeal/check", "/en/appeal/receipt", `/en/case/${number}/signatures`],
];

test("after the paper was handed over no page, no list and no row leads a helper back, whichever way it was filed", async () => {
  await withIntake(async (country) => {
    const { helper, tools } = country;
    const handed: Handed[] = [];
    for (const way of ways) {
      const one = await handedOver(country, way);
      handed.push(one);
      const { number, statusCode, secret, withdrawalCode, coSigning = secret, text } = one;
      for (const path of pagesToLookAt(number)) {
        const page = await helper.get(path);
        for (const words of [number, statusCode, secret, withdrawalCode, coSigning, text, marker.name]) {
          assert.ok(!page.body.includes(words), `${way.what}: ${path} shows ${words}`);
        }
      }
      assert.equal((await helper.get("/en/intake/assist/paper")).status, 410);
    }
    const dump = await dumpOf(country.country.database.owner);
    for (const { text } of handed.slice(0, 1)) assert.ok(dump.includes(Buffer.from(text).toString("hex")));
    const whoTypedIn = await tools.portal<{ id: string }[]>`
      select session_id::text as id from platform.session
      union select account_id::text from platform.session where account_id is not null`;
    const tags = await tools.portal<{ tag: string; number: string }[]>`
      select encode(case_tag, 'hex') as tag, number from cases.case`;
    assert.ok(tags.length === ways.length && whoTypedIn.length >= 2);
    for (const line of dump.split("\n")) {
      const named = whoTypedIn.some(({ id }) => line.includes(id));
      const led = tags.some(({ tag, number }) => line.includes(tag) || line.includes(number));
      assert.ok(!(named && led), `a row leads from a helper to a case: ${line}`);
    }
    await theRecordKnows(country, handed);
    await thePersonHas(country, handed);
  });
});

/** What waits for the night and what does not, and an auditor who finds nothing wrong with either. */
async function theRecordKnows(country: IntakeCountry, handed: readonly Handed[]): Promise<void> {
  const { sequence, tools } = country;
  await sequence();
  const waiting = await tools.portal`select 1 from ledger.pending`;
  assert.equal(waiting.length, ways.filter(({ waits }) => waits).length, "these wait for the night");
  const rows = await tools.portal<{ number: string; channel: string; actor: string; shown: boolean }[]>`
    select c.number, c.channel, c.identity_shown as shown, a.actor
    from cases.case c join record.act a on a.subject = c.case_tag`;
  for (const [at, { said }] of ways.entries()) {
    const row = rows.find(({ number }) => number === handed[at]?.number);
    const expected = { channel: "assisted-point", actor: "applicant", shown: said.identity === "shown" };
    assert.deepEqual({ ...row, number: "" }, { ...expected, number: "" });
  }
  country.country.clock.now += dayMs;
  await sequence();
  assert.equal((await auditedFigures(country, "2026-11-30", ministry)).filed, ways.length);
}

/** Nameless is nobody's, the others are theirs alone, and those who sign too confirm by the slip. */
async function thePersonHas({ server, country }: IntakeCountry, handed: readonly Handed[]): Promise<void> {
  const named = await country.database.owner`select 1 from sealed.part`;
  assert.equal(named.length, ways.length - 1, "a name that came along with a nameless form is not kept");
  const atHome = async ({ number, secret, text }: Handed, network: string) => {
    const browser = browserAt(server, network);
    const page = await browser.post("/en/case", { number, code: secret });
    assert.ok(page.body.includes(text), page.body);
    return page.body;
  };
  const of = (what: (typeof ways)[number]["what"]) =>
    handed[ways.findIndex((way) => way.what === what)] ?? assert.fail(what);
  await atHome(of("nameless"), "192.0.2.1");
  assert.match(await atHome(of("for another"), "192.0.2.2"), /Filed for somebody else by a[\s\S]*lawyer/);
  const { number, coSigning = "", text } = of("together");
  const signer = browserAt(server, "192.0.2.3");
  const reading = await signer.post("/en/co-sign", { number, code: coSigning });
  assert.ok(reading.body.includes(text) && !reading.body.includes(marker.name));
  const who = { name: "Gol Golow", address: "Çeşme obasy", agreed: "yes" };
  const signed = await signer.send(reading, "/en/co-sign/read", who);
  assert.equal(signed.url, "/en/co-sign/receipt", signed.body);
  assert.match(await atHome(of("together"), "192.0.2.4"), /1 other person has signed/);
}
