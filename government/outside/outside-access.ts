import { actorOfRequest, type PortalTools } from "#government/appeals/index.ts";
import type { Body } from "#government/bodies/index.ts";
import {
  type CaseRow,
  caseObjectFor,
  findCaseByNumber,
  parseCaseNumber,
  type Queryable,
  type Viewer,
} from "#government/cases/index.ts";
import type { Actor } from "#platform/authority/actor.ts";
import { ask, mayBeGranted } from "#platform/authority/grant.ts";
import type { OutsideCaseObject } from "#platform/authority/objects.ts";
import { type Answer, redirected } from "#platform/http/answer.ts";
import type { Visit } from "#platform/http/visit.ts";
import type { Session } from "#platform/session/session.ts";
import { keeperOf } from "./keeper.ts";

/** A case of an outside register that is open to the request: to its applicant, or to the keeper's staff. */
export interface OutsideAccess {
  readonly row: CaseRow;
  readonly body: Body;
  readonly keeper: Body;
  readonly actor: Actor;
  readonly session: Session;
  /** Staff sees the public details alone; texts and names are the applicant's. */
  readonly viewer: Viewer;
}

/** Runs for a case that is open to the request; everybody else is asked for number and code. */
export async function withOutsideCase(
  tools: PortalTools,
  visit: Visit,
  run: (access: OutsideAccess) => Promise<Answer>,
): Promise<Answer> {
  const access = await outsideAccess(tools, visit);
  return access === null ? redirected(`/${visit.language}/case`) : await run(access);
}

async function outsideAccess(tools: PortalTools, visit: Visit): Promise<OutsideAccess | null> {
  const session = await tools.sessions.current(visit.request);
  const number = parseCaseNumber(visit.params.number ?? "");
  if (session === null || !number.ok) return null;
  const row = await findCaseByNumber(tools.portal, number.value);
  const tree = await tools.bodyTree();
  const keeper = keeperOf(tree);
  const body = row === null ? undefined : tree.byNumber.get(row.holderBody);
  if (row === null || keeper === null || body === undefined || row.filingKind !== "filed-elsewhere")
    return null;
  const actor = await actorOfRequest(tools, visit.request);
  const object = await outsideObject(tools.portal, actor, row, keeper);
  if (!mayBeGranted(actor, "appeal.record-answer", object)) return null;
  const isApplicant = ask(actor, "appeal.read", object.case).ok;
  const viewer: Viewer = isApplicant ? { kind: "applicant" } : { kind: "desk", body: row.holderBody };
  return { row, body, keeper, actor, session, viewer };
}

/** The case as the policy sees it. */
export async function outsideObject(
  sql: Queryable,
  actor: Actor,
  row: CaseRow,
  keeper: Body,
): Promise<OutsideCaseObject> {
  return { kind: "outside-case", case: await caseObjectFor(sql, actor, row), keeper: keeper.number };
}
