/** Signing for bodies at the socket, from the moment on at which this process holds the log. Wiring only. */
import { describedError } from "#engines/operations/event-log.ts";
import type { WorkerEvent } from "#platform/operations/log-events.ts";
import type { BodySigner } from "#platform/signer/body-signer.ts";
import { type RunningSigner, serveSigner } from "#platform/signer/signer-socket.ts";

export interface Signing {
  /** Begins to answer; called again it does nothing. A second worker, which waits for the log, never takes the socket. */
  begin(): void;
  close(): Promise<void>;
}

/** Prepares to sign at `path`. A failure is reported: without signatures the log goes on, and receipts say so. */
export function signAt(path: string, signer: BodySigner, report: (event: WorkerEvent) => void): Signing {
  let running: Promise<RunningSigner | null> | null = null;
  return {
    begin: () => {
      running ??= serveSigner(path, signer).catch((error: unknown) => {
        report({ event: "signer-failed", error: describedError(error) });
        return null;
      });
    },
    close: async () => {
      await (await running)?.close();
    },
  };
}
