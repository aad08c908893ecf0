import assert from "node:assert/strict";
import { test } from "node:test";
import { stubText } from "#core/record/stub.ts";
import { ministry, morning } from "#tests/country/small-country.ts";
import { hiddenIn, type IntakeCountry, marker, padOf, withIntake } from "#tests/intake/intake-country.ts";
import { stubKeysOf } from "../intake-tools.ts";
import { stubAt } from "../pad-codes.ts";

const whole = {
  channel: "desk",
  day: "2.11.2026",
  hour: "9:30",
  kind: "filed-application",
  addressee: "ministry-of-springs",
  language: "tk",
  subject: "Gaz",
  text: marker.text,
  name: marker.name,
  address: marker.address,
  contact: "",
  identity: "shown",
};

async function countCases({ country }: IntakeCountry): Promise<number> {
  return (await country.database.owner`select 1 from cases.case`).length;
}

test("an operator enters a paper with its stub, prints the receipt, and cannot open the text afterwards", async () => {
  await withIntake(async (country) => {
    const pad = await padOf(country, ministry, 2);
    country.country.clock.now = morning(2026, 11, 4);
    const { operator } = country;
    const sent = await operator.fill("/en/intake/paper", { ...whole, stub: `${ministry}-${pad}-0001` });
    assert.equal(sent.status, 303);
    assert.match(sent.location, /^\/en\/intake\/paper\/receipt/);
    const receipt = await operator.get(sent.location);
    assert.equal(receipt.status, 200);
    for (const words of [
      `${ministry}-${pad}-0001`,
      "Handed in",
      "2 November 2026",
      "4 November 2026",
      "23 November 2026",
      "Accepted by",
      "Ýazga Ýazgyýew",
    ]) {
      assert.ok(receipt.body.includes(words), words);
    }
    for (const words of [marker.text, marker.name, marker.address]) {
      assert.ok(!receipt.body.includes(words), `the receipt confesses nothing: ${words}`);
    }
    const number = /\d\d-\d{4}-\d{4}-\d/.exec(receipt.body)?.[0] ?? "";
    const atDesk = await operator.get(`/en/desk/${number}`);
    assert.match(
      atDesk.body,
      /2 November 2026, entered in the register on 4 November 2026/,
      "a late entry is seen",
    );
    assert.ok(!atDesk.body.includes(marker.text) && !atDesk.body.includes(marker.name));
    const opened = await operator.fill(`/en/desk/${number}`, {});
    const again = await operator.post(`/en/desk/${number}/open`, hiddenIn(atDesk.body));
    for (const page of [
      opened,
      again,
      await operator.get("/en/intake/paper"),
      await operator.get("/en/intake"),
    ]) {
      assert.ok(!page.body.includes(marker.text) && !page.body.includes(marker.name));
    }
  });
});

test("the receipt is printed in Turkmen and Russian with the day in words", async () => {
  await withIntake(async (country) => {
    for (const [language, words] of [
      ["tk", "2026-njy ýylyň 2-nji noýabry"],
      ["ru", "2 ноября 2026"],
    ] as const) {
      const sent = await country.operator.fill(`/${language}/intake/paper`, {
        ...whole,
        text: language,
        name: language,
      });
      assert.equal(sent.status, 303);
      assert.ok((await country.operator.get(sent.location)).body.includes(words), words);
    }
  });
});

test("every slip is told at its field, what was typed is kept, and nothing is registered", async () => {
  await withIntake(async (country) => {
    const pad = await padOf(country, ministry, 1);
    const slips: readonly (readonly [Record<string, string>, RegExp])[] = [
      [{ day: "3.11.2026" }, /lie in the future/],
      [{ day: "2.11.2026", hour: "10:01" }, /lie in the future/],
      [{ day: "31.11.2026" }, /Write the day/],
      [{ hour: "25:00" }, /Write the hour/],
      [{ day: "2.11.2025" }, /The day is right: it was handed in as long ago as that/],
      [{ stub: "9-1-1" }, /must look like/],
      [{ stub: `${ministry}-${pad}-7` }, /No pad of this body/],
      [{ addressee: "" }, /Choose the body/],
      [{ addressee: "no-such-body" }, /Choose the body/],
      [{ text: "" }, /Write the text, or add a scan/],
      [{ text: "a".repeat(6_001) }, /6,000/],
      [{ identity: "" }, /may be seen/],
    ];
    for (const [slip, sentence] of slips) {
      const page = await country.operator.fill("/en/intake/paper", { ...whole, ...slip });
      assert.equal(page.status, 422, JSON.stringify(slip));
      assert.match(page.body, sentence);
      assert.ok(page.body.includes(marker.name), "what was typed is still there");
    }
    assert.equal(await countCases(country), 0);
  });
});

