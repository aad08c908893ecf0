import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { withTestDatabase } from "./test-database.ts";

const letters = fc.constantFrom('"', "\\", ",", "{", "}", "'", " ", "\n", "NULL", "null", "ý", "😀", "a", "");
const text = fc.array(letters, { maxLength: 6 }).map((pieces) => pieces.join(""));

test("lists come back from the server as they were sent, whatever stands in them", async () => {
  await withTestDatabase(async ({ portal }) => {
    const lists = fc.record({
      texts: fc.array(text, { maxLength: 5 }),
      numbers: fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(lists, async ({ texts, numbers }) => {
        const [row] = await portal`
          select ${texts}::text[] as texts, ${numbers}::integer[] as numbers,
            to_json(${texts}::text[]) as same, cardinality(${texts}::text[]) as count`;
        assert.deepEqual(
          { ...row },
          { texts, numbers, same: texts.length === 0 ? [] : texts, count: texts.length },
        );
      }),
      { numRuns: 200 },
    );
  });
});

test("a null inside a list is never taken for a text", async () => {
  await withTestDatabase(async ({ portal }) => {
    await assert.rejects(async () => await portal`select array['a', null] as texts`, /nulls/);
  });
});
