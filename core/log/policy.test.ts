import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { verifierKey } from "./note.ts";
import { parsePolicy, policyDigest, quorumMet, quorumMetByKeys, type WitnessPolicy } from "./policy.ts";
import { portableEngine as engine, portableSigner } from "./portable-engine.ts";

function vkey(
  seed: number,
  name = `w${seed}.example`,
  algorithm: "ed25519" | "cosignature-v1" = "cosignature-v1",
) {
  const { publicKey } = portableSigner(new Uint8Array(32).fill(seed));
  return verifierKey(engine, name, algorithm, publicKey).text;
}

const logKey = vkey(100, "ledger.example/executive", "ed25519");
const [w1, w2, w3, w4] = [vkey(1), vkey(2), vkey(3), vkey(4)];

function policyOf(text: string): WitnessPolicy {
  const policy = parsePolicy(text);
  assert.ok(policy.ok, JSON.stringify(policy));
  return policy.value;
}

const nested = `# who must have seen it
log ${logKey} https://ledger.example/log/executive
\t witness  w1\t${w1}   https://w1.example/submit \t

witness w2 ${w2}
  # groups
witness w3 ${w3}
witness w4 ${w4}
group abroad any w1 w2
group home 2 w3 w4
group both all abroad home
quorum both
`;

describe("reading a policy", () => {
  test("everything that a policy may say", () => {
    const policy = policyOf(nested);
    assert.deepEqual(
      policy.witnesses.map(({ name, key, url }) => [name, key.text, url]),
      [
        ["w1", w1, "https://w1.example/submit"],
        ["w2", w2, undefined],
        ["w3", w3, undefined],
        ["w4", w4, undefined],
      ],
    );
    assert.equal(policy.logs[0]?.key.name, "ledger.example/executive");
    assert.equal(policy.logs[0]?.url, "https://ledger.example/log/executive");
    assert.deepEqual(policy.groups, [
      { name: "abroad", threshold: 1, members: ["w1", "w2"] },
      { name: "home", threshold: 2, members: ["w3", "w4"] },
      { name: "both", threshold: 2, members: ["abroad", "home"] },
    ]);
    assert.equal(policy.quorum, "both");
  });

  test("32 logs, 32 witnesses and 32 groups, as the specification asks, names in any octets", () => {
    const numbers = Array.from({ length: 32 }, (_, at) => at);
    const logs = numbers.map((at) => `log ${vkey(at, `l${at}`, "ed25519")}`);
    const witnesses = numbers.map((at) => `witness şaýat${at} ${vkey(at)}`);
    const groups = numbers.map((at) => `group g${at} any ${at === 0 ? "" : `g${at - 1} `}şaýat${at}`);
    const policy = policyOf([...logs, ...witnesses, ...groups, "quorum g31"].join("\n"));
    assert.ok(quorumMet(policy, new Set(["w0.example"])));
    assert.equal(quorumMet(policy, new Set(["w32.example"])), false);
  });
});

