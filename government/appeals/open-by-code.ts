/** Number and code: the status code shows where a case stands, the secret makes its holder the applicant. */
import { timingSafeEqual } from "node:crypto";
import { ok, type Result, refused } from "#core/result.ts";
import {
  type CaseNumber,
  type CaseRow,
  codeHash,
  findCaseByNumber,
  parseCaseSecret,
  parseStatusCode,
} from "#government/cases/index.ts";
import type { OpenedRight } from "#platform/authority/actor.ts";
import {
  type CountedGuess,
  type GuessTools,
  giveGuessesBack,
  guessLimits,
  takeGuesses,
} from "./guess-limits.ts";

export interface TypedCode {
  readonly right: OpenedRight;
  readonly code: Parameters<typeof codeHash>[1];
}

/** One field takes either code: they differ in length. `null` for what is neither. */
export function codeOf(text: string): TypedCode | null {
  const statusCode = parseStatusCode(text);
  if (statusCode.ok) return { right: "status", code: statusCode.value };
  const secret = parseCaseSecret(text);
  return secret.ok ? { right: "full", code: secret.value } : null;
}

/**
 * The case of a number, if the code is one of its two. Guessing is counted before anything is looked at; whoever was
 * right gets the attempt back. `network` is a prefix, see `networkPrefix`.
 */
export async function openByCode(
  tools: GuessTools,
  network: string,
  number: CaseNumber,
  code: TypedCode,
): Promise<Result<CaseRow, "held-up" | "not-accepted">> {
  const guesses = guessesAt(number, network, code.right);
  if (!(await takeGuesses(tools, guesses))) return refused("held-up");
  const row = await findCaseByNumber(tools.portal, number);
  if (row === null || !fits(row, code)) return refused("not-accepted");
  await giveGuessesBack(tools, guesses);
  return ok(row);
}

function fits(row: CaseRow, { right, code }: TypedCode): boolean {
  const kept = right === "full" ? row.secretHash : row.statusCodeHash;
  const given = codeHash(row.tag, code);
  return kept.length === given.length && timingSafeEqual(kept, given);
}

/** A secret has 80 bits and needs no limit for its number, so that nobody's guessing shuts the applicant out. */
function guessesAt(number: CaseNumber, network: string, right: OpenedRight): readonly CountedGuess[] {
  const ofNetwork = { rule: guessLimits.casesOfNetwork, subject: network };
  if (right === "full") return [ofNetwork];
  return [
    ofNetwork,
    { rule: guessLimits.caseFromNetwork, subject: `${number} ${network}` },
    { rule: guessLimits.caseFromAnywhere, subject: number },
  ];
}
