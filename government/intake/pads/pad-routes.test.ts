import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { toHex } from "#core/bytes.ts";
import { issuedMark, parseStub, stubText } from "#core/record/stub.ts";
import { parseStubPart } from "#core/record/stub-acts.ts";
import { ministry } from "#tests/country/small-country.ts";
import { formAt, hiddenIn, type IntakeCountry, withIntake } from "#tests/intake/intake-country.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { stubKeysOf } from "../intake-tools.ts";
import { stubsIn } from "../issue-pad.ts";
import { padPaper } from "./pad-paper.ts";

async function issuedMarks({ country }: IntakeCountry): Promise<readonly string[]> {
  const [row] = await country.database.owner<{ bytes: Uint8Array }[]>`
    select part.bytes from record.part join record.act on act.act_id = part.act_id
    where act.kind = 'pad-issued' and part.published`;
  const read = parseStubPart("pad-issued", Uint8Array.from(row?.bytes ?? []));
  assert.ok(read.ok && read.value.kind === "pad-issued");
  return read.value.part.marks.map(toHex);
}

test("a head issues a pad and prints it; what is printed is what the record committed to", {
  skip: skipUnless("pdftotext", "pdftoppm", "qpdf", "zbarimg"),
}, async () => {
  await withIntake(async (country) => {
    const { head, tools } = country;
    const issued = await head.fill("/en/intake/pads", { stubs: "3" });
    assert.equal(issued.status, 303);
    const page = await head.get(issued.location);
    assert.match(page.body, /The pad is issued/);
    const link = /\/en\/intake\/pads\/1\/pad\.pdf/.exec(page.body)?.[0] ?? "";
    assert.equal((await head.get(link)).type, "application/pdf");
    const keys = stubKeysOf(tools);
    const stubs = stubsIn(keys, { body: ministry, pad: 1, stubs: 3 });
    const name = { tk: "Çeşmeler ministrligi", ru: "Министерство источников", en: "Springs" };
    const pdf = await padPaper({
      body: name,
      stubs,
      origin: keys.origin,
      fingerprint: "1234 5678 9012",
      issuedAt: 0,
    });
    const folder = mkdtempSync(join(tmpdir(), "aydyn-pad-"));
    try {
      const file = join(folder, "pad.pdf");
      writeFileSync(file, pdf);
      const run = (program: string, ...words: string[]) =>
        execFileSync(program, words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
      run("qpdf", "--check", file);
      const text = run("pdftotext", "-layout", file, "-");
      assert.match(text, /Çeşmeler ministrligi/);
      assert.match(text, /Министерство источников/);
      run("pdftoppm", "-r", "150", "-png", file, join(folder, "page"));
      const read = ["1", "2"].flatMap((at) =>
        run("zbarimg", "--raw", "-q", join(folder, `page-${at}.png`))
          .trim()
          .split("\n"),
      );
      assert.deepEqual(read.toSorted(), stubs.map(stubText));
      const marks = await issuedMarks(country);
      for (const code of read) {
        const stub = parseStub(code);
        assert.ok(stub.ok);
        assert.equal(toHex(issuedMark(keys.origin, stub.value)), marks[stub.value.number - 1]);
        // The check code stands once, on the part that is torn off; the number on both.
        const letters = stubText(stub.value).slice(-19);
        assert.equal(text.split(letters).length, 2, "the code stands on the stub alone");
        assert.equal(text.split(stubText(stub.value).slice(0, -20)).length >= 3, true);
      }
      assert.ok(readFileSync(file).length < 300_000);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

test("an operator sees pads and declares sheets void, but issues and prints none", async () => {
  await withIntake(async ({ head, operator, helper, foreigner }) => {
    assert.equal((await head.fill("/en/intake/pads", { stubs: "4" })).status, 303);
    const page = await operator.get("/en/intake/pads");
    assert.equal(page.status, 200);
    assert.ok(!page.body.includes("pad.pdf"));
    assert.equal((await operator.get("/en/intake/pads/1/pad.pdf")).status, 403);
    assert.equal((await operator.post("/en/intake/pads", hiddenIn(page.body))).status, 403);
    const fields = {
      ...formAt(page.body, "/en/intake/pads/void"),
      pad: "1",
      from: "2",
      to: "3",
      reason: "spoiled",
    };
    const voided = await operator.post("/en/intake/pads/void", fields);
    assert.equal(voided.status, 303);
    assert.match((await operator.get(voided.location)).body, /The sheets are void/);
    const again = await operator.fill("/en/intake/pads", {});
    assert.equal(again.status, 403);
    const fresh = await operator.get("/en/intake/pads");
    const twice = await operator.post("/en/intake/pads/void", {
      ...fields,
      ...formAt(fresh.body, "/en/intake/pads/void"),
    });
    assert.equal(twice.status, 422);
    assert.match(twice.body, /used or void already/);
    assert.equal((await helper.get("/en/intake/pads")).status, 403);
    assert.equal((await foreigner.get("/en/intake/pads?body=ministry-of-springs")).status, 404);
  });
});

test("a pad of no sheets, of too many or of words is not issued", async () => {
  await withIntake(async ({ head, country }) => {
    for (const stubs of ["", "0", "201", "many"]) {
      assert.equal((await head.fill("/en/intake/pads", { stubs })).status, 422, stubs);
    }
    assert.equal((await country.database.owner`select 1 from intake.pad`).length, 0);
  });
});
