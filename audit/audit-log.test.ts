import assert from "node:assert/strict";
import { test } from "node:test";
import { utf8Bytes } from "#core/bytes.ts";
import { defaultRules } from "#core/clock/rules.ts";
import { checkpointText } from "#core/log/checkpoint.ts";
import { emptyRoot } from "#core/log/merkle.ts";
import { signNote } from "#core/log/note.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { auditLog, type LogAudit, type LogAuditOptions } from "./audit-log.ts";
import { auditStateText, parseAuditState } from "./record/audit-state.ts";
import type { LogSource } from "./source/log-source.ts";
import { silentProgress } from "./terminal/progress.ts";
import { goodLog } from "./test-lives.ts";
import { TestLog } from "./test-log.ts";
import {
  at,
  day,
  firstParameters,
  logSigner,
  policyText,
  testOrigin,
  witnessNames,
} from "./test-parameters.ts";
import { trustNobody, trustPolicy } from "./tree/trust.ts";

const engine = nativeEngine;
const trusted = trustPolicy(engine, policyText);
assert.ok(trusted.ok);
const trust = trusted.value;

async function audit(source: LogSource, options: Partial<LogAuditOptions> = {}): Promise<LogAudit> {
  const outcome = await auditLog({
    engine,
    source,
    trust,
    since: null,
    progress: () => silentProgress,
    ...options,
  });
  assert.ok(outcome.ok);
  return outcome.value;
}

async function findingsOf(log: TestLog): Promise<string[]> {
  return (await audit(log.source())).findings.map(({ kind }) => kind);
}

async function conductOf(log: TestLog): Promise<string[]> {
  const audited = await audit(log.source());
  assert.deepEqual(audited.findings, []);
  return audited.conduct.map(({ finding }) => finding.finding);
}

test("an honest log has no findings, and its state goes on", async () => {
  const audited = await audit(goodLog().source());
  assert.deepEqual(audited.findings, []);
  assert.deepEqual(audited.conduct, []);
  assert.deepEqual(audited.gaps, []);
  assert.equal(audited.keptCheckpoints, 4);
  assert.equal(audited.keptWithQuorum, 4);
  assert.equal(audited.payloadsOpened, 1);
  assert.equal(audited.head.quorum, true);
  assert.ok(audited.state);
});

test("without trust the log's signature and the witnesses are not judged", async () => {
  const audited = await audit(goodLog().source(), { trust: trustNobody });
  assert.deepEqual(audited.findings, []);
  assert.equal(audited.head.logJudged, false);
  assert.equal(audited.head.quorum, null);
  assert.deepEqual(
    audited.head.cosignatures.map(({ name }) => name),
    witnessNames,
  );
  assert.equal(audited.trust.witnessesFromLog, true);
});

test("every flipped byte of a bundle, of a tile, of the parameters is found", async () => {
  const paths = ["tile/entries/000.p/11", "tile/0/000.p/11", "parameters.json", "payloads/010.json"];
  for (const path of paths) {
    const length = goodLog().files.get(path)?.length ?? 0;
    for (let offset = 0; offset < length; offset += 37) {
      const log = goodLog();
      log.flip(path, offset);
      const outcome = await auditLog({
        engine,
        source: log.source(),
        trust,
        since: null,
        progress: () => silentProgress,
      });
      assert.ok(!outcome.ok || outcome.value.findings.length > 0, `${path} at ${offset}`);
    }
  }
});

test("an altered entry is named by its place", async () => {
  const log = goodLog();
  log.flip("tile/entries/000.p/11", 7 * 120 + 20);
  const audited = await audit(log.source());
  const differing = audited.findings.find((finding) => finding.kind === "tile-differs");
  assert.deepEqual(differing, { kind: "tile-differs", path: "tile/0/000.p/11", hash: 7 });
});

