/**
 * One audit as a program of its own, so that its memory is its own: the same call that `aydyn verify log` makes. A small
 * log is audited first, for a machine that has compiled the code.
 */
import { readFile, writeFile } from "node:fs/promises";
import { auditLog } from "#audit/audit-log.ts";
import { auditStateText, parseAuditState } from "#audit/record/audit-state.ts";
import { folderSource } from "#audit/source/folder-source.ts";
import { silentProgress } from "#audit/terminal/progress.ts";
import { policyText } from "#audit/test-parameters.ts";
import { auditTree } from "#audit/tree/audit-tree.ts";
import { readHead } from "#audit/tree/checkpoints.ts";
import { type Trust, trustPolicy } from "#audit/tree/trust.ts";
import { assert } from "#core/result.ts";
import { nativeEngine } from "#engines/native-engine.ts";

export interface AuditRequest {
  readonly folder: string;
  /** A small log for a first audit that is not measured; `null` for none. */
  readonly warmUp: string | null;
  /** `whole`: everything that `aydyn verify log` judges. `tree`: entries, tiles of every level and the signed root alone. */
  readonly what: "whole" | "tree";
  /** File with the state to go on from; `null` reads everything. */
  readonly since: string | null;
  /** File to write the state into, outside of what is measured. */
  readonly stateOut: string | null;
}

export interface AuditOutcome {
  readonly seconds: number;
  readonly entriesRead: number;
  /** The most that the program ever held, with Node itself. */
  readonly memoryMiB: number;
}

const kibPerMib = 1_024;

function trust(): Trust {
  const trusted = trustPolicy(nativeEngine, policyText);
  assert(trusted.ok, "the policy of the auditor's tests is one");
  return trusted.value;
}

async function whole({ folder, since, stateOut }: AuditRequest): Promise<number> {
  const state = since === null ? null : parseAuditState(await readFile(since, "utf8"));
  assert(state === null || state.ok, "an audit's own state can be read");
  const outcome = await auditLog({
    engine: nativeEngine,
    source: folderSource(folder),
    trust: trust(),
    since: state?.ok ? state.value : null,
    progress: () => silentProgress,
  });
  assert(outcome.ok && outcome.value.findings.length === 0, "the built log verifies");
  assert(outcome.value.conduct.length === 0, "and is lawful");
  if (stateOut !== null && outcome.value.state !== null) {
    await writeFile(stateOut, auditStateText(outcome.value.state));
  }
  return outcome.value.entriesRead;
}

async function treeAlone({ folder }: AuditRequest): Promise<number> {
  const source = folderSource(folder);
  const head = await readHead(nativeEngine, source, trust());
  assert(head.ok, "the built log has a head");
  const { size, root } = head.value.checkpoint;
  const outcome = await auditTree({
    engine: nativeEngine,
    source,
    size,
    knownSize: 0,
    signedRoots: new Map([[size, [root]]]),
    visit: async () => undefined,
    progress: silentProgress,
  });
  assert(outcome.findings.length === 0 && outcome.root !== null, "the built log's tree verifies");
  return size;
}

async function run(request: AuditRequest): Promise<AuditOutcome> {
  const audit = request.what === "whole" ? whole : treeAlone;
  if (request.warmUp !== null)
    await audit({ ...request, folder: request.warmUp, since: null, stateOut: null });
  const begun = performance.now();
  const entriesRead = await audit(request);
  const seconds = (performance.now() - begun) / 1_000;
  return { seconds, entriesRead, memoryMiB: process.resourceUsage().maxRSS / kibPerMib };
}

process.once("message", (request: AuditRequest) => {
  run(request).then(
    (outcome) => process.send?.(outcome, () => process.disconnect()),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
