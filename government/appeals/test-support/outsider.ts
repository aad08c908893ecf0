/** An outsider with the auditor's command, a folder of copied files and nothing of ours. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestPortal } from "./portal.ts";

const command = fileURLToPath(new URL("../../../bin/aydyn", import.meta.url));

export interface Outsider {
  /** Where the copy lies. */
  readonly mirror: string;
  /** A file of theirs. */
  readonly write: (name: string, content: string | Uint8Array) => string;
  /** Runs `bin/aydyn` in a process of its own. */
  readonly aydyn: (...words: readonly string[]) => Promise<{ readonly code: number; readonly said: string }>;
  /** The policy file, got elsewhere. */
  readonly policy: string;
}

/** Copies what is published and hands the copy to somebody who then asks nobody. */
export async function asOutsider<T>(portal: TestPortal, run: (outsider: Outsider) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-outsider-"));
  try {
    const mirror = join(folder, "mirror");
    cpSync(portal.publishedFolder, mirror, { recursive: true });
    const write = (name: string, content: string | Uint8Array) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    };
    return await run({ mirror, write, aydyn, policy: write("policy.txt", portal.policyText) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function aydyn(...words: readonly string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(command, [...words], (error, said, noted) => {
      resolve({ code: error === null ? 0 : Number(error.code), said: `${said}${noted}` });
    });
  });
}

/** Verifies the whole log and gives the figures of one body as the auditor counts them at the end of a day. */
export async function auditedFigures(
  portal: TestPortal,
  at: string,
  body: number,
): Promise<Readonly<Record<string, unknown>>> {
  return await asOutsider(portal, async ({ aydyn: run, mirror, policy }) => {
    const verified = await run("verify", "log", mirror, "--policy", policy);
    assert.equal(verified.code, 0, verified.said);
    const report = await run("report", mirror, "--policy", policy, "--at", at, "--json");
    assert.equal(report.code, 0, report.said);
    const { bodies } = JSON.parse(report.said) as { bodies: readonly { readonly number: number }[] };
    const figures = bodies.find(({ number }) => number === body);
    assert.ok(figures, report.said);
    return figures;
  });
}
