import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readAttachment } from "#government/appeals/index.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { chanceOf } from "./chance.ts";
import { drawStreet } from "./drawn-picture.ts";

test("streets of the demo year differ, are light, and are pictures for other programs too", {
  skip: skipUnless("zbarimg"),
}, (context) => {
  const drawn = [1, 2, 3].map((seed) => drawStreet(chanceOf(Uint8Array.of(seed), "street")));
  assert.equal(new Set(drawn.map((bytes) => Buffer.from(bytes).toString("hex"))).size, drawn.length);
  assert.deepEqual(
    drawn[0],
    drawStreet(chanceOf(Uint8Array.of(1), "street")),
    "the same chance draws the same one",
  );
  const folder = mkdtempSync(join(tmpdir(), "aydyn-street-"));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const bytes of drawn) {
    assert.ok(bytes.length < 1_024);
    const read = readAttachment("köçe.png", bytes);
    assert.ok(read.ok);
    assert.deepEqual(
      [read.value.mediaType, Buffer.from(read.value.bytes)],
      ["image/png", Buffer.from(bytes)],
      "taken as it is: nothing lies beside its points",
    );
    // It looks for codes in every point of a picture, finds none here, and says nothing of what it cannot read.
    const file = join(folder, "street.png");
    writeFileSync(file, bytes);
    const looked = spawnSync("zbarimg", [file], { encoding: "utf8" });
    assert.match(looked.stderr, /scanned 0 barcode symbols from 1 images/);
  }
});
