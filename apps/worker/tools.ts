/** Builds what the worker needs: its connection, its keys, the witnesses of the policy. Wiring only. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePolicy, type WitnessPolicy } from "#core/log/policy.ts";
import { assert } from "#core/result.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import type { Configuration } from "#platform/config/config.ts";
import { demoWitnessAddresses, logPlaces } from "#platform/config/log-places.ts";
import { openRoleDatabase } from "#platform/database/role-logins.ts";
import { openPersonKeys } from "#platform/keys/person-keys.ts";
import { openSigningKeys } from "#platform/keys/signing-keys.ts";
import { NotStartedError } from "#platform/operations/not-started.ts";
import { type LogName, parseLogName } from "#platform/record/act.ts";
import { openLedger } from "#platform/record/ledger.ts";
import { hasLockHead } from "#platform/record/lock-head.ts";
import { ownWitnesses } from "#platform/record/own-witnesses.ts";
import { judgeProductionPolicy } from "#platform/record/production-policy.ts";
import type { RunOptions } from "#platform/record/run-sequencer.ts";
import { describeStartProblem } from "#platform/record/start-judgement.ts";
import { witnessLinks } from "#platform/record/witness-links.ts";
import { type BodySigner, bodySigner } from "#platform/signer/body-signer.ts";
import type { FileCheckWork } from "./file-checks.ts";
import type { Housekeeping } from "./housekeeping.ts";
import type { NoticeWork } from "./notices.ts";

export interface Worker {
  readonly log: LogName;
  readonly sequencer: RunOptions;
  readonly house: Housekeeping;
  readonly notices: NoticeWork;
  readonly files: FileCheckWork;
  /** Signs for bodies, in this process. */
  readonly signer: BodySigner;
  close(): Promise<void>;
}

type Outside = Pick<Housekeeping, "now" | "randomBytes" | "stop" | "report">;

/** Opens everything; the database must have been migrated and its logins drawn. */
export async function openWorker(configuration: Configuration, outside: Outside): Promise<Worker> {
  const log = parseLogName("executive");
  assert(log !== null, "the executive log has a name");
  const places = logPlaces(configuration, log);
  const policy = readPolicy(places.policyFile);
  const isDemo = configuration.mode === "demo";
  if (!isDemo) refuseUnfitPolicy(configuration, policy);
  const keyOptions = { randomBytes: outside.randomBytes, durability: "fsync" } as const;
  const keys = openSigningKeys(configuration.signingKeysFolder, keyOptions);
  if (hasLockHead(places.stateFolder) && !keys.hasLogKey(log)) {
    throw new NotStartedError(describeStartProblem({ kind: "log-key-lost" }));
  }
  const { sql, close } = await openRoleDatabase(configuration, "worker");
  const personKeys = openPersonKeys(configuration.keysFolder, keyOptions);
  const { origin, mail, clamavSocket } = configuration;
  return {
    log,
    signer: bodySigner({
      origin: places.origin,
      keyOf: (body) => keys.bodyKey(places.origin, body),
    }),
    house: { ...outside, log, origin: places.origin, sql, judgesRegisters: !isDemo },
    files: { ...outside, clamavSocket, sql },
    notices: { ...outside, log, origin, mail, sql, personKeys },
    sequencer: {
      ...outside,
      ...keyOptions,
      ...places,
      log,
      ledger: openLedger(sql, log),
      sql,
      engine: nativeEngine,
      signer: keys.logSigner(log),
      carriedFolder: join(configuration.dataFolder, "carried-cosignatures", log),
      policy,
      witnesses: witnessLinks(policy, {
        fetch,
        addresses: isDemo ? demoWitnessAddresses(configuration) : new Map(),
      }),
      personKeys,
    },
    close,
  };
}

function refuseUnfitPolicy(configuration: Configuration, policy: WitnessPolicy): void {
  const judged = judgeProductionPolicy(policy, ownWitnesses(configuration));
  if (judged.ok) return;
  throw new NotStartedError(
    `the witness policy of a country that is not the demo needs witnesses run by others (${judged.problem})`,
  );
}

function readPolicy(file: string): WitnessPolicy {
  const policy = parsePolicy(readFileSync(file, "utf8"));
  if (!policy.ok) throw new NotStartedError(`${file}, line ${policy.problem.line}: ${policy.problem.reason}`);
  return policy.value;
}
