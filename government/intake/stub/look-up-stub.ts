import { createHash, timingSafeEqual } from "node:crypto";
import { offlinePad, type Stub, stubText } from "#core/record/stub.ts";
import { caseCodeKeys } from "#government/appeals/index.ts";
import {
  type CaseRow,
  type CaseSecret,
  caseSecretFrom,
  findCase,
  type StatusCode,
  statusCodeFrom,
} from "#government/cases/index.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import { findCarried, findStub, stubsOfPad } from "../intake-store.ts";
import type { StubKeys } from "../issue-pad.ts";
import { codeSourceOfStub, stubAt } from "../pad-codes.ts";

/** What became of the paper of a stub. */
export type StubStanding =
  | {
      readonly kind: "registered";
      readonly row: CaseRow;
      readonly statusCode: StatusCode;
      readonly secret: CaseSecret;
    }
  | { readonly kind: "void"; readonly at: number }
  | { readonly kind: "not-registered" }
  /** No pad of that body has such a sheet, or its check code is another. */
  | { readonly kind: "not-ours" };

/** By what the database knows a stub of the offline page again. */
export function digestOfStub(stub: Stub): Uint8Array {
  return Uint8Array.from(createHash("sha256").update(stubText(stub)).digest());
}

/**
 * What became of the paper of a stub. The check code has 80 bits and stands on the stub alone, so its holder is the
 * applicant: they get the codes of the case. Whoever knows only the number learns nothing.
 */
export async function lookUpStub(sql: Sql | Transaction, keys: StubKeys, stub: Stub): Promise<StubStanding> {
  if (stub.pad === offlinePad) {
    return await registeredAs(sql, keys, stub, await findCarried(sql, digestOfStub(stub)));
  }
  const stubs = await stubsOfPad(sql, stub.body, stub.pad);
  if (stubs === null || stub.number > stubs) return { kind: "not-ours" };
  if (!timingSafeEqual(stubAt(keys.serverKey, keys.origin, stub).code, stub.code))
    return { kind: "not-ours" };
  const use = await findStub(sql, stub);
  if (use !== null && use.caseTag === null) return { kind: "void", at: use.at };
  return await registeredAs(sql, keys, stub, use?.caseTag ?? null);
}

async function registeredAs(
  sql: Sql | Transaction,
  keys: StubKeys,
  stub: Stub,
  tag: Uint8Array | null,
): Promise<StubStanding> {
  const row = tag === null ? null : await findCase(sql, Uint8Array.from(tag));
  if (row === null) return { kind: "not-registered" };
  const { statusCodeKey, secretKey } = caseCodeKeys(keys.serverKey, codeSourceOfStub(stubText(stub)));
  return {
    kind: "registered",
    row,
    statusCode: statusCodeFrom(statusCodeKey),
    secret: caseSecretFrom(secretKey),
  };
}
