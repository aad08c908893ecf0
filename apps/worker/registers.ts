/** Once a month: which bodies are so small that their acts stand in their parent's register. Wiring only. */
import { civilDateAt, startOfCivilDate } from "#core/clock/civil-date.ts";
import { parseBodyNumber } from "#core/record/leaf.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { assert } from "#core/result.ts";
import { type MovedRegister, monthToJudge, moveRegisters } from "#government/bodies/index.ts";
import { countFilings } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { firstActAt } from "#platform/record/act-store.ts";
import type { Housekeeping } from "./housekeeping.ts";

type Judging = Pick<Housekeeping, "sql" | "log" | "now" | "randomBytes">;

/**
 * Judges the last whole month. In the month in which the record began nothing is judged: what was expected at founding
 * stands. Repeated within a month it changes nothing.
 */
export async function judgeRegisters(
  judging: Judging,
  parameters: Parameters,
): Promise<readonly MovedRegister[]> {
  const { sql, log, now, randomBytes } = judging;
  const { timeZone, bodies } = parameters;
  const month = monthToJudge(civilDateAt(now(), timeZone));
  const from = startOfCivilDate(month.from, timeZone);
  const began = await firstActAt(sql, log);
  if (began === null || began > from) return [];
  const filings = await countFilings(sql, from, startOfCivilDate(month.until, timeZone));
  const cabinet = parseBodyNumber(bodies.find(({ parent }) => parent === null)?.number);
  assert(cabinet !== null, "a country has a body above the others");
  const grant = ask({ kind: "system" }, "body.move-register", { kind: "country", cabinet });
  assert(grant.ok, "the worker may move registers");
  const moved: MovedRegister[] = [];
  await sql.begin(async (transaction) => {
    const tools = { log, now, randomBytes, personKeys: null };
    moved.push(...(await moveRegisters(transaction, grant.value, filings, tools)));
  });
  return moved;
}
