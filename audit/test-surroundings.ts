import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nativeEngine } from "#engines/native-engine.ts";
import type { Surroundings } from "./commands/command.ts";
import { runAydyn } from "./commands/run.ts";
import type { WebAccess } from "./source/web-source.ts";

/** What a command said and how it ended. */
export interface CommandOutcome {
  readonly code: number;
  readonly said: string;
  readonly noted: string;
}

/** Network without waiting between attempts. */
const testWeb: WebAccess = { fetch, wait: async () => undefined, silenceMsMax: 2_000 };

/** Runs `aydyn` with these words at a moment. */
export async function aydyn(
  words: readonly string[],
  options: { readonly now?: number; readonly web?: WebAccess; readonly said?: string[] } = {},
): Promise<CommandOutcome> {
  const said = options.said ?? [];
  const noted: string[] = [];
  const surroundings: Surroundings = {
    terminal: {
      say: (line) => void said.push(line),
      note: (line) => void noted.push(line),
      redraw: () => undefined,
      interactive: false,
      columns: 100,
    },
    engine: nativeEngine,
    now: () => options.now ?? 0,
    web: options.web ?? testWeb,
  };
  const code = await runAydyn(words, surroundings);
  return { code, said: said.join("\n"), noted: noted.join("\n") };
}

/** Runs with a folder that is gone afterwards. */
export async function withFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "aydyn-audit-"));
  try {
    await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Serves files at an address while `run` runs; the map may change meanwhile. */
export async function withServer(
  files: ReadonlyMap<string, Uint8Array>,
  run: (address: string, requests: string[]) => Promise<void>,
): Promise<void> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? "").slice("/log/".length);
    requests.push(path);
    const bytes = files.get(path);
    response.statusCode = bytes === undefined ? 404 : 200;
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  try {
    await run(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/log`, requests);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
