import { civilDateAt } from "#core/clock/civil-date.ts";
import { defaultRules } from "#core/clock/rules.ts";
import { ok, type Result } from "#core/result.ts";
import {
  changeRules,
  type DecreeTools,
  lockDecrees,
  type ParametersReader,
} from "#government/cases/index.ts";
import type { Grant } from "#platform/authority/grant.ts";
import type { RulesChange } from "./read-rules-edit.ts";
import { editedRules, type RulesEditProblem } from "./rules-edit.ts";

/**
 * Announces new rules, made from those announced last when its turn comes, and gives the number of their version. They
 * are refused when they cannot be announced today, or when another announcement has said the same already.
 */
export async function announceRules(
  grant: Grant<"rules.change">,
  { edit, announcement }: RulesChange,
  tools: Omit<DecreeTools, "issuer"> & { readonly parametersReader: ParametersReader },
): Promise<Result<number, RulesEditProblem>> {
  await lockDecrees(tools.transaction);
  const { timeZone, rules } = await tools.parametersReader.read(tools.transaction);
  const today = civilDateAt(tools.now(), timeZone);
  const next = editedRules(rules.at(-1) ?? defaultRules, edit, announcement, today);
  if (!next.ok) return next;
  await changeRules(grant, next.value, { ...tools, issuer: grant.object.cabinet });
  return ok(next.value.version);
}
