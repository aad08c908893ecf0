/** The figures that the state states: a page, and files for other programs. */

import { utf8Bytes } from "#core/bytes.ts";
import { civilDateText } from "#core/clock/civil-date.ts";
import { canonicalJson } from "#core/record/canonical-json.ts";
import { type Answer, errorAnswer, fileAnswer, shown } from "#platform/http/answer.ts";
import { csvBytes } from "#platform/http/csv.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import type { PortalTools } from "../portal-tools.ts";
import {
  type GroundsFigures,
  groundsFigures,
  groundsJson,
  groundsSubjects,
  regionsOf,
} from "./grounds-figures.ts";
import { groundsPage } from "./grounds-pages.ts";
import { bodyOfSlug, publicFigures, slugsOf } from "./public-figures.ts";
import type { Quarter } from "./stated-quarter.ts";
import { quarterAsked, quartersOf } from "./stated-quarter-asked.ts";

const groundsCaching = { caching: { publicSeconds: 60 } } as const;
const groundsData = { ...groundsCaching, headers: { "access-control-allow-origin": "*" } } as const;

/** Registers page and files. */
export function groundsRoutes(server: Server, tools: PortalTools): void {
  server.get("/grounds", (visit) => showGrounds(tools, visit));
  server.get("/grounds.csv", async (visit) => {
    const quarter = await quarterAsked(tools, visit);
    if (quarter === null) return errorAnswer(404);
    const { stated, slugOf } = await readAll(tools, quarter);
    const head = [["from", "until", "body", "subject", "code", "count"]];
    const lines = [...stated.bodies].flatMap(([body, figures]) => linesOf(slugOf(body), figures));
    const days = [civilDateText(quarter.from), civilDateText(quarter.until)];
    const rows = [...lines, ...linesOf("", stated.all)].map((row) => [...days, ...row]);
    return fileAnswer(csvBytes([...head, ...rows]), "text/csv; charset=utf-8", {
      ...groundsData,
      fileName: `grounds-${quarter.name}.csv`,
    });
  });
  server.get("/grounds.json", async (visit) => {
    const quarter = await quarterAsked(tools, visit);
    if (quarter === null) return errorAnswer(404);
    const { stated, slugOf, origin } = await readAll(tools, quarter);
    const bodies = [...stated.bodies].map(([body, figures]) => ({
      body: slugOf(body),
      figures: groundsJson(figures),
    }));
    const json = {
      ...{ v: 1, origin, statedByTheState: true, quarter: quarter.name },
      ...{ from: civilDateText(quarter.from), until: civilDateText(quarter.until) },
      ...{ all: groundsJson(stated.all), bodies },
    };
    return fileAnswer(utf8Bytes(`${canonicalJson(json)}\n`), "application/json", groundsData);
  });
}

async function readAll(tools: PortalTools, quarter: Quarter) {
  const { figures, overturned, parameters } = await publicFigures(tools, "year");
  const stated = await groundsFigures(tools, parameters, quarter);
  return { figures, overturned, stated, slugOf: slugsOf(parameters), origin: parameters.origin };
}

/** A line for each cell: an empty count is one that is too small to be shown. */
function linesOf(slug: string, figures: GroundsFigures): readonly (readonly (string | number | null)[])[] {
  return groundsSubjects.flatMap((subject) =>
    figures[subject].map(({ code, count }) => [slug, subject, code, count]),
  );
}

async function showGrounds(tools: PortalTools, visit: Visit): Promise<Answer> {
  const { t, query } = visit;
  const quarter = await quarterAsked(tools, visit);
  if (quarter === null) return errorAnswer(404);
  const tree = await tools.bodyTree();
  const slug = firstValue(query, "body");
  const body = slug === "" ? null : bodyOfSlug(tree, slug);
  if (body === undefined) return errorAnswer(404);
  const { figures: country, overturned, stated } = await readAll(tools, quarter);
  const figures = body === null ? stated.all : stated.bodies.get(body.register);
  if (figures === undefined) return errorAnswer(404);
  const regions = body === null ? regionsOf(tree) : [];
  const shownQuarters = { quarter, quarters: await quartersOf(tools) };
  return shown(
    groundsPage(t, { figures, body, country, overturned, regions, ...shownQuarters }),
    groundsCaching,
  );
}
