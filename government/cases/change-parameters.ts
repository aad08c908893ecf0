import type { CalendarVersion } from "#core/clock/calendar.ts";
import type { RuleVersion } from "#core/clock/rules.ts";
import type { EmergencyNumber } from "#core/record/emergency-numbers.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import {
  calendarChangedPart,
  keyChangedPart,
  parameterPartBytes,
  publicPartName,
  rulesChangedPart,
} from "#core/record/parameter-acts.ts";
import type { WitnessParameters } from "#core/record/parameters.ts";
import { assert } from "#core/result.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { Transaction } from "#platform/database/database.ts";
import type { AppendedAct, LogName } from "#platform/record/act.ts";
import { type AppendTools, appendActs } from "#platform/record/append.ts";

/** What a decree needs: it is entered in the register of the body that issued it. */
export interface DecreeTools extends AppendTools {
  readonly transaction: Transaction;
  readonly log: LogName;
  readonly issuer: BodyNumber;
}

/**
 * Announces a calendar. Deadlines move with it from this moment (record decision 1); `moveDeadlines` then writes one
 * leaf per open case.
 */
export async function changeCalendar(
  grant: Grant<"calendar.change">,
  change: { readonly timeZone: string; readonly calendar: Omit<CalendarVersion, "announced"> },
  tools: DecreeTools,
): Promise<AppendedAct> {
  requireGrant(grant, "calendar.change");
  const at = tools.now();
  const calendar = { ...change.calendar, announced: at };
  const bytes = calendarChangedPart({ timeZone: change.timeZone, calendar });
  return await appendDecree(tools, "calendar-changed", at, bytes, actorOf(grant));
}

/** Announces rules of the clock. */
export async function changeRules(
  grant: Grant<"rules.change">,
  rules: Omit<RuleVersion, "announced">,
  tools: DecreeTools,
): Promise<AppendedAct> {
  requireGrant(grant, "rules.change");
  const at = tools.now();
  const bytes = rulesChangedPart({ rules: { ...rules, announced: at } });
  return await appendDecree(tools, "rules-changed", at, bytes, actorOf(grant));
}

/** Says anew whom to call in danger; an empty list takes back what was said. */
export async function changeEmergencyNumbers(
  grant: Grant<"rules.change">,
  emergencyNumbers: readonly EmergencyNumber[],
  tools: DecreeTools,
): Promise<AppendedAct> {
  requireGrant(grant, "rules.change");
  const bytes = parameterPartBytes({ kind: "country-changed", part: { emergencyNumbers } });
  return await appendDecree(tools, "country-changed", tools.now(), bytes, actorOf(grant));
}

/** Names a witness of the log, with who runs it: what the seal on every page shows. */
export async function nameWitness(
  grant: Grant<"rules.change">,
  witness: WitnessParameters,
  tools: DecreeTools,
): Promise<AppendedAct> {
  requireGrant(grant, "rules.change");
  const bytes = keyChangedPart({ holder: "witness", ...witness });
  return await appendDecree(tools, "key-changed", tools.now(), bytes, actorOf(grant));
}

/** Names the recipient to whom the offline page encrypts, so that anyone can compare the page with the record. */
export async function nameIntakeKey(
  grant: Grant<"rules.change">,
  recipient: string,
  tools: DecreeTools,
): Promise<AppendedAct> {
  requireGrant(grant, "rules.change");
  const bytes = keyChangedPart({ holder: "intake", recipient });
  return await appendDecree(tools, "key-changed", tools.now(), bytes, actorOf(grant));
}

/** The same for what is meant for one body: its own key stands before those of the bodies above it. */
export async function nameBodyIntakeKey(
  grant: Grant<"intake-key.change">,
  recipient: string,
  tools: DecreeTools,
): Promise<AppendedAct> {
  requireGrant(grant, "intake-key.change");
  const bytes = keyChangedPart({ holder: "intake", recipient, body: grant.object.body });
  return await appendDecree(tools, "key-changed", tools.now(), bytes, actorOf(grant));
}

/** Whoever lays the first calendar into an empty record is no person. */
function actorOf(
  grant: Grant<"calendar.change"> | Grant<"rules.change"> | Grant<"intake-key.change">,
): string {
  return grant.actor.kind === "person" ? "head" : "system";
}

async function appendDecree(
  tools: DecreeTools,
  kind: "calendar-changed" | "rules-changed" | "country-changed" | "key-changed",
  at: number,
  bytes: Uint8Array,
  actor: string,
): Promise<AppendedAct> {
  const parts = [{ name: publicPartName, bytes, mediaType: "application/json", store: "open" as const }];
  const [act] = await appendActs(
    tools.transaction,
    [{ log: tools.log, kind, caseTag: null, body: tools.issuer, due: null, actor, at, parts }],
    tools,
  );
  assert(act !== undefined, "one act was appended");
  return act;
}