describe("refusing a policy", () => {
  const head = `witness w1 ${w1}\nwitness w2 ${w2}\n`;
  const refusals: [string, string, string, number][] = [
    ["nothing", "", "missing-quorum", 0],
    ["no quorum", head, "missing-quorum", 0],
    ["two quorum lines", `${head}quorum w1\nquorum w1\n`, "second-quorum", 4],
    ["two quorum lines, both none", `${head}quorum none\nquorum none\n`, "second-quorum", 4],
    ["a quorum before its definition", `quorum w1\n${head}`, "unknown-name", 1],
    ["a member before its definition", `group g any w1\n${head}quorum g\n`, "unknown-name", 1],
    ["a group that holds itself", `${head}group g any g\nquorum g\n`, "unknown-name", 3],
    ["a member of two groups", `${head}group a any w1\ngroup b any w1 w2\n`, "member-of-two-groups", 4],
    ["a member twice in one group", `${head}group a any w1 w1\n`, "member-of-two-groups", 3],
    ["k = 0", `${head}group g 0 w1 w2\n`, "bad-threshold", 3],
    ["k > n", `${head}group g 3 w1 w2\n`, "bad-threshold", 3],
    ["k with a leading zero", `${head}group g 01 w1 w2\n`, "bad-threshold", 3],
    ["k with a plus sign", `${head}group g +1 w1 w2\n`, "bad-threshold", 3],
    ["k in words", `${head}group g most w1 w2\n`, "bad-threshold", 3],
    ["a group without members", `${head}group g all\n`, "wrong-number-of-words", 3],
    ["the same key again", `${head}witness w3 ${w1}\n`, "duplicate-key", 3],
    [
      "the same key under another name",
      `${head}witness w3 ${vkey(1, "other.example")}\n`,
      "duplicate-key",
      3,
    ],
    ["the same log twice", `log ${logKey}\nlog ${logKey}\n`, "duplicate-key", 2],
    ["a name twice", `${head}witness w1 ${w3}\n`, "duplicate-name", 3],
    ["a group named as a witness", `${head}group w1 any w2\n`, "duplicate-name", 3],
    ["a witness named none", `witness none ${w1}\n`, "reserved-name", 1],
    ["a group named none", `${head}group none any w1\n`, "reserved-name", 3],
    ["a no-break space as separator", `witness\u00A0w1\u00A0${w1}\n`, "unknown-keyword", 1],
    ["a no-break space inside the line", `witness w1\u00A0${w1}\n`, "wrong-number-of-words", 1],
    ["an ideographic space", `${head}quorum\u3000w1\n`, "unknown-keyword", 3],
    ["CRLF", `${head}quorum w1\n`.replaceAll("\n", "\r\n"), "forbidden-character", 1],
    ["a form feed", `${head}quorum\fw1\n`, "forbidden-character", 3],
    ["a vertical tab", `${head}quorum\vw1\n`, "forbidden-character", 3],
    ["DEL", `${head}# \u007F\n`, "forbidden-character", 3],
    ["a NUL in a comment", `# \u0000\n${head}`, "forbidden-character", 1],
    ["a byte-order mark", `\uFEFF${head}quorum w1\n`, "unknown-keyword", 1],
    ["an unknown keyword", `${head}Quorum w1\n`, "unknown-keyword", 3],
    ["a log's key for a witness", `witness w1 ${logKey}\n`, "bad-key", 1],
    ["a witness' key for a log", `log ${w1}\n`, "bad-key", 1],
    ["a key that is none", "witness w1 hello\n", "bad-key", 1],
    ["a witness without key", "witness w1\n", "wrong-number-of-words", 1],
    ["a word too many", `witness w1 ${w1} https://a.example b\n`, "wrong-number-of-words", 1],
    ["an address that is none", `witness w1 ${w1} a.example\n`, "bad-url", 1],
    ["a comment behind a line", `${head}quorum w1 # mine\n`, "wrong-number-of-words", 3],
    ["endless text", "#".repeat(300_000), "too-long", 0],
    ["endless lines", "\n".repeat(1_024), "too-many-lines", 0],
  ];
  for (const [name, text, reason, line] of refusals) {
    test(`refused: ${name}`, () =>
      assert.deepEqual(parsePolicy(text), { ok: false, problem: { reason, line } }));
  }
});

describe("the quorum", () => {
  test("of nested groups, against the formula written out", () => {
    const policy = policyOf(nested);
    fc.assert(
      fc.property(fc.subarray([1, 2, 3, 4]), (signed) => {
        const has = (number: number): boolean => signed.includes(number);
        const expected = (has(1) || has(2)) && has(3) && has(4);
        assert.equal(quorumMet(policy, new Set(signed.map((number) => `w${number}.example`))), expected);
        const texts = [w1, w2, w3, w4].filter((_, at) => has(at + 1));
        assert.equal(quorumMetByKeys(policy, new Set(texts)), expected);
      }),
    );
  });

  test("a witness alone, and none", () => {
    const alone = policyOf(`witness a ${w1}\nwitness b ${w2}\nquorum a\n`);
    assert.ok(quorumMet(alone, new Set(["w1.example"])));
    assert.equal(quorumMet(alone, new Set(["w2.example"])), false);
    // The name within the policy is not the key's: nobody signs as "a".
    assert.equal(quorumMet(alone, new Set(["a"])), false);
    assert.ok(quorumMet(policyOf("quorum none"), new Set()));
  });

  test("two witnesses whose keys bear one name do not count for each other", () => {
    const [first, second] = [vkey(1, "same.example"), vkey(2, "same.example")];
    const policy = policyOf(`witness a ${first}\nwitness b ${second}\ngroup g all a b\nquorum g\n`);
    assert.equal(quorumMet(policy, new Set(["same.example"])), false);
    assert.equal(quorumMetByKeys(policy, new Set([first])), false);
    assert.ok(quorumMetByKeys(policy, new Set([first, second])));
  });

  test("the digest names the file", () => {
    assert.equal(
      policyDigest(engine, "quorum none\n"),
      "08cfcaed9576dbb952e73382aecc0adb0a0d5d6d5cb1250c65bd399c35c2f324",
    );
  });
});
