/** Repeats and duplicates: what may be the same matter is shown to the head, who merges it or leaves it. */
import { refused } from "#core/result.ts";
import { caseObjectFor, findCaseByNumber, parseCaseNumber } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { type Answer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { mergeAppeals } from "../merge-appeals.ts";
import type { PortalTools } from "../portal-tools.ts";
import { similarAppeals } from "../similar-appeals.ts";
import { type DeskCase, withDeskCase } from "./desk-access.ts";
import { actIds } from "./desk-act-entries.ts";
import { enterAtDesk } from "./desk-act-routes.ts";
import { showCase } from "./desk-case-routes.ts";
import { mergeIntoField, mergePage } from "./desk-merge-pages.ts";
import { type DeskRefusal, refusalStatus } from "./desk-refusals.ts";

/** Registers the page on which appeals are merged. */
export function deskMergeRoutes(server: Server, tools: PortalTools): void {
  server.get("/desk/:number/merge", (visit) =>
    withDeskCase(tools, visit, (deskCase) => showSimilar(tools, visit, deskCase, null)),
  );
  server.post("/desk/:number/merge", (visit) =>
    withDeskCase(tools, visit, (deskCase) => merge(server, tools, visit, deskCase)),
  );
}

async function showSimilar(
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
  refusal: DeskRefusal | null,
): Promise<Answer> {
  const { row, actor, object } = deskCase;
  const grant = ask(actor, "appeal.merge", object);
  if (!grant.ok) return await showCase(tools, visit, deskCase, grant.problem);
  // Closed, it is merged with nothing; the case's page says how it stands.
  if (row.due === null) return await showCase(tools, visit, deskCase, refusal);
  const page = mergePage(visit.t, {
    casePath: `/${visit.language}/desk/${row.number}`,
    number: row.number,
    due: row.due,
    similar: await similarAppeals(grant.value, tools.desk),
    drawFormKey: visit.drawFormKey,
    refusal,
  });
  return shown(page, { status: refusal === null ? 200 : refusalStatus(refusal) });
}

async function merge(server: Server, tools: PortalTools, visit: Visit, deskCase: DeskCase): Promise<Answer> {
  const number = parseCaseNumber(firstValue(visit.body, mergeIntoField));
  const entered = await enterAtDesk(server, tools, visit, deskCase, async (fresh, appealTools) => {
    const main = number.ok ? await findCaseByNumber(appealTools.transaction, number.value) : null;
    // To somebody else's desk the other case does not exist.
    if (main === null || main.holderBody !== fresh.row.holderBody) return refused("merge-elsewhere");
    const grant = ask(fresh.actor, "appeal.merge", fresh.object);
    if (!grant.ok) return grant;
    const object = await caseObjectFor(appealTools.transaction, fresh.actor, main);
    const mainGrant = ask(fresh.actor, "appeal.merge", object);
    if (!mainGrant.ok) return mainGrant;
    return actIds(await mergeAppeals(grant.value, mainGrant.value, appealTools));
  });
  return entered.ok
    ? redirected(`/${visit.language}/desk/${deskCase.row.number}?done=merge`)
    : await showSimilar(tools, visit, deskCase, entered.problem);
}