test("entry and tile altered together do not match the signed root", async () => {
  const log = goodLog();
  const other = goodLog();
  const forged = new TestLog();
  forged.publish(at("2026-01-01", "09:01"));
  for (let count = 0; count < 4; count += 1) {
    forged.act({
      kind: "filed-complaint",
      body: 2,
      about: `c${count}`,
      time: at("2026-03-02"),
      due: day("2026-03-24"),
    });
  }
  forged.publish(at("2026-03-20", "09:01"));
  for (const path of ["tile/entries/000.p/11", "tile/0/000.p/11"]) {
    log.files.set(path, forged.files.get(path) ?? new Uint8Array(0));
  }
  const audited = await audit(log.source());
  const sizes = audited.findings.flatMap((finding) =>
    finding.kind === "root-differs" ? [finding.size] : [],
  );
  assert.deepEqual(sizes, [8, 10, 11]);
  assert.deepEqual(await findingsOf(other), []);
});

test("an edited size, a foreign origin, a stale cosignature and a missing log signature are refused", async () => {
  const stale = goodLog();
  const older = new TextDecoder().decode(stale.files.get("checkpoints/10"));
  const newest = new TextDecoder().decode(stale.files.get("checkpoint"));
  const cosignatureOfOlder = older.split("\n").find((line) => line.startsWith("— ngo.example")) ?? "";
  const cases: readonly (readonly [string, string])[] = [
    ["edited size", newest.replace("\n11\n", "\n12\n")],
    ["stale cosignature", newest.replace(/— ngo\.example .*/, cosignatureOfOlder)],
    ["no log signature", newest.replace(/— ledger.*\n/, "")],
    [
      "foreign origin",
      signNote(
        engine,
        checkpointText({ origin: "other.example/log", size: 11, root: stale.root }),
        "other.example/log",
        logSigner,
      ),
    ],
    ["not a note", "hello\n"],
  ];
  for (const [what, text] of cases) {
    const log = goodLog();
    log.files.set("checkpoint", utf8Bytes(text));
    const outcome = await auditLog({
      engine,
      source: log.source(),
      trust,
      since: null,
      progress: () => silentProgress,
    });
    assert.ok(!outcome.ok && outcome.problem.kind === "unusable", what);
  }
});

test("a checkpoint without the policy's quorum does not verify", async () => {
  const log = goodLog();
  log.files.set("checkpoint", utf8Bytes(log.signedNote(at("2026-03-20", "09:01"), ["ngo.example"])));
  assert.deepEqual(await findingsOf(log), ["quorum-missing"]);
});

test("a missing file is named", async () => {
  for (const path of ["tile/0/000.p/11", "tile/entries/000.p/11", "checkpoints/10", "payloads/010.json"]) {
    const log = goodLog();
    log.files.delete(path);
    const audited = await audit(log.source());
    const named = audited.findings.some(
      (finding) =>
        (finding.kind === "file-problem" || finding.kind === "published-file") &&
        finding.problem.path === path,
    );
    assert.ok(named, path);
  }
});

test("kept checkpoints must lie at their size, be signed, and agree with the tree", async () => {
  const misplaced = goodLog();
  misplaced.files.set("checkpoints/9", misplaced.files.get("checkpoints/10") ?? new Uint8Array(0));
  assert.deepEqual(await findingsOf(misplaced), ["checkpoint-misplaced"]);

  const unsigned = goodLog();
  unsigned.files.set("checkpoints/10", utf8Bytes("no\n"));
  assert.deepEqual(await findingsOf(unsigned), ["checkpoint-unreadable"]);

  const beyond = goodLog();
  const larger = goodLog();
  larger.act({ kind: "added", body: 3, about: "road", time: at("2026-03-21"), due: day("2026-04-15") });
  larger.publish(at("2026-03-21"));
  beyond.files.set("checkpoints/12", larger.files.get("checkpoint") ?? new Uint8Array(0));
  assert.deepEqual(await findingsOf(beyond), ["checkpoint-beyond-head"]);
});

test("a kept checkpoint of another log is foreign, also to who trusts no key", async () => {
  const log = goodLog();
  const text = checkpointText({ origin: "other.example/log", size: 10, root: log.root });
  log.files.set("checkpoints/10", utf8Bytes(signNote(engine, text, "other.example/log", logSigner)));
  const audited = await audit(log.source(), { trust: trustNobody });
  assert.deepEqual(
    audited.findings.map(({ kind }) => kind),
    ["checkpoint-not-of-this-log"],
  );
});

