/** The desk: which body, and the list of all its pages. Each subject has a file of its own. */
import type { Body } from "#government/bodies/index.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import type { PortalTools } from "../portal-tools.ts";
import { releaseRoutes } from "../published/release-routes.ts";
import { type Desk, withDesk } from "./desk-access.ts";
import { deskActRoutes } from "./desk-act-routes.ts";
import { deskCaseRoutes } from "./desk-case-routes.ts";
import { deskEarlierRoutes } from "./desk-earlier-routes.ts";
import { deskErasureRoutes } from "./desk-erasure-routes.ts";
import { deskMergeRoutes } from "./desk-merge-routes.ts";
import { deskOpeningRoutes } from "./desk-opening-routes.ts";
import { showOversight, showOverview } from "./desk-overview-routes.ts";
import { deskChoicePage } from "./desk-queue-pages.ts";
import { assignMany, showQueue } from "./desk-queue-routes.ts";
import { deskRefusalRoutes } from "./desk-refusal-routes.ts";
import { deskReplyRoutes } from "./desk-reply-routes.ts";

/** Registers every page of the desk. Its use cases run on the desk's connection, which cannot read sealed parts. */
export function registerDeskRoutes(server: Server, tools: PortalTools): void {
  server.get("/desk", (visit) =>
    withDesk(tools, visit, (desk) => atBody(visit, desk, (body) => showQueue(tools, visit, desk, body))),
  );
  server.post("/desk/assign", (visit) =>
    withDesk(tools, visit, (desk) =>
      atBody(visit, desk, (body) => assignMany(server, tools, visit, desk, body)),
    ),
  );
  // The bar is posted; going back to its address leads to the queue.
  server.get("/desk/assign", async ({ language }) => redirected(`/${language}/desk`));
  server.get("/desk/overview", (visit) =>
    withDesk(tools, visit, (desk) => atBody(visit, desk, (body) => showOverview(tools, visit, desk, body))),
  );
  server.get("/desk/oversight", (visit) => showOversight(tools, visit));
  deskCaseRoutes(server, tools);
  deskOpeningRoutes(server, tools);
  deskActRoutes(server, tools);
  deskRefusalRoutes(server, tools);
  deskMergeRoutes(server, tools);
  deskReplyRoutes(server, tools);
  deskErasureRoutes(server, tools);
  releaseRoutes(server, tools);
  deskEarlierRoutes(server, tools);
}

/** The body that the address names, or the only one; whoever sits at several desks chooses first. */
async function atBody(visit: Visit, desk: Desk, run: (body: Body) => Promise<Answer>): Promise<Answer> {
  const named = firstValue(visit.request.method === "POST" ? visit.body : visit.query, "body");
  const [only] = desk.bodies;
  if (named === "" && desk.bodies.length > 1) return shown(deskChoicePage(visit.t, desk.bodies));
  const body = named === "" ? only : desk.bodies.find(({ slug }) => slug === named);
  return body === undefined ? errorAnswer(404) : await run(body);
}
