import { civilDateAt } from "#core/clock/civil-date.ts";
import { type CarriedAppeal, parseCarried } from "#core/record/carried-file.ts";
import { type BodyNumber, parseBodyNumber } from "#core/record/leaf.ts";
import { offlineStub, type Stub, stubText } from "#core/record/stub.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import { type AppealTools, caseCodeKeys, registerPaper } from "#government/appeals/index.ts";
import { type BodyTree, takesAppeals } from "#government/bodies/index.ts";
import { type CaseRow, findCase, type StatusCode, statusCodeFrom } from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { parseForm } from "#platform/form/parse-form.ts";
import { entryMarks } from "../entry-marks.ts";
import { carriedForm } from "../intake-forms.ts";
import { findCarried, insertCarried, insertMarks, lockCarried } from "../intake-store.ts";
import type { StubKeys } from "../issue-pad.ts";
import { codeSourceOfStub } from "../pad-codes.ts";
import { lateEntryDaysMax, receivedAt } from "../received-at.ts";
import { registerStub } from "../register-stub.ts";
import { digestOfStub } from "../stub/look-up-stub.ts";

/** A file that was opened: what stands in it, and its stub. */
export interface OpenedFile {
  readonly appeal: CarriedAppeal;
  readonly stub: Stub;
}

/** What is wrong with what stands in a file. */
export type CarriedProblem =
  | "malformed"
  | "another-country"
  | "no-such-body"
  | "form-refuses"
  | "day-refused";

/**
 * Whose day counts. `office`: the office took it while it had no line and answers for the day in the file. `bringer`:
 * somebody brings it now, and it counts from now, whatever the file says.
 */
export type WhoseDay = "office" | "bringer";

export interface RegisteredFile {
  readonly row: CaseRow;
  readonly statusCode: StatusCode;
  readonly stub: Stub;
  /** Whether it was registered before, by whomever: nothing was written now. */
  readonly repeated: boolean;
}

/** Reads what was decrypted, for one country: texts by the very form of the web, the body by its number. */
export function readOpened(
  bytes: Uint8Array,
  country: { readonly origin: string; readonly tree: BodyTree },
): Result<OpenedFile, CarriedProblem> {
  const read = parseCarried(bytes);
  if (!read.ok) return read;
  const appeal = read.value;
  if (appeal.origin !== country.origin) return refused("another-country");
  const number = parseBodyNumber(appeal.body);
  const body = number === null ? undefined : country.tree.byNumber.get(number);
  if (body === undefined || !takesAppeals(body)) return refused("no-such-body");
  const { subject, text, name, address, contact, kind, language } = appeal;
  if (!parseForm(carriedForm, { subject, text, name, address, contact, kind, language }).ok) {
    return refused("form-refuses");
  }
  return ok({ appeal, stub: offlineStub(appeal.body, bytes) });
}

/**
 * Registers what stands in a carried file, once: whoever brings the same file, in whatever order and however often,
 * gets the same receipt.
 */
export async function registerCarried(
  grant: Grant<"appeal.register-paper">,
  file: OpenedFile & { readonly whoseDay: WhoseDay },
  tools: AppealTools,
  keys: StubKeys,
): Promise<Result<RegisteredFile, CarriedProblem>> {
  requireGrant(grant, "appeal.register-paper");
  const { appeal, stub } = file;
  assert(grant.object.body === appeal.body, "the grant is for the body that the file names");
  const digest = digestOfStub(stub);
  const codes = caseCodeKeys(keys.serverKey, codeSourceOfStub(stubText(stub)));
  await lockCarried(tools.transaction, digest);
  const known = await findCarried(tools.transaction, digest);
  const before = known === null ? null : await findCase(tools.transaction, known);
  if (before !== null) {
    return ok({ row: before, statusCode: statusCodeFrom(codes.statusCodeKey), stub, repeated: true });
  }
  const at = dayOf(file, tools);
  if (!at.ok) return at;
  const { kind, language, subject, text, name, address, contact, identityShown } = appeal;
  const taken = await registerPaper(
    grant,
    {
      ...{ kind, language, channel: "offline-file", subject, text, attachments: [] },
      ...{ identity: { name, address, contact }, identityShown, proofAtOnce: false },
      ...{ receivedAt: at.value, ...codes },
    },
    tools,
  );
  await registerStub(tools, keys.origin, stub, taken);
  const { tag } = taken.row;
  await insertCarried(tools.transaction, digest, tag);
  await rememberEntry(tools, keys, { takenAt: grant.object.takenAt, appeal, at: at.value, tag });
  return ok({ row: taken.row, statusCode: taken.statusCode, stub, repeated: false });
}

function dayOf(
  { appeal, whoseDay }: OpenedFile & { readonly whoseDay: WhoseDay },
  tools: AppealTools,
): Result<number, CarriedProblem> {
  const now = tools.now();
  // Nobody makes a body late by writing an old day into a file: only an office vouches for a day.
  if (whoseDay === "bringer") return ok(now);
  const at = receivedAt(appeal, { now, timeZone: tools.parameters.timeZone });
  return at.ok ? at : refused("day-refused");
}

const dayMs = 86_400_000;

async function rememberEntry(
  tools: AppealTools,
  keys: StubKeys,
  entry: {
    readonly takenAt: BodyNumber;
    readonly appeal: CarriedAppeal;
    readonly at: number;
    readonly tag: Uint8Array;
  },
): Promise<void> {
  const { name, subject, text } = entry.appeal;
  const day = civilDateAt(entry.at, tools.parameters.timeZone);
  const marks = entryMarks(keys.serverKey, { name, day, text: `${subject} ${text}` });
  const now = tools.now();
  await insertMarks(
    tools.transaction,
    { body: entry.takenAt, marks, caseTag: entry.tag, at: now },
    now - lateEntryDaysMax * dayMs,
  );
}
