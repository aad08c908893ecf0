import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { shownFaults } from "./shown-faults.ts";
import { withTables } from "./write-reliability.ts";

const checkout = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(checkout, path), "utf8");

test("every test that docs/reliability.md names is there", () => {
  for (const { file, test: title } of shownFaults) {
    const isThere = read(file).includes(`"${title}"`) || read(file).includes(`\`${title}\``);
    assert.ok(isThere, `${file}: ${title}`);
  }
});

test("docs/reliability.md is what its command writes", () => {
  const page = read("docs/reliability.md");
  assert.equal(withTables(page), page, "run npm run -s torture -- --write");
});
