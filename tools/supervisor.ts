/**
 * Starts the programs of an installation as processes of their own, one after the other once each is healthy,
 * shows their output line by line, starts a program again that died, and stops them in the opposite order.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { OperatorError } from "./operator-error.ts";

export interface Program {
  readonly name: string;
  /** Path of the TypeScript file, and what follows it on the command line. */
  readonly file: string;
  readonly parameters?: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Answers 200 when the program is ready. */
  readonly healthUrl: string;
}

export interface SupervisorOptions {
  /** Prints one line; `name` is the program's. */
  readonly print: (name: string, line: string) => void;
  /** Called once when a program cannot be kept running. */
  readonly onGivenUp: (error: OperatorError) => void;
  readonly restartsMax?: number;
  readonly restartDelayMs?: number;
  readonly healthyWithinMs?: number;
  readonly stopWithinMs?: number;
}

const restartsMaxDefault = 5;
/** The restarts are counted anew after a program ran this long. */
const stableMs = 60_000;
const restartDelayMsDefault = 1_000;
const healthyWithinMsDefault = 60_000;
const stopWithinMsDefault = 15_000;
const healthPollMs = 100;
/** No program of ours is ready sooner; asking costs the processor that it starts on. */
const healthFirstPollMs = 400;
const healthTimeoutMs = 2_000;
const followParent = join(import.meta.dirname, "follow-parent.mjs");

interface Running {
  readonly program: Program;
  child: ChildProcess;
  exited: Promise<void>;
  hasExited: boolean;
  restarts: number;
}

export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #running: Running[] = [];
  #stopping = false;
  #stopped: Promise<void> | null = null;

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  /** Starts a program and waits until it is healthy; throws an `OperatorError` otherwise. */
  async start(program: Program): Promise<void> {
    const running = this.#spawn(program);
    this.#running.push(running);
    await this.#untilHealthy(running);
    void running.exited.then(() => this.#restart(running));
  }

  /** Stops all programs, the last started first; asked twice, it is done once. A program that does not end in time is killed, and said so. */
  stop(): Promise<void> {
    this.#stopping = true;
    this.#stopped ??= this.#stopAll();
    return this.#stopped;
  }

  /** The process of a program at this moment; `null` while it has none. */
  processOf(name: string): number | null {
    const running = this.#running.find(({ program, hasExited }) => program.name === name && !hasExited);
    return running?.child.pid ?? null;
  }

  async #stopAll(): Promise<void> {
    for (const running of this.#running.toReversed()) {
      if (running.hasExited) continue;
      running.child.kill("SIGTERM");
      const abort = new AbortController();
      const late = delay(this.#options.stopWithinMs ?? stopWithinMsDefault, "late", { signal: abort.signal });
      const outcome = await Promise.race([running.exited, late.catch(() => "")]);
      abort.abort();
      if (outcome !== "late") continue;
      this.#options.print(running.program.name, "did not stop in time and was killed");
      running.child.kill("SIGKILL");
      await running.exited;
    }
  }

  #spawn(program: Program): Running {
    const child = spawn(
      process.execPath,
      ["--import", followParent, program.file, ...(program.parameters ?? [])],
      {
        env: { ...process.env, ...program.environment },
        stdio: ["ignore", "pipe", "pipe", "ipc"],
        // A process group of its own: Ctrl-C reaches us alone, and we stop the programs in order.
        detached: true,
      },
    );
    const running: Running = {
      program,
      child,
      exited: Promise.resolve(),
      hasExited: false,
      restarts: 0,
    };
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on("line", (line) => this.#options.print(program.name, line));
    }
    running.exited = new Promise((resolve) => {
      const exit = () => {
        running.hasExited = true;
        resolve();
      };
      child.once("close", exit);
      child.once("error", exit);
    });
    return running;
  }

  async #untilHealthy(running: Running): Promise<void> {
    const { name, healthUrl } = running.program;
    const within = this.#options.healthyWithinMs ?? healthyWithinMsDefault;
    for (
      let waitedMs = 0, pauseMs = Math.min(healthFirstPollMs, within);
      waitedMs < within && !running.hasExited && !this.#stopping;
      waitedMs += pauseMs, pauseMs = healthPollMs
    ) {
      await delay(pauseMs);
      if (await isHealthy(healthUrl)) return;
    }
    if (this.#stopping) return;
    const reason = running.hasExited ? "ended while starting" : `did not answer at ${healthUrl}`;
    throw new OperatorError(`the ${name} ${reason}`, "Its lines above say why.");
  }

  async #restart(ended: Running): Promise<void> {
    if (this.#stopping) return;
    const { program } = ended;
    const restartsMax = this.#options.restartsMax ?? restartsMaxDefault;
    if (ended.restarts >= restartsMax) {
      this.#options.onGivenUp(
        new OperatorError(`the ${program.name} ended ${restartsMax + 1} times`, "Its lines above say why."),
      );
      return;
    }
    const pauseMs = (this.#options.restartDelayMs ?? restartDelayMsDefault) * (ended.restarts + 1);
    this.#options.print(program.name, `ended unexpectedly (${describeExit(ended.child)}); starting it again`);
    await delay(pauseMs);
    if (this.#stopping) return;
    const running = this.#spawn(program);
    running.restarts = ended.restarts + 1;
    this.#running[this.#running.indexOf(ended)] = running;
    const stable = setTimeout(() => {
      running.restarts = 0;
    }, stableMs);
    stable.unref();
    void running.exited.then(() => {
      clearTimeout(stable);
      return this.#restart(running);
    });
  }
}

function describeExit(child: ChildProcess): string {
  return child.signalCode === null ? `exit code ${child.exitCode}` : `signal ${child.signalCode}`;
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(healthTimeoutMs) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
