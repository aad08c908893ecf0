import { isAppealKind, type Outcome, outcomeOf, parseAppealDetails } from "#core/acts/appeal.ts";
import { needsHearing, type UnheardReason, unheardReasonsFor } from "#core/acts/unheard.ts";
import { civilDateAt, type Instant } from "#core/clock/civil-date.ts";
import { rulesAt } from "#core/clock/clock-parameters.ts";
import type { JsonValue } from "#core/record/canonical-json.ts";
import type { ActKind } from "#core/record/kinds.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { type CaseRow, standingHearing } from "#government/cases/index.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";

/** What speaks against giving less than was asked for, as far as hearing the applicant goes. */
export interface UnheardProblem {
  readonly finding: "hearing-needed" | "no-reason-needed" | "reason-unfit";
}

interface Around {
  readonly sql: Sql | Transaction;
  readonly parameters: Parameters;
  readonly now: Instant;
}

type Filed = Pick<CaseRow, "tag" | "filingKind" | "identityShown">;

/**
 * The reasons from which one must be stated before a case is closed with an outcome, since nobody was heard; `null` when
 * none is needed: the applicant was heard by the body that holds the case, or the law asks for no hearing.
 */
export async function unheardReasonsNow(
  { sql, parameters, now }: Around,
  { tag, filingKind, identityShown }: Filed,
  outcome: Outcome,
): Promise<readonly UnheardReason[] | null> {
  if (!needsHearing(outcome, rulesAt(parameters, now))) return null;
  const hearing = await standingHearing(sql, tag);
  const today = civilDateAt(now, parameters.timeZone);
  // One that lies after an earlier due day comes too late for this decision: nobody was heard before it.
  if (hearing !== null && (hearing.on === null || hearing.on <= today)) return null;
  return unheardReasonsFor({ kind: filingKind, nameShown: identityShown });
}

/** Judges what the details of a closing say, or leave unsaid, of a hearing; `null` when it may be entered. */
export async function unheardProblem(
  around: Around,
  row: Filed,
  closing: { readonly kind: ActKind; readonly details: JsonValue },
): Promise<UnheardProblem | null> {
  const read = isAppealKind(closing.kind) ? parseAppealDetails(closing.kind, closing.details) : null;
  const outcome = read?.ok === true ? outcomeOf(read.value) : null;
  if (read?.ok !== true || outcome === null) return null;
  const stated = "unheard" in read.value ? read.value.unheard : undefined;
  const reasons = await unheardReasonsNow(around, row, outcome);
  if (reasons === null) return stated === undefined ? null : { finding: "no-reason-needed" };
  if (stated === undefined) return { finding: "hearing-needed" };
  return reasons.includes(stated) ? null : { finding: "reason-unfit" };
}
