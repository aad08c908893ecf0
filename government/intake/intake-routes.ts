/** Intake: every page of it, and its first one. */
import { actorOfRequest } from "#government/appeals/index.ts";
import type { Actor } from "#platform/authority/actor.ts";
import { appointmentsOf } from "#platform/authority/actor.ts";
import { mayBeGranted } from "#platform/authority/grant.ts";
import type { PageLink } from "#platform/html/page.ts";
import { shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Translate } from "#platform/language/texts.ts";
import { assistRoutes } from "./assist/assist-routes.ts";
import { carriedRoutes, offlineHtmlOf } from "./carried/carried-routes.ts";
import { inPersonRoutes } from "./in-person/in-person-routes.ts";
import { type IntakeAct, placesFor } from "./intake-access.ts";
import { type IntakeWay, intakePage } from "./intake-pages.ts";
import type { IntakeTools } from "./intake-tools.ts";
import { padRoutes } from "./pads/pad-routes.ts";
import { paperRoutes } from "./paper/paper-routes.ts";
import { stubRoutes } from "./stub/stub-routes.ts";

const officeWays: readonly (IntakeWay & { readonly act: IntakeAct })[] = [
  { act: "appeal.register-paper", path: "/intake/paper", key: "paper" },
  { act: "appeal.register-paper", path: "/intake/carried", key: "carried" },
  { act: "appeal.register-paper", path: "/intake/in-person", key: "in-person" },
  { act: "stub.void", path: "/intake/pads", key: "pads" },
  { act: "appeal.assist", path: "/intake/assist", key: "assist" },
];

/** Registers every page of intake. All of it runs on the portal's connection: what is taken in has sealed parts. */
export function registerIntakeRoutes(server: Server, tools: IntakeTools): void {
  server.get("/intake", async (visit) => {
    const actor = await actorOfRequest(tools, visit.request);
    const tree = await tools.bodyTree();
    const offices = officeWays.filter(({ act }) => placesFor(actor, act, tree).length > 0);
    const everybody: IntakeWay[] = [{ path: "/intake/stub", key: "stub" }];
    if ((await offlineHtmlOf(tools)) !== null)
      everybody.push({ path: "/intake/offline.html", key: "offline" });
    return shown(intakePage(visit.t, [...offices, ...everybody]));
  });
  paperRoutes(server, tools);
  padRoutes(server, tools);
  assistRoutes(server, tools);
  stubRoutes(server, tools);
  carriedRoutes(server, tools);
  inPersonRoutes(server, tools);
}

/** The way to intake for somebody's own place: for those who may take something in anywhere. */
export function intakeLinks(t: Translate, actor: Actor): readonly PageLink[] {
  const mayTake = appointmentsOf(actor).some(({ body }) => {
    const object = { kind: "paper-filing", takenAt: body, body } as const;
    return (
      mayBeGranted(actor, "appeal.register-paper", object) || mayBeGranted(actor, "appeal.assist", object)
    );
  });
  return mayTake ? [{ href: `/${t.language}/intake`, label: t("intake-title") }] : [];
}
