/** Number and code of a collective appeal: each attempt is counted before anything is looked at. */
import { timingSafeEqual } from "node:crypto";
import {
  type CaseRow,
  codeHash,
  findCaseByNumber,
  parseCaseNumber,
  parseCoSigningCode,
} from "#government/cases/index.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import type { Visit } from "#platform/http/visit.ts";
import { networkPrefix } from "#platform/session/network-prefix.ts";
import { giveGuessesBack, guessLimits, takeGuesses } from "../guess-limits.ts";
import type { PortalTools } from "../portal-tools.ts";
import { findCoSigningCode } from "./co-sign-store.ts";

type Opened =
  | { readonly ok: true; readonly row: CaseRow }
  | { readonly ok: false; readonly problem: "held-up" | "not-accepted" };

/** Counts the attempt before anything is looked at; whoever was right gets it back. */
export async function withGuess(
  tools: PortalTools,
  { request }: Pick<Visit, "request">,
  numberText: string,
  fits: (row: CaseRow) => Promise<boolean>,
): Promise<Opened> {
  const network = networkPrefix(request.ip);
  const number = parseCaseNumber(numberText);
  const guesses = [
    { rule: guessLimits.coSigningOfNetwork, subject: network },
    ...(number.ok ? [{ rule: guessLimits.coSigningOfCase, subject: `${number.value} ${network}` }] : []),
  ];
  if (!(await takeGuesses(tools, guesses))) return { ok: false, problem: "held-up" };
  const row = number.ok ? await findCaseByNumber(tools.portal, number.value) : null;
  if (row === null || !(await fits(row))) return { ok: false, problem: "not-accepted" };
  await giveGuessesBack(tools, guesses);
  return { ok: true, row };
}

/** Whether the typed code is the one that the applicant passed on last. */
export async function fitsCoSigning(
  tools: PortalTools,
  row: CaseRow,
  typed: string,
  sql: Sql | Transaction = tools.portal,
): Promise<boolean> {
  const code = parseCoSigningCode(typed);
  const kept = await findCoSigningCode(sql, row.tag);
  return code.ok && kept !== null && timingSafeEqual(kept, codeHash(row.tag, code.value));
}
