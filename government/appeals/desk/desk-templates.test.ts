import assert from "node:assert/strict";
import { test } from "node:test";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { type Browser, formAt, hiddenIn, type Reply } from "../test-support/browser-samples.ts";
import { templatesMax } from "../write-reply-template.ts";
import { withTextAtEnd } from "./desk-reply-template.ts";
import { type DeskCountry, withDeskCountry } from "./desk-samples.ts";

const list = "/en/desk/templates";
const gas = {
  name: "Gas repairs",
  textTk: "Gaz geçirijini bejermek meýilnamada bar.\nGün: ",
  textRu: "Ремонт газопровода стоит в плане.",
  textEn: "",
};

function write(browser: Browser, fields: Record<string, string> = {}): Promise<Reply> {
  return browser.fill(list, { ...gas, ...fields });
}

/** Where the template of a name is changed, as its list links to it. */
async function pathOf(browser: Browser, name: string): Promise<string> {
  const page = await browser.get(list);
  const path = page.body.split("<tr>").find((row) => row.includes(`>${name}</a>`));
  return /href="([^"]+)"/.exec(path ?? "")?.[1] ?? assert.fail(`no ${name} in ${page.body}`);
}

async function answering(desk: DeskCountry): Promise<string> {
  const path = `/en/desk/${(await desk.file()).row.number}`;
  await desk.head.fill(`${path}/assign`, { post: "inspector" });
  await desk.inspector.fill(`${path}/answer`, { outcome: "satisfied" });
  return `${path}/answer/text`;
}

/** The value of the button that puts a template in. */
function insertButton({ body }: Reply, name: string): string {
  const button = [...body.matchAll(/<button [^>]*>/g)].map(([tag]) => tag);
  const labels = body.split("</button>").map((text) => text.slice(text.lastIndexOf("<button")));
  const found = labels.find((label) => label.endsWith(`>Insert: ${name}`));
  assert.ok(found, `a button for ${name} among ${button.length}`);
  return /value="([^"]+)"/.exec(found)?.[1] ?? "";
}

