import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { defineForm, type FormBody, fieldTextKey, formTextKeys } from "./form.ts";
import { characterCount, parseForm, typedFrom, typedIn } from "./parse-form.ts";

const form = defineForm("sample", {
  title: { kind: "text", required: true, charactersMax: 10, charactersMin: 2 },
  whatHappened: { kind: "long-text", required: false, charactersMax: 100, bytesMax: 40 },
  code: { kind: "text", required: false, charactersMax: 6, pattern: /[0-9]+/, secret: true },
  region: { kind: "choice", required: true, options: ["north", "south"] },
  language: { kind: "choice", required: false, options: ["tk", "ru"], as: "select" },
  topics: { kind: "choices", required: true, options: ["gas", "water", "roads"] },
  consent: { kind: "tick", required: true },
});

const good: FormBody = { title: " Gaz ýok ", region: "north", topics: ["gas", "water"], consent: "yes" };

test("a good form gives typed values", () => {
  const parsed = parseForm(form, good);
  assert.ok(parsed.ok);
  const region: "north" | "south" = parsed.value.region;
  const language: "tk" | "ru" | null = parsed.value.language;
  assert.equal(region, "north");
  assert.equal(language, null);
  assert.deepEqual(parsed.value, {
    title: "Gaz ýok",
    whatHappened: "",
    code: "",
    region: "north",
    language: null,
    topics: ["gas", "water"],
    consent: true,
  });
});

test("an empty form names every required field, in order", () => {
  const parsed = parseForm(form, {});
  assert.deepEqual(parsed, {
    ok: false,
    problem: ["title", "region", "topics", "consent"].map((field) => ({ field, code: "missing" })),
  });
});

const bad: readonly (readonly [string, FormBody, unknown])[] = [
  ["too long", { title: "12345678901" }, { field: "title", code: "too-long", limit: 10 }],
  ["much too long", { title: "1".repeat(1_000_000) }, { field: "title", code: "too-long", limit: 10 }],
  ["too short", { title: "x" }, { field: "title", code: "too-short", limit: 2 }],
  ["only spaces", { title: "  \u00a0" }, { field: "title", code: "missing" }],
  ["a line end in a line", { title: "a\nb" }, { field: "title", code: "control-characters" }],
  ["NUL", { title: "a\u0000b" }, { field: "title", code: "control-characters" }],
  ["turned direction", { title: "a\u202eb" }, { field: "title", code: "control-characters" }],
  ["given twice", { title: ["ab", "cd"] }, { field: "title", code: "given-twice" }],
  ["bytes", { whatHappened: "ý".repeat(21) }, { field: "whatHappened", code: "too-many-bytes", limit: 40 }],
  ["shape", { code: "12a" }, { field: "code", code: "wrong-shape" }],
  ["shape with a good beginning", { code: "1 2" }, { field: "code", code: "wrong-shape" }],
  ["not an option", { region: "west" }, { field: "region", code: "not-an-option" }],
  ["an inherited name", { region: "constructor" }, { field: "region", code: "not-an-option" }],
  ["one of many not an option", { topics: ["gas", "x"] }, { field: "topics", code: "not-an-option" }],
  ["an option twice", { topics: ["gas", "gas"] }, { field: "topics", code: "given-twice" }],
  ["a tick of another value", { consent: "no" }, { field: "consent", code: "not-an-option" }],
];
for (const [name, change, problem] of bad) {
  test(`a problem is found: ${name}`, () => {
    assert.deepEqual(parseForm(form, { ...good, ...change }), { ok: false, problem: [problem] });
  });
}

test("text is normalised: line ends, composed letters", () => {
  const parsed = parseForm(form, { ...good, whatHappened: "a\r\nb\rc\n\ty\u0301 " });
  assert.ok(parsed.ok);
  assert.equal(parsed.value.whatHappened, "a\nb\nc\n\tý");
});

test("characters are code points", () => {
  assert.equal(characterCount("ýüz"), 3);
  assert.equal(characterCount("👍👍"), 2);
  assert.ok(parseForm(form, { ...good, title: "👍".repeat(10) }).ok);
  assert.ok(!parseForm(form, { ...good, title: "👍".repeat(11) }).ok);
});

test("what was typed is kept, but for secrets", () => {
  const body: FormBody = { title: " x", code: "123", topics: ["gas", "x"], other: "y" };
  assert.deepEqual(typedIn(form, body), {
    title: [" x"],
    whatHappened: [],
    region: [],
    language: [],
    topics: ["gas", "x"],
    consent: [],
  });
  assert.deepEqual(typedFrom({ a: "x", b: ["y"], c: true, d: false, e: null }), {
    a: ["x"],
    b: ["y"],
    c: ["yes"],
  });
});

test("text keys follow from the names", () => {
  assert.equal(fieldTextKey(form, "whatHappened"), "sample-what-happened");
  assert.ok(formTextKeys(form).includes("sample-region-option-north"));
  assert.throws(() => defineForm("Not kebab", {}));
  assert.throws(() => defineForm("a", { "not-camel": { kind: "tick", required: false } }));
});

test("whatever comes in, the answer keeps the limits (property)", () => {
  const some = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.string({ unit: "binary" }), { maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(form.fields), "__proto__"), some), (given) => {
      const parsed = parseForm(form, { ...good, ...given });
      if (!parsed.ok) {
        assert.ok(parsed.problem.length > 0);
        return;
      }
      const { title, whatHappened } = parsed.value;
      assert.ok(characterCount(title) <= 10 && characterCount(title) >= 2);
      assert.equal(title, title.normalize("NFC").trim());
      assert.ok(Buffer.byteLength(whatHappened) <= 40);
    }),
    { numRuns: 1000 },
  );
});
