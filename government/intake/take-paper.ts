import { civilDateAt } from "#core/clock/civil-date.ts";
import { stubText } from "#core/record/stub.ts";
import { ok, type Result, refused } from "#core/result.ts";
import {
  type AppealTools,
  registerPaper,
  type TakenAppeal,
  type TakenFiling,
} from "#government/appeals/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { entryMarks } from "./entry-marks.ts";
import { entriesLike, insertMarks, type LikeEntry } from "./intake-store.ts";
import type { StubKeys } from "./issue-pad.ts";
import { codeSourceOfStub, codesOfPaper, stubAt } from "./pad-codes.ts";
import { lateEntryDaysMax } from "./received-at.ts";
import { registerStub, reserveStub, type StubProblem } from "./register-stub.ts";

/** A paper, a call or a visit as an operator enters it. */
export interface Paper {
  readonly filing: Omit<TakenFiling, "statusCodeKey" | "secretKey" | "proofAtOnce">;
  /** When it was handed in: see `receivedAt`. */
  readonly receivedAt: number;
  /** The place in a pad of the body that took it; `null` when no stub was given. */
  readonly stub: { readonly pad: number; readonly number: number } | null;
  /** The operator has seen the entries that look alike and says that this is another paper. */
  readonly isAnother: boolean;
  /** What the codes are made from when there is no stub: the form's key. */
  readonly codeSource: string;
}

export interface TakenPaper {
  readonly taken: TakenAppeal;
  /** What status code and secret were made from. */
  readonly codeSource: string;
}

export type TakeProblem =
  | { readonly finding: StubProblem }
  | { readonly finding: "entered-before"; readonly entries: readonly LikeEntry[] };

const dayMs = 86_400_000;
const likeEntriesMax = 3;

/**
 * Registers what came by paper, telephone or in person, with its own day, and uses up its stub. A paper that looks as
 * if it had been entered already is not: the operator is shown where, and may say that it is another one.
 */
export async function takePaper(
  grant: Grant<"appeal.register-paper">,
  paper: Paper,
  tools: AppealTools,
  keys: StubKeys,
): Promise<Result<TakenPaper, TakeProblem>> {
  requireGrant(grant, "appeal.register-paper");
  const { takenAt } = grant.object;
  const { filing } = paper;
  if (paper.stub !== null) {
    const reserved = await reserveStub(tools, takenAt, paper.stub);
    if (!reserved.ok) return refused({ finding: reserved.problem });
  }
  const marks = entryMarks(keys.serverKey, {
    name: filing.identity?.name ?? "",
    day: civilDateAt(paper.receivedAt, tools.parameters.timeZone),
    text: `${filing.subject} ${filing.text}`,
  });
  const entries = await entriesLike(tools.transaction, takenAt, marks, likeEntriesMax);
  if (entries.length > 0 && !paper.isAnother) return refused({ finding: "entered-before", entries });
  const stub = paper.stub && stubAt(keys.serverKey, keys.origin, { body: takenAt, ...paper.stub });
  const codeSource = stub ? codeSourceOfStub(stubText(stub)) : paper.codeSource;
  const taken = await registerPaper(
    grant,
    {
      ...filing,
      // A paper with a stub is asked after by the stub; what is sealed waits as every sealed filing does.
      proofAtOnce: false,
      receivedAt: paper.receivedAt,
      ...codesOfPaper(keys.serverKey, codeSource),
    },
    tools,
  );
  if (stub) await registerStub(tools, keys.origin, stub, taken);
  const entry = { body: takenAt, marks, caseTag: taken.row.tag, at: tools.now() };
  await insertMarks(tools.transaction, entry, tools.now() - lateEntryDaysMax * dayMs);
  return ok({ taken, codeSource });
}
