import type { AccountId } from "#platform/authority/actor.ts";
import type { Transaction } from "#platform/database/database.ts";
import { uuidFrom } from "#platform/keys/uuid.ts";
import { insertSheet, replaceSheet } from "./code-sheet-store.ts";
import { type HashCost, hashCode, hashCostText, saltLength } from "./hashing.ts";
import type { SignInCode } from "./sign-in-code.ts";

const uuidLength = 16;

/** Puts a new sheet in place of the one in use, locked or not. Afterwards only the paper knows the codes. */
export async function issueCodeSheet(
  transaction: Transaction,
  account: AccountId,
  codes: readonly SignInCode[],
  tools: {
    readonly randomBytes: (length: number) => Uint8Array;
    readonly now: () => number;
    readonly hashCost: HashCost;
  },
): Promise<void> {
  const salt = tools.randomBytes(saltLength);
  const sheetId = uuidFrom(tools.randomBytes(uuidLength));
  const hashes = await Promise.all(codes.map((code, at) => hashCode(code, at + 1, salt, tools.hashCost)));
  const at = tools.now();
  await replaceSheet(transaction, account, at);
  const hashCost = hashCostText(tools.hashCost);
  await insertSheet(transaction, { sheetId, account, salt, hashCost, at, hashes });
}
