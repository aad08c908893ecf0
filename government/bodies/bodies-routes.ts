import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { untouched } from "#platform/html/form-fields.ts";
import { type Answer, errorAnswer, fileAnswer, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { bodiesSearchForm } from "./bodies-form.ts";
import { type BodyPageSlots, bodiesPage, bodyPage } from "./bodies-pages.ts";
import { type Body, parseBodySlug } from "./body.ts";
import { directoryCsv, directoryJson } from "./body-directory.ts";
import type { BodyTree } from "./body-tree.ts";
import { chooseBodies } from "./choose-body.ts";

export interface BodiesRoutesOptions {
  /** From `bodyTreeReader`. */
  readonly tree: () => Promise<BodyTree>;
  /** What the other slices show on a body's page. */
  readonly slots: (visit: Visit, body: Body) => Promise<BodyPageSlots>;
}

/** These pages say the same to everyone. */
const publicSeconds = 60;

/** The public pages of state bodies: `/bodies` and `/bodies/:slug`. */
export function bodiesRoutes(server: Server, options: BodiesRoutesOptions): void {
  server.get("/bodies", async (visit) => listAnswer(visit, await options.tree()));
  server.get("/bodies/directory.csv", async ({ language }) =>
    fileAnswer(directoryCsv(await options.tree(), language), "text/csv; charset=utf-8", {
      fileName: `bodies-${language}.csv`,
      caching: { publicSeconds },
    }),
  );
  server.get("/bodies/directory.json", async () =>
    fileAnswer(directoryJson(await options.tree()), "application/json", { caching: { publicSeconds } }),
  );
  server.get("/bodies/:slug", async (visit) => {
    const tree = await options.tree();
    const slug = parseBodySlug(visit.params.slug ?? "");
    const body = slug === null ? undefined : tree.bySlug.get(slug);
    if (body === undefined) return errorAnswer(404);
    const slots = await options.slots(visit, body);
    return shown(bodyPage(visit.t, tree, body, slots), { caching: { publicSeconds } });
  });
}

function listAnswer({ t, query }: Visit, tree: BodyTree): Answer {
  const parsed = parseForm(bodiesSearchForm, query);
  const typed = typedIn(bodiesSearchForm, query);
  if (!parsed.ok) {
    const state = { typed, problems: parsed.problem };
    return shown(bodiesPage(t, tree, { state, proposals: null }), { status: 422 });
  }
  const { matter, place } = parsed.value;
  if (matter === "" && place === "") {
    const search = { state: untouched, proposals: null };
    return shown(bodiesPage(t, tree, search), { caching: { publicSeconds } });
  }
  // What somebody asked for is nobody else's business: not kept by any cache.
  const state = { typed, problems: [] };
  return shown(bodiesPage(t, tree, { state, proposals: chooseBodies(tree, { matter, place }) }));
}
