import type { CivilDate, Instant } from "#core/clock/civil-date.ts";
import {
  type EscalationDays,
  type EscalationStep,
  escalationStepNumber,
  escalationSteps,
} from "#core/clock/escalation.ts";
import { type BodyNumber, parseBodyNumber } from "#core/record/leaf.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import type { CaseNumber } from "./case-number.ts";
import type { Queryable } from "./case-store.ts";
import type { QueuePlace } from "./queue-store.ts";

/** What was raised, one row for each step that an open case reached before one due day. */

/** The bodies that hold an open case due by a day, but for those that were raised for the last time. */
export async function bodiesWithDueBy(
  sql: Queryable,
  day: CivilDate,
  kinds: readonly string[],
): Promise<readonly BodyNumber[]> {
  if (kinds.length === 0) return [];
  const rows = await sql<{ body: number }[]>`
    select distinct c.holder_body as body from cases.case c
    where c.due is not null and c.due <= ${day} and c.filing_kind in ${sql([...kinds])} and not exists (
      select 1 from cases.escalation e
      where e.case_tag = c.case_tag and e.due = c.due and e.step >= ${escalationStepNumber("expired")})
    order by body`;
  return rows.flatMap(({ body }) => parseBodyNumber(body) ?? []);
}

/** Open cases of a body that have reached a step which is not entered yet, the longest due first. */
export async function casesToRaise(
  sql: Queryable,
  { body, kinds }: { readonly body: BodyNumber; readonly kinds: readonly string[] },
  days: EscalationDays,
  count: number,
): Promise<readonly Uint8Array[]> {
  if (kinds.length === 0) return [];
  const rows = await sql<{ tag: Uint8Array }[]>`
    select c.case_tag as tag from cases.case c
    where c.holder_body = ${body} and c.due is not null and c.due <= ${days.first}
      and c.filing_kind in ${sql([...kinds])}
      and not exists (
        select 1 from cases.escalation e
        where e.case_tag = c.case_tag and e.due = c.due and e.step >= case
          when c.due <= ${days.expired} then 3 when c.due <= ${days.second} then 2 else 1 end)
    order by c.due, c.number limit ${count}`;
  return rows.map(({ tag }) => Uint8Array.from(tag));
}

export interface EscalationToWrite {
  readonly tag: Uint8Array;
  readonly due: CivilDate;
  readonly step: EscalationStep;
  /** How many are left at most; `null` when none are. */
  readonly workingDays: number | null;
  readonly actId: string;
  readonly body: BodyNumber;
  readonly at: Instant;
}

/** Notes that a step was entered. The key refuses a second time. */
export async function insertEscalation(
  transaction: Transaction,
  { tag, due, step, workingDays, actId, body, at }: EscalationToWrite,
): Promise<void> {
  await transaction`
    insert into cases.escalation (case_tag, due, step, working_days, act_id, body, entered_at)
    values (${tag}, ${due}, ${escalationStepNumber(step)}, ${workingDays}, ${actId}, ${body}, ${at})`;
}

const expired = escalationStepNumber("expired");

/** Which raised cases are listed, and after which of them. */
export interface RaisedFilter {
  readonly bodies: readonly BodyNumber[];
  readonly show?: RaisedShow;
  readonly after?: QueuePlace | null;
}

/** An open case that was raised, as the overview lists it: no text, no applicant. */
export interface RaisedCase {
  readonly body: BodyNumber;
  readonly number: CaseNumber;
  readonly post: string | null;
  readonly due: CivilDate;
  readonly step: EscalationStep;
  /** How many were left at most when it was raised; `null` when none were. */
  readonly workingDays: number | null;
  readonly at: Instant;
}

/** Which raised cases: those that were told of beforehand alone, or those whose day has passed. */
export type RaisedShow = "all" | "left" | "expired";

/** Open cases of some bodies that have been raised, each with its last step, the longest overdue first. */
export async function raisedCases(
  sql: Sql,
  { bodies, show = "all", after = null }: RaisedFilter,
  count: number,
): Promise<readonly RaisedCase[]> {
  if (bodies.length === 0) return [];
  const rows = await sql<(Omit<RaisedCase, "step" | "body"> & { step: number; body: BodyNumber })[]>`
    select c.holder_body as body, c.number, c.official_post as post, c.due, last.step,
      last.working_days as "workingDays", last.entered_at as at
    from cases.case c join lateral (
      select step, working_days, entered_at from cases.escalation e
      where e.case_tag = c.case_tag and e.due = c.due order by step desc limit 1) last on true
    where c.holder_body in ${sql([...bodies])} and c.due is not null
      ${show === "all" ? sql`` : sql`and (last.step = ${expired}) = ${show === "expired"}`}
      ${after === null ? sql`` : sql`and (c.due, c.number) > (${after.due}, ${after.number})`}
    order by c.due, c.number limit ${count}`;
  return rows.map((row) => ({ ...row, step: escalationSteps[row.step - 1] ?? "expired" }));
}
