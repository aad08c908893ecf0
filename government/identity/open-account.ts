import { utf8Bytes, utf8Text } from "#core/bytes.ts";
import { nonceLength } from "#core/record/commitment.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import { type AccountId, parseAccountId } from "#platform/authority/actor.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import type { PersonKeys } from "#platform/keys/person-keys.ts";
import { uuidFrom } from "#platform/keys/uuid.ts";
import { openSealedPart, sealPart } from "#platform/record/sealing.ts";
import type { AccountNumber } from "./account-number.ts";
import { insertAccount, insertName, readSealedName } from "./account-store.ts";
import { type HashCost, hashPassword } from "./hashing.ts";
import { issueCodeSheet } from "./issue-code-sheet.ts";
import type { SignInCode } from "./sign-in-code.ts";

export interface AccountTools {
  readonly randomBytes: (length: number) => Uint8Array;
  readonly now: () => number;
  readonly personKeys: PersonKeys;
  readonly hashCost: HashCost;
}

/** What the counter has drawn and printed for a person whom it knows. */
export interface NewAccount {
  readonly name: string;
  readonly number: AccountNumber;
  readonly password: string;
  readonly codes: readonly SignInCode[];
}

const uuidLength = 16;

/** Opens an account with its first code sheet. The name is encrypted before it reaches the database. */
export async function openAccount(
  transaction: Transaction,
  person: NewAccount,
  tools: AccountTools,
): Promise<Result<AccountId, "number-taken">> {
  const account = parseAccountId(uuidFrom(tools.randomBytes(uuidLength)));
  assert(account !== null, "a UUID names an account");
  const passwordHash = await hashPassword(person.password, tools.hashCost, tools.randomBytes);
  const at = tools.now();
  if (!(await insertAccount(transaction, { account, number: person.number, passwordHash, at }))) {
    return refused("number-taken");
  }
  const key = tools.personKeys.draw();
  const content = { nonce: tools.randomBytes(nonceLength), bytes: utf8Bytes(person.name) };
  const ciphertext = sealPart(key, placeOfName(account), content, tools.randomBytes);
  await insertName(transaction, account, { keyId: key.id, ciphertext });
  await issueCodeSheet(transaction, account, person.codes, tools);
  return ok(account);
}

/** A person's name; `null` once it was erased, in the database or by destroying its key. */
export async function nameOf(sql: Sql, account: AccountId, personKeys: PersonKeys): Promise<string | null> {
  const sealed = await readSealedName(sql, account);
  const key = sealed === null ? null : personKeys.read(sealed.keyId);
  if (sealed === null || key === null) return null;
  const opened = openSealedPart(key, placeOfName(account), sealed.ciphertext);
  assert(opened.ok, "a name opens under its own key");
  return utf8Text(opened.value.bytes);
}

function placeOfName(account: AccountId): string {
  return `account ${account} name`;
}
