import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { skipUnless } from "#tools/foreign-programs.ts";
import { clamavScanner } from "./clamav.ts";

const startTimeoutMs = 30_000;

/** Runs ClamAV's own daemon, which knows one file of ours as harmful and nothing else. */
async function withClamd(harmful: Uint8Array, run: (socket: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-clamd-"));
  const socket = join(folder, "clamd.sock");
  const digest = createHash("sha256").update(harmful).digest("hex");
  writeFileSync(join(folder, "ours.hsb"), `${digest}:${harmful.length}:Aydyn.Test\n`);
  writeFileSync(
    join(folder, "clamd.conf"),
    [
      `LocalSocket ${socket}`,
      `DatabaseDirectory ${folder}`,
      "Foreground yes",
      `TemporaryDirectory ${folder}`,
    ].join("\n"),
  );
  const child = spawn("clamd", ["-c", join(folder, "clamd.conf")], { stdio: "pipe" });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  try {
    const until = Date.now() + startTimeoutMs;
    while (!existsSync(socket)) {
      assert.ok(Date.now() < until && child.exitCode === null, said);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await run(socket);
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

test("ClamAV's daemon tells a harmful file from a harmless one, whatever their size", {
  skip: skipUnless("clamd"),
}, async () => {
  const harmful = Buffer.from("Gyzylgül zyýanly faýl\n".repeat(10_000));
  await withClamd(harmful, async (socket) => {
    const scanner = clamavScanner(socket);
    assert.deepEqual(await scanner.scan(harmful), { ok: true, value: "harmful" });
    assert.deepEqual(await scanner.scan(Buffer.from("gaz gerek")), { ok: true, value: "clean" });
    assert.deepEqual(await scanner.scan(Buffer.alloc(2 * 1024 * 1024, 32)), { ok: true, value: "clean" });
  });
});

test("a daemon that is not there, hangs up or says something else passes nothing", async () => {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-clamd-"));
  const socket = join(folder, "clamd.sock");
  try {
    assert.deepEqual(await clamavScanner(socket).scan(Buffer.from("x")), { ok: false, problem: "away" });
    for (const reply of [
      "",
      "stream: OK and more",
      "INSTREAM size limit exceeded. ERROR\0",
      "x".repeat(10_000),
    ]) {
      const server = createServer((connection) => {
        connection.on("error", () => {});
        connection.once("data", () => connection.end(reply));
      });
      await new Promise<void>((resolve) => server.listen(socket, resolve));
      assert.deepEqual(await clamavScanner(socket).scan(Buffer.from("x")), { ok: false, problem: "away" });
      await new Promise((resolve) => server.close(resolve));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