test("a nameless paper and a paper that is only a scan are registered", async () => {
  await withIntake(async (country) => {
    const { operator } = country;
    const nameless = await operator.fill("/en/intake/paper", { ...whole, name: "", address: "" });
    assert.equal(nameless.status, 303);
    const page = await operator.get("/en/intake/paper");
    const scan = { field: "scan-2", fileName: "arza.pdf", content: "%PDF-1.4 gaz" };
    const scanned = await operator.upload(
      "/en/intake/paper",
      { ...hiddenIn(page.body), ...whole, text: "", name: "x" },
      scan,
    );
    assert.equal(scanned.status, 303);
    const [part] = await country.country.database.owner`
      select media_type from record.part where name = 'attachment-1'`;
    assert.equal(part?.media_type, "application/pdf");
  });
});

test("a paper that was entered already is pointed out, and another one of the same name goes through", async () => {
  await withIntake(async (country) => {
    const { operator } = country;
    assert.equal((await operator.fill("/en/intake/paper", whole)).status, 303);
    const hint = await operator.fill("/en/intake/paper", whole);
    assert.equal(hint.status, 422);
    assert.match(hint.body, /Was this paper entered already/);
    assert.match(hint.body, /\d\d-\d{4}-\d{4}-\d/);
    assert.equal(await countCases(country), 1);
    const other = await operator.fill("/en/intake/paper", { ...whole, text: "başga iş", another: "yes" });
    assert.equal(other.status, 303);
    assert.equal(await countCases(country), 2);
    const [rows] = await country.country.database
      .owner`select string_agg(mark::text, ' ') as marks from intake.entry_mark`;
    assert.ok(!String(rows?.marks).includes(Buffer.from(marker.name).toString("hex")));
  });
});

test("the same form sent twice is one paper with one receipt", async () => {
  await withIntake(async (country) => {
    const { operator } = country;
    const page = await operator.get("/en/intake/paper");
    const fields = { ...hiddenIn(page.body), ...whole };
    const first = await operator.post("/en/intake/paper", fields);
    const second = await operator.post("/en/intake/paper", fields);
    assert.deepEqual([first.status, second.status, second.location], [303, 303, first.location]);
    assert.equal(await countCases(country), 1);
  });
});

test("who holds no office is led to the sign-in or turned away; the foreign operator enters at their own body", async () => {
  await withIntake(async (country) => {
    assert.match((await country.visitor.get("/en/intake/paper")).location, /sign-in/);
    assert.equal((await country.helper.get("/en/intake/paper")).status, 403);
    assert.equal((await country.foreigner.get("/en/intake/paper?body=ministry-of-springs")).status, 404);
    const page = await country.foreigner.get("/en/intake/paper");
    assert.match(page.body, /Taken at: ministry-of-roads/);
  });
});

test("whoever holds the stub is shown the case; the number alone, a wrong code and an address show nothing", async () => {
  await withIntake(async (country) => {
    const pad = await padOf(country, ministry, 2);
    const sent = await country.operator.fill("/en/intake/paper", { ...whole, stub: `${pad}-1` });
    assert.equal(sent.status, 303);
    const keys = stubKeysOf(country.tools);
    const at = (number: number) => stubAt(keys.serverKey, keys.origin, { body: ministry, pad, number });
    const { visitor } = country;
    const ask = (text: string) => visitor.fill("/en/intake/stub", { stub: text });
    const shown = await ask(stubText(at(1)));
    assert.match(shown.body, /The paper is registered/);
    const [number, code] = [/\d\d-\d{4}-\d{4}-\d/, /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}(?=<)/].map(
      (shape) => shape.exec(shown.body)?.[0] ?? "",
    );
    const opened = await visitor.fill("/en/case", { number: number ?? "", code: code ?? "" });
    assert.equal(opened.status, 303, "the secret of the stub opens the case");
    assert.match((await ask(stubText(at(2)))).body, /No paper is registered under this stub/);
    assert.match((await ask(stubText({ ...at(1), code: at(2).code }))).body, /not known here/);
    assert.equal((await ask(`${ministry}-${pad}-0001`)).status, 422);
    for (const page of [shown, opened]) assert.ok(!page.location.includes(stubText(at(1)).slice(-19)));
  });
});

