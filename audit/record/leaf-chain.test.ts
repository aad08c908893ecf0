import assert from "node:assert/strict";
import { test } from "node:test";
import { encodeLeaf, zeroTag } from "#core/record/leaf.ts";
import { emptyChain, LeafChain } from "./leaf-chain.ts";
import type { RecordFinding } from "./record-finding.ts";

const hash = new Uint8Array(32).fill(5);
const entry = encodeLeaf({
  kind: 25,
  body: 3,
  serial: 1n,
  time: 1_763_000_040_000,
  due: 0,
  caseTag: zeroTag,
  commitment: new Uint8Array(32),
  previous: new Uint8Array(32),
});

function findingsOf(bytes: Uint8Array): RecordFinding[] {
  const findings: RecordFinding[] = [];
  new LeafChain(emptyChain, (finding) => void findings.push(finding)).take(0, bytes, hash);
  return findings;
}

test("a well formed leaf passes", () => {
  assert.deepEqual(findingsOf(entry), []);
});

test("reserved bytes, an unknown version, a broken minute and a wrong length are each named", () => {
  const altered = (offset: number, value: number): Uint8Array => entry.with(offset, value);
  const cases: readonly (readonly [Uint8Array, string])[] = [
    [altered(110, 1), "reserved-not-zero"],
    [altered(0, 2), "unknown-version"],
    [altered(22, (entry[22] ?? 0) ^ 1), "bad-time"],
    [entry.slice(1), "wrong-length"],
    [new Uint8Array(0), "wrong-length"],
  ];
  for (const [bytes, problem] of cases) {
    assert.deepEqual(findingsOf(bytes), [{ kind: "leaf-malformed", index: 0, problem }]);
  }
});
