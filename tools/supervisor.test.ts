import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "#platform/database/embedded-postgres.ts";
import type { OperatorError } from "./operator-error.ts";
import { type Program, Supervisor } from "./supervisor.ts";

/** A program that answers on PORT, notes in a file that it stopped, and says what it does. */
const obedient = `
import { createServer } from "node:http";
import { appendFileSync } from "node:fs";
createServer((request, response) => response.end("ok")).listen(Number(process.env.PORT), "127.0.0.1");
console.log("began");
process.on("SIGTERM", () => { appendFileSync(process.env.NOTES, process.env.NAME + "\\n"); process.exit(0); });
`;

interface Stage {
  readonly lines: string[];
  readonly givenUp: OperatorError[];
  readonly supervisor: Supervisor;
  readonly notes: () => Promise<string>;
  program(name: string, text?: string): Promise<Program & { readonly port: number }>;
}

async function withStage(run: (stage: Stage) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "supervisor-"));
  const lines: string[] = [];
  const givenUp: OperatorError[] = [];
  const supervisor = new Supervisor({
    print: (name, line) => lines.push(`${name}: ${line}`),
    onGivenUp: (error) => givenUp.push(error),
    restartsMax: 2,
    restartDelayMs: 10,
    healthyWithinMs: 5_000,
    stopWithinMs: 500,
  });
  const notes = () => readFile(join(folder, "notes"), "utf8").catch(() => "");
  const program = async (name: string, text = obedient) => {
    const file = join(folder, `${name}.mjs`);
    await writeFile(file, text);
    const port = await freePort();
    const environment = { PORT: String(port), NAME: name, NOTES: join(folder, "notes") };
    return { name, file, environment, healthUrl: `http://127.0.0.1:${port}/health`, port };
  };
  try {
    await run({ lines, givenUp, supervisor, notes, program });
  } finally {
    await supervisor.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await what()) return;
    await delay(25);
  }
  assert.fail("waited in vain");
}

test("programs are stopped in the opposite order, and a second call waits for the first", async () => {
  await withStage(async ({ supervisor, program, notes, lines }) => {
    for (const name of ["witness", "worker", "portal"]) await supervisor.start(await program(name));
    assert.deepEqual(lines, ["witness: began", "worker: began", "portal: began"]);
    await Promise.all([supervisor.stop(), supervisor.stop()]);
    assert.equal(await notes(), "portal\nworker\nwitness\n");
  });
});

test("a program that dies is started again, and after too often given up", async () => {
  await withStage(async ({ supervisor, program, lines, givenUp }) => {
    const mortal = await program(
      "mortal",
      obedient.replace('console.log("began");', 'console.log("began " + process.pid);'),
    );
    await supervisor.start(mortal);
    for (let life = 1; life <= 3; life += 1) {
      const began = () => lines.filter((line) => line.startsWith("mortal: began"));
      await until(() => began().length === life);
      process.kill(Number(began().at(-1)?.split(" ").at(-1)), "SIGKILL");
    }
    await until(() => givenUp.length === 1);
    assert.match(givenUp[0]?.message ?? "", /the mortal ended 3 times/);
    assert.ok(lines.some((line) => /ended unexpectedly \(signal SIGKILL\)/.test(line)));
  });
});

test("a program that ends while starting is told, with what it said", async () => {
  await withStage(async ({ supervisor, program, lines }) => {
    const broken = await program("broken", 'console.error("no key"); process.exit(3);');
    await assert.rejects(supervisor.start(broken), /the broken ended while starting/);
    assert.deepEqual(lines, ["broken: no key"]);
  });
});

test("a program that does not stop in time is killed", async () => {
  await withStage(async ({ supervisor, program, lines }) => {
    await supervisor.start(
      await program("deaf", obedient.replace(/process\.on\(.*\n/, 'process.on("SIGTERM", () => {});\n')),
    );
    await supervisor.stop();
    assert.ok(lines.includes("deaf: did not stop in time and was killed"));
  });
});

test("stopping while a program starts does not wait until it is healthy", async () => {
  await withStage(async ({ supervisor, program, givenUp }) => {
    const starting = supervisor.start(await program("slow", "setTimeout(() => {}, 60_000);"));
    await delay(100);
    await supervisor.stop();
    await starting;
    assert.deepEqual(givenUp, []);
  });
});
