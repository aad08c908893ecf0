import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { begunFirst, groupTests, writeTestGroups } from "./test-groups.ts";

test("neighbours share a process, eight at most; what starts programs has one to itself, and no file is left out", () => {
  const many = Array.from({ length: 11 }, (_, at) => `government/appeals/desk/${at}.test.ts`);
  const files = [
    "core/log/a.test.ts",
    ...many,
    "core/log/b.test.ts",
    "tests/pages/a.test.ts",
    "tests/pages/b.test.ts",
  ];
  const groups = groupTests(files);
  assert.deepEqual(
    groups.map((group) => group.length),
    [2, 8, 3, 1, 1],
  );
  assert.deepEqual(groups.flat().sort(), [...files].sort());
});

test("what takes longest is begun first, whatever its name, and is there", async () => {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-groups-"));
  try {
    const short = ["core/log/a.test.ts", "core/log/b.test.ts", "audit/a.test.ts"];
    const written = await writeTestGroups([...short, ...begunFirst], { checkout: "/checkout", folder });
    const run = written
      .toSorted()
      .map((path) => (path.startsWith(folder) ? readFileSync(path, "utf8") : path));
    for (const [at, file] of begunFirst.entries()) assert.ok(run[at]?.includes(file), `${file} is ${at}`);
    assert.ok(run[begunFirst.length]?.includes("core/log/b.test.ts"));
    assert.equal(run[begunFirst.length + 1], "audit/a.test.ts");
    assert.deepEqual(
      begunFirst.filter((file) => !existsSync(join(import.meta.dirname, "..", file))),
      [],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("hooks stay with their file, a failure names its file, and a failing group fails the run", async () => {
  const checkout = mkdtempSync(join(tmpdir(), "aydyn-groups-"));
  try {
    mkdirSync(join(checkout, "core/a"), { recursive: true });
    const header =
      'import assert from "node:assert/strict";\nimport { beforeEach, test } from "node:test";\n';
    writeFileSync(
      join(checkout, "core/a/one.test.mjs"),
      `${header}beforeEach(() => { globalThis.seen = "hook of one"; });\ntest("first", () => assert.equal(globalThis.seen, "hook of one"));\n`,
    );
    writeFileSync(
      join(checkout, "core/a/two.test.mjs"),
      `${header}test("second", () => { assert.equal(globalThis.seen, "hook of one"); globalThis.seen = null; });
test("third", () => assert.equal(globalThis.seen, null));\ntest("fourth", () => assert.fail("as it must"));\n`,
    );
    const files = ["core/a/one.test.mjs", "core/a/two.test.mjs"];
    const written = await writeTestGroups(files, { checkout, folder: checkout });
    const environment = { ...process.env, NODE_TEST_CONTEXT: undefined };
    const ran = spawnSync(process.execPath, ["--test", "--test-reporter=tap", ...written], {
      encoding: "utf8",
      env: environment,
    });
    assert.equal(ran.status, 1);
    assert.match(ran.stdout, /# tests 4\n[\s\S]*# pass 3\n# fail 1\n/);
    assert.match(ran.stdout, /Subtest: core\/a\/two\.test\.mjs[\s\S]*not ok \d+ - fourth/);
  } finally {
    rmSync(checkout, { recursive: true, force: true });
  }
});
