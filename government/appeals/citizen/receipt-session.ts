import { fromHex } from "#core/bytes.ts";
import {
  type CaseRow,
  type CaseSecret,
  caseSecretFrom,
  findCase,
  type StatusCode,
  statusCodeFrom,
  type WithdrawalCode,
  withdrawalCodeFrom,
} from "#government/cases/index.ts";
import type { Session } from "#platform/session/session.ts";
import { keepInSession, readFromSession } from "#platform/session/session-value-store.ts";
import { caseCodeKeys } from "../case-codes.ts";
import type { PortalTools } from "../portal-tools.ts";

/** What a browser remembers of the appeal that it has just filed. Opens nothing without the server's key. */
export type FiledReceipt = {
  /** The case's tag in hexadecimal. */
  readonly tag: string;
  readonly actId: string;
  /** The idempotency key of the form: status code, secret and withdrawal code are made from it again. */
  readonly formKey: string;
  /** Sealed, and without proof at once: its leaf waits for a random moment. */
  readonly isDelayed: boolean;
};

/** The last filing of a session, with its codes. */
export interface OpenReceipt {
  readonly row: CaseRow;
  readonly actId: string;
  readonly statusCode: StatusCode;
  readonly secret: CaseSecret;
  readonly withdrawalCode: WithdrawalCode;
  readonly isDelayed: boolean;
}

const receiptName = "appeals.receipt";

/** Remembers the filing for the pages of its receipt. */
export async function keepReceipt(
  tools: PortalTools,
  session: Session,
  receipt: FiledReceipt,
): Promise<void> {
  await keepInSession(tools.portal, session.id, receiptName, receipt);
}

/** The last filing of a session; `null` when it has filed nothing. */
export async function openReceipt(tools: PortalTools, session: Session | null): Promise<OpenReceipt | null> {
  if (session === null) return null;
  const kept = readReceipt(await readFromSession(tools.portal, session.id, receiptName));
  const tag = kept === null ? null : fromHex(kept.tag);
  if (kept === null || tag === null) return null;
  const row = await findCase(tools.portal, tag);
  if (row === null) return null;
  const { statusCodeKey, secretKey, withdrawalKey } = caseCodeKeys(tools.serverKey, kept.formKey);
  return {
    row,
    actId: kept.actId,
    statusCode: statusCodeFrom(statusCodeKey),
    secret: caseSecretFrom(secretKey),
    withdrawalCode: withdrawalCodeFrom(withdrawalKey),
    isDelayed: kept.isDelayed,
  };
}

/** Reads what was kept; `null` for anything else. */
export function readReceipt(value: unknown): FiledReceipt | null {
  if (typeof value !== "object" || value === null) return null;
  if (!("tag" in value && "actId" in value && "formKey" in value && "isDelayed" in value)) return null;
  const { tag, actId, formKey, isDelayed } = value;
  if (typeof tag !== "string" || typeof actId !== "string" || typeof formKey !== "string") return null;
  return { tag, actId, formKey, isDelayed: isDelayed === true };
}
