/** The citizen's side of appeals: filing, receipt, following a case. */
import { loggedAlike, type Server } from "#platform/http/server.ts";
import type { BrowserSessions } from "#platform/session/session-routes.ts";
import { coSignRoutes } from "../co-sign/co-sign-routes.ts";
import { signaturesRoutes } from "../co-sign/signatures-routes.ts";
import { checkRoutes } from "../filing/check-routes.ts";
import { draftCodeRoutes } from "../filing/draft-code-routes.ts";
import { filingRoutes } from "../filing/filing-routes.ts";
import { carryDraftOver, sessionTokenOf } from "../filing/session-drafts.ts";
import { letterRoutes } from "../letter/letter-routes.ts";
import type { PortalTools } from "../portal-tools.ts";
import { agreeRoutes } from "../published/agree-routes.ts";
import { caseActRoutes } from "./case-act-routes.ts";
import { caseListRoutes } from "./case-list-routes.ts";
import { caseOpenRoutes } from "./case-open-routes.ts";
import { caseRoutes } from "./case-routes.ts";
import { eraseRoutes } from "./erase-routes.ts";
import { followRoutes } from "./follow-routes.ts";
import { higherRoutes } from "./higher-routes.ts";
import { paperRoutes } from "./paper-routes.ts";
import { rateRoutes } from "./rate-routes.ts";
import { readingsRoutes } from "./readings-routes.ts";
import { receiptRoutes } from "./receipt-routes.ts";
import { withdrawRoutes } from "./withdraw-routes.ts";

/** Registers every page of the citizen's side. */
export function registerCitizenRoutes(server: Server, tools: PortalTools): void {
  carryDrafts(server, tools);
  // Which question somebody is at tells whether they file with a name, sealed or without.
  const filing = loggedAlike(server, "/appeal/*");
  filingRoutes(filing, tools);
  draftCodeRoutes(filing, tools);
  checkRoutes(filing, tools);
  letterRoutes(filing, tools);
  receiptRoutes(server, tools);
  caseOpenRoutes(server, tools);
  caseListRoutes(server, tools);
  caseRoutes(server, tools);
  caseActRoutes(server, tools);
  withdrawRoutes(server, tools);
  rateRoutes(server, tools);
  followRoutes(server, tools);
  eraseRoutes(server, tools);
  agreeRoutes(server, tools);
  higherRoutes(server, tools);
  readingsRoutes(server, tools);
  paperRoutes(server, tools);
  signaturesRoutes(server, tools);
  coSignRoutes(server, tools);
}

/** Requests in which a living session got a new token, or ended. */
const replacing = new WeakSet<Parameters<BrowserSessions["current"]>[0]>();

/**
 * The same sessions, whose drafts go along: when a session gets a new token (signing in, opening a case), the draft
 * behind the old one is taken over before the answer leaves; when it ends, the draft goes with it. Give these to every
 * slice that signs people in.
 */
export function sessionsWithDrafts(sessions: BrowserSessions): BrowserSessions {
  return {
    ...sessions,
    replaced: (request, changed) => {
      replacing.add(request);
      return sessions.replaced(request, changed);
    },
    leave: async (request) => {
      replacing.add(request);
      return await sessions.leave(request);
    },
  };
}

function carryDrafts(server: Server, tools: PortalTools): void {
  server.fastify.addHook("onSend", async (request, reply, payload) => {
    if (!replacing.delete(request)) return payload;
    const from = sessionTokenOf(request, {}, tools.https);
    const cookie = reply.getHeader("set-cookie");
    if (from === null || typeof cookie !== "string") return payload;
    const to = sessionTokenOf(request, { "set-cookie": cookie }, tools.https);
    await carryDraftOver(tools, { from, to: to === "" ? null : to });
    return payload;
  });
}
