/**
 * An association runs a witness on a computer of its own: another clone of this repository, another user, a key that nobody
 * here has ever seen. It follows a real log over HTTP. Then the log is rolled back, by an operator who obeys nobody: the
 * witness refuses, and without it nothing is published.
 */
import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { parseVerifierKey } from "#core/log/note.ts";
import { parsePolicy } from "#core/log/policy.ts";
import { verifyCheckpointNote } from "#core/log/proof.ts";
import { serializeAddCheckpoint } from "#core/log/witness-rules.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { startSequencer } from "#platform/record/sequencer-start.ts";
import { actOf, logKey, type RecordForTests, withRecord } from "#platform/record/test-support/record.ts";
import { httpWitnessTransport } from "#platform/record/witness-transport.ts";
import { chained, leavesIn, obeying, writeLog } from "./rewritten-log.ts";

const checkout = join(import.meta.dirname, "..", "..");
/** "nobody" on Debian and most others. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const name = "witness.lawyers.example";

interface Elsewhere {
  readonly url: string;
  readonly verifierKey: string;
  readonly child: ChildProcess;
  readonly memory: string;
}

test("a witness of another clone, user and key refuses a log that was rolled back, and its seal is missed", {
  // As everything in CI: not skipped there, but failing.
  skip: isRoot || process.env.CI ? false : "only root can run a program as another user",
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-elsewhere-"));
  let running: Elsewhere | null = null;
  try {
    running = await witnessElsewhere(folder);
    assert.equal(statSync(running.memory).uid, nobody);
    await withRecord((record) => followedAndRolledBack(record, running as Elsewhere));
  } finally {
    if (running !== null && running.child.exitCode === null) {
      running.child.kill("SIGTERM");
      await once(running.child, "exit");
    }
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Clones, hands the clone to another user, draws a key there as that user, and serves. */
async function witnessElsewhere(folder: string): Promise<Elsewhere> {
  const home = join(folder, "lawyers");
  const clone = join(home, "aydyn");
  chmodSync(folder, 0o755);
  mkdirSync(home);
  execFileSync("git", ["clone", "--quiet", "--no-hardlinks", checkout, clone], { stdio: "pipe" });
  // What the witness needs of the packages, without asking a registry: the pinned Node and the arithmetic.
  for (const needed of ["node", "@noble"]) {
    const from = join(checkout, "node_modules", needed);
    cpSync(from, join(clone, "node_modules", needed), { recursive: true, dereference: true });
  }
  execFileSync("chown", ["-R", `${nobody}:${nobody}`, home]);
  const as = { uid: nobody, gid: nobody, cwd: home, env: { PATH: "/usr/bin:/bin", HOME: home } };
  const aydyn = join(clone, "bin", "aydyn");
  const key = ["--name", name, "--key", join(home, "witness.key")];
  const drawn = execFileSync(aydyn, ["witness", "keygen", ...key], { ...as, encoding: "utf8" });
  const memory = join(home, "state");
  const served = ["--state", memory, "--log", logKey.text, "--listen", "127.0.0.1:0"];
  const child = spawn(aydyn, ["witness", "serve", ...key, ...served], {
    ...as,
    stdio: ["ignore", "pipe", "ignore"],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^listens on (\S+)$/.exec(line)?.[1];
    if (url === undefined) continue;
    return { url, verifierKey: drawn.trim(), child, memory };
  }
  throw new Error("the witness ended before it listened");
}

async function followedAndRolledBack(
  record: RecordForTests,
  { url, verifierKey, memory }: Elsewhere,
): Promise<void> {
  const key = parseVerifierKey(verifierKey);
  assert.ok(key.ok);
  const [north] = record.witnesses;
  assert.ok(north);
  const text = [
    ...[`log ${logKey.text}`, `witness north ${north.key.text}`, `witness lawyers ${verifierKey}`],
    ...["group both all north lawyers", "quorum both", ""],
  ].join("\n");
  const policy = parsePolicy(text);
  assert.ok(policy.ok);
  const transport = httpWitnessTransport(url);
  const lawyers = { name: "lawyers", key: key.value, transport, everyMs: 0 };
  const changes = { policy: policy.value, witnesses: [north.link(), lawyers] };

  const sequencer = await record.start(changes);
  for (let act = 0; act < 3; act += 1) {
    await record.append(actOf(randomBytes(16)));
    await sequencer.step();
  }
  await sequencer.close();
  const head = () => readFileSync(join(record.publishedFolder, "checkpoint"), "utf8");
  const published = { policy: policy.value, logKey };
  const whole = verifyCheckpointNote(nativeEngine, head(), published);
  assert.ok(
    whole.ok && whole.value.checkpoint.size === 3,
    "what the witness elsewhere has signed is published",
  );

  const kept = leavesIn(record.publishedFolder);
  const rolledBack = join(record.folder, "rolled-back");
  const written = async (leaves: typeof kept): Promise<string> => {
    rmSync(rolledBack, { recursive: true, force: true });
    cpSync(record.publishedFolder, rolledBack, { recursive: true });
    await writeLog(rolledBack, leaves, [obeying("north", record.clock.now)]);
    return readFileSync(join(rolledBack, "checkpoint"), "utf8");
  };
  const asked = async (oldSize: number, note: string) => {
    const answer = await transport.addCheckpoint(serializeAddCheckpoint({ oldSize, proof: [], note }));
    assert.ok(answer.ok);
    return answer.value;
  };
  const shorter = await written(kept.slice(0, 2));
  // C2SP tlog-witness: whoever names another old size than the recorded one gets 409 and the recorded size.
  assert.deepEqual(await asked(2, shorter), { status: 409, body: "3\n" });
  assert.equal((await asked(3, shorter)).status, 400, "an old size above the new one is malformed");
  const without = verifyCheckpointNote(nativeEngine, shorter, published);
  assert.deepEqual([without.ok, without.ok || without.problem], [false, "quorum-missing"]);
  const other = await written(chained(kept.map((leaf) => ({ ...leaf, commitment: new Uint8Array(32) }))));
  assert.equal((await asked(3, other)).status, 422, "another tree of the same size");
  const evidence = readdirSync(memory, { recursive: true }).filter((path) =>
    /evidence.*\.json$/.test(String(path)),
  );
  assert.equal(evidence.length, 1, "and both checkpoints are kept as evidence");
  const again = await asked(3, head());
  assert.equal(again.status, 200, "the true head is cosigned again");

  // The operator's own program: a log begun anew under the old key, with a witness that obeys and has forgotten.
  await record.database.owner`truncate ledger.head, ledger.entry, ledger.body_head, ledger.case_head`;
  for (const part of ["state", "log"]) rmSync(join(record.folder, part), { recursive: true });
  north.recorded = null;
  const started = await startSequencer(record.options(changes));
  assert.deepEqual(
    [started.ok, started.ok || started.problem],
    [false, { kind: "witness-saw-larger", witness: "lawyers", witnessSize: 3, size: 0 }],
  );
}
