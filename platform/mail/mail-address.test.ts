import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseMailAddress } from "./mail-address.ts";

for (const [typed, read] of [
  ["nar@example.org", "nar@example.org"],
  ["nar.kuyzeci+gaz@Mail.Example.ORG", "nar.kuyzeci+gaz@mail.example.org"],
  ["NAR@xn--80ak6aa92e.example", "NAR@xn--80ak6aa92e.example"],
  [`${"a".repeat(64)}@example.org`, `${"a".repeat(64)}@example.org`],
] as const) {
  test(`${typed} is an address`, () => assert.deepEqual(parseMailAddress(typed), { ok: true, value: read }));
}

for (const typed of [
  "",
  "@",
  "nar",
  "@example.org",
  "nar@",
  "nar@localhost",
  "nar@127.0.0.1",
  "nar@[127.0.0.1]",
  "nar@example..org",
  "nar@-example.org",
  "nar@example-.org",
  ".nar@example.org",
  "na..r@example.org",
  "nar @example.org",
  "nar@example.org ",
  '"nar"@example.org',
  "nar@example.org,oraz@example.org",
  "nar@example.org;oraz@example.org",
  "nar@oraz@example.org",
  "nar@example.org\r\nBcc: oraz@example.org",
  "nar\u0000@example.org",
  "när@example.org",
  "nar@mysal.тк",
  "Nar <nar@example.org>",
  `${"a".repeat(65)}@example.org`,
  `nar@${"a".repeat(64)}.org`,
  `nar@${"abcdefgh.".repeat(30)}org`,
]) {
  test(`${JSON.stringify(typed)} is none`, () => assert.equal(parseMailAddress(typed).ok, false));
}

test("whatever is typed, an address has one @, no space, no line end and no letter beyond ASCII", () => {
  const typed = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.emailAddress(),
    fc.string().map((s) => `${s}@a.b`),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const read = parseMailAddress(text);
      return !read.ok || /^[!-?A-~]+@[a-z0-9.-]+$/.test(read.value);
    }),
  );
});
