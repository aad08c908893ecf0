/**
 * Everything that portal and worker may write into their log. Numbers and words of ours only: no name, no text, no
 * address, no number of a case. `tests/journeys/program-logs.ts` looks for what people wrote.
 */
import type { DescribedError, EventLevel } from "#engines/operations/event-log.ts";

interface Failed {
  readonly error: DescribedError;
}

export type PortalEvent =
  | {
      readonly event: "request";
      /** Drawn by us; the same on the line of a failure. */
      readonly request: string;
      readonly method: string;
      /** The route's pattern, never the address. */
      readonly route: string;
      readonly status: number;
      readonly milliseconds: number;
    }
  /** Answers out of the memory of public pages, counted over a second. */
  | {
      readonly event: "requests-from-memory";
      readonly method: "GET";
      readonly route: string;
      readonly status: number;
      readonly answers: number;
    }
  /** `incident` stands on the page that the person got. */
  | ({ readonly event: "request-failed"; readonly request: string; readonly incident: string } & Failed)
  /** What the framework had to say. */
  | ({ readonly event: "framework"; readonly severity: "warning" | "error" } & Failed)
  | ({ readonly event: "keys-not-drawn-ahead" } & Failed)
  | { readonly event: "listening"; readonly port: number }
  | { readonly event: "pdf-not-rewritten"; readonly advice: string };

export type WorkerEvent =
  | { readonly event: "sequencing"; readonly log: string; readonly entries: number }
  | ({ readonly event: "sequencer-failed"; readonly log: string } & Failed)
  | {
      readonly event: "log-not-continued";
      readonly log: string;
      readonly problem: string;
      readonly advice: string;
    }
  | { readonly event: "erasures-repeated"; readonly log: string; readonly erasures: number }
  | { readonly event: "cosignature-carried"; readonly log: string; readonly entries: number }
  | { readonly event: "carried-file-refused"; readonly log: string; readonly problem: string }
  /** `act` is the act's random identifier, which stands in no leaf. */
  | {
      readonly event: "record-differs";
      readonly log: string;
      readonly act: string;
      readonly part: string | null;
      readonly finding: string;
    }
  | {
      readonly event: "record-hashed-again";
      readonly log: string;
      readonly entries: number;
      readonly findings: number;
    }
  | ({ readonly event: "hashing-again-failed"; readonly log: string } & Failed)
  | ({ readonly event: "housekeeping-failed" } & Failed)
  | { readonly event: "register-moved"; readonly body: number; readonly from: number; readonly to: number }
  | { readonly event: "deadlines-moved"; readonly cases: number }
  | { readonly event: "cases-raised"; readonly cases: number }
  | { readonly event: "texts-released"; readonly texts: number }
  | { readonly event: "mail-not-set"; readonly advice: string }
  | { readonly event: "mail-given-up"; readonly code: string }
  | { readonly event: "mail-server-away"; readonly code: string }
  | { readonly event: "mail-server-back" }
  | ({ readonly event: "notices-failed" } & Failed)
  | { readonly event: "file-scanner-away" }
  | { readonly event: "file-scanner-back" }
  | ({ readonly event: "file-checks-failed" } & Failed)
  | ({ readonly event: "signer-failed" } & Failed);

/** Of any program. */
export type ProgramEvent =
  /** It cannot begin as it is set up; the advice says what to do. */
  | { readonly event: "not-started"; readonly advice: string }
  /** A bug, or something that nobody foresaw: the program ends. */
  | ({ readonly event: "crashed" } & Failed);

export type LogEvent = PortalEvent | WorkerEvent | ProgramEvent;

export const eventLevels: Readonly<Record<LogEvent["event"], EventLevel>> = {
  request: "info",
  "requests-from-memory": "info",
  "request-failed": "error",
  framework: "warning",
  "keys-not-drawn-ahead": "warning",
  listening: "info",
  "pdf-not-rewritten": "warning",
  sequencing: "info",
  "sequencer-failed": "error",
  "log-not-continued": "error",
  "erasures-repeated": "warning",
  "cosignature-carried": "info",
  "carried-file-refused": "warning",
  "record-differs": "error",
  "record-hashed-again": "info",
  "hashing-again-failed": "warning",
  "housekeeping-failed": "error",
  "register-moved": "info",
  "deadlines-moved": "info",
  "cases-raised": "info",
  "texts-released": "info",
  "mail-not-set": "warning",
  "mail-given-up": "warning",
  "mail-server-away": "warning",
  "mail-server-back": "info",
  "notices-failed": "error",
  "file-scanner-away": "warning",
  "file-scanner-back": "info",
  "file-checks-failed": "error",
  "signer-failed": "error",
  "not-started": "error",
  crashed: "error",
};
