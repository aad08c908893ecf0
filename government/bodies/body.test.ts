import assert from "node:assert/strict";
import { test } from "node:test";
import { utf8Bytes, utf8Text } from "#core/bytes.ts";
import { bodiesOfDemoCountry, demoBodyNumber } from "#demo/country/demo-bodies.ts";
import { aboutPartBytes, parseAboutPart, parseBodySlug } from "./body.ts";
import { bodiesAbove, bodiesBelow, bodyTree, depthOf } from "./body-tree.ts";

const bodies = bodiesOfDemoCountry(() => "key");
const tree = bodyTree(bodies);

test("what every body of the demo country says of itself is read back as it was written", () => {
  for (const body of bodies) {
    assert.deepEqual(parseAboutPart(aboutPartBytes(body.about)), { ok: true, value: body.about }, body.slug);
  }
});

test("a part that is not exactly what we would write is refused", () => {
  const text = utf8Text(aboutPartBytes(bodies[0]?.about ?? assert.fail("a body")));
  assert.ok(text);
  const wrong = [
    ` ${text}`,
    text.replace('"v":1', '"v":2'),
    text.replace('"executive"', '"royal"'),
    text.replace('"slug":"head"', '"slug":"boss"'),
    text.replace('"09:00"', '"9:00"'),
    text.replace('"until":"13:00"', '"until":"08:00"'),
    text.replace('"weekday":4', '"weekday":8'),
    text.replace('{"address"', '{"a":1,"address"'),
    text.replace(/"en":"[^"]+"/, '"en":""'),
    "",
    "[]",
  ];
  for (const each of wrong) {
    assert.notEqual(each, text);
    assert.deepEqual(parseAboutPart(utf8Bytes(each)), { ok: false, problem: "malformed-about-part" }, each);
  }
  assert.deepEqual(parseAboutPart(Uint8Array.of(0xff)), { ok: false, problem: "malformed-about-part" });
});

test("a slug is lower-case letters, digits and hyphens", () => {
  assert.equal(parseBodySlug("alagoz-etrap"), "alagoz-etrap");
  for (const text of ["", "a", "Alagoz", "1a", "ä-b", "a/b", "a b", "a".repeat(61)])
    assert.equal(parseBodySlug(text), null);
});

test("the tree knows who is above and who is below", () => {
  const above = bodiesAbove(tree, demoBodyNumber(311)).map((body) => body.number as number);
  assert.deepEqual(above, [31, 30, 1]);
  assert.equal(depthOf(tree, demoBodyNumber(311)), 3);
  const below = bodiesBelow(tree, demoBodyNumber(30)).map((body) => body.number as number);
  assert.deepEqual(below, [31, 311, 312, 32, 33]);
  assert.equal(tree.all.length, bodies.length);
  assert.deepEqual(bodiesAbove(tree, demoBodyNumber(999)), []);
});

test("a body whose parent is missing is left out, and bodies in a ring do not hang the program", () => {
  const [cabinet] = bodies;
  assert.ok(cabinet);
  const one = { ...cabinet, number: demoBodyNumber(901), parent: demoBodyNumber(902) };
  const other = { ...cabinet, number: demoBodyNumber(902), parent: demoBodyNumber(901) };
  assert.deepEqual(bodyTree([one, other]).all, []);
});
