/**
 * The log of requests, one JSON line each (those out of memory are counted): what was asked (the route's pattern, never the address), how it ended, how
 * long it took. No address of a person, no query, no name, no cookie: a log is copied, kept and seized.
 */
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from "fastify";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Stands in the log in the route's place, where the route would tell what somebody chose. */
    readonly loggedAs?: string;
  }
}

export interface LoggedError {
  readonly [more: string]: unknown;
  readonly type: string;
  readonly code: string;
  readonly message: string;
  /** Where it was thrown, without the message. */
  readonly stack: string;
}

const stackLinesMax = 12;

/** Errors of the database quote values in their message and detail: only code and place are kept. */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: "not an error", code: "", message: "", stack: "" };
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const stack = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, stackLinesMax)
    .map((line) => line.trim())
    .join(" | ");
  const quotesData = error.name === "PostgresError";
  return { type: error.name, code, message: quotesData ? "" : error.message, stack };
}

/** The route's pattern, or what stands for it where the pattern would tell what somebody chose. */
export function loggedRoute({ routeOptions }: FastifyRequest): string {
  return routeOptions.config.loggedAs ?? routeOptions.url ?? "none";
}

/** Writes one line when a response has been sent. */
export function registerRequestLog(fastify: FastifyInstance, log: FastifyBaseLogger): void {
  fastify.addHook("onResponse", async (request, reply) => {
    log.info({
      request: request.id,
      method: request.method,
      route: loggedRoute(request),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    });
  });
}

const countedEveryMs = 1_000;

/**
 * Counts answers out of the memory of public pages, which no handler saw: a line a second for each route and status, with
 * how many they were. A line each would cost more than the answer.
 */
export function servedCounter(log: () => FastifyBaseLogger): (route: string, status: number) => void {
  const counts = new Map<string, { route: string; status: number; answers: number }>();
  const tell = (): void => {
    for (const { route, status, answers } of counts.values())
      log().info({ method: "GET", route, status, answers });
    counts.clear();
  };
  return (route, status) => {
    if (counts.size === 0) setTimeout(tell, countedEveryMs).unref();
    const key = `${status} ${route}`;
    const counted = counts.get(key);
    if (counted === undefined) counts.set(key, { route, status, answers: 1 });
    else counted.answers += 1;
  };
}
