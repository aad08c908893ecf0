import assert from "node:assert/strict";
import { test } from "node:test";
import { cabinet, ministry } from "#tests/country/small-country.ts";
import { hiddenIn, marker, withIntake } from "#tests/intake/intake-country.ts";

const whole = {
  kind: "filed-complaint",
  addressee: "ministry-of-springs",
  language: "tk",
  subject: "Gaz",
  text: marker.text,
  name: marker.name,
  address: marker.address,
  contact: "",
  identity: "sealed",
};
const secretShape = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/;
const numberShape = /\d\d-\d{4}-\d{4}-\d/;

test("a helper types in, hands over the paper, and sees nothing of it on any page afterwards", async () => {
  await withIntake(async (country) => {
    const { helper } = country;
    const sent = await helper.fill("/en/intake/assist", whole);
    assert.equal(sent.status, 303);
    const paper = await helper.get(sent.location);
    const number = numberShape.exec(paper.body)?.[0] ?? "";
    const secret = secretShape.exec(paper.body)?.[0] ?? "";
    assert.ok(number !== "" && secret !== "");
    assert.ok(!paper.body.includes(marker.text) && !paper.body.includes(marker.name));
    const done = await helper.post("/en/intake/assist/done", hiddenIn(paper.body));
    const gone = await helper.get(done.location);
    assert.equal(gone.status, 410);
    for (const path of [
      "/en/intake/assist/paper",
      "/en/intake/assist",
      "/en/intake",
      "/en/desk",
      `/en/desk/${number}`,
      `/en/case/${number}`,
      "/en/my",
      "/en/appeal/receipt",
      "/en/intake/paper",
      "/en/intake/paper/receipt",
      "/en/intake/pads",
    ]) {
      const page = await helper.get(path);
      for (const words of [number, secret, marker.text, marker.name]) {
        assert.ok(!page.body.includes(words), `${path} shows ${words}`);
      }
    }
    const [row] = await country.country.database.owner<{ channel: string; actor: string }[]>`
      select c.channel, a.actor from cases.case c join record.act a on a.subject = c.case_tag`;
    assert.deepEqual({ ...row }, { channel: "assisted-point", actor: "applicant" });
  });
});

test("the person opens the case at home with what stands on the paper", async () => {
  await withIntake(async ({ helper, visitor }) => {
    const paper = await helper.get((await helper.fill("/en/intake/assist", whole)).location);
    const number = numberShape.exec(paper.body)?.[0] ?? "";
    const code = secretShape.exec(paper.body)?.[0] ?? "";
    const opened = await visitor.fill("/en/case", { number, code });
    assert.equal(opened.location, `/en/case/${number}`);
  });
});

test("a form sent again shows the paper until it was handed over, and never after", async () => {
  await withIntake(async (country) => {
    const { helper } = country;
    const page = await helper.get("/en/intake/assist");
    const fields = { ...hiddenIn(page.body), ...whole };
    const first = await helper.get((await helper.post("/en/intake/assist", fields)).location);
    const lost = await helper.get((await helper.post("/en/intake/assist", fields)).location);
    assert.equal(
      numberShape.exec(lost.body)?.[0],
      numberShape.exec(first.body)?.[0],
      "the line broke: the same paper",
    );
    await helper.post("/en/intake/assist/done", hiddenIn(first.body));
    const after = await helper.get((await helper.post("/en/intake/assist", fields)).location);
    assert.equal(after.status, 410);
    assert.equal((await country.country.database.owner`select 1 from cases.case`).length, 1);
  });
});

test("beginning the next one hands over the last", async () => {
  await withIntake(async ({ helper }) => {
    const sent = await helper.fill("/en/intake/assist", whole);
    await helper.get("/en/intake/assist");
    assert.equal((await helper.get(sent.location)).status, 410);
  });
});

test("a slip keeps what was typed; nobody but a helper types in", async () => {
  await withIntake(async ({ helper, operator, head, visitor }) => {
    const page = await helper.fill("/en/intake/assist", { ...whole, addressee: "", name: "" });
    assert.equal(page.status, 422);
    assert.ok(page.body.includes(marker.text));
    for (const other of [operator, head]) assert.equal((await other.get("/en/intake/assist")).status, 403);
    assert.match((await visitor.get("/en/intake/assist")).location, /sign-in/);
  });
});

test("a helper asks whom the complaint is about: it never reaches them; about the addressee others are proposed", async () => {
  await withIntake(async ({ helper, country }) => {
    const fresh = await helper.get("/en/intake/assist");
    assert.match(fresh.body, /Choose the body above and press the last button/);
    const listed = await helper.fill("/en/intake/assist", { ...whole, look: "yes" });
    assert.equal(listed.status, 200);
    assert.ok(
      listed.body.includes('value="ministry-of-springs/inspector"') && listed.body.includes(marker.text),
    );
    const inspector = { ...whole, "complained-of": "ministry-of-springs/inspector", who: "room 12" };
    assert.equal((await helper.fill("/en/intake/assist", inspector)).status, 303);
    const rows = await country.database.owner<{ body: number; post: string }[]>`
      select body, post from sealed.complained_of`;
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [{ body: ministry, post: "inspector" }],
    );
    const itself = { ...whole, "complained-of": "ministry-of-springs/*" };
    const asked = await helper.fill("/en/intake/assist", itself);
    assert.equal(asked.status, 422);
    assert.match(asked.body, /<li>cabinet<\/li>/);
    assert.equal((await helper.fill("/en/intake/assist", { ...itself, stays: "yes" })).status, 303);
  });
});

test("a name in the person's words is asked about once: ticked it binds, not ticked it goes on", async () => {
  await withIntake(async ({ helper, person, country }) => {
    await person("Barlag Barlagow", cabinet, "head");
    for (const meant of [false, true]) {
      const words = { ...whole, subject: `Gaz ${meant}`, who: "на Барлагова" };
      const asked = await helper.fill("/en/intake/assist", words);
      assert.equal(asked.status, 422);
      assert.match(asked.body, /Do you mean somebody of these[\s\S]*Barlag Barlagow/);
      const value = /name="meant" value="([^"]+)"/.exec(asked.body)?.[1] ?? "";
      const again = { ...hiddenIn(asked.body), ...words, ...(meant ? { meant: value } : {}) };
      const sent = await helper.post("/en/intake/assist", again);
      assert.equal(sent.status, 303, sent.body);
      assert.equal((await country.database.owner`select 1 from sealed.complained_of`).length, meant ? 1 : 0);
    }
  });
});
