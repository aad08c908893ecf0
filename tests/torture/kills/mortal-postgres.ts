/** A PostgreSQL that keeps its word, to be killed and to come back under the same address. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { toHex } from "#core/bytes.ts";
import {
  type EmbeddedPostgres,
  freePort,
  startEmbeddedPostgres,
} from "#platform/database/embedded-postgres.ts";
import { findPostgresBinaries } from "#platform/database/postgres-binaries.ts";

export class MortalPostgres {
  readonly #start: () => Promise<EmbeddedPostgres>;
  #server: EmbeddedPostgres;

  private constructor(start: () => Promise<EmbeddedPostgres>, server: EmbeddedPostgres) {
    this.#start = start;
    this.#server = server;
  }

  /** Starts one in a folder, with fsync as in any installation. */
  static async start(folder: string): Promise<MortalPostgres> {
    const options = {
      folder: join(folder, "postgres"),
      binaries: await findPostgresBinaries(),
      ownerPassword: toHex(randomBytes(24)),
      port: await freePort(),
    };
    const start = () => startEmbeddedPostgres(options);
    return new MortalPostgres(start, await start());
  }

  get url(): string {
    return this.#server.url;
  }

  /** Kills the server, and starts it again where it was. */
  async killAndStart(): Promise<void> {
    process.kill(this.#server.pid, "SIGKILL");
    await this.#server.ended;
    this.#server = await this.#start();
  }

  /** Kills one of its sessions: the server throws all others out and recovers by itself. */
  killSession(choose: (among: readonly number[]) => number): void {
    const { pid } = this.#server;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number);
    const sessions = children.filter((child) => /aydyn_(portal|desk|worker)/.test(commandOf(child)));
    if (sessions.length > 0) process.kill(choose(sessions), "SIGKILL");
  }

  /** Stops it as an operator does, and starts it again. */
  async restart(): Promise<void> {
    await this.#server.stop();
    this.#server = await this.#start();
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    // It has ended since.
    return "";
  }
}
