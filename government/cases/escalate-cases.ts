import { type CivilDate, civilDateAt, type Instant, laterOf } from "#core/clock/civil-date.ts";
import { calendarAt, rulesAt, weekOf } from "#core/clock/clock-parameters.ts";
import { deadlineAt } from "#core/clock/deadline.ts";
import {
  type EscalationDays,
  type EscalationStep,
  escalationDays,
  escalationStepDays,
  escalationStepOf,
} from "#core/clock/escalation.ts";
import { type RuleVersion, raisedKinds } from "#core/clock/rules.ts";
import type { JsonValue } from "#core/record/canonical-json.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import type { Actor } from "#platform/authority/actor.ts";
import { ask, requireGrant } from "#platform/authority/grant.ts";
import { type CaseTools, enterActs } from "./append-case-acts.ts";
import { foldHistory, readHistory } from "./case-history.ts";
import { caseObjectFor } from "./case-object.ts";
import { registerOf } from "./case-register.ts";
import { lockCase, type Queryable } from "./case-store.ts";
import { bodiesWithDueBy, casesToRaise, insertEscalation } from "./escalation-store.ts";

/** Cases raised in one transaction: a body with a thousand overdue cases must not stop its own desk. */
const raisedPerTransactionMax = 100;

const system: Actor = { kind: "system" };

/** The bodies at which something is near its day or over it and may not have been raised as far as it can be. */
export async function bodiesToLookAt(
  sql: Queryable,
  { now, parameters }: Pick<CaseTools, "now" | "parameters">,
): Promise<readonly BodyNumber[]> {
  const at = now();
  const today = civilDateAt(at, parameters.timeZone);
  const calendar = calendarAt(parameters, at);
  const rules = rulesAt(parameters, at);
  // Which week a body works is asked body by body afterwards; whoever works least reaches furthest.
  const furthest = parameters.bodies.reduce((latest, { number }) => {
    const days = escalationDays(rules, calendar, weekOf(parameters, number), today);
    return laterOf(latest, days.first);
  }, today);
  return await bodiesWithDueBy(sql, furthest, raisedKinds(rules));
}

/**
 * Enters `escalated` for the open cases of a body that have come near their day or passed it, of the kinds that the rules
 * in force pass up (`onExpiry`): one public act of the
 * system for each step (so many working days before, fewer before, expired) and each due day. It changes no duty; it shows
 * everyone that the head was told. One bounded transaction; gives how many cases it raised, and whether more wait.
 */
export async function escalateCases(
  tools: CaseTools,
  body: BodyNumber,
): Promise<{ readonly raised: number; readonly more: boolean }> {
  const { transaction, parameters } = tools;
  const at = tools.now();
  const moment = { at, day: civilDateAt(at, parameters.timeZone) };
  const week = weekOf(parameters, registerOf(parameters, body));
  const rules = rulesAt(parameters, at);
  const days = escalationDays(rules, calendarAt(parameters, at), week, moment.day);
  const kinds = raisedKinds(rules);
  const tags = await casesToRaise(transaction, { body, kinds }, days, raisedPerTransactionMax);
  // One connection answers in order: the cases of a batch follow each other without waiting for each answer.
  const entered = await Promise.all(tags.map((tag) => raiseOne(tools, { tag, body, moment, days, rules })));
  const raised = entered.filter((isEntered) => isEntered).length;
  return { raised, more: raised > 0 && tags.length === raisedPerTransactionMax };
}

interface CaseToRaise {
  readonly tag: Uint8Array;
  readonly body: BodyNumber;
  readonly moment: { readonly at: Instant; readonly day: CivilDate };
  readonly days: EscalationDays;
  readonly rules: RuleVersion;
}

/** Whether the case was raised. One that a decree moved but not yet wrote, or that closed meanwhile, waits for the next round. */
async function raiseOne(tools: CaseTools, { tag, body, moment, days, rules }: CaseToRaise): Promise<boolean> {
  const { transaction, parameters } = tools;
  const [row, history] = await Promise.all([lockCase(transaction, tag), readHistory(transaction, tag)]);
  assert(row !== null, "a case that was listed is there");
  const state = foldHistory(history, parameters);
  const due = state === null ? null : deadlineAt(state.deadline, moment, parameters).due;
  const step = due === null ? null : escalationStepOf(due, days);
  if (state === null || due === null || step === null || due !== row.due) return false;
  const grant = ask(system, "appeal.escalate", await caseObjectFor(transaction, system, row));
  assert(grant.ok, "the system raises cases");
  requireGrant(grant.value, "appeal.escalate");
  const workingDays = escalationStepDays(rules, step);
  const entered = await enterActs(tools, { row, state }, [
    { kind: "escalated", actor: "system", details: stepDetails(step, workingDays), parts: [] },
  ]);
  const actId = entered.ok ? entered.value.acts[0]?.actId : undefined;
  if (actId === undefined) return false;
  await insertEscalation(transaction, { tag, due, step, workingDays, actId, body, at: moment.at });
  return true;
}

/** Rules change: the act says what the step meant when it was taken. */
function stepDetails(step: EscalationStep, workingDays: number | null): JsonValue {
  return workingDays === null ? { step } : { step, workingDays };
}
