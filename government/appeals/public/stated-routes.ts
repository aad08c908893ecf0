/** What only the state can say about its answers: outcomes, what was overturned, what applicants said of them. */
import { errorAnswer, fileAnswer, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { PortalTools } from "../portal-tools.ts";
import { slugsOf } from "./public-figures.ts";
import { statedFigures, statedJson } from "./stated-figures.ts";
import { statedPage } from "./stated-pages.ts";
import { quarterAsked, quartersOf } from "./stated-quarter-asked.ts";

const figuresPage = { caching: { publicSeconds: 60 } } as const;

/** Registers the page and its file. */
export function statedRoutes(server: Server, tools: PortalTools): void {
  server.get("/statistics/stated", async (visit) => {
    const quarter = await quarterAsked(tools, visit);
    if (quarter === null) return errorAnswer(404);
    const figures = await statedFigures(tools, await tools.parametersReader.read(tools.portal), quarter);
    const quarters = await quartersOf(tools);
    return shown(
      statedPage(visit.t, { figures, quarter, quarters, tree: await tools.bodyTree() }),
      figuresPage,
    );
  });
  server.get("/statistics/stated.json", async (visit) => {
    const quarter = await quarterAsked(tools, visit);
    if (quarter === null) return errorAnswer(404);
    const parameters = await tools.parametersReader.read(tools.portal);
    const bytes = statedJson(await statedFigures(tools, parameters, quarter), {
      quarter,
      slugOf: slugsOf(parameters),
    });
    return fileAnswer(bytes, "application/json", {
      ...figuresPage,
      headers: { "access-control-allow-origin": "*" },
    });
  });
}