/** What stands in a textarea, as a browser reads it. */
function textIn({ body }: Reply, field: string): string {
  const written = new RegExp(`<textarea id="${field}"[^>]*>\n([^<]*)</textarea>`).exec(body)?.[1] ?? "";
  return written
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

async function countTemplates({ country }: DeskCountry): Promise<number> {
  const [row] = await country.database.owner<{ count: number }[]>`
    select count(*) as count from cases.reply_template`;
  return Number(row?.count);
}

test("the head writes a template once however often it is sent, changes it and removes it", async () => {
  await withDeskCountry(async (desk) => {
    assert.match((await desk.head.get("/en/desk/overview")).body, /href="\/en\/desk\/templates"/);
    const empty = await desk.head.get(list);
    assert.match(empty.body, /There is no template yet/);
    const form = { ...formAt(empty.body, list), ...gas };
    const sent = await Promise.all([desk.head.post(list, form), desk.head.post(list, form)]);
    for (const reply of [...sent, await desk.head.post(list, form)]) {
      assert.equal(reply.location, `${list}?done=write`);
    }
    assert.equal(await countTemplates(desk), 1);
    const kept = await desk.head.get(`${list}?done=write`);
    assert.match(kept.body, /The template has been kept/);
    assert.match(kept.body, /<td ><span lang="tk">Türkmençe<\/span>, <span lang="ru">Русский<\/span><\/td>/);

    const path = await pathOf(desk.head, gas.name);
    const page = await desk.head.get(path);
    assert.equal(textIn(page, "textRu"), gas.textRu);
    for (const { body } of [empty, kept, page]) assert.deepEqual(await markupProblems(body), []);
    const change = { ...formAt(page.body, path), ...gas, name: "Gas", textEn: "Repairs are planned." };
    for (let time = 0; time < 2; time += 1) {
      assert.equal((await desk.head.post(path, change)).location, `${list}?done=write`);
    }
    const changed = await desk.head.get(await pathOf(desk.head, "Gas"));
    assert.equal(textIn(changed, "textEn"), "Repairs are planned.");
    const removal = formAt(changed.body, `${path}/remove`);
    for (let time = 0; time < 2; time += 1) {
      assert.equal((await desk.head.post(`${path}/remove`, removal)).location, `${list}?done=remove`);
    }
    assert.equal(await countTemplates(desk), 0);
    assert.equal((await desk.head.get(path)).status, 404);
  });
});

test("an official, another body's head and a citizen neither write, change, remove nor see the list", async () => {
  await withDeskCountry(async (desk) => {
    await write(desk.head);
    const path = await pathOf(desk.head, gas.name);
    for (const browser of [desk.inspector, desk.clerk, desk.citizen, desk.controller]) {
      assert.equal((await browser.get(list)).status, 403);
      for (const target of [list, path, `${path}/remove`]) {
        assert.equal((await browser.post(target, { ...gas, name: "Not theirs" })).status, 403, target);
      }
    }
    assert.doesNotMatch((await desk.inspector.get("/en/desk/overview")).body, /desk\/templates/);
    // The other head writes there, and nothing of here: neither by its address nor with a form of theirs.
    const theirs = await desk.foreigner.get(list);
    assert.doesNotMatch(theirs.body, /Gas repairs/);
    assert.equal((await desk.foreigner.get(path)).status, 404);
    const form = { ...formAt(theirs.body, list), ...gas, name: "Taken over", seen: "1" };
    const tried = await desk.foreigner.post(path, form);
    assert.equal(tried.status, 422);
    assert.match(tried.body, /This template is not there any more/);
    const { "form-key": formKey = "" } = hiddenIn((await desk.foreigner.get(list)).body);
    await desk.foreigner.post(`${path}/remove`, { "form-key": formKey });
    assert.equal(textIn(await desk.head.get(path), "textTk"), gas.textTk.trim());
  });
});

test("what cannot be kept is refused in words, and every letter typed is still there", async () => {
  await withDeskCountry(async (desk) => {
    await write(desk.head);
    const tries = [
      [{ name: "" }, /href="#name">/],
      [{ name: "Empty", textTk: "", textRu: " " }, /Write the text in at least one language/],
      [{ name: "Long", textRu: "я".repeat(2_001) }, /href="#textRu">/],
      [{ textTk: "Başga <tekst>" }, /Another template has this name/],
    ] as const;
    for (const [fields, words] of tries) {
      const tried = await write(desk.head, fields);
      assert.equal(tried.status, 422);
      assert.match(tried.body, words);
      const typed = { ...gas, ...fields };
      for (const field of ["textTk", "textRu", "textEn"] as const) {
        assert.equal(textIn(tried, field), typed[field]);
      }
      assert.deepEqual(await markupProblems(tried.body), []);
    }
    assert.equal(await countTemplates(desk), 1);
    for (let written = 1; written < templatesMax; written += 1) {
      assert.equal((await write(desk.head, { name: `Number ${written}` })).status, 303);
    }
    const full = await desk.head.get(list);
    assert.match(full.body, /Templates: 30/);
    const { "form-key": formKey = "" } = hiddenIn((await desk.head.get("/en/desk/handover")).body);
    const more = await desk.head.post(list, { "form-key": formKey, ...gas, name: "One more" });
    assert.equal(more.status, 422);
    assert.match(more.body, /as many as it can keep/);
    assert.equal(textIn(more, "textRu"), gas.textRu);
    assert.equal(await countTemplates(desk), templatesMax);
  });
});

test("of two who change the same template the second learns of the first, and loses nothing", async () => {
  await withDeskCountry(async (desk) => {
    await write(desk.head);
    const path = await pathOf(desk.head, gas.name);
    const form = () => desk.head.get(path).then(({ body }) => formAt(body, path));
    const [first, second] = [await form(), await form()];
    assert.equal((await desk.head.post(path, { ...first, ...gas, textEn: "First" })).status, 303);
    const late = await desk.head.post(path, { ...second, ...gas, textEn: "Second" });
    assert.equal(late.status, 422);
    assert.match(late.body, /Somebody changed this template meanwhile/);
    assert.equal(textIn(late, "textEn"), "Second");
    assert.equal(textIn(await desk.head.get(path), "textEn"), "First", "nothing was written over");
    const knowing = { ...formAt(late.body, path), ...gas, textEn: "Second" };
    assert.equal((await desk.head.post(path, knowing)).location, `${list}?done=write`);
    assert.equal(textIn(await desk.head.get(path), "textEn"), "Second");
  });
});

test("of two forms that come at once with one name, one is kept and the other told so", async () => {
  await withDeskCountry(async (desk) => {
    for (const name of ["One", "Two", "Three"]) {
      const forms = [await desk.head.get(list), await desk.head.get(list)].map(({ body }) =>
        formAt(body, list),
      );
      const sent = await Promise.all(forms.map((form) => desk.head.post(list, { ...form, ...gas, name })));
      assert.deepEqual(sent.map(({ status }) => status).sort(), [303, 422]);
    }
    assert.equal(await countTemplates(desk), 3);
  });
});

test("an official puts a template at the end of what was typed; nothing typed is lost, and twice is once", async () => {
  await withDeskCountry(async (desk) => {
    await write(desk.head);
    await write(desk.head, { name: "Only Russian", textTk: "" });
    await write(desk.foreigner, { name: "Of the other body" });
    const path = await answering(desk);
    const page = await desk.inspector.get(path);
    assert.deepEqual(await markupProblems(page.body), []);
    assert.doesNotMatch(page.body, /Of the other body/);
    const rows = page.body.split("<li>");
    assert.doesNotMatch(rows.find((row) => row.includes("Gas repairs")) ?? "", /Not in the language/);
    assert.match(
      rows.find((row) => row.includes("Only Russian")) ?? "",
      /Not in the language of the appeal: <span lang="ru">Русский/,
    );

    const typed = 'Hormatly "raýat" <Nar>,\r\n  şu gün & ertir.';
    const pressed = { text: typed, law: "art. 76", insert: insertButton(page, "Gas repairs") };
    for (let time = 0; time < 2; time += 1) {
      assert.equal((await desk.inspector.post(path, pressed)).location, `${path}#text`);
      const after = await desk.inspector.get(path);
      assert.equal(textIn(after, "text"), `${typed}\n\n${gas.textTk.trim()}`);
      assert.equal(textIn(after, "law"), "art. 76");
    }
    const further = textIn(await desk.inspector.get(path), "text");
    const other = { text: further, law: "art. 76", insert: insertButton(page, "Only Russian") };
    await desk.inspector.post(path, other);
    const whole = textIn(await desk.inspector.get(path), "text");
    assert.equal(whole, `${further}\n\n${gas.textRu}`);
    const check = await desk.inspector.post(path, { text: whole, law: "art. 76" });
    assert.equal(check.location, path.replace("/text", "/check"));
  });
});

test("a template that is meant for another outcome or kind stands behind those that fit, and is put in all the same", async () => {
  await withDeskCountry(async (desk) => {
    await write(desk.head, { name: "Any" });
    await write(desk.head, { name: "Granted", outcome: "satisfied", kind: "filed-complaint" });
    await write(desk.head, { name: "Refused", outcome: "refused" });
    await write(desk.head, { name: "To suggestions", kind: "filed-suggestion" });
    const wrong = await write(desk.head, { name: "Wrong", outcome: "perhaps" });
    assert.equal(wrong.status, 422);
    assert.match(wrong.body, /href="#outcome"/);
    const table = (await desk.head.get(list)).body;
    const meantFor = (name: string) =>
      /<td >([^<]*)<\/td>/.exec(table.split("<tr>").find((row) => row.includes(`>${name}</a>`)) ?? "")?.[1];
    assert.deepEqual(["Any", "Granted", "To suggestions"].map(meantFor), [
      "any answer",
      "What was asked is granted · complaint",
      "suggestion",
    ]);
    const path = await answering(desk);
    const offered = (page: Reply) => {
      const [first = "", others = ""] = page.body.split("<summary>2 templates for other answers</summary>");
      const names = (text: string) => [...text.matchAll(/>Insert: ([^<]+)</g)].map(([, name]) => name);
      return [names(first), names(others)];
    };
    const page = await desk.inspector.get(path);
    assert.deepEqual(await markupProblems(page.body), []);
    assert.deepEqual(offered(page), [
      ["Any", "Granted"],
      ["Refused", "To suggestions"],
    ]);
    await desk.inspector.fill(path.replace("/text", ""), { outcome: "refused" });
    assert.deepEqual(offered(await desk.inspector.get(path)), [
      ["Any", "Refused"],
      ["Granted", "To suggestions"],
    ]);
    const pressed = { text: "Hormatly", law: "", insert: insertButton(page, "Granted") };
    assert.equal((await desk.inspector.post(path, pressed)).location, `${path}#text`);
    const kept = await desk.head.get(await pathOf(desk.head, "Granted"));
    assert.match(kept.body, /<option value="satisfied" selected>/);
    await desk.head.fill(await pathOf(desk.head, "Granted"), { ...gas, name: "Granted" });
    const freed = await desk.inspector.get(path);
    assert.ok(freed.body.indexOf("Insert: Granted") < freed.body.indexOf("<summary>1 template for other"));
  });
});

test("a template that is gone, another body's or too long for this reply is not put in, and says so", async () => {
  await withDeskCountry(async (desk) => {
    await write(desk.head);
    await write(desk.foreigner, { name: "Theirs" });
    const path = await answering(desk);
    const foreign = (await pathOf(desk.foreigner, "Theirs")).split("/").at(-1) ?? "";
    const own = insertButton(await desk.inspector.get(path), "Gas repairs");
    const long = "ý".repeat(5_990);
    const tries = [
      [foreign, "Ýazylan söz", /This template is not there any more/],
      ["nonsense", "Başga söz", /This template is not there any more/],
      [own, long, /because the reply would be too long/],
    ] as const;
    for (const [insert, text, words] of tries) {
      const tried = await desk.inspector.post(path, { text, law: "art. 1", insert });
      assert.equal(tried.status, 422);
      assert.match(tried.body, words);
      assert.equal(textIn(tried, "text"), text);
      assert.equal(textIn(await desk.inspector.get(path), "text"), text, "the draft has it too");
      assert.deepEqual(await markupProblems(tried.body), []);
    }
    const file = { field: "attachment", fileName: "surat.txt", content: "ýönekeý tekst" };
    const fields = { text: "Sözler", law: "", insert: own };
    assert.equal((await desk.inspector.upload(path, fields, file)).location, `${path}#text`);
    assert.match((await desk.inspector.get(path)).body, /surat\.txt/, "a chosen file goes along");
  });
});

test("between two texts stands one empty line, however the first one ends", () => {
  const added = ["", " \n", "a", "a\n", "a\r\n", "a\n\n", "a\r\n\r\n", "a \n \n"];
  const wanted = ["b", "b", "a\n\nb", "a\n\nb", "a\r\n\nb", "a\n\nb", "a\r\n\r\nb", "a \n \nb"];
  assert.deepEqual(
    added.map((typed) => withTextAtEnd(typed, "b")),
    wanted,
  );
});
