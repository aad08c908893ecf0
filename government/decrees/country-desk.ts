/** Whoever may change something for the whole country: the head of the body above all others. */
import { type CivilDate, civilDateAt } from "#core/clock/civil-date.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { actorOfRequest, type PortalTools, signInFirst } from "#government/appeals/index.ts";
import { type Body, bodyAboveAll } from "#government/bodies/index.ts";
import type { Actor } from "#platform/authority/actor.ts";
import { mayBeGranted } from "#platform/authority/grant.ts";
import type { CountryObject } from "#platform/authority/objects.ts";
import type { PageLink } from "#platform/html/page.ts";
import { type Answer, errorAnswer } from "#platform/http/answer.ts";
import type { Visit } from "#platform/http/visit.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { Session } from "#platform/session/session.ts";

/** What decrees change. */
export type DecreeAct = "calendar.change" | "rules.change";

/** Somebody who may change it, with everything as it stands. */
export interface CountryDesk {
  readonly session: Session;
  readonly actor: Actor;
  readonly object: CountryObject;
  readonly parameters: Parameters;
  readonly today: CivilDate;
}

/** Runs for whoever may do the act; everybody else is told why not. */
export async function withCountryDesk(
  tools: PortalTools,
  visit: Visit,
  act: DecreeAct,
  run: (desk: CountryDesk) => Promise<Answer>,
): Promise<Answer> {
  const session = await tools.sessions.current(visit.request);
  if (session === null || session.account === null) return signInFirst(visit);
  const actor = await actorOfRequest(tools, visit.request);
  const cabinet = bodyAboveAll(await tools.bodyTree());
  if (cabinet === null) return errorAnswer(404);
  const object = countryObject(cabinet);
  if (!mayBeGranted(actor, act, object)) return errorAnswer(403);
  const parameters = await tools.parametersReader.read(tools.desk);
  const today = civilDateAt(tools.now(), parameters.timeZone);
  return await run({ session, actor, object, parameters, today });
}

/** The ways to the desks of decrees, for a person's own place; none for everybody else. */
export async function decreeLinks(
  tools: PortalTools,
  t: Translate,
  actor: Actor,
): Promise<readonly PageLink[]> {
  const cabinet = bodyAboveAll(await tools.bodyTree());
  if (cabinet === null) return [];
  const object = countryObject(cabinet);
  return [
    ...(mayBeGranted(actor, "calendar.change", object)
      ? [{ href: `/${t.language}/desk/calendar`, label: t("decree-title") }]
      : []),
    ...(mayBeGranted(actor, "rules.change", object)
      ? [{ href: `/${t.language}/desk/rules`, label: t("rules-desk-title") }]
      : []),
  ];
}

function countryObject({ number }: Body): CountryObject {
  return { kind: "country", cabinet: number };
}
