import { parseArgs } from "node:util";
import { isKeyName, type VerifierKey, verifierKey } from "#core/log/note.ts";
import { unreachable } from "#core/result.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { eventLog } from "#engines/operations/event-log.ts";
import type { OperationsAddress } from "#engines/operations/operations-routes.ts";
import { cosignMirror, type PullProblem } from "./cosign-mirror.ts";
import { replaceDurably } from "./durable-file.ts";
import { openFileState } from "./file-state.ts";
import { drawKeyFile, readKeyFile } from "./key-file.ts";
import { mirrorSource } from "./mirror-source.ts";
import { answerOperations, witnessMetrics } from "./operations.ts";
import { requestsPerMinuteDefault, serveWitness } from "./server.ts";
import { createWitness } from "./witness.ts";
import { witnessEventLevels } from "./witness-events.ts";
import { parseFollowedLogs } from "./witness-folder.ts";

/** What the command gets from outside. */
export interface CommandSurroundings {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  readonly fetch: typeof fetch;
  /** Unguessable bytes, for `keygen`. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** Stops `serve`; the signals SIGINT and SIGTERM do when it is left out. */
  readonly stop?: AbortSignal;
}

/** What the exit codes say; the same numbers as those of the other commands of `aydyn`. */
const witnessExitCodes = { done: 0, refused: 1, usage: 2, unreachable: 6 } as const;

const witnessHelp = `aydyn witness: watch over a public log and sign that it never rewrites its past

  aydyn witness keygen --name NAME --key FILE
      draws a key, writes it to FILE, prints the verifier key that people put into their policies
  aydyn witness serve --name NAME --key FILE --state DIR --log VKEY [--log VKEY ...]
                      [--listen [HOST:]PORT] [--requests-per-minute NUMBER] [--operations [HOST:]PORT]
      answers POST /add-checkpoint and GET /<hex sha256(origin)>/checkpoint (c2sp.org/tlog-witness);
      with --operations it also says how it is: /health/live, /health/ready and /metrics, to this computer
      alone without HOST
  aydyn witness cosign DIR|URL --name NAME --key FILE --state DIR --log VKEY --out FILE
      cosigns the log in a folder (a mirror, a USB stick) or at an address; carry FILE back to the log

  --log    the log's verifier key, got from the log's operator by another way than the log itself
  --state  the witness' memory: never delete it, never run two witnesses on one

Exit codes: 0 done, 1 refused to sign (the message says why), 2 not understood or a file cannot be used,
6 the log could not be read`;

interface Options {
  readonly name?: string | undefined;
  readonly key?: string | undefined;
  readonly state?: string | undefined;
  readonly listen?: string | undefined;
  readonly log?: readonly string[] | undefined;
  readonly out?: string | undefined;
  readonly "requests-per-minute"?: string | undefined;
  readonly operations?: string | undefined;
  readonly help?: boolean | undefined;
}

/** A mistake of whoever typed the command: its message is the whole answer. */
class UsageError extends Error {}

const listenDefault = "8090";
const requestsPerMinuteMax = 1_000_000;

/** Runs `aydyn witness …`; `argv` begins after the word `witness`. Resolves with the exit code. */
export async function witnessCommand(
  argv: readonly string[],
  surroundings: CommandSurroundings,
): Promise<number> {
  const { stdout, stderr } = surroundings;
  try {
    const { values, positionals } = parseOptions(argv);
    const [verb, ...rest] = positionals;
    if (values.help || verb === undefined || verb === "help") {
      stdout.write(`${witnessHelp}\n`);
      return verb === undefined && !values.help ? witnessExitCodes.usage : witnessExitCodes.done;
    }
    if (verb === "keygen" && rest.length === 0) return await keygen(values, surroundings);
    if (verb === "serve" && rest.length === 0) return await serve(values, surroundings);
    const [place, ...more] = rest;
    if (verb === "cosign" && place !== undefined && more.length === 0)
      return await pull(place, values, surroundings);
    throw new UsageError(`not understood: ${[verb, ...rest].join(" ")} (aydyn witness --help)`);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    stderr.write(`aydyn witness: ${error.message}\n`);
    return witnessExitCodes.usage;
  }
}

function parseOptions(argv: readonly string[]): { values: Options; positionals: readonly string[] } {
  const text = { type: "string" } as const;
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      name: text,
      key: text,
      state: text,
      listen: text,
      out: text,
      log: { type: "string", multiple: true },
      "requests-per-minute": text,
      operations: text,
      help: { type: "boolean", short: "h" },
    },
  });
}

async function keygen(options: Options, { stdout, randomBytes }: CommandSurroundings): Promise<number> {
  const name = nameOf(options);
  const signer = await drawKeyFile(required(options.key, "--key FILE"), randomBytes);
  stdout.write(`${verifierKey(nativeEngine, name, "cosignature-v1", signer.publicKey).text}\n`);
  return witnessExitCodes.done;
}

