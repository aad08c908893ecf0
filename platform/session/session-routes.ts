import type { FastifyRequest } from "fastify";
import type { Sql } from "#platform/database/database.ts";
import { type ExtraHeaders, redirected, shown } from "#platform/http/answer.ts";
import { splitPath } from "#platform/http/page-path.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue } from "#platform/http/visit.ts";
import { endOfSession, idleWarningMs, isPersonal, type Session, type SessionToken } from "./session.ts";
import {
  clearingCookie,
  clearSiteData,
  isHttps,
  readSessionCookie,
  sessionCookie,
} from "./session-cookie.ts";
import { endedPage, endingPage, leavePath, leftPage } from "./session-pages.ts";
import {
  beginSession,
  endSession,
  resumeSession,
  type SessionTools,
  type SessionWithToken,
} from "./session-store.ts";

/** Sessions as the handlers of pages use them: one look into the database per request, headers given back as data. */
export interface BrowserSessions {
  /** The living session of a request; `null` without one. Reading a page is a sign of life. */
  current(request: FastifyRequest): Promise<Session | null>;
  /** The same, or a new anonymous one; the headers belong into the answer. */
  ensure(request: FastifyRequest): Promise<{ readonly session: Session; readonly headers: ExtraHeaders }>;
  /** After a sign-in or with a renewed token: what the browser is told, and what `current` says from now on. */
  replaced(request: FastifyRequest, changed: SessionWithToken): ExtraHeaders;
  /** Ends the session; the headers make the browser forget. */
  leave(request: FastifyRequest): Promise<ExtraHeaders>;
  /** For pages on which people write: the warning page must not take the text away from them. */
  stayOnPage(request: FastifyRequest): void;
}

export interface BrowserSessionOptions extends SessionTools {
  /** The portal's connection. */
  readonly sql: Sql;
  /** How people reach the portal: HTTPS makes the cookie `Secure` and names it `__Host-…`. */
  readonly origin: string;
}

const endingPath = "/visit-ending";
const endedPath = "/visit-ended";
const leftPath = "/visit-left";
/** Looking at these is no sign of life. */
const lifelessPaths: ReadonlySet<string> = new Set([endingPath, endedPath, leftPath]);

/** Opens the sessions of one portal. */
export function openBrowserSessions(options: BrowserSessionOptions): BrowserSessions {
  const https = isHttps(options.origin);
  const known = new WeakMap<FastifyRequest, Promise<Session | null>>();
  const current = (request: FastifyRequest): Promise<Session | null> => {
    const before = known.get(request);
    if (before !== undefined) return before;
    const token = readSessionCookie(request.headers.cookie, https);
    const touch = !lifelessPaths.has(splitPath(request.url).path);
    const found = token === null ? null : resumeSession(options.sql, token, options.now(), { touch });
    const session = Promise.resolve(found);
    known.set(request, session);
    return session;
  };
  const replaced = (request: FastifyRequest, changed: { session: Session; token: SessionToken }) => {
    known.set(request, Promise.resolve(changed.session));
    return { "set-cookie": sessionCookie(changed.token, https) };
  };
  return {
    current,
    replaced,
    async ensure(request) {
      const session = await current(request);
      if (session !== null) return { session, headers: {} };
      const begun = await beginSession(options.sql, options);
      return { session: begun.session, headers: replaced(request, begun) };
    },
    async leave(request) {
      const session = await current(request);
      if (session !== null) await endSession(options.sql, session.id);
      known.set(request, Promise.resolve(null));
      return { "set-cookie": clearingCookie(https), "clear-site-data": clearSiteData };
    },
    stayOnPage(request) {
      staying.add(request);
    },
  };
}

/** Requests whose pages people write on. */
const staying = new WeakSet<FastifyRequest>();

/**
 * The pages of leaving and of being away. A page that shows something of a person brings a `Refresh` header, which
 * every browser obeys without a script: a minute before the session ends it leads to the warning, and from there to the end.
 */
export function sessionRoutes(
  server: Server,
  sessions: BrowserSessions,
  options: { readonly now: () => number },
): void {
  server.fastify.addHook("onSend", async (request, reply, payload) => {
    const mediaType = String(reply.getHeader("content-type") ?? "");
    if (!mediaType.startsWith("text/html") || reply.hasHeader("refresh") || staying.has(request))
      return payload;
    const { language, path } = splitPath(request.url);
    const session = await sessions.current(request);
    if (session === null || !isPersonal(session) || lifelessPaths.has(path)) return payload;
    const leftMs = endOfSession(session) - options.now() - idleWarningMs;
    const seconds = Math.max(1, Math.floor(leftMs / 1000));
    // What was posted cannot be gone back to; the first page can.
    const back = request.method === "GET" && path !== "/" ? `?back=${encodeURIComponent(path)}` : "";
    reply.header("refresh", `${seconds}; url=/${language}${endingPath}${back}`);
    return payload;
  });
  server.get(endingPath, async ({ t, language, query, request }) => {
    const session = await sessions.current(request);
    if (session === null) return redirected(`/${language}${endedPath}`);
    const seconds = Math.max(1, Math.ceil((endOfSession(session) - options.now()) / 1000));
    const headers = { refresh: `${seconds}; url=/${language}${endedPath}` };
    return shown(endingPage(t, `/${language}${backPath(firstValue(query, "back"))}`), { headers });
  });
  server.get(endedPath, async ({ t, language, request }) => {
    // Another tab may have kept the session alive.
    if ((await sessions.current(request)) !== null) return redirected(`/${language}/`);
    return shown(endedPage(t), { headers: await sessions.leave(request) });
  });
  server.post(leavePath, async ({ language, request }) =>
    redirected(`/${language}${leftPath}`, await sessions.leave(request)),
  );
  server.get(leftPath, async ({ t }) => shown(leftPage(t)));
}

/** The page to go back to: a plain path of ours, otherwise the first page. */
export function backPath(given: string): string {
  return /^(?:\/[a-z0-9][a-z0-9-]*)+$/.test(given) && given.length <= 200 ? given : "/";
}
