/** Who may see a case in this browser: by account, by secret, by status code. Everybody else learns nothing. */
import {
  type CaseRow,
  caseObjectFor,
  findCaseByNumber,
  parseCaseNumber,
  type Viewer,
} from "#government/cases/index.ts";
import type { Actor } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import type { CaseObject } from "#platform/authority/objects.ts";
import type { Visit } from "#platform/http/visit.ts";
import type { Session } from "#platform/session/session.ts";
import { actorOfRequest, type PortalTools } from "../portal-tools.ts";

export interface CaseAccess {
  readonly row: CaseRow;
  readonly actor: Actor;
  readonly object: CaseObject;
  /** `applicant` sees everything, `status-holder` where it stands. */
  readonly viewer: Viewer & { readonly kind: "applicant" | "status-holder" };
  readonly session: Session;
}

/** The case of `:number` as far as the request may see it; `null` for a case that is not there or not open to it. */
export async function caseAccess(tools: PortalTools, visit: Visit): Promise<CaseAccess | null> {
  const session = await tools.sessions.current(visit.request);
  const number = parseCaseNumber(visit.params.number ?? "");
  if (session === null || !number.ok) return null;
  const row = await findCaseByNumber(tools.portal, number.value);
  if (row === null) return null;
  const actor = await actorOfRequest(tools, visit.request);
  const object = await caseObjectFor(tools.portal, actor, row);
  if (ask(actor, "appeal.read", object).ok) {
    return { row, actor, object, viewer: { kind: "applicant" }, session };
  }
  if (ask(actor, "appeal.read-status", object).ok) {
    return { row, actor, object, viewer: { kind: "status-holder" }, session };
  }
  return null;
}
