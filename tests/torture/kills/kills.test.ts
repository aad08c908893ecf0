import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { test } from "node:test";
import { killPrograms } from "./kill-programs.ts";

const kills = 3;

test("programs and database are killed under load: everybody who was given a number has a receipt that proves", async (context) => {
  const seed = randomInt(2 ** 31);
  context.diagnostic(`seed ${seed}: npm run torture -- --seed ${seed} --length ${kills} kills`);
  const report = await killPrograms({ seed, kills, report: () => {} });
  context.diagnostic(JSON.stringify(report));
  assert.ok(report.accepted > 0 && report.receipts === report.accepted);
});
