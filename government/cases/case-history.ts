import { parseAppealDetails } from "#core/acts/appeal.ts";
import { type CaseAct, type CaseState, foldAct } from "#core/acts/case.ts";
import { toHex, utf8Text } from "#core/bytes.ts";
import { type CivilDate, civilDateAt, civilDateOfDays, parseCivilDate } from "#core/clock/civil-date.ts";
import { type JsonValue, parseCanonicalJson } from "#core/record/canonical-json.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { assert } from "#core/result.ts";
import { actsWithPart, type StoredAct, type StoredActWithPart } from "#platform/record/act-store.ts";
import type { Queryable } from "./case-store.ts";

/** An act of a case with its public details: JSON that the slice of the case's function reads, `null` once erased. */
export interface RecordedAct {
  readonly stored: StoredAct;
  readonly details: JsonValue | null;
}

/** The acts of a case in order, with the details that are not erased. */
export async function readHistory(sql: Queryable, tag: Uint8Array): Promise<readonly RecordedAct[]> {
  return (await actsWithPart(sql, [tag], "public")).map(recordedAct);
}

/** The histories of several cases, by tag in hexadecimal: in one reading, however many there are. */
export async function readHistories(
  sql: Queryable,
  tags: readonly Uint8Array[],
): Promise<ReadonlyMap<string, readonly RecordedAct[]>> {
  const histories = new Map<string, RecordedAct[]>(tags.map((tag) => [toHex(tag), []]));
  for (const act of await actsWithPart(sql, tags, "public")) {
    histories.get(toHex(act.stored.subject))?.push(recordedAct(act));
  }
  return histories;
}

/** The public details of the filings of several cases, by tag in hexadecimal; `null` once erased. */
export async function readFilingDetails(
  sql: Queryable,
  tags: readonly Uint8Array[],
): Promise<ReadonlyMap<string, JsonValue | null>> {
  const histories = await readHistories(sql, tags);
  return new Map([...histories].map(([tag, [filing]]) => [tag, filing?.details ?? null]));
}

/** When a filing elsewhere was sent, as `DutyAct` takes it. */
export interface SentDay {
  readonly day: CivilDate;
  readonly posted: boolean;
}

/** The day on which a filing elsewhere was sent, by its own details; `null` for every other act and once erased. */
function sentDayOf({ stored, details }: RecordedAct): SentDay | null {
  if (stored.kind !== "filed-elsewhere") return null;
  const read = parseAppealDetails("filed-elsewhere", details);
  if (!read.ok || !("sentOn" in read.value)) return null;
  const day = parseCivilDate(read.value.sentOn);
  return day.ok ? { day: day.value, posted: read.value.way === "posted" } : null;
}

/** An act as the folds of core/acts take it. */
export function caseActOf(act: RecordedAct, timeZone: string): CaseAct<JsonValue> {
  const { kind, body, at, enteredAt, due } = act.stored;
  return {
    kind,
    body,
    at: enteredAt ?? at,
    ...(sentDayOf(act) ?? { day: civilDateAt(at, timeZone) }),
    claimedDue: due === null ? null : civilDateOfDays(due),
    details: act.details,
  };
}

/** The state of a case: the fold of its acts. `null` for a case without acts. */
export function foldHistory(
  history: readonly RecordedAct[],
  parameters: Parameters,
): CaseState<JsonValue> | null {
  let state: CaseState<JsonValue> | null = null;
  for (const act of history) state = foldAct(state, caseActOf(act, parameters.timeZone), parameters);
  return state;
}

function recordedAct({ stored, part }: StoredActWithPart): RecordedAct {
  return { stored, details: parsedDetails(part, stored.subject) };
}

function parsedDetails(bytes: Uint8Array | null, tag: Uint8Array): JsonValue | null {
  if (bytes === null) return null;
  const text = utf8Text(bytes);
  const json = text === null ? null : parseCanonicalJson(text);
  assert(json?.ok === true, `the details of an act of case ${toHex(tag)} are not what was written`);
  return json.value;
}