test("two signed histories become evidence", async () => {
  const log = goodLog();
  const fork = new TestLog();
  fork.publish(at("2026-01-01", "09:01"));
  for (const about of ["a", "b", "c"]) {
    fork.act({ kind: "filed-complaint", body: 2, about, time: at("2026-03-02"), due: day("2026-03-24") });
  }
  fork.publish(at("2026-03-03", "09:01"));
  log.files.set("checkpoints/10", fork.files.get("checkpoints/10") ?? new Uint8Array(0));
  const audited = await audit(log.source());
  assert.deepEqual(audited.findings, [{ kind: "root-differs", size: 10 }]);
  assert.ok(audited.evidence !== null && audited.evidence.hashes.length > 0);
});

test("leaves: serial gaps and repeats, broken chains, times that go back", async () => {
  const sins = [
    { finding: "serial-gap", tamper: { serial: 7n } },
    { finding: "serial-repeated", tamper: { serial: 1n } },
    { finding: "previous-differs", tamper: { previous: new Uint8Array(32).fill(7) } },
    { finding: "time-decreased", tamper: { time: at("2026-03-19") } },
  ] as const;
  for (const { finding, tamper } of sins) {
    const log = goodLog();
    log.act({
      kind: "assigned",
      body: 3,
      about: "road",
      time: at("2026-03-20"),
      due: day("2026-04-15"),
      tamper: (leaf) => ({ ...leaf, ...tamper }),
    });
    log.publish(at("2026-03-20", "09:02"));
    assert.deepEqual(await findingsOf(log), [finding]);
  }
});

test("an act about no case names no act before it", async () => {
  const log = goodLog();
  log.act({
    kind: "read",
    body: 2,
    time: at("2026-03-20"),
    tamper: (leaf) => ({ ...leaf, previous: new Uint8Array(32).fill(1) }),
  });
  log.publish(at("2026-03-20", "09:02"));
  assert.deepEqual(await findingsOf(log), ["previous-differs"]);
});

test("the serial gap says which serials are missing", async () => {
  const log = goodLog();
  const tamper = (leaf: { serial: bigint }) => ({ ...leaf, serial: leaf.serial + 2n });
  log.act({
    kind: "read",
    body: 3,
    time: at("2026-03-20"),
    tamper: (leaf) => ({ ...leaf, ...tamper(leaf) }),
  });
  log.publish(at("2026-03-20", "09:02"));
  const { findings } = await audit(log.source());
  assert.deepEqual(findings, [{ kind: "serial-gap", index: 11, body: 3, from: 2n, to: 3n }]);
});

test("parameters that the log does not hold, or that parameters.json hides, are found", async () => {
  const hidden = goodLog();
  hidden.act({ kind: "rules-changed", body: 1, time: at("2026-03-20"), parts: { public: "{}" } });
  hidden.publish(at("2026-03-20", "09:02"));
  assert.deepEqual(await findingsOf(hidden), ["parameter-not-published"]);

  const silent = goodLog();
  silent.files.delete("parameters.json");
  assert.deepEqual(await findingsOf(silent), ["published-file"]);

  const longer = goodLog();
  const short = goodLog();
  const rules = { ...defaultRules, version: 2 };
  longer.parameter({ kind: "rules-changed", part: { rules } }, at("2026-03-21"));
  longer.publish(at("2026-03-21"));
  short.files.set("parameters.json", longer.files.get("parameters.json") ?? new Uint8Array(0));
  assert.deepEqual(await findingsOf(short), ["opening-fails"]);
});

test("a published payload must be the one of its entry", async () => {
  const log = goodLog();
  const index = log.act({
    kind: "added",
    body: 3,
    about: "road",
    time: at("2026-03-20"),
    due: day("2026-04-15"),
    parts: { public: "{}" },
    publishes: ["public"],
  });
  log.publish(at("2026-03-20", "09:02"));
  assert.deepEqual(await findingsOf(log), []);
  const moved = log.files.get(`payloads/0${index}.json`);
  log.files.set("payloads/010.json", moved ?? new Uint8Array(0));
  assert.deepEqual(await findingsOf(log), ["published-malformed"]);
  const renumbered = new TextDecoder().decode(moved).replace('"index":11', '"index":10');
  log.files.set("payloads/010.json", utf8Bytes(renumbered));
  assert.deepEqual(await findingsOf(log), ["opening-fails"]);
});

