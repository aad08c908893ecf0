import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { payloadPath } from "#core/record/publication.ts";
import { checkFiles } from "#government/cases/index.ts";
import { withoutPictureMetadata } from "#platform/file-metadata/picture-metadata.ts";
import { plainJpeg, plainPng } from "#platform/file-metadata/test-support/pictures.ts";
import { markErased } from "#platform/record/erase.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import type { TestBrowser } from "../test-support/browser.ts";
import { fileOne } from "../test-support/cases.ts";
import { asOutsider } from "../test-support/outsider.ts";
import {
  agreeOn,
  idIn,
  indexOf,
  outsideAt,
  type PublishingPortal,
  releaseOf,
  withPublishingPortal,
} from "./published-samples.ts";

const copy = { subject: "Gaz ýok", text: "Köçämizde gaz ýok.", matter: "energy", place: "" };
const place = "Gizlinýer 37.95 58.38";
/** As a telephone writes it: the place in a segment of metadata before everything else (ITU-T T.81 B.2.4.6). */
const placed = Buffer.from(`Exif\0\0${place}`);
const jpegWithPlace = Buffer.concat([
  plainJpeg.subarray(0, 2),
  Buffer.from([0xff, 0xe1, 0, placed.length + 2]),
  placed,
  plainJpeg.subarray(2),
]);
const attachments = [
  { fileName: "gizlin-köçe.jpg", mediaType: "image/jpeg", bytes: jpegWithPlace },
  { fileName: "gizlin-hat.txt", mediaType: "text/plain", bytes: Buffer.from("Gizlin hat") },
  { fileName: "gizlin-howly.png", mediaType: "image/png", bytes: plainPng },
];

async function fileWithPictures(portal: PublishingPortal) {
  const filed = await fileOne(portal, { text: "Gizlin asyl", account: portal.author.account, attachments });
  return { ...filed.row, actId: filed.actId };
}

async function lookAtFiles({ country, tools }: PublishingPortal): Promise<void> {
  assert.ok((await checkFiles({ sql: country.database.worker, scanner: null, now: tools.now })).ok);
}

/** What anybody gets at an address, byte by byte. */
async function fetched({ server }: PublishingPortal, url: string) {
  const { statusCode, headers, rawPayload } = await server.fastify.inject({ url });
  return { status: statusCode, headers, bytes: rawPayload };
}

async function statusOf(portal: PublishingPortal, url: string): Promise<number> {
  return (await fetched(portal, url)).status;
}

/** The author agrees to a copy with these pictures. */
async function agreeWith(browser: TestBrowser, number: string, pictures: readonly string[]): Promise<void> {
  const path = `/en/case/${number}/publish`;
  const fields = Object.entries(copy);
  const chosen = pictures.map((part): [string, string] => ["pictures", part]);
  const preview = await browser.postEach(await browser.open(path), path, [
    ...fields,
    ...chosen,
    ["step", "preview"],
  ]);
  assert.equal(preview.status, 200, "the preview");
  // The hidden fields hold the choice; of a name that comes twice the test's browser keeps the last.
  await browser.postEach(preview, path, [...chosen.slice(0, -1), ["agreed", "yes"], ["step", "agree"]]);
}

/** Whoever mirrors the record finds it when the copy names the digest of another picture. */
async function outsiderFindsAnother(portal: PublishingPortal, index: number, sha256: string): Promise<void> {
  await asOutsider(portal, async ({ aydyn, mirror, policy }) => {
    const verify = () => aydyn("verify", "log", mirror, "--policy", policy);
    const whole = await verify();
    assert.equal(whole.code, 0, whole.said);
    const file = join(mirror, payloadPath(index));
    const altered = readFileSync(file, "utf8").replace(/"bytes":"([^"]+)"/, (_all, base64: string) => {
      const text = Buffer.from(base64, "base64").toString("utf8");
      assert.ok(text.includes(sha256), "the published text names the picture");
      return `"bytes":"${Buffer.from(text.replace(sha256, "0".repeat(sha256.length))).toString("base64")}"`;
    });
    writeFileSync(file, altered);
    const found = await verify();
    assert.equal(found.code, 1, found.said);
    assert.ok(found.said.includes(payloadPath(index)), found.said);
  });
}

