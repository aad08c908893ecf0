/** The worker's word on itself, for a supervisor on this computer: 503 until the log goes on. Wiring only. */
import { createServer } from "node:http";
import type { LogName } from "#platform/record/act.ts";
import type { SequencerStatus } from "#platform/record/sequencer.ts";
import type { FileCheckHealth } from "./file-checks.ts";
import type { MailHealth } from "./notices.ts";

export interface Health {
  /** What is answered from now on. */
  readonly show: (status: SequencerStatus) => void;
  /** The same for mails. A mail server that is away does not make the worker ill. */
  readonly showMail: (status: MailHealth) => void;
  /** The same for the checks of files. */
  readonly showFiles: (status: FileCheckHealth) => void;
  close(): void;
}

/** Answers on a port of the loopback interface. */
export function answerHealth(log: LogName, port: number): Health {
  let status: SequencerStatus | null = null;
  let mail: MailHealth | null = null;
  let files: FileCheckHealth | null = null;
  const server = createServer((_request, response) => {
    response.writeHead(status === null ? 503 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify({ log, ...status, mail, files }));
  });
  server.listen(port, "127.0.0.1");
  return {
    show: (now) => {
      status = now;
    },
    showMail: (now) => {
      mail = now;
    },
    showFiles: (now) => {
      files = now;
    },
    close: () => server.close(),
  };
}
