/**
 * The log of requests: what was asked (the route's pattern, never the address), how it ended, how long it took. No address
 * of a person, no query, no name, no cookie: a log is copied, kept and seized.
 */
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from "fastify";
import { describedError } from "#engines/operations/event-log.ts";
import type { PortalEvent } from "#platform/operations/log-events.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Stands in the log in the route's place, where the route would tell what somebody chose. */
    readonly loggedAs?: string;
  }
}

export type Report = (event: PortalEvent) => void;

/** The route's pattern, or what stands for it where the pattern would tell what somebody chose. */
export function loggedRoute({ routeOptions }: FastifyRequest): string {
  return routeOptions.config.loggedAs ?? routeOptions.url ?? "none";
}

/** Writes one line when a response has been sent. */
export function registerRequestLog(fastify: FastifyInstance, report: Report): void {
  fastify.addHook("onResponse", async (request, reply) => {
    report({
      event: "request",
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
export function servedCounter(report: Report): (route: string, status: number) => void {
  const counts = new Map<string, { route: string; status: number; answers: number }>();
  const tell = (): void => {
    for (const { route, status, answers } of counts.values())
      report({ event: "requests-from-memory", method: "GET", route, status, answers });
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

/** What the framework would log on its own. Its messages quote addresses: the error's code and place are kept. */
export function frameworkLog(report: Report): FastifyBaseLogger {
  const heard =
    (severity: "warning" | "error") =>
    (said: unknown): void => {
      const error = typeof said === "object" && said !== null && "err" in said ? said.err : said;
      report({ event: "framework", severity, error: describedError(error) });
    };
  const unheard = (): void => {};
  const log: FastifyBaseLogger = {
    level: "warn",
    fatal: heard("error"),
    error: heard("error"),
    warn: heard("warning"),
    info: unheard,
    debug: unheard,
    trace: unheard,
    silent: unheard,
    child: () => log,
  };
  return log;
}
