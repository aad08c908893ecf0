/** What the load's process is asked to do in one round, and what it tells afterwards. */

export interface Round {
  readonly port: number;
  /** Connections that are kept open; each sends its next request when the answer to the last one is whole. */
  readonly clients: number;
  readonly seconds: number;
  /** What is sent, by turns: whole HTTP/1.1 requests, in which `marks` are replaced for each sending. */
  readonly requests: readonly string[];
  /** Status that every answer must have. */
  readonly status: number;
  /** A part of each answer's body that is to be told with the moment it came; `null`: nothing is. */
  readonly kept: string | null;
}

/** In a request's text: a fresh UUID, and an address of a network that has sent little so far. */
export const marks = { uuid: "{{uuid}}", network: "{{network}}" } as const;

export interface RoundOutcome {
  readonly answers: number;
  readonly seconds: number;
  /** Milliseconds from sending to the whole answer, one of each answer. */
  readonly latenciesMs: readonly number[];
  /** What matched `kept`, and when the answer was whole (milliseconds since the Unix epoch). */
  readonly kept: readonly { readonly text: string; readonly at: number }[];
  /** The first few answers that had another status or could not be had. */
  readonly failures: readonly string[];
  readonly failed: number;
}
