/** Rules that the small country announces later, as its cabinet would by hand. */
import type { RuleVersion } from "#core/clock/rules.ts";
import { assert } from "#core/result.ts";
import { changeRules } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { cabinet, type SmallCountry } from "./small-country.ts";

/** Announces the rules that stand with something changed, from the day on which they say that they are valid. */
export async function announceRules(
  country: SmallCountry,
  changed: (rules: RuleVersion) => Partial<RuleVersion>,
): Promise<void> {
  const grant = ask({ kind: "installer-of-an-empty-record" }, "rules.change", { kind: "country", cabinet });
  assert(grant.ok, "rules may be announced");
  const { value } = grant;
  await country.inTransaction(country.database.portal, async (tools) => {
    const current = tools.parameters.rules.at(-1);
    assert(current !== undefined, "the country has rules");
    const next = { ...current, ...changed(current), version: current.version + 1 };
    await changeRules(value, next, { ...tools, log: country.log, issuer: cabinet });
  });
}
