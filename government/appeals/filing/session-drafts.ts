/** Drafts of browser sessions: found by the token in the cookie, carried over when the token is replaced. */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Sql } from "#platform/database/database.ts";
import type { ExtraHeaders } from "#platform/http/answer.ts";
import type { Visit } from "#platform/http/visit.ts";
import { readSessionCookie } from "#platform/session/session-cookie.ts";
import { copyDraft } from "./copy-draft.ts";
import { draftKeyOfSession, forgetDraft } from "./draft.ts";

export interface DraftCarrying {
  /** The portal's connection. */
  readonly portal: Sql;
  readonly https: boolean;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
}

/** The token of a request's session, or the one that its answer will set; `null` without a session. */
export function sessionTokenOf(
  request: Visit["request"],
  headers: ExtraHeaders,
  https: boolean,
): string | null {
  const given = headers["set-cookie"];
  const header = typeof given === "string" ? given : request.headers.cookie;
  return readSessionCookie(header, https);
}

/**
 * Takes the draft of a session over to its new token, as after signing in. Nothing of it stays under the old one.
 * `to` null: the session has ended, and its draft with it.
 */
export async function carryDraftOver(
  tools: DraftCarrying,
  tokens: { readonly from: string; readonly to: string | null },
): Promise<void> {
  if (tokens.from === tokens.to) return;
  const from = draftKeyOfSession(tokens.from);
  await tools.portal.begin(async (transaction) => {
    if (tokens.to !== null) {
      const moment = { now: tools.now(), randomBytes: tools.randomBytes };
      await copyDraft(transaction, from, draftKeyOfSession(tokens.to), moment);
    }
    await forgetDraft(transaction, from);
  });
}

/** Name of the hidden field that carries `openPageProof`. */
export const openPageField = "page";
const openPageProofLength = 12;

/**
 * Shows that a form was opened within the session of this token. A session may end while somebody is still writing;
 * whoever sends such a form had the page before them, and gets the rest of the draft too. The next user of the
 * computer, who has only the cookie, does not.
 */
export function openPageProof(token: string): string {
  const digest = createHmac("sha256", "aydyn page of a filing").update(token).digest();
  return digest.subarray(0, openPageProofLength).toString("base64url");
}

/** Whether a posted form was opened within the session of this token. */
export function isOpenPage(token: string, proof: string): boolean {
  const expected = Buffer.from(openPageProof(token));
  const given = Buffer.from(proof);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
