import { assert } from "#core/result.ts";
import { appoint, demoHashCost, openAccount } from "#government/identity/index.ts";
import type { AccountId } from "#platform/authority/actor.ts";
import type { Sql } from "#platform/database/database.ts";
import type { PersonKeys } from "#platform/keys/person-keys.ts";
import { demoBodyNumber } from "./demo-bodies.ts";
import { type DemoSignIn, demoSignIns } from "./sign-ins.ts";

export interface SeedPeopleTools {
  /** The portal's connection. */
  readonly sql: Sql;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly now: () => number;
  readonly personKeys: PersonKeys;
}

export interface SeededPerson extends DemoSignIn {
  readonly account: AccountId;
}

/**
 * Opens everyone's account with the demo's numbers and codes and gives them their offices from `officesFrom` on. Bodies
 * must be registered before. Returns the people in the order of the demo country's list.
 */
export async function seedDemoPeople(
  seed: Uint8Array,
  officesFrom: number,
  tools: SeedPeopleTools,
): Promise<readonly SeededPerson[]> {
  const signIns = demoSignIns(seed);
  return await tools.sql.begin(async (transaction) => {
    const seeded: SeededPerson[] = [];
    for (const signIn of signIns) {
      const { person, number, password, codes } = signIn;
      const opened = await openAccount(
        transaction,
        { name: person.name, number, password, codes },
        { ...tools, hashCost: demoHashCost },
      );
      assert(opened.ok, "numbers of the demo are drawn without a repeat");
      const account = opened.value;
      for (const office of person.offices) {
        const { role, post } = office;
        const holder = { account, body: demoBodyNumber(office.body), role, post, name: person.name };
        await appoint(transaction, { holder, from: officesFrom, until: null, granted: null }, tools);
      }
      seeded.push({ ...signIn, account });
    }
    return seeded;
  });
}
