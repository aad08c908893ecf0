import assert from "node:assert/strict";
import { test } from "node:test";
import { textOfPieces } from "#core/acts/published-appeal.ts";
import { parseErased } from "#core/record/publication.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { assign, fileOne, refuse } from "../test-support/cases.ts";
import {
  agreeOn,
  idIn,
  indexOf,
  outsideAt,
  publishOne,
  releaseOf,
  withPublishingPortal,
} from "./published-samples.ts";

const story = "Köçämizde gaz ýok. Goňşymyz Myrat hem garaşýar, telefony +993 65 12 34 56.";
const copy = { subject: "Gaz ýok", text: story, matter: "energy", place: "" };

test("an author agrees, the head cuts with a reason, everyone reads, and the author takes it back", async () => {
  await withPublishingPortal(async (portal) => {
    const { author, head, visitor } = portal;
    const filed = await fileOne(portal, { text: "Gizlin asyl tekst", account: author.account });
    const { number, tag } = filed.row;
    const browser = await author.browser();
    const form = await browser.open(`/en/case/${number}/publish`);
    assert.match(form.body, /Gizlin asyl tekst/, "the copy begins with what was filed");
    const preview = await browser.send(form, `/en/case/${number}/publish`, { ...copy, step: "preview" });
    assert.match(preview.body, /\+993 65 12 34 56<\/b>: telephone number/);
    assert.match(preview.body, /Copies that others have made by then cannot be called back/);
    assert.deepEqual(await markupProblems(preview.body), []);
    const unticked = await browser.send(preview, `/en/case/${number}/publish`, { step: "agree" });
    assert.equal(unticked.status, 422, "no word, no agreement");
    const agreed = await browser.send(unticked, `/en/case/${number}/publish`, {
      agreed: "yes",
      step: "agree",
    });
    assert.match(agreed.body, /has not released it yet/);
    assert.equal((await visitor.open("/en/appeals")).body.includes("Gaz ýok"), false, "not before the head");

    const desk = await head.browser();
    const early = await desk.open(`/en/desk/${number}/publish`);
    assert.equal(early.status, 422);
    assert.match(early.body, /Open the texts of this case first/);
    const done = await releaseOf(desk, number, { passage1: "Myrat", reason1: "names-a-person" });
    const id = idIn(done.body);
    assert.ok(!id.includes(number.replaceAll("-", "")), "the address says nothing of the number");
    await portal.sequence();

    const page = await visitor.open(`/en/appeals/${id}`);
    assert.equal(page.status, 200);
    assert.deepEqual(await markupProblems(page.body), []);
    assert.match(
      page.body,
      /Goňşymyz <span lang="en"><strong class="tag plain">cut: names a person<\/strong><\/span> hem garaşýar/,
    );
    for (const hidden of [number, "Myrat", "Gizlin asyl", "Bagtygül", "Baş Başow"]) {
      assert.ok(!page.body.includes(hidden), `${hidden} is not for everyone`);
    }
    const index = await indexOf(portal, tag, "published");
    const outside = await outsideAt(portal, index);
    assert.equal(outside?.id, id);
    assert.equal(textOfPieces(outside?.text ?? [], "□").includes("Goňşymyz □ hem"), true);
    const told = await (await author.browser()).open(`/en/case/${number}`);
    assert.match(told.body, /The head of the body has cut words:<\/p><ul><li>names a person: 1<\/li>/);

    const back = await author.browser();
    const asking = await back.open(`/en/case/${number}/take-back`);
    await back.send(asking, `/en/case/${number}/take-back`, {});
    assert.equal((await visitor.open(`/en/appeals/${id}`)).status, 404);
    assert.equal((await visitor.open("/en/appeals?words=gaz")).body.includes("Gaz ýok"), false);
    await portal.finishErasures();
    await portal.sequence();
    assert.equal(await outsideAt(portal, index), null, "the file is gone");
    const erased = parseErased(portal.tools.receipts.readPublished("erased.json") ?? "");
    assert.deepEqual(erased.ok && erased.value.indexes, [index], "and mirrors are told");
    const [left] = await portal.country.database.worker`
      select 1 from cases.publication where case_tag = ${tag}`;
    assert.equal(left, undefined, "no word of it is left for searching");
  });
});

