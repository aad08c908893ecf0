import type { BodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import { appoint, type HashCost, openAccount } from "#government/identity/index.ts";
import type { AccountId } from "#platform/authority/actor.ts";
import type { Transaction } from "#platform/database/database.ts";
import type { PersonKeys } from "#platform/keys/person-keys.ts";
import type { LogName } from "#platform/record/act.ts";
import type { CodeSheet } from "./code-sheet.ts";
import { bodiesOf } from "./country-bodies.ts";
import type { Country } from "./country-file.ts";
import { layCountry } from "./lay-country.ts";

export interface FoundingTools {
  /** Of the portal's role, on an empty record. All of it is entered, or nothing. */
  readonly transaction: Transaction;
  readonly log: LogName;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly personKeys: PersonKeys;
  readonly hashCost: HashCost;
  readonly verifierKeyOf: (body: BodyNumber) => string;
  /** To whom the offline page encrypts. */
  readonly intakeRecipient: string;
}

/**
 * Founds a country: the public acts, then an account for each person of the file with the sheet that was drawn for them,
 * then their offices, each granted by one other person of the file and approved by a second.
 */
export async function foundCountry(
  country: Country,
  sheets: ReadonlyMap<string, CodeSheet>,
  tools: FoundingTools,
): Promise<void> {
  const { intakeRecipient } = tools;
  await layCountry({ ...country, bodies: bodiesOf(country, tools.verifierKeyOf), intakeRecipient }, tools);
  const accounts = new Map<string, AccountId>();
  for (const { key, name } of country.people) {
    const sheet = sheets.get(key);
    assert(sheet !== undefined, `a sheet was drawn for ${key}`);
    const opened = await openAccount(tools.transaction, { name, ...sheet }, tools);
    assert(opened.ok, "numbers are drawn without a repeat");
    accounts.set(key, opened.value);
  }
  const accountOf = (key: string): AccountId => {
    const account = accounts.get(key);
    assert(account !== undefined, `${key} is a person of the file`);
    return account;
  };
  const from = tools.now();
  for (const { key, name, offices } of country.people) {
    for (const { body, role, post, grantedBy, approvedBy } of offices) {
      const holder = { account: accountOf(key), body, role, post, name };
      const granted = { by: accountOf(grantedBy), approvedBy: accountOf(approvedBy) };
      await appoint(tools.transaction, { holder, from, until: null, granted }, tools);
    }
  }
}
