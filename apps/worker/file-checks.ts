/** Looks at the files that people have sent, beside the log. Wiring only. */
import { describedError } from "#engines/operations/event-log.ts";
import { checkFiles, countWaitingFiles } from "#government/cases/index.ts";
import type { Sql } from "#platform/database/database.ts";
import { clamavScanner } from "#platform/file-check/clamav.ts";
import type { FilesStatus } from "#platform/operations/checks.ts";
import type { WorkerEvent } from "#platform/operations/log-events.ts";
import { pause } from "./pause.ts";

export interface FileCheckWork {
  readonly sql: Sql;
  /** The socket of a scanner of viruses; `null`: none. */
  readonly clamavSocket: string | null;
  readonly now: () => number;
  readonly stop: AbortSignal;
  readonly report: (event: WorkerEvent) => void;
}

const roundEveryMs = 1_000;

/** Runs until `stop`. A failure is reported and tried again; meanwhile files wait, and no desk gets them. */
export async function lookAtFiles(
  work: FileCheckWork,
  onStatus: (status: FilesStatus) => void,
): Promise<void> {
  const look = looker(work);
  while (!work.stop.aborted) {
    try {
      onStatus(await look());
    } catch (error) {
      work.report({ event: "file-checks-failed", error: describedError(error) });
    }
    await pause(roundEveryMs, work.stop);
  }
}

/** One round; tells the operator when the scanner has gone or come back. */
function looker({ sql, clamavSocket, now, report }: FileCheckWork): () => Promise<FilesStatus> {
  const scanner = clamavSocket === null ? null : clamavScanner(clamavSocket);
  let isAway = false;
  return async () => {
    const looked = await checkFiles({ sql, scanner, now });
    if (looked.ok === isAway) {
      report({ event: isAway ? "file-scanner-back" : "file-scanner-away" });
    }
    isAway = !looked.ok;
    const word = isAway ? "away" : "answers";
    return { ...(await countWaitingFiles(sql)), scanner: scanner === null ? "none" : word };
  };
}