test("the head can cut and cannot add; a passage that does not occur is said to, and only a head releases", async () => {
  await withPublishingPortal(async (portal) => {
    const filed = await fileOne(portal, { text: "Gizlin asyl tekst", account: portal.author.account });
    const { number } = filed.row;
    await agreeOn(await portal.author.browser(), number, copy);
    const desk = await portal.head.browser();
    const path = `/en/desk/${number}/publish`;
    await desk.send(await desk.open(`/en/desk/${number}`), `/en/desk/${number}/open`, {});
    const form = await desk.open(path);
    for (const [fields, problem] of [
      [{ passage1: "Gurban", reason1: "insults" }, "The first passage does not stand in the text"],
      [{ passage2: "Myrat" }, "Choose why the second passage is cut"],
    ] as const) {
      const again = await desk.send(form, path, { ...fields, step: "preview" });
      assert.equal(again.status, 422);
      assert.ok(again.body.includes(problem), problem);
      assert.deepEqual(await markupProblems(again.body), []);
    }
    const citizen = await portal.author.browser();
    assert.equal((await citizen.open(path)).status, 403);
  });
});

test("the reply stands in public only with the author's word, without what the author cuts; a new text replaces the old", async () => {
  await withPublishingPortal(async (portal) => {
    const { author, head, visitor } = portal;
    const { filed, number, id } = await publishOne(portal, copy);
    const { tag } = filed.row;
    await portal.sequence();
    const first = await indexOf(portal, tag, "published");
    await assign(portal, filed);
    await refuse(portal, filed, "Hormatly Bagtygül, gaz indi hepde berler.");
    await portal.sequence();
    const page = await visitor.open(`/en/appeals/${id}`);
    assert.match(page.body, /facts were not confirmed/i, "the outcome and its grounds stand with it");
    assert.ok(!page.body.includes("gaz indi hepde"), "the reply does not, before the author says so");

    const browser = await author.browser();
    const path = `/en/case/${number}/publish`;
    const wrong = await browser.send(await browser.open(path), path, {
      ...copy,
      ...{ reply: "yes", replyCuts: "Oguljan", step: "preview" },
    });
    assert.equal(wrong.status, 422);
    await agreeOn(await author.browser(), number, { ...copy, reply: "yes", replyCuts: "Bagtygül" });
    const done = await releaseOf(await head.browser(), number);
    assert.equal(idIn(done.body), id, "the address stays");
    await portal.finishErasures();
    await portal.sequence();
    const whole = await visitor.open(`/en/appeals/${id}`);
    assert.match(
      whole.body,
      /Hormatly <span lang="en"><strong class="tag plain">cut: the author wishes it<\/strong><\/span>, gaz indi/,
    );
    assert.equal(await outsideAt(portal, first), null, "what was replaced is erased");
    const second = await outsideAt(portal, await indexOf(portal, tag, "published"));
    assert.equal(textOfPieces(second?.reply ?? [], "□"), "Hormatly □, gaz indi hepde berler.");
  });
});

test("an agreement sent twice is one act, and the head releases only what was read", async () => {
  await withPublishingPortal(async (portal) => {
    const filed = await fileOne(portal, { text: "Gizlin asyl tekst", account: portal.author.account });
    const { number, tag } = filed.row;
    const browser = await portal.author.browser();
    const path = `/en/case/${number}/publish`;
    const preview = await browser.send(await browser.open(path), path, { ...copy, step: "preview" });
    await browser.send(preview, path, { agreed: "yes", step: "agree" });
    await browser.send(preview, path, { agreed: "yes", step: "agree" });
    const count = async () => {
      const [row] = await portal.country.database.worker<{ count: number }[]>`
        select count(*) as count from record.act where subject = ${tag} and kind = 'added'`;
      return row?.count;
    };
    assert.equal(await count(), 1);
    const desk = await portal.head.browser();
    await desk.send(await desk.open(`/en/desk/${number}`), `/en/desk/${number}/open`, {});
    const read = await desk.send(
      await desk.open(`/en/desk/${number}/publish`),
      `/en/desk/${number}/publish`,
      {
        step: "preview",
      },
    );
    await agreeOn(await portal.author.browser(), number, { ...copy, text: "Başga tekst." });
    await desk.send(await desk.open(`/en/desk/${number}`), `/en/desk/${number}/open`, {});
    const late = await desk.send(read, `/en/desk/${number}/publish`, { step: "release" });
    assert.equal(late.status, 422);
    assert.match(late.body, /has agreed to another text meanwhile/);
    assert.match(late.body, /Başga tekst\./, "and this one is shown");
  });
});
