/** A stub number stands for one paper. Its public mark names the filing's leaf and neither body, pad nor number. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { toHex, utf8Text } from "#core/bytes.ts";
import { registeredMark } from "#core/record/stub.ts";
import { parseStubPart } from "#core/record/stub-acts.ts";
import { inTransaction } from "#government/appeals/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { ministry, morning, otherMinistry } from "#tests/country/small-country.ts";
import {
  enterPaper,
  type IntakeCountry,
  operatorOf,
  padOf,
  withIntake,
} from "#tests/intake/intake-country.ts";
import { stubKeysOf } from "../intake-tools.ts";
import { stubAt } from "../pad-codes.ts";
import { voidStubs } from "../void-stubs.ts";

const receivedAt = morning(2026, 11, 2);
const here = { takenAt: ministry, body: ministry, receivedAt };

async function voidRange({ tools }: IntakeCountry, pad: number, from: number, to: number) {
  return await inTransaction(tools, "portal", async (appealTools) => {
    const grant = ask(operatorOf(ministry), "stub.void", { kind: "body", body: ministry, above: [] });
    assert.ok(grant.ok);
    return await voidStubs(grant.value, { pad, from, to, reason: "lost" }, appealTools);
  });
}

test("a second paper under the same stub is refused, and the first one stays", async () => {
  await withIntake(async (country) => {
    const pad = await padOf(country, ministry, 3);
    const first = await enterPaper(country, { ...here, stub: { pad, number: 2 }, text: "gaz" });
    assert.ok(first.ok);
    const second = await enterPaper(country, { ...here, stub: { pad, number: 2 }, text: "suw" });
    assert.deepEqual(second, { ok: false, problem: { finding: "stub-used" } });
    const cases = await country.country.database.owner`select 1 from cases.case`;
    assert.equal(cases.length, 1, "nothing of the second paper is written");
  });
});

test("of two clerks who enter a stub at once, one succeeds", async () => {
  await withIntake(async (country) => {
    const pad = await padOf(country, ministry, 1);
    const both = await Promise.all(
      ["gaz", "suw"].map((text) => enterPaper(country, { ...here, stub: { pad, number: 1 }, text })),
    );
    assert.deepEqual(both.map(({ ok }) => ok).toSorted(), [false, true]);
  });
});

test("a stub of another body, beyond its pad, or declared void registers nothing", async () => {
  await withIntake(async (country) => {
    const pad = await padOf(country, ministry, 5);
    assert.ok((await voidRange(country, pad, 4, 5)).ok);
    const attempt = (paper: Parameters<typeof enterPaper>[1]) => enterPaper(country, paper);
    const refusedWith = (finding: string) => ({ ok: false, problem: { finding } });
    const elsewhere = { ...here, takenAt: otherMinistry };
    assert.deepEqual(await attempt({ ...elsewhere, stub: { pad, number: 1 } }), refusedWith("no-such-stub"));
    assert.deepEqual(await attempt({ ...here, stub: { pad, number: 6 } }), refusedWith("no-such-stub"));
    assert.deepEqual(
      await attempt({ ...here, stub: { pad: pad + 1, number: 1 } }),
      refusedWith("no-such-stub"),
    );
    assert.deepEqual(await attempt({ ...here, stub: { pad, number: 4 } }), refusedWith("stub-void"));
  });
});

test("a range that touches a used or void sheet is not declared void at all", async () => {
  await withIntake(async (country) => {
    const pad = await padOf(country, ministry, 5);
    assert.ok((await enterPaper(country, { ...here, stub: { pad, number: 3 } })).ok);
    assert.deepEqual(await voidRange(country, pad, 2, 4), { ok: false, problem: "already-used" });
    assert.deepEqual(await voidRange(country, pad, 5, 6), { ok: false, problem: "no-such-stub" });
    assert.ok((await voidRange(country, pad, 1, 2)).ok);
    assert.deepEqual(await voidRange(country, pad, 2, 2), { ok: false, problem: "already-used" });
    assert.ok((await enterPaper(country, { ...here, stub: { pad, number: 4 }, text: "suw" })).ok);
  });
});

test("what is published of a registration names the leaf and a mark, no body, pad, number or person", async () => {
  await withIntake(async (country) => {
    const pad = await padOf(country, ministry, 2);
    const taken = await enterPaper(country, { ...here, stub: { pad, number: 1 } });
    assert.ok(taken.ok);
    const rows = await country.country.database.owner<
      { bytes: Uint8Array; published: boolean; name: string }[]
    >`
      select part.bytes, part.published, part.name from record.part
      join record.act on act.subject = part.subject and act.act_id = part.act_id
      where act.kind = 'stub-registered'`;
    assert.equal(rows.length, 1);
    assert.deepEqual([rows[0]?.name, rows[0]?.published], ["public", true]);
    const text = utf8Text(Uint8Array.from(rows[0]?.bytes ?? [])) ?? "";
    assert.deepEqual(Object.keys(JSON.parse(text)).toSorted(), ["filing", "mark", "v"]);
    const read = parseStubPart("stub-registered", Uint8Array.from(rows[0]?.bytes ?? []));
    assert.ok(read.ok && read.value.kind === "stub-registered");
    const keys = stubKeysOf(country.tools);
    const stub = stubAt(keys.serverKey, keys.origin, { body: ministry, pad, number: 1 });
    assert.equal(toHex(read.value.part.mark), toHex(registeredMark(keys.origin, stub)));
    assert.equal(toHex(read.value.part.filing), toHex(taken.value.taken.commitment));
  });
});

test("the stub of a sealed paper is not named before its filing is in the log", async () => {
  await withIntake(async (country) => {
    const pad = await padOf(country, ministry, 1);
    assert.ok((await enterPaper(country, { ...here, stub: { pad, number: 1 }, sealed: true })).ok);
    const waiting = await country.country.database.owner<{ release_at: number; kind: number }[]>`
      select release_at, kind from ledger.pending where kind in (2, 35) order by id`;
    assert.deepEqual(
      waiting.map(({ kind }) => kind),
      [2, 35],
    );
    const [filing, stub] = waiting;
    assert.ok(filing && stub && stub.release_at >= filing.release_at);
    assert.ok(filing.release_at > country.tools.now());
  });
});
