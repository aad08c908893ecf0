import { equalBytes } from "#core/bytes.ts";
import type { Checkpoint } from "#core/log/checkpoint.ts";
import { cosign } from "#core/log/cosignature.ts";
import type { Engine, Signer } from "#core/log/engine.ts";
import { isSignatureOf, type Note, serializeNote, type VerifierKey, verifierKey } from "#core/log/note.ts";
import {
  type AddCheckpoint,
  type AddCheckpointJudgement,
  judgeAddCheckpoint,
  monitoringPath,
  parseAddCheckpoint,
  recordedSizeContentType,
} from "#core/log/witness-rules.ts";
import { assert, unreachable } from "#core/result.ts";
import type { WitnessEvent } from "./witness-events.ts";
import type { LogRecord, WitnessState } from "./witness-state.ts";

/**
 * A C2SP witness without its network: it remembers of each log the largest tree that it has seen to be consistent
 * with all earlier ones, and signs nothing that contradicts its memory. It needs no trust in the log.
 */
export interface WitnessOptions {
  readonly engine: Engine;
  /** An Ed25519 key that signs under no other name. */
  readonly signer: Signer;
  /** The witness' name for ever, such as `witness.ngo.example`. */
  readonly name: string;
  /** Keys of the logs that it follows; the key's name is the log's origin. */
  readonly logs: readonly VerifierKey[];
  readonly state: WitnessState;
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** Told of what its operator must know; nothing that a caller sent stands in it. */
  readonly report?: (event: WitnessEvent) => void;
  /** Fault point: called when a checkpoint lies in the state and its cosignature has not left the process. */
  readonly afterPersisting?: () => void;
}

/** An answer as HTTP carries it. */
export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly contentType: string;
  readonly body: string;
}

export interface Witness {
  /** What people put into their policies. */
  readonly key: VerifierKey;
  readonly logs: readonly VerifierKey[];
  /** Answers the body of a request `add-checkpoint` (C2SP tlog-witness). Rejects when the state cannot be kept. */
  addCheckpoint(body: Uint8Array): Promise<WitnessAnswer>;
  /** The latest cosigned checkpoint of a log, by its monitoring path `<hex sha256(origin)>/checkpoint`; `null` before the first. */
  latestCheckpoint(path: string): Promise<string | null>;
  /** The latest record of a log; `null` before the first. */
  recorded(origin: string): Promise<LogRecord | null>;
}

type Refusal = Exclude<AddCheckpointJudgement, { readonly status: 200 }>;

const plainText = "text/plain; charset=utf-8";
const msPerSecond = 1_000;

/** Sets up a witness. Throws when two of the logs share an origin. */
export function createWitness(options: WitnessOptions): Witness {
  const { engine, signer, name, logs, state } = options;
  const logsByOrigin = new Map(logs.map((log) => [log.name, log]));
  assert(logsByOrigin.size === logs.length, "a witness follows each origin under one key");
  const originsByPath = new Map(logs.map((log) => [monitoringPath(engine, log.name), log.name]));
  const oneAtATime = takingTurns();
  return {
    key: verifierKey(engine, name, "cosignature-v1", signer.publicKey),
    logs,
    recorded: (origin) => state.read(origin),
    latestCheckpoint: async (path) => {
      const origin = originsByPath.get(path);
      return origin === undefined ? null : ((await state.read(origin))?.note ?? null);
    },
    addCheckpoint: async (body) => {
      const request = parseAddCheckpoint(body);
      if (!request.ok) return refusal(400, request.problem);
      const log = logsByOrigin.get(request.value.checkpoint.origin);
      if (log === undefined) return answerOf(judgeUnknown(engine, request.value));
      // Checked together, two growing checkpoints could be stored in the wrong order and the tree rolled back.
      return oneAtATime(log.name, () => answerRequest(options, log, request.value));
    },
  };
}

async function answerRequest(
  options: WitnessOptions,
  log: VerifierKey,
  request: AddCheckpoint,
): Promise<WitnessAnswer> {
  const { engine, state } = options;
  const recorded = await state.read(log.name);
  const judgement = judgeAddCheckpoint(engine, request, { key: log, recorded });
  if (judgement.status === 200)
    return cosignAndPersist(options, log, request.note, judgement.checkpoint, recorded);
  if (isContradiction(judgement, request.checkpoint, recorded)) {
    await state.keepEvidence({
      origin: log.name,
      size: request.checkpoint.size,
      recorded: recorded?.note ?? "",
      presented: serializeNote(request.note),
    });
    options.report?.({ event: "contradiction", origin: log.name, size: request.checkpoint.size });
  }
  return answerOf(judgement);
}

/** A log that the witness does not follow. */
function judgeUnknown(engine: Engine, request: AddCheckpoint): Refusal {
  const judgement = judgeAddCheckpoint(engine, request, null);
  assert(judgement.status !== 200, "a witness cosigns for no log that it does not follow");
  return judgement;
}

/**
 * Whether the log, whose signature has been verified by then, signed a second root for the recorded size. A caller
 * who names a wrong old size is told so first, yet has handed over the same evidence. A consistency proof that does
 * not hold is none: whoever relays a checkpoint can spoil the proof.
 */
function isContradiction(
  judgement: AddCheckpointJudgement,
  checkpoint: Checkpoint,
  recorded: LogRecord | null,
): boolean {
  if (judgement.status !== 409 && judgement.status !== 422) return false;
  if (judgement.reason === "root-of-empty-tree") return true;
  return (
    recorded !== null && recorded.size === checkpoint.size && !equalBytes(recorded.root, checkpoint.root)
  );
}

async function cosignAndPersist(
  options: WitnessOptions,
  log: VerifierKey,
  note: Note,
  checkpoint: Checkpoint,
  recorded: LogRecord | null,
): Promise<WitnessAnswer> {
  const { engine, signer, name, state, now, afterPersisting } = options;
  // A clock that was set back must not make a later statement older than an earlier one.
  const timeSeconds = Math.max(Math.floor(now() / msPerSecond), recorded?.timeSeconds ?? 1);
  const line = cosign(engine, note.text, { name, signer, timeSeconds });
  const logLines = note.signatures.filter((signature) => isSignatureOf(signature, log));
  const next: LogRecord = {
    origin: log.name,
    size: checkpoint.size,
    root: checkpoint.root,
    timeSeconds,
    note: serializeNote({ text: note.text, signatures: logLines }) + line,
  };
  const persisted = await state.replace(recorded, next);
  assert(persisted, "nobody else writes a witness' state");
  afterPersisting?.();
  return { status: 200, contentType: plainText, body: line };
}

function answerOf(judgement: Refusal): WitnessAnswer {
  switch (judgement.status) {
    case 409:
      return { status: 409, contentType: recordedSizeContentType, body: `${judgement.recordedSize}\n` };
    case 400:
    case 403:
    case 404:
    case 422:
      return refusal(judgement.status, judgement.reason);
    default:
      return unreachable(judgement);
  }
}

function refusal(status: 400 | 403 | 404 | 422, reason: string): WitnessAnswer {
  return { status, contentType: plainText, body: `${reason}\n` };
}

/** Runs tasks of one name one after another, in the order in which they came. */
function takingTurns(): <Value>(name: string, task: () => Promise<Value>) => Promise<Value> {
  const last = new Map<string, Promise<unknown>>();
  return (name, task) => {
    const turn = (last.get(name) ?? Promise.resolve()).then(task, task);
    last.set(name, turn);
    return turn;
  };
}