/** The first picture of a publication as anybody gets it, in any language; other addresses give none. */
async function sentAsFile(portal: PublishingPortal, id: string): Promise<Buffer> {
  const { status, headers, bytes } = await fetched(portal, `/ru/appeals/${id}/picture/1`);
  assert.deepEqual([status, headers["content-type"]], [200, "image/jpeg"]);
  assert.equal(headers["content-disposition"], `attachment; filename="${id}-1.jpg"`);
  assert.equal(headers["x-content-type-options"], "nosniff");
  assert.match(String(headers["content-security-policy"]), /default-src 'none'/);
  assert.ok(!bytes.includes("Gizlinýer") && !bytes.includes("Exif"), "nothing of where it was taken");
  assert.deepEqual(
    bytes,
    Buffer.from(withoutPictureMetadata("image/jpeg", plainJpeg) ?? []),
    "what it shows",
  );
  for (const at of ["0", "2", "3", "01", "x", "attachment-3"]) {
    assert.equal(await statusOf(portal, `/en/appeals/${id}/picture/${at}`), 404, at);
  }
  assert.equal(await statusOf(portal, "/en/appeals/0000000000/picture/1"), 404);
  return bytes;
}

test("no picture is shown unless its author chose it, and then cleaned, as a file, bound to the record by its digest", async () => {
  await withPublishingPortal(async (portal) => {
    const { author, head, visitor } = portal;
    const { number, tag } = await fileWithPictures(portal);
    const browser = await author.browser();
    const path = `/en/case/${number}/publish`;
    const form = await browser.open(path);
    assert.deepEqual(await markupProblems(form.body), []);
    assert.deepEqual(
      form.body
        .match(/<input [^>]*name="pictures"[^>]*>/g)
        ?.map((box) => [/value="([^"]*)"/.exec(box)?.[1], box.includes("checked")]),
      [
        ["attachment-1", false],
        ["attachment-3", false],
      ],
      "both pictures are offered, nothing else, and neither is chosen",
    );
    const letter = { ...copy, pictures: "attachment-2", step: "preview" };
    const wrong = await browser.send(form, path, letter);
    assert.equal(wrong.status, 422);
    assert.match(wrong.body, /href="#pictures">Choose among the pictures that you sent/);
    assert.deepEqual(await markupProblems(wrong.body), []);

    await agreeOn(await author.browser(), number, copy);
    const id = idIn((await releaseOf(await head.browser(), number)).body);
    await portal.sequence();
    assert.doesNotMatch((await visitor.open(`/en/appeals/${id}`)).body, /[Pp]icture/);
    assert.equal(await statusOf(portal, `/en/appeals/${id}/picture/1`), 404);
    assert.deepEqual((await outsideAt(portal, await indexOf(portal, tag, "published")))?.pictures, []);

    await agreeWith(await author.browser(), number, ["attachment-1"]);
    assert.equal(await statusOf(portal, `/en/appeals/${id}/picture/1`), 404, "not before the head");
    await releaseOf(await head.browser(), number);
    await portal.finishErasures();
    await portal.sequence();
    const early = await visitor.open(`/en/appeals/${id}`);
    assert.match(early.body, /<li>Picture 1: it cannot be fetched now<\/li>/);
    assert.equal(await statusOf(portal, `/en/appeals/${id}/picture/1`), 404, "not before it was looked at");
    await lookAtFiles(portal);
    const page = await visitor.open(`/en/appeals/${id}`);
    assert.ok(page.body.includes(`<a href="/en/appeals/${id}/picture/1">Picture 1</a>`));
    assert.doesNotMatch(page.body, /<img|gizlin-/, "a link, without the name of the file");
    assert.deepEqual(await markupProblems(page.body), []);
    const bytes = await sentAsFile(portal, id);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const index = await indexOf(portal, tag, "published");
    const shown = { part: "attachment-1", mediaType: "image/jpeg", byteLength: bytes.length, sha256 };
    assert.deepEqual((await outsideAt(portal, index))?.pictures, [shown]);
    const { appeals } = JSON.parse((await visitor.open("/api/v1/published")).body);
    const { part: _, ...listed } = shown;
    assert.deepEqual(appeals[0].pictures, [{ path: `/tk/appeals/${id}/picture/1`, held: null, ...listed }]);
    await outsiderFindsAnother(portal, index, sha256);
    const another = Buffer.from(plainJpeg);
    another.writeUInt8(1, another.indexOf(Buffer.from([0xff, 0xdb])) + 5);
    await portal.country.database.owner`
      update record.part set bytes = ${another} where subject = ${tag} and name = 'attachment-1'`;
    assert.equal(
      await statusOf(portal, `/en/appeals/${id}/picture/1`),
      404,
      "another picture is not handed out",
    );
  });
});

