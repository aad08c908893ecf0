/** The auditor's own program over what the simulated country has published. */
import assert from "node:assert/strict";
import { auditLog } from "#audit/audit-log.ts";
import type { LogSource } from "#audit/source/log-source.ts";
import { trustPolicy } from "#audit/tree/trust.ts";
import { ok, refused } from "#core/result.ts";
import { rememberingEngine } from "./remembering-engine.ts";
import type { SimulatedDisk } from "./simulated-disk.ts";
import { publishedFolder } from "./simulated-worker.ts";

/** Reads and judges the whole log; fails at the first finding. */
export async function auditPublished(disk: SimulatedDisk, policyText: string): Promise<void> {
  const trust = trustPolicy(rememberingEngine, policyText);
  assert.ok(trust.ok);
  const progress = () => ({ at: () => {}, end: () => {} });
  const options = { engine: rememberingEngine, source: sourceOf(disk), since: null, progress };
  const audited = await auditLog({ ...options, trust: trust.value });
  assert.ok(audited.ok, JSON.stringify(audited));
  assert.deepEqual(audited.value.findings, [], "the auditor finds nothing");
  assert.equal(audited.value.evidence, null);
  assert.equal(audited.value.keptCheckpoints, audited.value.keptWithQuorum);
}

function sourceOf(disk: SimulatedDisk): LogSource {
  return {
    place: "the simulation",
    read: async (path) => {
      const bytes = disk.read(`${publishedFolder}/${path}`);
      return bytes === null ? refused({ kind: "missing", path }) : ok(bytes);
    },
    list: async (folder) => {
      const below = folder.replace(/\/$/, "");
      return disk
        .list(`${publishedFolder}/${below}`)
        .filter(({ name, isFolder }) => !isFolder && !name.startsWith("."))
        .map(({ name }) => `${below}/${name}`);
    },
  };
}