test("a paper that complains of somebody in office never goes to them", async () => {
  await withIntake(async (country) => {
    const named = { ...whole, "complained-of": "ministry-of-springs/inspector", who: "the one in room 12" };
    assert.equal((await country.operator.fill("/en/intake/paper", named)).status, 303);
    const rows = await country.country.database.owner<{ body: number; post: string }[]>`
      select body, post from sealed.complained_of`;
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [{ body: ministry, post: "inspector" }],
    );
    // Who does not exist is left out; the paper is registered in any case.
    const odd = { ...whole, text: "başga", name: "x", "complained-of": "ministry-of-harbours/king" };
    assert.equal((await country.operator.fill("/en/intake/paper", odd)).status, 303);
  });
});

test("whom a paper can name follows the body it is meant for, and any other is found by its name", async () => {
  await withIntake(async (country) => {
    const { operator } = country;
    const fresh = await operator.get("/en/intake/paper");
    assert.match(
      fresh.body,
      /value="ministry-of-springs\/inspector"/,
      "who took it is proposed as addressee",
    );
    const toRoads = { ...whole, addressee: "ministry-of-roads" };
    const listed = await operator.fill("/en/intake/paper", { ...toRoads, look: "yes", search: "spring" });
    assert.equal(listed.status, 200);
    for (const value of [
      "ministry-of-roads/inspector",
      "ministry-of-roads/*",
      "cabinet/*",
      "ministry-of-springs/*",
    ]) {
      assert.ok(listed.body.includes(`value="${value}"`), value);
    }
    assert.ok(listed.body.includes(marker.text), "what was typed stays");
    const fields = { ...toRoads, "complained-of": "ministry-of-springs/*" };
    assert.equal((await operator.fill("/en/intake/paper", fields)).status, 303);
    const rows = await country.country.database.owner<{ body: number }[]>`
      select body from sealed.body_complained_of`;
    assert.deepEqual(
      rows.map(({ body }) => body),
      [ministry],
    );
  });
});

test("a paper about its addressee: others are proposed, and it is registered when the person insists", async () => {
  await withIntake(async (country) => {
    const { operator } = country;
    const about = { ...whole, "complained-of": "ministry-of-springs/head" };
    const asked = await operator.fill("/en/intake/paper", about);
    assert.equal(asked.status, 422);
    assert.match(asked.body, /Nobody there could handle it[\s\S]*<li>cabinet<\/li>/);
    assert.match(asked.body, /value="ministry-of-springs\/head" checked/);
    assert.equal((await operator.fill("/en/intake/paper", { ...about, stays: "yes" })).status, 303);
  });
});

test("a paper found in a drawer keeps its own day once the operator has said that it is right", async () => {
  await withIntake(async (country) => {
    const { operator } = country;
    country.country.clock.now = morning(2027, 3, 1);
    const old = { ...whole, day: "2.11.2026" };
    const asked = await operator.fill("/en/intake/paper", old);
    assert.equal(asked.status, 422);
    assert.match(asked.body, /The day lies far back/);
    assert.match(asked.body, /name="old"/);
    const sent = await operator.fill("/en/intake/paper", { ...old, old: "yes" });
    assert.equal(sent.status, 303, sent.body);
    const receipt = await operator.get(sent.location);
    for (const words of ["2 November 2026", "1 March 2027", "23 November 2026"]) {
      assert.ok(receipt.body.includes(words), words);
    }
    const slip = await operator.fill("/en/intake/paper", { ...old, day: "2.11.1926", old: "yes" });
    assert.equal(slip.status, 422, "a hundred years are a slip of the pen whatever is ticked");
  });
});
