import { fromHex } from "#core/bytes.ts";
import { type CaseRow, findCase, type WithdrawalCode, withdrawalCodeFrom } from "#government/cases/index.ts";
import type { Session } from "#platform/session/session.ts";
import { keepInSession, readFromSession } from "#platform/session/session-value-store.ts";
import { caseCodeKeys } from "../case-codes.ts";
import type { PortalTools } from "../portal-tools.ts";

/** What a browser remembers of the signature that it has just given. Opens nothing without the server's key. */
export type GivenSignature = {
  /** The case's tag in hexadecimal. */
  readonly tag: string;
  readonly actId: string;
  readonly formKey: string;
};

export interface OpenSignature {
  readonly row: CaseRow;
  readonly actId: string;
  readonly code: WithdrawalCode;
}

const signatureName = "appeals.co-signature";

/** Remembers the signature for the page of its receipt. */
export async function keepSignature(
  tools: PortalTools,
  session: Session,
  given: GivenSignature,
): Promise<void> {
  await keepInSession(tools.portal, session.id, signatureName, given);
}

/** The last signature of a session; `null` when none was given. */
export async function openSignature(
  tools: PortalTools,
  session: Session | null,
): Promise<OpenSignature | null> {
  const value: unknown =
    session === null ? null : await readFromSession(tools.portal, session.id, signatureName);
  if (typeof value !== "object" || value === null) return null;
  if (!("tag" in value && "actId" in value && "formKey" in value)) return null;
  const { tag: hex, actId, formKey } = value;
  if (typeof hex !== "string" || typeof actId !== "string" || typeof formKey !== "string") return null;
  const tag = fromHex(hex);
  const row = tag === null ? null : await findCase(tools.portal, tag);
  return row === null ? null : { row, actId, code: signatureCode(tools.serverKey, formKey) };
}

/** The code that takes a signature back, made from its form's key. */
export function signatureCode(serverKey: Uint8Array, formKey: string): WithdrawalCode {
  return withdrawalCodeFrom(caseCodeKeys(serverKey, `co-signature ${formKey}`).withdrawalKey);
}
