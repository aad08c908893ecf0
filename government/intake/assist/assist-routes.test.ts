import assert from "node:assert/strict";
import { test } from "node:test";
import { cabinet, ministry } from "#tests/country/small-country.ts";
import { hiddenIn, marker, typeIn, withIntake } from "#tests/intake/intake-country.ts";

const whole = {
  kind: "filed-complaint",
  addressee: "ministry-of-springs",
  language: "tk",
  subject: "Gaz",
  text: marker.text,
  whom: "self",
  name: marker.name,
  address: marker.address,
  contact: "",
  identity: "sealed",
};
const secretShape = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/;
const numberShape = /\d\d-\d{4}-\d{4}-\d/;

test("the person opens the case at home with what stands on the paper", async () => {
  await withIntake(async ({ helper, visitor }) => {
    const paper = await helper.get((await typeIn(helper, whole)).location);
    const number = numberShape.exec(paper.body)?.[0] ?? "";
    const code = secretShape.exec(paper.body)?.[0] ?? "";
    const opened = await visitor.fill("/en/case", { number, code });
    assert.equal(opened.location, `/en/case/${number}`);
  });
});

test("a form sent again shows the paper until it was handed over, and never after", async () => {
  await withIntake(async (country) => {
    const { helper } = country;
    const page = await helper.fill("/en/intake/assist", { ...whole, identity: "shown" });
    const fields = { ...hiddenIn(page.body), ...whole, identity: "shown" };
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
    const sent = await typeIn(helper, whole);
    await helper.get("/en/intake/assist");
    assert.equal((await helper.get(sent.location)).status, 410);
  });
});

test("a slip keeps what was typed; nobody but a helper types in", async () => {
  await withIntake(async ({ helper, operator, head, visitor }) => {
    for (const slip of [
      { addressee: "" },
      { subject: "" },
      { whom: "another", identity: "shown" },
      { identity: "" },
    ]) {
      const page = await helper.fill("/en/intake/assist", { ...whole, ...slip });
      assert.equal(page.status, 422, JSON.stringify(slip));
      assert.ok(page.body.includes(marker.text));
    }
    const unsaid = await typeIn(helper, { ...whole, identity: "shown", name: "" });
    assert.equal(unsaid.status, 422);
    assert.match(unsaid.body, /value="Çynar, 5-nji jaý"/);
    const back = await helper.post("/en/intake/assist", { ...hiddenIn(unsaid.body), back: "yes" });
    assert.ok(back.status === 200 && back.body.includes(`${marker.text}</textarea>`));
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
    const more = await helper.fill("/en/intake/assist", { ...inspector, identity: "shown" });
    assert.match(more.body, /<li>Inspector[^<]*<\/li><li>room 12<\/li>/, "read aloud before it is sent");
    assert.equal((await typeIn(helper, inspector)).status, 303);
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
    assert.equal((await typeIn(helper, { ...itself, stays: "yes" })).status, 303);
  });
});

test("a name in the person's words is asked about once: ticked it binds, not ticked it goes on", async () => {
  await withIntake(async ({ helper, person, country }) => {
    await person("Barlag Barlagow", cabinet, "head");
    for (const meant of [false, true]) {
      const words = { ...whole, identity: "shown", subject: `Gaz ${meant}`, who: "на Барлагова" };
      const asked = await helper.fill("/en/intake/assist", words);
      assert.equal(asked.status, 422);
      assert.match(asked.body, /Do you mean somebody of these[\s\S]*Barlag Barlagow/);
      const value = /name="meant" value="([^"]+)"/.exec(asked.body)?.[1] ?? "";
      const again = { ...hiddenIn(asked.body), ...words, ...(meant ? { meant: value } : {}) };
      const you = await helper.post("/en/intake/assist", again);
      const sent = await helper.post("/en/intake/assist", {
        ...hiddenIn(you.body),
        ...whole,
        identity: "shown",
        subject: words.subject,
      });
      assert.equal(sent.status, 303, sent.body);
      assert.equal((await country.database.owner`select 1 from sealed.complained_of`).length, meant ? 1 : 0);
    }
  });
});

test("nothing goes past the warning: not a post that was prepared, not a choice that changed afterwards", async () => {
  await withIntake(async ({ helper, country }) => {
    const path = "/en/intake/assist";
    const you = await helper.fill(path, { ...whole, identity: "shown" });
    const ready = { ...hiddenIn(you.body), ...whole };
    for (const identity of ["sealed", "nameless"]) {
      const other = identity === "sealed" ? "nameless" : "sealed";
      for (const fields of [{ identity }, { identity, warned: other }, { identity, page: "warning" }]) {
        const page = await helper.post(path, { ...ready, ...fields });
        assert.ok(page.body.indexOf("lawyer") < page.body.indexOf("This line can"), "safer ways come first");
        assert.match(page.body, /Whoever types it in for you[\s\S]*name="understood"/);
        assert.equal(
          page.body.includes(marker.name),
          identity === "sealed",
          "a name goes with the choice of none",
        );
      }
      const warned = await helper.post(path, { ...ready, identity, page: "warning", understood: "yes" });
      assert.equal(warned.body.includes('name="name"'), identity === "sealed");
      assert.ok(!hiddenIn(warned.body).name);
    }
    for (const whom of ["together", "another"]) {
      const said = { ...whole, whom, relation: "relative", identity: "nameless" };
      const refused = await helper.fill(path, said);
      assert.equal(refused.status, 422);
      assert.match(refused.body, /gives a name: choose whether it is shown or sealed/);
      assert.equal((await helper.post(path, { ...ready, ...said, warned: "nameless" })).status, 422);
    }
    assert.equal((await country.database.owner`select 1 from cases.case`).length, 0);
  });
});