test("a head holds a picture back with a reason that everyone reads; taken back or erased, a picture is gone", async () => {
  await withPublishingPortal(async (portal) => {
    const { author, head, visitor, country } = portal;
    const { number, tag, actId } = await fileWithPictures(portal);
    const both = ["attachment-1", "attachment-3"];
    await agreeWith(await author.browser(), number, both);
    const desk = await head.browser();
    const path = `/en/desk/${number}/publish`;
    await desk.send(await desk.open(`/en/desk/${number}`), `/en/desk/${number}/open`, {});
    const unread = await desk.open(path);
    assert.match(unread.body, /<li>gizlin-howly\.png \(/, "nothing goes to a desk before it was looked at");
    await lookAtFiles(portal);
    const form = await desk.open(path);
    assert.ok(form.body.includes(`<a href="/en/desk/${number}/file/1/attachment-3">gizlin-howly.png</a>`));
    const unsaid = await desk.send(form, path, { held: "attachment-3", step: "preview" });
    assert.equal(unsaid.status, 422);
    assert.match(unsaid.body, /href="#heldReason">Choose why the pictures are held back/);
    assert.match(unsaid.body, /<input [^>]*value="attachment-3" checked/, "what was chosen stays");
    for (const page of [form, unsaid]) assert.deepEqual(await markupProblems(page.body), []);
    const held = { held: "attachment-3", heldReason: "names-a-person" };
    const preview = await desk.send(unsaid, path, { ...held, step: "preview" });
    assert.match(preview.body, /Held back\. It shows or names a person\./);
    const id = idIn((await desk.send(preview, path, { step: "release" })).body);
    await portal.sequence();
    const page = await visitor.open(`/en/appeals/${id}`);
    assert.match(page.body, /<li>Held back\. It shows or names a person\.<\/li>/);
    assert.equal(await statusOf(portal, `/en/appeals/${id}/picture/1`), 200);
    assert.equal(await statusOf(portal, `/en/appeals/${id}/picture/2`), 404, "what is held back");
    const first = await indexOf(portal, tag, "published");
    assert.deepEqual((await outsideAt(portal, first))?.pictures[1], { held: "names-a-person" });
    const told = await (await author.browser()).open(`/en/case/${number}`);
    assert.match(told.body, /has held pictures back:<\/p><ul><li>It shows or names a person: 1<\/li>/);
    assert.match(told.body, /<dt>Pictures<\/dt><dd>Picture 1, Picture 2<\/dd>/, "what was agreed to");

    const back = await author.browser();
    const takeBack = `/en/case/${number}/take-back`;
    await back.send(await back.open(takeBack), takeBack, {});
    assert.equal(await statusOf(portal, `/en/appeals/${id}/picture/1`), 404, "taken back with the text");
    await portal.finishErasures();
    assert.equal(await outsideAt(portal, first), null);

    await agreeWith(await author.browser(), number, both);
    const again = idIn((await releaseOf(await head.browser(), number)).body);
    await portal.sequence();
    assert.equal(await statusOf(portal, `/en/appeals/${again}/picture/2`), 200, "nobody holds it back now");
    await country.inTransaction(country.database.desk, (tools) =>
      markErased(tools.transaction, { actId, partNames: ["attachment-3"], actor: "head" }, tools),
    );
    assert.equal(
      await statusOf(portal, `/en/appeals/${again}/picture/2`),
      404,
      "erased with its appeal's file",
    );
    assert.equal(await statusOf(portal, `/en/appeals/${again}/picture/1`), 200);
    await portal.finishErasures();
    const erased = await visitor.open(`/en/appeals/${again}`);
    assert.match(erased.body, /<li>Picture 2: it cannot be fetched now<\/li>/);
    const [left] = await country.database.owner<{ bytes: Uint8Array | null }[]>`
      select bytes from record.part where act_id = ${actId} and name = 'attachment-3'`;
    assert.equal(left?.bytes?.length ?? 0, 0, "no copy is left");
  });
});
