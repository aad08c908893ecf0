import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { utf8Bytes } from "#core/bytes.ts";
import { leafHash, rootOfLeafHashes } from "#core/log/merkle.ts";
import { appendToTiles, emptyRightEdge } from "#core/log/tile.ts";
import { ok, refused } from "#core/result.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { forkedLog, goodLog } from "../test-lives.ts";
import { bodyKey, logKey, testOrigin } from "../test-parameters.ts";
import { judgeCheckpoint } from "../tree/checkpoints.ts";
import { tileSourceOf } from "../tree/published-tiles.ts";
import { trustLogKey, trustNobody } from "../tree/trust.ts";
import { compareHeads } from "./compare-heads.ts";
import { type FraudEvidence, fraudText, parseFraud } from "./fraud-file.ts";
import { judgeFraud } from "./judge-fraud.ts";
import { rebuildingHashes, rebuildRoots } from "./rebuild-roots.ts";

const engine = nativeEngine;
const trusted = trustLogKey(logKey.text);
assert.ok(trusted.ok);
const trust = trusted.value;

test("both roots are rebuilt, for every two sizes", async () => {
  const entries = Array.from({ length: 600 }, (_, at) => utf8Bytes(`entry ${at}`));
  const hashes = entries.map((entry) => leafHash(engine, entry));
  await fc.assert(
    fc.asyncProperty(fc.nat(600), fc.nat(600), async (one, other) => {
      const sizes = { oldSize: Math.min(one, other), newSize: Math.max(one, other) };
      const tree = appendToTiles(
        engine,
        { size: 0, rightEdge: emptyRightEdge },
        entries.slice(0, sizes.newSize),
      );
      const files = new Map(tree.files.map(({ path, bytes }) => [path, bytes]));
      const source = tileSourceOf({
        place: "memory",
        list: async () => null,
        read: async (path) => {
          const bytes = files.get(path);
          return bytes === undefined ? refused({ kind: "missing", path }) : ok(bytes);
        },
      });
      const rebuilding = await rebuildingHashes(engine, source, sizes);
      assert.deepEqual(rebuildRoots(engine, sizes, rebuilding), {
        oldRoot: rootOfLeafHashes(engine, hashes.slice(0, sizes.oldSize)),
        newRoot: rootOfLeafHashes(engine, hashes.slice(0, sizes.newSize)),
      });
      assert.equal(rebuildRoots(engine, sizes, [...rebuilding, new Uint8Array(32)]), null);
      assert.equal(rebuildRoots(engine, sizes, rebuilding.slice(0, -1)), null);
    }),
    { numRuns: 80 },
  );
});

async function evidenceOf(acts: number): Promise<FraudEvidence> {
  const [honest, forked] = [goodLog(), forkedLog(acts)];
  const judged = [honest, forked].map((log) =>
    judgeCheckpoint(engine, new TextDecoder().decode(log.files.get("checkpoint")), trust),
  );
  const [one, other] = judged;
  assert.ok(one?.ok && other?.ok);
  const larger = acts > 4 ? forked : honest;
  const compared = await compareHeads(engine, larger.source(), trust, { one: one.value, other: other.value });
  assert.ok(compared.ok && compared.value.kind === "contradiction");
  return compared.value.evidence;
}

test("evidence stands by itself, for equal and for different sizes", async () => {
  for (const acts of [4, 1, 2, 9, 260]) {
    const evidence = await evidenceOf(acts);
    const parsed = parseFraud(fraudText(evidence));
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.value, evidence);
    const judged = judgeFraud(engine, parsed.value);
    assert.ok(judged.ok);
    assert.equal(
      judged.value.contradiction,
      acts === 4 ? "same-size-other-root" : "newer-tree-has-another-past",
    );
    assert.equal(judged.value.logJudged, true);
  }
});

test("two checkpoints that agree are no evidence, whatever hashes come with them", async () => {
  const log = goodLog();
  const text = (path: string): string => new TextDecoder().decode(log.files.get(path));
  const hashes = await rebuildingHashes(engine, tileSourceOf(log.source()), { oldSize: 10, newSize: 11 });
  const honest = { logKey, first: text("checkpoints/10"), second: text("checkpoint"), hashes };
  assert.deepEqual(judgeFraud(engine, honest), { ok: false, problem: { kind: "no-contradiction" } });
  const same = { ...honest, first: honest.second, hashes: [] };
  assert.deepEqual(judgeFraud(engine, same), { ok: false, problem: { kind: "no-contradiction" } });
  for (const wrong of [[], hashes.slice(1), [...hashes].reverse(), hashes.map(() => new Uint8Array(32))]) {
    const judged = judgeFraud(engine, { ...honest, hashes: wrong });
    assert.deepEqual(judged, { ok: false, problem: { kind: "bad-hashes" } });
  }
  const swapped = judgeFraud(engine, { ...honest, first: honest.second, second: honest.first });
  assert.deepEqual(swapped, { ok: false, problem: { kind: "bad-hashes" } });
});

test("evidence with a forged signature, of another log, or with an unknown key does not count", async () => {
  const evidence = await evidenceOf(9);
  const forged = {
    ...evidence,
    second: evidence.second.replace(/— ledger\S+ .../, (line) => `${line.slice(0, -1)}x`),
  };
  assert.equal(judgeFraud(engine, forged).ok, false);
  const stranger = judgeFraud(engine, { ...evidence, logKey: bodyKey });
  assert.deepEqual(stranger, {
    ok: false,
    problem: { kind: "bad-checkpoint", which: "first", problem: "its origin is none of the trusted logs" },
  });
  const other = trustLogKey(bodyKey.text);
  assert.ok(other.ok);
  assert.deepEqual(judgeFraud(engine, evidence, other.value), { ok: false, problem: { kind: "other-key" } });
  const keyless = judgeFraud(engine, { ...evidence, logKey: null }, trustNobody);
  assert.ok(keyless.ok && !keyless.value.logJudged);
  const named = judgeFraud(engine, { ...evidence, logKey: null }, trust);
  assert.ok(named.ok && named.value.logJudged && named.value.first.checkpoint.origin === testOrigin);
});

test("malformed evidence is refused", async () => {
  const good = fraudText(await evidenceOf(9));
  assert.ok(parseFraud(good).ok);
  const wrong = [
    "",
    "hello\n",
    good.replace("v1", "v2"),
    good.replace(/first \d+/, "first 99"),
    good.replace(/first \d+/, "first 01"),
    good.replace("log ", "log x"),
    good.replace(/second \d+\n/, ""),
    `${good}more\n`,
    good.slice(0, -1),
    good.replace(/second (\d+)\n/, `second $1\nnot base64\n`),
  ];
  for (const text of wrong) assert.deepEqual(parseFraud(text), { ok: false, problem: "not-evidence" }, text);
});
