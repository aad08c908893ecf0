/** Who sits at which desk. Everybody else is led to the sign-in, or learns nothing. */
import type { BodyNumber } from "#core/record/leaf.ts";
import { type Body, type BodyTree, bodiesAbove } from "#government/bodies/index.ts";
import { type CaseRow, caseObjectFor, findCaseByNumber, parseCaseNumber } from "#government/cases/index.ts";
import { type AccountId, type Actor, appointmentsOf } from "#platform/authority/actor.ts";
import { mayBeGranted } from "#platform/authority/grant.ts";
import type { BodyObject, CaseObject } from "#platform/authority/objects.ts";
import { formKeyField } from "#platform/html/form-elements.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Visit } from "#platform/http/visit.ts";
import type { Session } from "#platform/session/session.ts";
import { actorOfRequest, type PortalTools } from "../portal-tools.ts";
import { type OpenProposal, openProposal } from "../proposal-store.ts";
import { signInAgainPage } from "./desk-words-pages.ts";

/** Somebody in office, with the bodies at whose desks they may sit. */
export interface Desk {
  readonly session: Session;
  readonly account: AccountId;
  readonly actor: Actor;
  readonly tree: BodyTree;
  readonly bodies: readonly Body[];
}

/** A case that is held by one of these bodies, as it stood when the request came. */
export interface DeskCase extends Desk {
  readonly row: CaseRow;
  readonly object: CaseObject;
  readonly body: Body;
  /** A refusal of it that waits for its second person. */
  readonly proposal: OpenProposal | null;
}

/** A body as the policy sees it. */
export function bodyObject(tree: BodyTree, body: BodyNumber): BodyObject {
  return { kind: "body", body, above: bodiesAbove(tree, body).map(({ number }) => number) };
}

/** Runs for somebody in office. */
export async function withDesk(
  tools: PortalTools,
  visit: Visit,
  run: (desk: Desk) => Promise<Answer>,
): Promise<Answer> {
  const session = await tools.sessions.current(visit.request);
  const account = session?.account ?? null;
  if (session === null || account === null) return signInFirst(visit);
  const actor = await actorOfRequest(tools, visit.request);
  const tree = await tools.bodyTree();
  const numbers = new Set(appointmentsOf(actor).map(({ body }) => body));
  const bodies = tree.all.filter(
    ({ number }) => numbers.has(number) && mayBeGranted(actor, "desk.see", bodyObject(tree, number)),
  );
  return bodies.length === 0 ? errorAnswer(403) : await run({ session, account, actor, tree, bodies });
}

/**
 * To the sign-in. What was posted comes back with a page that sends it once more: the visit may have ended while
 * somebody was writing.
 */
export function signInFirst(visit: Visit): Answer {
  const { t, language, path, request, body, files } = visit;
  if (request.method !== "POST") {
    return redirected(`/${language}/sign-in?to=${encodeURIComponent(path)}`);
  }
  const fields = Object.entries(body).flatMap(([name, value]) =>
    name === formKeyField
      ? []
      : (typeof value === "string" ? [value] : (value ?? [])).map((one) => ({ name, value: one })),
  );
  const page = signInAgainPage(t, {
    action: visit.fullPath,
    formKey: visit.drawFormKey(),
    fields,
    hadFiles: files.length > 0,
  });
  return shown(page, { status: 403 });
}

/** Runs for the case of `:number` when one of the person's bodies holds it; to everybody else there is no such case. */
export async function withDeskCase(
  tools: PortalTools,
  visit: Visit,
  run: (deskCase: DeskCase) => Promise<Answer>,
  /** For a case that another body holds. */
  elsewhere: (desk: Desk, row: CaseRow) => Promise<Answer> = async () => errorAnswer(404),
): Promise<Answer> {
  return await withDesk(tools, visit, async (desk) => {
    const number = parseCaseNumber(visit.params.number ?? "");
    const row = number.ok ? await findCaseByNumber(tools.desk, number.value) : null;
    const body = desk.bodies.find((each) => each.number === row?.holderBody);
    if (row === null) return errorAnswer(404);
    if (body === undefined) return await elsewhere(desk, row);
    const [object, proposal] = await Promise.all([
      caseObjectFor(tools.desk, desk.actor, row),
      openProposal(tools.desk, row.tag),
    ]);
    return await run({ ...desk, row, object, body, proposal });
  });
}
