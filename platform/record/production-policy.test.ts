import assert from "node:assert/strict";
import { test } from "node:test";
import { verifierKey } from "#core/log/note.ts";
import { parsePolicy } from "#core/log/policy.ts";
import { nativeEngine, nativeSigner } from "#engines/native-engine.ts";
import { judgeProductionPolicy } from "./production-policy.ts";

const origin = "ledger.example/executive";
const keyOf = (name: string, seed: number, kind: "ed25519" | "cosignature-v1") =>
  verifierKey(nativeEngine, name, kind, nativeSigner(new Uint8Array(32).fill(seed)).publicKey).text;
const witnesses = ["own-1", "own-2", "ngo", "press"].map(
  (name, at) => `witness ${name} ${keyOf(name, at + 2, "cosignature-v1")}`,
);

function judge(...lines: readonly string[]): string {
  const text = [`log ${keyOf(origin, 1, "ed25519")}`, ...witnesses, ...lines, ""].join("\n");
  const policy = parsePolicy(text);
  assert.ok(policy.ok, JSON.stringify(policy));
  const judged = judgeProductionPolicy(policy.value, ({ name }) => name.startsWith("own-"));
  return judged.ok ? "fit" : judged.problem;
}

test("a production policy needs a witness that others run, however its groups are nested", () => {
  assert.equal(judge("quorum ngo"), "fit");
  assert.equal(judge("quorum own-1"), "own-witnesses-suffice");
  assert.equal(judge("group all all own-1 own-2 ngo", "quorum all"), "fit");
  assert.equal(judge("group two 2 own-1 own-2 ngo", "quorum two"), "own-witnesses-suffice");
  assert.equal(judge("group any any own-1 ngo press", "quorum any"), "own-witnesses-suffice");
  assert.equal(
    judge(
      "group ours all own-1 own-2",
      "group others any ngo press",
      "group both all ours others",
      "quorum both",
    ),
    "fit",
  );
  assert.equal(
    judge(
      "group ours all own-1 own-2",
      "group others any ngo press",
      "group one any ours others",
      "quorum one",
    ),
    "own-witnesses-suffice",
  );
  assert.equal(judge("quorum none"), "no-witness-needed");
});
