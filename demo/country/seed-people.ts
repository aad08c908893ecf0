import { assert } from "#core/result.ts";
import { appoint, demoHashCost, openAccount } from "#government/identity/index.ts";
import type { AccountId } from "#platform/authority/actor.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import type { PersonKeys } from "#platform/keys/person-keys.ts";
import { demoBodyNumber } from "./demo-bodies.ts";
import { demoChance } from "./demo-chance.ts";
import { type DemoSignIn, demoSignIns } from "./sign-ins.ts";

const chanceBytes = 32;

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
  // All at once: the hashes run on several threads, and one connection takes the statements without waiting.
  return await tools.sql.begin((transaction) =>
    Promise.all(
      signIns.map((signIn) => {
        // Chance of their own for each, so that the order in which hashes are ready changes nothing.
        const randomBytes = demoChance(tools.randomBytes(chanceBytes), signIn.person.key);
        return seedPerson(transaction, signIn, officesFrom, { ...tools, randomBytes });
      }),
    ),
  );
}

async function seedPerson(
  transaction: Transaction,
  signIn: DemoSignIn,
  officesFrom: number,
  tools: SeedPeopleTools,
): Promise<SeededPerson> {
  const { person, number, password, codes } = signIn;
  const newAccount = { name: person.name, number, password, codes };
  const opened = await openAccount(transaction, newAccount, { ...tools, hashCost: demoHashCost });
  assert(opened.ok, "numbers of the demo are drawn without a repeat");
  const account = opened.value;
  for (const { body, role, post } of person.offices) {
    const holder = { account, body: demoBodyNumber(body), role, post, name: person.name };
    await appoint(transaction, { holder, from: officesFrom, until: null, granted: null }, tools);
  }
  return { ...signIn, account };
}
