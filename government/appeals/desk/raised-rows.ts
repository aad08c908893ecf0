/** What was raised, as rows of one list: cases by their acts, requests to erase by their day. */
import { addDays, civilDateAt } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { type QueuePlace, raisedCases } from "#government/cases/index.ts";
import type { PortalTools } from "../portal-tools.ts";
import { afterPlace, overdueErasures } from "../waiting-erasures.ts";
import type { RaisedListShow, RaisedRow } from "./desk-raised-pages.ts";

/** So many rows after a place, the longest overdue first. */
export async function raisedRows(
  tools: Pick<PortalTools, "desk" | "parametersReader" | "now">,
  asked: {
    readonly bodies: readonly BodyNumber[];
    readonly show: RaisedListShow;
    readonly after: QueuePlace | null;
  },
  count: number,
): Promise<readonly RaisedRow[]> {
  const { bodies, show, after } = asked;
  const parameters = await tools.parametersReader.read(tools.desk);
  if (show !== "erasures") {
    const cases = await raisedCases(tools.desk, { bodies, show, after }, count);
    return cases.map(({ at, ...row }) => ({ ...row, day: civilDateAt(at, parameters.timeZone) }));
  }
  // No act raises a request to erase (decision 14): what the clock finds over its day is raised the day after.
  const requests = await overdueErasures(tools.desk, bodies, parameters, tools.now());
  return afterPlace(requests, (request) => request, after)
    .slice(0, count)
    .map(({ body, number, post, due }) => ({
      body,
      number,
      post,
      due,
      workingDays: null,
      day: addDays(due, 1),
    }));
}
