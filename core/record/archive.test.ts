import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { archiveBytes, archiveEntries } from "./archive.ts";

const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
const entry = fc.record(
  {
    name: fc
      .tuple(
        fc.constantFrom(...letters),
        fc.string({ unit: fc.constantFrom(...letters, ".", "-"), maxLength: 99 }),
      )
      .map((parts) => parts.join("")),
    bytes: fc.uint8Array({ maxLength: 1_400 }),
  },
  { noNullPrototype: true },
);

test("an archive gives back its files, and nothing but such an archive is read", () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 4 }), fc.nat(), (entries, place) => {
      const archive = archiveBytes(entries);
      assert.deepEqual(archiveEntries(archive), entries);
      const altered = Uint8Array.from(archive);
      const at = place % altered.length;
      altered[at] = (altered[at] ?? 0) ^ 1;
      const read = archiveEntries(altered);
      // A bit of a file's own bytes makes another file; any other bit makes no archive of ours.
      if (read !== null) assert.notDeepEqual(read, entries);
      assert.equal(archiveEntries(archive.subarray(0, -1)), null);
      assert.equal(archiveEntries(new Uint8Array([...archive, 0])), null);
    }),
  );
  assert.equal(archiveEntries(new Uint8Array(0)), null);
  for (const name of ["../x", "", "a/b", "A", "a".repeat(101)]) {
    assert.throws(() => archiveBytes([{ name, bytes: new Uint8Array(0) }]), /no name for an archive/);
  }
});

test("a size that claims more than there is, in whatever letters, reads nothing", () => {
  const archive = archiveBytes([{ name: "a", bytes: Uint8Array.of(1) }]);
  for (const size of ["77777777777", "-0000000001", "           ", "zzzzzzzzzzz"]) {
    const altered = Uint8Array.from(archive);
    altered.set(new TextEncoder().encode(size), 124);
    assert.equal(archiveEntries(altered), null, size);
  }
});

test("tar unpacks it without a complaint, and packs the same bytes", () => {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-archive-"));
  try {
    const files = [
      { name: "appeal.json", bytes: new TextEncoder().encode('{"gaz":"ýok"}') },
      { name: "file-1", bytes: Uint8Array.from({ length: 70_000 }, (_, at) => at % 251) },
      { name: "file-2", bytes: new Uint8Array(512) },
    ];
    const archive = archiveBytes(files);
    writeFileSync(join(folder, "archive.tar"), archive);
    const said = execFileSync("tar", ["-xvf", "archive.tar"], { cwd: folder, encoding: "utf8" });
    assert.deepEqual(
      said.trim().split("\n"),
      files.map(({ name }) => name),
    );
    for (const { name, bytes } of files) {
      assert.deepEqual(new Uint8Array(readFileSync(join(folder, name))), bytes, name);
    }
    assert.equal(readdirSync(folder).length, files.length + 1);
    const options = [
      "--format=ustar",
      "--owner=0",
      "--group=0",
      "--numeric-owner",
      "--mtime=@0",
      "--mode=0644",
    ];
    const packed = execFileSync(
      "tar",
      ["-cf", "-", "-b", "1", ...options, ...files.map(({ name }) => name)],
      {
        cwd: folder,
        maxBuffer: 1 << 20,
      },
    );
    assert.ok(Buffer.from(archive).equals(packed), "what tar packs so is ours to the byte");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
