/** Who opened my texts: every act `read` about the case, for its applicant alone. */
import { type Answer, errorAnswer, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import type { PortalTools } from "../portal-tools.ts";
import { readingsOnPage } from "../readings-on-page.ts";
import type { CaseAccess } from "./case-access.ts";
import { withCase } from "./case-routes.ts";
import { readingsPage } from "./readings-pages.ts";

/** Registers the list. */
export function readingsRoutes(server: Server, tools: PortalTools): void {
  server.get("/case/:number/readings", (visit) =>
    withCase(tools, visit, (access) => showReadings(tools, visit, access)),
  );
}

async function showReadings(tools: PortalTools, visit: Visit, access: CaseAccess): Promise<Answer> {
  const { row, viewer } = access;
  // Who looked is as private as what they looked at: the status code does not show it.
  if (viewer.kind !== "applicant") return errorAnswer(403);
  const text = firstValue(visit.query, "page");
  const page = text === "" ? 1 : /^[1-9][0-9]{0,3}$/.test(text) ? Number(text) : null;
  const found = page === null ? null : await readingsOnPage(tools.portal, row.tag, page);
  if (page === null || found === null) return errorAnswer(404);
  const { timeZone } = await tools.parametersReader.read(tools.portal);
  return shown(
    readingsPage(visit.t, {
      number: row.number,
      ...found,
      page,
      tree: await tools.bodyTree(),
      holderBody: row.holderBody,
      timeZone,
    }),
  );
}
