/** The public acts with which a record begins: bodies, calendar, rules, witnesses. The demo begins with the same. */
import type { CalendarVersion } from "#core/clock/calendar.ts";
import type { RuleVersion } from "#core/clock/rules.ts";
import type { EmergencyNumber } from "#core/record/emergency-numbers.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { WitnessParameters } from "#core/record/parameters.ts";
import { assert } from "#core/result.ts";
import { type Body, bodyTree, registerBodyIn } from "#government/bodies/index.ts";
import {
  changeCalendar,
  changeEmergencyNumbers,
  changeRules,
  type DecreeTools,
  nameIntakeKey,
  nameWitness,
} from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";

/** What a country is to its record. */
export interface CountryParameters {
  /** The body whose head may change all this later. */
  readonly cabinet: BodyNumber;
  readonly bodies: readonly Body[];
  readonly timeZone: string;
  readonly calendar: Omit<CalendarVersion, "announced">;
  readonly rules: Omit<RuleVersion, "announced">;
  readonly witnesses: readonly WitnessParameters[];
  /** Whom to call in danger; nobody is named when left out. */
  readonly emergencyNumbers?: readonly EmergencyNumber[];
  /** To whom the offline page encrypts: the recipient of the installation's own key; none when left out. */
  readonly intakeRecipient?: string;
}

/** Enters all of it in one transaction, into a record that must be empty. Throws when the pieces do not fit together. */
export async function layCountry(
  country: CountryParameters,
  tools: Omit<DecreeTools, "issuer">,
): Promise<void> {
  const installer = { kind: "installer-of-an-empty-record" } as const;
  const object = { kind: "country", cabinet: country.cabinet } as const;
  const register = ask(installer, "body.register", object);
  const calendars = ask(installer, "calendar.change", object);
  const rules = ask(installer, "rules.change", object);
  assert(register.ok && calendars.ok && rules.ok, "an empty record may be installed");
  for (const body of bodyTree(country.bodies).all) {
    const registered = await registerBodyIn(tools.transaction, register.value, body, tools);
    assert(registered.ok, `${body.slug} registers: ${JSON.stringify(registered)}`);
  }
  const decree = { ...tools, issuer: country.cabinet };
  const { timeZone, calendar } = country;
  await changeCalendar(calendars.value, { timeZone, calendar }, decree);
  await changeRules(rules.value, country.rules, decree);
  for (const witness of country.witnesses) await nameWitness(rules.value, witness, decree);
  const { emergencyNumbers = [] } = country;
  if (emergencyNumbers.length > 0) await changeEmergencyNumbers(rules.value, emergencyNumbers, decree);
  if (country.intakeRecipient !== undefined)
    await nameIntakeKey(rules.value, country.intakeRecipient, decree);
}
