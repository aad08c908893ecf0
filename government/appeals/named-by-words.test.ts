import assert from "node:assert/strict";
import { test } from "node:test";
import { cabinet, ministry, otherMinistry } from "#tests/country/small-country.ts";
import { withDeskCountry } from "./desk/desk-samples.ts";
import { namedByWords } from "./named-by-words.ts";

test("a whole name, a post of the body and the name of a body bind; anything less stays words", async () => {
  await withDeskCountry(async ({ tools }) => {
    const tree = await tools.bodyTree();
    const named = async (words: string, at = ministry) => {
      const body = tree.byNumber.get(at);
      assert.ok(body);
      const complaint = await namedByWords(tools.portal, tree, { body, words, now: tools.now() });
      assert.equal(complaint.who, words);
      return complaint.officials;
    };
    const inspector = { body: ministry, post: "inspector" };
    assert.deepEqual(await named("Барлагов Барлаг, кабинет 12"), [inspector], "both alphabets");
    assert.deepEqual(await named("Barlagow BARLAG, otag 12"), [inspector]);
    assert.deepEqual(await named("the one from room 12; Inspector"), [inspector]);
    assert.deepEqual(await named("Barlag Barlagow", cabinet), [inspector], "below the body too");
    assert.deepEqual(await named("Ministry-of-roads"), [{ body: otherMinistry, post: null }]);
    assert.deepEqual(await named("Barlagow"), [], "half a name may be anybody's");
    assert.deepEqual(await named(""), []);
  });
});