async function serve(options: Options, surroundings: CommandSurroundings): Promise<number> {
  const { stdout, stderr, now } = surroundings;
  const identity = await identityOf(options, surroundings);
  const address = listenAddress("--listen", options.listen ?? listenDefault);
  const operations = operationsAddress(options.operations);
  const requestsPerMinute = requestsOf(options);
  const stateFolder = required(options.state, "--state DIR");
  const state = await openFileState(stateFolder);
  const { metrics, onAnswer } = witnessMetrics({ stateFolder, now });
  try {
    const running = await serveWitness({
      ...identity,
      ...address,
      state,
      now,
      requestsPerMinuteMax: requestsPerMinute,
      onAnswer,
      report: eventLog({
        program: identity.name,
        levels: witnessEventLevels,
        now,
        write: (line) => stderr.write(line),
      }),
    });
    stdout.write(`Witness ${running.witness.key.text}\nlistens on ${running.url}\n`);
    try {
      await using asked = await answerOperations(operations, running.witness, {
        ...{ metrics, state, stateFolder, now },
      });
      if (asked !== null) stdout.write(`says how it is on ${asked.url}\n`);
      await stopped(surroundings.stop);
    } finally {
      await running.close();
    }
    return witnessExitCodes.done;
  } finally {
    state.close();
  }
}

async function pull(place: string, options: Options, surroundings: CommandSurroundings): Promise<number> {
  const { stdout, stderr, now } = surroundings;
  const identity = await identityOf(options, surroundings);
  const out = required(options.out, "--out FILE");
  const state = await openFileState(required(options.state, "--state DIR"));
  try {
    const witness = createWitness({ ...identity, engine: nativeEngine, state, now });
    const source = mirrorSource(place, surroundings.fetch);
    const pulled = await cosignMirror(nativeEngine, witness, source);
    if (!pulled.ok) {
      stderr.write(`aydyn witness: ${describePullProblem(pulled.problem)}\n`);
      return pulled.problem.reason === "unreadable" ? witnessExitCodes.unreachable : witnessExitCodes.refused;
    }
    await replaceDurably(out, new TextEncoder().encode(pulled.value.note));
    const { origin, size, fromSize } = pulled.value;
    stdout.write(
      `${origin}: cosigned ${size} entries (${fromSize} known before). Carry ${out} back to the log.\n`,
    );
    return witnessExitCodes.done;
  } finally {
    state.close();
  }
}

/** A refusal of the pull mode as a sentence. */
function describePullProblem(problem: PullProblem): string {
  switch (problem.reason) {
    case "unreadable":
      return `the log could not be read: ${problem.detail}`;
    case "malformed-checkpoint":
      return "what lies there as checkpoint is none";
    case "unknown-log":
      return `this is the log ${problem.origin}, for which no --log was given`;
    case "older-than-recorded":
      return `this copy has ${problem.size} entries, older than the ${problem.recordedSize} already cosigned; bring a newer one`;
    case "tiles-contradict-checkpoint":
      return "the tiles do not belong to the checkpoint: the copy is torn or was altered; copy it again";
    case "not-signed-by-the-log":
      return "the checkpoint is not signed by the log's key";
    case "history-changed":
      return problem.size === problem.recordedSize
        ? `ANOTHER HISTORY: the log signed two different trees of ${problem.size} entries; the proof lies in the state folder under evidence/`
        : `ANOTHER HISTORY: the ${problem.size} entries do not continue the ${problem.recordedSize} that were cosigned; keep this copy and show it to others`;
    default:
      return unreachable(problem);
  }
}

async function identityOf(options: Options, { stderr }: CommandSurroundings) {
  const path = required(options.key, "--key FILE");
  const name = nameOf(options);
  const logs = logKeys(options.log ?? []);
  const { signer, isOpenToOthers } = await readKeyFile(path);
  if (isOpenToOthers)
    stderr.write(`aydyn witness: other users of this computer can read ${path} (chmod 600 it)\n`);
  return { name, signer, logs };
}

function logKeys(texts: readonly string[]): readonly VerifierKey[] {
  if (texts.length === 0) throw new UsageError("--log VKEY is missing: which log shall be witnessed?");
  return texts.flatMap(parseFollowedLogs);
}

function nameOf(options: Options): string {
  const name = required(options.name, "--name NAME");
  if (!isKeyName(name))
    throw new UsageError("a witness' name has no spaces and no plus sign, such as witness.ngo.example");
  return name;
}

function operationsAddress(text: string | undefined): OperationsAddress | null {
  if (text === undefined) return null;
  const { port, host = "127.0.0.1" } = listenAddress("--operations", text);
  return { host, port };
}

function listenAddress(option: string, text: string): { port: number; host?: string } {
  const groups = /^(?:(?<host>.+):)?(?<port>\d{1,5})$/.exec(text)?.groups;
  const port = Number(groups?.port);
  if (groups === undefined || port > 65_535) throw new UsageError(`${option} takes [HOST:]PORT, not ${text}`);
  const host = groups.host?.replace(/^\[(.+)\]$/, "$1");
  return host === undefined ? { port } : { port, host };
}

function requestsOf(options: Options): number {
  const text = options["requests-per-minute"];
  if (text === undefined) return requestsPerMinuteDefault;
  const number = /^[1-9]\d*$/.test(text) ? Number(text) : Number.NaN;
  if (!(number <= requestsPerMinuteMax))
    throw new UsageError("--requests-per-minute takes a whole number from 1");
  return number;
}

function required(value: string | undefined, what: string): string {
  if (value === undefined || value === "") throw new UsageError(`${what} is missing (aydyn witness --help)`);
  return value;
}

function stopped(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal !== undefined) {
      if (signal.aborted) resolve();
      else signal.addEventListener("abort", () => resolve(), { once: true });
      return;
    }
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}
