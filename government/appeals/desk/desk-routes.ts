/** The desk: which body, and the list of all its pages. Each subject has a file of its own. */
import { redirected } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { PortalTools } from "../portal-tools.ts";
import { releaseRoutes } from "../published/release-routes.ts";
import { atBody, withDesk } from "./desk-access.ts";
import { deskActRoutes } from "./desk-act-routes.ts";
import { assignMany } from "./desk-bulk-routes.ts";
import { deskCaseRoutes } from "./desk-case-routes.ts";
import { deskEarlierRoutes } from "./desk-earlier-routes.ts";
import { deskErasureListRoutes } from "./desk-erasure-list-routes.ts";
import { deskErasureRoutes } from "./desk-erasure-routes.ts";
import { deskFindRoutes } from "./desk-find-routes.ts";
import { deskHandoverRoutes } from "./desk-handover-routes.ts";
import { deskMergeRoutes } from "./desk-merge-routes.ts";
import { deskNoteRoutes } from "./desk-note-routes.ts";
import { deskOpeningRoutes } from "./desk-opening-routes.ts";
import { showClocks, showOversight, showOverview } from "./desk-overview-routes.ts";
import { showQueue } from "./desk-queue-routes.ts";
import { deskRaisedRoutes } from "./desk-raised-routes.ts";
import { deskRefusalRoutes } from "./desk-refusal-routes.ts";
import { deskReplyRoutes } from "./desk-reply-routes.ts";
import { deskTemplateRoutes } from "./desk-template-routes.ts";

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
  server.get("/desk/oversight/:slug", (visit) => showClocks(tools, visit));
  deskRaisedRoutes(server, tools);
  deskFindRoutes(server, tools);
  deskHandoverRoutes(server, tools);
  deskTemplateRoutes(server, tools);
  deskNoteRoutes(server, tools);
  deskCaseRoutes(server, tools);
  deskOpeningRoutes(server, tools);
  deskActRoutes(server, tools);
  deskRefusalRoutes(server, tools);
  deskMergeRoutes(server, tools);
  deskReplyRoutes(server, tools);
  deskErasureListRoutes(server, tools);
  deskErasureRoutes(server, tools);
  releaseRoutes(server, tools);
  deskEarlierRoutes(server, tools);
}