test("a payload of an entry that the log does not have", async () => {
  const log = goodLog();
  log.files.set("payloads/500.json", log.files.get("payloads/010.json") ?? new Uint8Array(0));
  assert.deepEqual(await findingsOf(log), ["opening-fails"]);
});

test("what is erased must be gone, at least in part", async () => {
  const log = goodLog();
  const index = log.act({
    kind: "added",
    body: 3,
    about: "road",
    time: at("2026-03-20"),
    due: day("2026-04-15"),
    parts: { public: "{}", text: "a name" },
    publishes: ["public", "text"],
  });
  log.erase(index);
  log.publishPayload(index, ["public", "text"]);
  log.publish(at("2026-03-20", "09:02"));
  assert.deepEqual(await findingsOf(log), ["erased-yet-whole"]);
  log.publishPayload(index, ["public"]);
  assert.deepEqual(await findingsOf(log), []);
  log.erase(index);
  assert.deepEqual(await findingsOf(log), []);
});

test("a state goes on where it ended, and sees what was changed behind it", async () => {
  const log = goodLog();
  const { state } = await audit(log.source());
  assert.ok(state);
  const kept = parseAuditState(auditStateText(state));
  assert.ok(kept.ok);
  assert.deepEqual(kept.value, state);
  log.act({ kind: "answered", body: 3, about: "road", time: at("2026-04-20") });
  log.publish(at("2026-04-20", "09:01"));
  const next = await audit(log.source(), { since: kept.value });
  assert.deepEqual(next.findings, []);
  assert.equal(next.entriesRead, 1);
  assert.deepEqual(
    next.conduct.map(({ finding }) => finding.finding),
    ["late-closing"],
  );
  const whole = await audit(log.source());
  assert.deepEqual(next.state, whole.state);

  const { source } = { source: log.source() };
  const shrunk = await audit(goodLog().source(), { since: whole.state });
  assert.deepEqual(shrunk.findings, [{ kind: "shrunk", size: 11, knownSize: 12 }]);
  const text = new TextDecoder().decode(log.files.get("parameters.json"));
  const other = new TestLog(
    firstParameters.map((parameter) =>
      parameter.kind === "rules-changed"
        ? { kind: "rules-changed", part: { rules: { ...parameter.part.rules, law: "another law" } } }
        : parameter,
    ),
  );
  other.publish(at("2026-01-01"));
  log.files.set("parameters.json", other.files.get("parameters.json") ?? new Uint8Array(0));
  assert.notEqual(text, new TextDecoder().decode(log.files.get("parameters.json")));
  const altered = await auditLog({
    engine,
    source,
    trust,
    since: whole.state,
    progress: () => silentProgress,
  });
  assert.ok(altered.ok);
  assert.deepEqual(
    altered.value.findings.map(({ kind }) => kind),
    ["opening-fails"],
  );
});

test("planted sin: a late reply", async () => {
  const log = goodLog();
  log.act({ kind: "answered", body: 3, about: "road", time: at("2026-04-16") });
  log.publish(at("2026-04-16", "09:01"));
  assert.deepEqual(await conductOf(log), ["late-closing"]);
});

test("planted sin: a reply dated in time by the state, but first witnessed after the due day", async () => {
  const log = goodLog();
  log.act({ kind: "answered", body: 3, about: "road", time: at("2026-04-15", "17:00") });
  log.publish(at("2026-04-16", "09:01"));
  const audited = await audit(log.source());
  assert.deepEqual(
    audited.conduct.map(({ finding }) => finding.finding),
    ["late-closing"],
  );
  assert.deepEqual(audited.gaps, [{ kind: "time-gap", firstIndex: 11, lastIndex: 11, minutes: 961 }]);
});

test("planted sin: an inflated due", async () => {
  const log = goodLog();
  log.act({
    kind: "filed-complaint",
    body: 2,
    about: "water",
    time: at("2026-03-20"),
    due: day("2026-06-30"),
  });
  log.publish(at("2026-03-20", "09:02"));
  assert.deepEqual(await conductOf(log), ["due-disputed"]);
});

