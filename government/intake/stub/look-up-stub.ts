import { createHash, timingSafeEqual } from "node:crypto";
import { offlinePad, registeredMark, type Stub, stubText } from "#core/record/stub.ts";
import {
  type CaseRow,
  type CaseSecret,
  caseSecretFrom,
  findCase,
  type StatusCode,
  statusCodeFrom,
} from "#government/cases/index.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import { findUnreadByMark } from "../carried/unread-store.ts";
import { findCarried, findStub, stubsOfPad } from "../intake-store.ts";
import type { StubKeys } from "../issue-pad.ts";
import { codeSourceOfStub, codeSourceOfUnread, codesOfPaper, stubAt } from "../pad-codes.ts";

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
  const source = codeSourceOfStub(stubText(stub));
  if (stub.pad === offlinePad) {
    const opened = await findCarried(sql, digestOfStub(stub));
    if (opened !== null) return await registeredAs(sql, keys, source, opened);
    const unread = await findUnreadByMark(sql, registeredMark(keys.origin, stub));
    return unread === null
      ? { kind: "not-registered" }
      : await registeredAs(sql, keys, codeSourceOfUnread(unread.fileDigest), unread.caseTag);
  }
  const stubs = await stubsOfPad(sql, stub.body, stub.pad);
  if (stubs === null || stub.number > stubs) return { kind: "not-ours" };
  if (!timingSafeEqual(stubAt(keys.serverKey, keys.origin, stub).code, stub.code))
    return { kind: "not-ours" };
  const use = await findStub(sql, stub);
  if (use !== null && use.caseTag === null) return { kind: "void", at: use.at };
  return await registeredAs(sql, keys, source, use?.caseTag ?? null);
}

async function registeredAs(
  sql: Sql | Transaction,
  keys: StubKeys,
  codeSource: string,
  tag: Uint8Array | null,
): Promise<StubStanding> {
  const row = tag === null ? null : await findCase(sql, Uint8Array.from(tag));
  if (row === null) return { kind: "not-registered" };
  const { statusCodeKey, secretKey } = codesOfPaper(keys.serverKey, codeSource);
  return {
    kind: "registered",
    row,
    statusCode: statusCodeFrom(statusCodeKey),
    secret: caseSecretFrom(secretKey),
  };
}
