/** Who sits at which desk. Everybody else is led to the sign-in, or learns nothing. */
import { type CivilDate, civilDateAt } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import {
  type Body,
  type BodyTree,
  bodiesAbove,
  bodiesBelow,
  headPostSlug,
} from "#government/bodies/index.ts";
import { type CaseRow, caseObjectFor, findCaseByNumber, parseCaseNumber } from "#government/cases/index.ts";
import {
  type AccountId,
  type Actor,
  type Appointment,
  appointmentsOf,
  type OfficeRole,
  type PostReference,
} from "#platform/authority/actor.ts";
import { mayBeGranted } from "#platform/authority/grant.ts";
import type { BodyObject, CaseObject } from "#platform/authority/objects.ts";
import { formKeyField } from "#platform/html/form-elements.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import type { Session } from "#platform/session/session.ts";
import { postsStoodInFor } from "../handover-store.ts";
import { actorOfRequest, type PortalTools } from "../portal-tools.ts";
import { type OpenProposal, openProposal } from "../proposal-store.ts";
import { deskChoicePage } from "./desk-queue-pages.ts";
import { signInAgainPage } from "./desk-words-pages.ts";

/** A post for which somebody stands in, by which post of theirs, and through which day. */
export interface StandIn extends PostReference {
  readonly by: string;
  readonly through: CivilDate;
}

/** Somebody in office, with the bodies at whose desks they may sit. */
export interface Desk {
  readonly session: Session;
  readonly account: AccountId;
  /** Who acts here: with the posts for which they stand in now. */
  readonly actor: Actor;
  /** The same person in their own offices alone. */
  readonly self: Actor;
  readonly standsInFor: readonly StandIn[];
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
  return {
    kind: "body",
    body,
    above: bodiesAbove(tree, body).map(({ number }) => number),
    // Nobody oversees themselves: of their own body its head answers, as everywhere.
    overseers: tree.overseers.flatMap(({ number }) => (number === body ? [] : [number])),
  };
}

/**
 * The other bodies whose clocks somebody may see from a body: all of the country from where they are overseen, those
 * below from anywhere else.
 */
export function overseenFrom(
  actor: Actor,
  tree: BodyTree,
  { number: own, oversight }: Body,
): readonly Body[] {
  const within = oversight === undefined ? bodiesBelow(tree, own) : tree.all;
  return within.filter(
    ({ number }) => number !== own && mayBeGranted(actor, "oversight.see", bodyObject(tree, number)),
  );
}

/** Runs for whoever is signed in and may oversee something; what, each page asks. */
export async function withOverseer(
  tools: PortalTools,
  visit: Visit,
  run: (overseer: { readonly actor: Actor; readonly tree: BodyTree }) => Promise<Answer>,
): Promise<Answer> {
  const session = await tools.sessions.current(visit.request);
  if (session === null || session.account === null) return signInFirst(visit);
  const actor = await actorOfRequest(tools, visit.request);
  return await run({ actor, tree: await tools.bodyTree() });
}

/** An official stands in, for an official or for the head. */
const standingInRoles: ReadonlySet<OfficeRole> = new Set(["official"]);

/** Runs for somebody in office. */
export async function withDesk(
  tools: PortalTools,
  visit: Visit,
  run: (desk: Desk) => Promise<Answer>,
): Promise<Answer> {
  const session = await tools.sessions.current(visit.request);
  const account = session?.account ?? null;
  if (session === null || account === null) return signInFirst(visit);
  const self = await actorOfRequest(tools, visit.request);
  const standsInFor = await standInsOf(tools, self);
  const actor = withStandIns(self, standsInFor);
  const tree = await tools.bodyTree();
  const numbers = new Set(appointmentsOf(actor).map(({ body }) => body));
  const bodies = tree.all.filter(
    ({ number }) => numbers.has(number) && mayBeGranted(actor, "desk.see", bodyObject(tree, number)),
  );
  return bodies.length === 0
    ? errorAnswer(403)
    : await run({ session, account, actor, self, standsInFor, tree, bodies });
}

/** The posts for which an official stands in today, by their own posts. */
async function standInsOf(tools: PortalTools, actor: Actor): Promise<readonly StandIn[]> {
  const posts = appointmentsOf(actor).filter(({ role }) => standingInRoles.has(role));
  if (posts.length === 0) return [];
  const { timeZone } = await tools.parametersReader.read(tools.desk);
  const today = civilDateAt(tools.now(), timeZone);
  const found = await Promise.all(
    posts.map(async (own) =>
      (await postsStoodInFor(tools.desk, own, today)).map((one) => ({
        ...one,
        body: own.body,
        by: own.post,
      })),
    ),
  );
  return found.flat();
}

/**
 * Own posts come first: acts for an official name the deputy's own post, those that only a head may do name both
 * (`officeOfGrant`). Conflicts of either post hold for the deputy.
 */
function withStandIns(actor: Actor, standIns: readonly StandIn[]): Actor {
  if (actor.kind !== "person" || standIns.length === 0) return actor;
  const posts = standIns.map(({ body, post, by }): Appointment => {
    const role = post === headPostSlug ? "head" : "official";
    return { body, post, role, standsIn: by };
  });
  return { ...actor, appointments: [...actor.appointments, ...posts] };
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

/** The body that the address names, or the only one; whoever sits at several desks chooses first. */
export async function atBody(
  visit: Visit,
  desk: Desk,
  run: (body: Body) => Promise<Answer>,
): Promise<Answer> {
  const named = firstValue(visit.request.method === "POST" ? visit.body : visit.query, "body");
  const [only] = desk.bodies;
  if (named === "" && desk.bodies.length > 1) return shown(deskChoicePage(visit.t, desk.bodies));
  const body = named === "" ? only : desk.bodies.find(({ slug }) => slug === named);
  return body === undefined ? errorAnswer(404) : await run(body);
}
