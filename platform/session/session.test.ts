import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { accountNumbered } from "#platform/authority/authority-samples.ts";
import { networkPrefix } from "./network-prefix.ts";
import {
  draftIdleLimitMs,
  idleLimitMs,
  isAlive,
  parseSessionId,
  parseSessionToken,
  type Session,
  sessionAgeMaxMs,
} from "./session.ts";
import { clearingCookie, readSessionCookie, sessionCookie, sessionCookieName } from "./session-cookie.ts";

function session(facts: Partial<Session>): Session {
  const id = parseSessionId("00000000-0000-4000-8000-000000000001");
  assert.ok(id);
  return { id, account: null, signedInAt: null, createdAt: 0, seenAt: 0, opened: new Map(), ...facts };
}

test("a session that shows a person ends after ten idle minutes, one with drafts only after sixty", () => {
  const personal = session({ account: accountNumbered(1), signedInAt: 0 });
  assert.ok(isAlive(personal, idleLimitMs - 1));
  assert.ok(!isAlive(personal, idleLimitMs));
  assert.ok(isAlive(session({}), draftIdleLimitMs - 1));
  assert.ok(!isAlive(session({}), draftIdleLimitMs));
  const opened = session({ opened: new Map([["ab", "status"]]) });
  assert.ok(!isAlive(opened, idleLimitMs));
});

test("no session outlives its absolute limit, however busy", () => {
  const busy = session({ account: accountNumbered(1), signedInAt: 0, seenAt: sessionAgeMaxMs - 1 });
  assert.ok(isAlive(busy, sessionAgeMaxMs - 1));
  assert.ok(!isAlive(busy, sessionAgeMaxMs));
});

test("the cookie ends with the browser, is closed to scripts and, over HTTPS, belongs to this host alone", () => {
  const token = parseSessionToken("a".repeat(43));
  assert.ok(token);
  assert.equal(sessionCookie(token, false), `aydyn-session=${token}; Path=/; HttpOnly; SameSite=Lax`);
  assert.equal(
    sessionCookie(token, true),
    `__Host-aydyn-session=${token}; Path=/; HttpOnly; SameSite=Lax; Secure`,
  );
  assert.doesNotMatch(sessionCookie(token, true), /Max-Age|Expires|Domain/i);
  assert.match(clearingCookie(true), /^__Host-aydyn-session=; .*; Max-Age=0$/);
});

test("the cookie is read back by its exact name; two different values are none", () => {
  for (const https of [true, false]) {
    const name = sessionCookieName(https);
    assert.equal(readSessionCookie(`x=1; ${name}=abc; y=2`, https), "abc");
    assert.equal(readSessionCookie(`${name}=abc; ${name}=abd`, https), null);
    assert.equal(readSessionCookie(`x${name}=abc`, https), null);
    assert.equal(readSessionCookie(undefined, https), null);
  }
  assert.equal(readSessionCookie("aydyn-session=abc", true), null);
});

test("only what we would have set is a token", () => {
  for (const text of [
    "",
    "a".repeat(42),
    "a".repeat(44),
    `${"a".repeat(42)}=`,
    `${"a".repeat(42)}\n`,
    "ä".repeat(43),
  ]) {
    assert.equal(parseSessionToken(text), null, text);
  }
});

test("addresses of one network share a prefix and no full address remains", () => {
  assert.equal(networkPrefix("192.0.2.17"), "192.0.2");
  assert.equal(networkPrefix("::ffff:192.0.2.17"), "192.0.2");
  assert.equal(networkPrefix("2001:db8:1:2:3:4:5:6"), "2001:db8:1");
  assert.equal(networkPrefix("2001:DB8:0001::1"), "2001:db8:1");
  assert.equal(networkPrefix("::1"), "0:0:0");
  assert.equal(networkPrefix("fe80::1%eth0"), "fe80:0:0");
  assert.equal(networkPrefix("not an address"), "unknown");
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      assert.match(networkPrefix(address), /^(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){2}|\d+\.\d+\.\d+)$/);
    }),
  );
});
