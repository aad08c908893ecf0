/** Who sits where papers are taken in. Everybody else is led to the sign-in, or learns nothing. */
import { actorOfRequest, bodyObject, signInFirst } from "#government/appeals/index.ts";
import { type Body, type BodyTree, parseBodySlug, takesAppeals } from "#government/bodies/index.ts";
import { type Actor, appointmentsOf } from "#platform/authority/actor.ts";
import { mayBeGranted } from "#platform/authority/grant.ts";
import { type Answer, errorAnswer, shown } from "#platform/http/answer.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import type { Session } from "#platform/session/session.ts";
import { addresseeField, placeChoicePage } from "./intake-pages.ts";
import type { IntakeTools } from "./intake-tools.ts";

/** What may be done at a place. */
export type IntakeAct = "appeal.register-paper" | "appeal.assist" | "pad.issue" | "stub.void";

/** Somebody who may do one of the acts at one body. */
export interface AtPlace {
  readonly session: Session;
  readonly actor: Actor;
  readonly tree: BodyTree;
  readonly body: Body;
  /** The query that names the body in addresses, such as "?body=gas"; "" when it is the person's only one. */
  readonly query: string;
}

/** Whether leave for an act would be given at a body. */
export function mayAt(actor: Actor, act: IntakeAct, tree: BodyTree, { number }: Body): boolean {
  switch (act) {
    case "appeal.register-paper":
    case "appeal.assist":
      return mayBeGranted(actor, act, { kind: "paper-filing", takenAt: number, body: number });
    case "pad.issue":
    case "stub.void":
      return mayBeGranted(actor, act, bodyObject(tree, number));
  }
}

/** The bodies at which somebody may do an act. */
export function placesFor(actor: Actor, act: IntakeAct, tree: BodyTree): readonly Body[] {
  const numbers = new Set(appointmentsOf(actor).map(({ body }) => body));
  return tree.all.filter((body) => numbers.has(body.number) && mayAt(actor, act, tree, body));
}

/** Runs for the body that the address names, or for the person's only one; whoever has several chooses first. */
export async function withPlace(
  tools: IntakeTools,
  visit: Visit,
  act: IntakeAct,
  run: (place: AtPlace) => Promise<Answer>,
): Promise<Answer> {
  const session = await tools.sessions.current(visit.request);
  if (session === null || session.account === null) return signInFirst(visit);
  const actor = await actorOfRequest(tools, visit.request);
  const tree = await tools.bodyTree();
  const places = placesFor(actor, act, tree);
  const [only] = places;
  if (only === undefined) return errorAnswer(403);
  const named = firstValue(visit.query, "body");
  if (named === "" && places.length > 1) {
    return shown(placeChoicePage(visit.t, { path: visit.path, places }));
  }
  const body = named === "" ? only : places.find(({ slug }) => slug === named);
  if (body === undefined) return errorAnswer(404);
  return await run({ session, actor, tree, body, query: named === "" ? "" : `?body=${body.slug}` });
}

/** The body that is to answer, as chosen in the form; `null` for none that takes appeals. */
export function addresseeIn(visit: Visit, tree: BodyTree): Body | null {
  const slug = parseBodySlug(firstValue(visit.body, addresseeField));
  const body = slug === null ? undefined : tree.bySlug.get(slug);
  return body !== undefined && takesAppeals(body) ? body : null;
}
