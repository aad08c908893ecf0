/** Many open cases as lists read them: rows alone, since as many filings would take minutes. */
import assert from "node:assert/strict";
import type { CivilDate } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { type CaseNumber, parseCaseNumber } from "#government/cases/index.ts";
import type { Sql } from "#platform/database/database.ts";

/** Inserts as many cases, each due a day later than the one before; gives their numbers in that order. */
export async function insertOpenRows(
  owner: Sql,
  rows: { readonly body: BodyNumber; readonly kind: string; readonly count: number; readonly due: CivilDate },
): Promise<readonly CaseNumber[]> {
  const { body, kind, count, due } = rows;
  const numbers = Array.from({ length: count }, (_, at) => numberOf(at));
  await owner`
    insert into cases.case (case_tag, log, number, filing_kind, language, channel, identity_shown, filed_body,
      filed_at, filed_day, holder_body, official_post, phase, due, act_count, last_act_at, status_code_hash, secret_hash)
    select decode(md5(number), 'hex'), 'executive', number, ${kind}, 'tk', 'web', true, ${body}, 0, 20700, ${body},
      null, 'open', ${due} + position - 1, 1, 0, '\\x00', '\\x00'
    from unnest(${[...numbers]}::text[]) with ordinality as given (number, position)`;
  return numbers;
}

/** The number of 2026 with these digits, whatever its check digit. */
function numberOf(digits: number): CaseNumber {
  const number = [...Array(10).keys()]
    .map((last) => parseCaseNumber(`26${String(digits).padStart(8, "0")}${last}`))
    .find((parsed) => parsed.ok);
  assert.ok(number?.ok);
  return number.value;
}
