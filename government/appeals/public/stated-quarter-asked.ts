/** Which quarter a request is about, by the country's civil day. */
import { civilDateAt } from "#core/clock/civil-date.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import type { PortalTools } from "../portal-tools.ts";
import { closedQuarters, parseClosedQuarter, type Quarter } from "./stated-quarter.ts";

const quartersOffered = 4;

/** The quarters that pages offer, the newest first. */
export async function quartersOf(tools: PortalTools): Promise<readonly Quarter[]> {
  const { timeZone } = await tools.parametersReader.read(tools.portal);
  return closedQuarters(civilDateAt(tools.now(), timeZone), quartersOffered);
}

/** The quarter that the address names, else the newest; `null` for a text that names none that is over. */
export async function quarterAsked(
  tools: PortalTools,
  { query }: Pick<Visit, "query">,
): Promise<Quarter | null> {
  const named = firstValue(query, "quarter");
  if (named === "") return (await quartersOf(tools))[0] ?? null;
  const { timeZone } = await tools.parametersReader.read(tools.portal);
  return parseClosedQuarter(named, civilDateAt(tools.now(), timeZone));
}
