import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { verifyCosignature } from "#core/log/cosignature.ts";
import { parseNote, parseVerifierKey } from "#core/log/note.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { figureOf, metricsFaults, readFigures } from "#tests/operations/promtool.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { witnessCommand } from "./command.ts";
import { logKey, noteOf, requestOf, rewrittenTreeOf, treeOf, witnessName, writeMirror } from "./test-log.ts";

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(
  argv: readonly string[],
  stop?: AbortSignal,
  onOutput?: (text: string) => void,
): Promise<Ran> {
  let out = "";
  let err = "";
  const code = await witnessCommand(argv, {
    stdout: {
      write: (text) => {
        out += text;
        onOutput?.(out);
      },
    },
    stderr: {
      write: (text) => {
        err += text;
      },
    },
    now: () => 1_700_000_000_000,
    fetch,
    randomBytes,
    ...(stop === undefined ? {} : { stop }),
  });
  return { code, out, err };
}

async function withKey(
  use: (folder: string, common: readonly string[], vkey: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "witness-command-"));
  try {
    const key = join(folder, "witness.key");
    const drawn = await run(["keygen", "--name", witnessName, "--key", key]);
    assert.equal(drawn.code, 0, drawn.err);
    const common = [
      "--name",
      witnessName,
      "--key",
      key,
      "--state",
      join(folder, "state"),
      "--log",
      logKey.text,
    ];
    await use(folder, common, drawn.out.trimEnd());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test("keygen draws a key once, for its owner alone, and prints what belongs into policies", () =>
  withKey(async (folder, _, vkey) => {
    const key = parseVerifierKey(vkey);
    assert.ok(key.ok && key.value.algorithm === "cosignature-v1" && key.value.name === witnessName);
    const path = join(folder, "witness.key");
    assert.equal((await stat(path)).mode & 0o077, 0);
    const before = await readFile(path, "utf8");
    const again = await run(["keygen", "--name", witnessName, "--key", path]);
    assert.equal(again.code, 2);
    assert.equal(await readFile(path, "utf8"), before);
  }));

test("cosign writes a note that the log can append, and says what it saw", () =>
  withKey(async (folder, common, vkey) => {
    const stick = join(folder, "stick");
    const out = join(folder, "cosignature");
    await writeMirror(stick, treeOf(600).files, noteOf(600));
    const ran = await run(["cosign", stick, ...common, "--out", out]);
    assert.equal(ran.code, 0, ran.err);
    assert.match(ran.out, /cosigned 600 entries \(0 known before\)/);
    const note = parseNote(await readFile(out, "utf8"));
    const key = parseVerifierKey(vkey);
    assert.ok(note.ok && key.ok);
    assert.equal(note.value.text, `${noteOf(600).split("\n\n")[0]}\n`);
    assert.deepEqual(verifyCosignature(nativeEngine, note.value, key.value), {
      ok: true,
      value: { timeSeconds: 1_700_000_000 },
    });
  }));

test("a rewritten log is refused with exit code 1 and in words", () =>
  withKey(async (folder, common) => {
    const stick = join(folder, "stick");
    const out = join(folder, "cosignature");
    await writeMirror(stick, treeOf(5).files, noteOf(5));
    assert.equal((await run(["cosign", stick, ...common, "--out", out])).code, 0);
    await writeMirror(stick, rewrittenTreeOf(600).files, noteOf(600, rewrittenTreeOf(600).root));
    await rm(out);
    const ran = await run(["cosign", stick, ...common, "--out", out]);
    assert.equal(ran.code, 1);
    assert.match(ran.err, /ANOTHER HISTORY/);
    await assert.rejects(stat(out));
    assert.equal((await run(["cosign", join(folder, "nothing"), ...common, "--out", out])).code, 6);
  }));

test("serve answers until it is stopped, and lets the state go", () =>
  withKey(async (folder, common) => {
    for (let round = 0; round < 2; round += 1) {
      const stop = new AbortController();
      const listening = Promise.withResolvers<string>();
      const operations = Promise.withResolvers<string>();
      const address = ["--listen", "127.0.0.1:0", "--operations", "0"];
      const served = run(["serve", ...common, ...address], stop.signal, (text) => {
        const url = /listens on (\S+)\n/.exec(text)?.[1];
        if (url !== undefined) listening.resolve(url);
        const told = /says how it is on (\S+)\n/.exec(text)?.[1];
        if (told !== undefined) operations.resolve(told);
      });
      const url = await listening.promise;
      const body = Buffer.from(await requestOf(round === 0 ? 0 : 5, round === 0 ? 5 : 600));
      const response = await fetch(`${url}/add-checkpoint`, { method: "POST", body });
      assert.equal(response.status, 200, await response.text());
      const ready = await fetch(`${await operations.promise}/health/ready`);
      assert.equal(ready.status, 200);
      const { program, checks } = JSON.parse(await ready.text());
      const [memory] = checks;
      assert.deepEqual(
        [program, memory.name, memory.facts],
        ["witness", "memory", { logs: 1, cosignedLogs: 1, oldestCosignatureSeconds: 0 }],
      );
      const figures = await (await fetch(`${await operations.promise}/metrics`)).text();
      assert.equal(skipUnless("promtool") || metricsFaults(figures), "");
      const read = readFigures(figures);
      const brought = { path: "add-checkpoint", status: "200" };
      assert.equal(figureOf(read, "aydyn_witness_requests_total", brought), 1);
      assert.equal(figureOf(read, "aydyn_witness_log_entries"), round === 0 ? 5 : 600);
      assert.equal(figureOf(read, "aydyn_witness_contradictions"), 0);
      assert.equal(figureOf(read, "aydyn_witness_cosigned_age_seconds"), 0);
      const second = await run(["cosign", folder, ...common, "--out", join(folder, "x")]);
      assert.deepEqual([second.code, /another witness is running/.test(second.err)], [2, true]);
      stop.abort();
      assert.equal((await served).code, 0);
    }
  }));

test("a key that others can read is used with a warning; a file that is none is not shown", () =>
  withKey(async (folder, common) => {
    const stick = join(folder, "stick");
    await writeMirror(stick, treeOf(5).files, noteOf(5));
    const key = join(folder, "witness.key");
    await chmod(key, 0o644);
    const warned = await run(["cosign", stick, ...common, "--out", join(folder, "x")]);
    assert.deepEqual([warned.code, /chmod 600/.test(warned.err)], [0, true]);
    await writeFile(key, "my diary");
    const refused = await run(["cosign", stick, ...common, "--out", join(folder, "x")]);
    assert.equal(refused.code, 2);
    assert.ok(!refused.err.includes("diary"));
  }));

test("what is not understood gives exit code 2 and one line of advice", () =>
  withKey(async (_, common) => {
    const wrong: readonly (readonly string[])[] = [
      [],
      ["fly"],
      ["keygen"],
      ["keygen", "--name", "two words", "--key", "x"],
      ["serve", "--name", witnessName],
      ["serve", ...common.slice(0, -2)],
      ["serve", ...common, "--log", "nonsense"],
      ["serve", ...common, "--listen", "here"],
      ["serve", ...common, "--listen", "70000"],
      ["serve", ...common, "--listen", "0", "--operations", "here"],
      ["serve", ...common, "--requests-per-minute", "0"],
      ["serve", ...common, "--unknown"],
      ["cosign", ...common, "--out", "x"],
      ["cosign", "a", "b", ...common, "--out", "x"],
      ["cosign", "a", ...common],
    ];
    for (const argv of wrong) {
      const ran = await run(argv);
      assert.equal(ran.code, 2, argv.join(" "));
      assert.ok(argv.length === 0 || ran.err.startsWith("aydyn witness: "), argv.join(" "));
    }
    const help = await run(["--help"]);
    assert.equal(help.code, 0);
    for (const word of ["keygen", "serve", "cosign", "--state", "Exit codes"])
      assert.ok(help.out.includes(word));
  }));
