/** What only the state can say about its answers: outcomes, what was overturned, what applicants said of them. */
import { fileAnswer, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { PortalTools } from "../portal-tools.ts";
import { publicFigures } from "./public-figures.ts";
import { statedFigures, statedJson } from "./stated-figures.ts";
import { statedPage } from "./stated-pages.ts";

const figuresPage = { caching: { publicSeconds: 5 } } as const;

/** Registers the page and its file. */
export function statedRoutes(server: Server, tools: PortalTools): void {
  server.get("/statistics/stated", async ({ t }) => {
    const counted = await publicFigures(tools, "year");
    const rows = await statedFigures(tools, counted);
    return shown(
      statedPage(t, { rows, figures: counted.figures, tree: await tools.bodyTree() }),
      figuresPage,
    );
  });
  server.get("/statistics/stated.json", async () => {
    const counted = await publicFigures(tools, "year");
    const bytes = statedJson(await statedFigures(tools, counted), counted);
    return fileAnswer(bytes, "application/json", {
      ...figuresPage,
      headers: { "access-control-allow-origin": "*" },
    });
  });
}