test("planted sin: an endless pause", async () => {
  const log = goodLog();
  const ask = (time: number) =>
    log.act({ kind: "clarification-asked", body: 3, about: "road", time, due: day("2026-04-29") });
  ask(at("2026-03-20", "10:00"));
  log.act({
    kind: "clarification-given",
    body: 3,
    about: "road",
    time: at("2026-03-23"),
    due: day("2026-04-16"),
  });
  ask(at("2026-03-24"));
  log.act({
    kind: "clarification-given",
    body: 3,
    about: "road",
    time: at("2026-03-25"),
    due: day("2026-04-17"),
  });
  ask(at("2026-03-26"));
  log.publish(at("2026-03-26", "09:01"));
  assert.ok((await audit(log.source())).conduct.some(({ finding }) => finding.finding === "pause-exhausted"));
});

test("planted sin: a false close, disputed by the applicant, and a second close without any dispute", async () => {
  const log = goodLog();
  log.act({ kind: "explained", body: 3, about: "road", time: at("2026-03-20") });
  log.act({ kind: "disputed", body: 3, about: "road", time: at("2026-03-23"), due: day("2026-04-15") });
  log.act({ kind: "explained", body: 3, about: "road", time: at("2026-03-24") });
  log.act({ kind: "explained", body: 3, about: "road", time: at("2026-03-24") });
  log.publish(at("2026-03-24", "09:01"));
  assert.deepEqual(await conductOf(log), ["closing-disputed", "illegal-sequence"]);
});

test("planted sin: a forwarding to shift blame, too late, and an act by a body that does not hold the case", async () => {
  const log = goodLog();
  log.act({ kind: "forwarded", body: 3, about: "road", time: at("2026-04-13") });
  log.act({ kind: "received", body: 2, about: "road", time: at("2026-04-13"), due: day("2026-04-15") });
  log.act({ kind: "assigned", body: 3, about: "road", time: at("2026-04-14"), due: day("2026-04-15") });
  log.publish(at("2026-04-14", "09:01"));
  assert.deepEqual(await conductOf(log), ["late-forward", "wrong-body"]);
});

test("what is overdue is listed, the longest wait first; the due day itself is not overdue", async () => {
  const log = goodLog();
  log.act({
    kind: "filed-complaint",
    body: 2,
    about: "water",
    time: at("2026-03-20"),
    due: day("2026-04-01"),
  });
  log.publish(at("2026-03-20", "09:02"));
  const audited = await audit(log.source());
  assert.deepEqual(audited.overdueAt(at("2026-04-01", "23:59")), []);
  const tomorrow = audited.overdueAt(at("2026-04-16", "00:00"));
  assert.deepEqual(
    tomorrow.map(({ filedIndex }) => filedIndex),
    [11, 8],
  );
});

test("the newest acts are dated by their kept checkpoint, though no list names it yet and the head is signed anew", async () => {
  const log = goodLog();
  log.act({ kind: "answered", body: 3, about: "road", time: at("2026-04-15") });
  log.publish(at("2026-04-15", "09:01"));
  const list = new TextDecoder().decode(log.files.get("files.txt")).replace("checkpoints/12\n", "");
  log.files.set("files.txt", utf8Bytes(list));
  log.files.set("checkpoint", utf8Bytes(log.signedNote(at("2026-04-16"))));
  const unlisted = { ...log.source(), list: async () => null };
  assert.deepEqual((await audit(unlisted)).conduct, []);
});

test("a head that lags behind the published parameters for a moment is read again", async () => {
  const log = goodLog();
  const empty = checkpointText({ origin: testOrigin, size: 0, root: emptyRoot(engine) });
  const emptyHead = utf8Bytes(signNote(engine, empty, testOrigin, logSigner));
  let reads = 0;
  const lagging: LogSource = {
    ...log.source(),
    read: async (path, bytesMax) => {
      if (path === "checkpoint") reads += 1;
      return path === "checkpoint" && reads === 1
        ? { ok: true, value: emptyHead }
        : log.source().read(path, bytesMax);
    },
  };
  assert.deepEqual((await audit(lagging)).findings, []);
  assert.equal(reads, 2);
});

test("a log of another origin is not continued", async () => {
  const { state } = await audit(goodLog().source());
  assert.ok(state);
  const since = { ...state, origin: "other.example/log" };
  const outcome = await auditLog({
    engine,
    source: goodLog().source(),
    trust,
    since,
    progress: () => silentProgress,
  });
  assert.deepEqual(outcome, {
    ok: false,
    problem: { kind: "state-of-another-log", origin: "other.example/log" },
  });
});
