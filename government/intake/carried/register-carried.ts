import { civilDateAt } from "#core/clock/civil-date.ts";
import {
  type Carried,
  type CarriedAppeal,
  type CarriedFile,
  parseCarried,
} from "#core/record/carried-file.ts";
import { type BodyNumber, parseBodyNumber } from "#core/record/leaf.ts";
import { offlineStub, registeredMark, type Stub, stubText } from "#core/record/stub.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import {
  type AppealTools,
  type Attachment,
  type AttachmentProblem,
  namedByWords,
  readAttachment,
  registerPaper,
} from "#government/appeals/index.ts";
import { type BodyTree, takesAppeals } from "#government/bodies/index.ts";
import { type CaseRow, findCase, type StatusCode, statusCodeFrom } from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { parseForm } from "#platform/form/parse-form.ts";
import { entryMarks } from "../entry-marks.ts";
import { carriedForm } from "../intake-forms.ts";
import { findCarried, insertCarried, insertMarks, lockCarried } from "../intake-store.ts";
import type { StubKeys } from "../issue-pad.ts";
import { codeSourceOfStub, codeSourceOfUnread, codesOfPaper } from "../pad-codes.ts";
import { lateEntryDaysMax, receivedAt } from "../received-at.ts";
import { registerStub } from "../register-stub.ts";
import { digestOfStub } from "../stub/look-up-stub.ts";
import { keepWithdrawal } from "./keep-withdrawal.ts";
import { findUnread } from "./unread-store.ts";

/** A file that was opened: what stands in it, and its stub. */
export interface OpenedFile extends Carried {
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

/** A file that somebody sent with an appeal and that is none of the kinds that are taken. */
export interface LeftOut {
  readonly fileName: string;
  readonly problem: AttachmentProblem;
}

export interface RegisteredFile {
  readonly row: CaseRow;
  /** `null` where it was opened before and its key has gone: only the stub gives the codes. */
  readonly statusCode: StatusCode | null;
  /** `null` for a file that was registered unread. */
  readonly stub: Stub | null;
  /** Whether it was registered before, by whomever: nothing was written now. */
  readonly repeated: boolean;
  readonly leftOut: readonly LeftOut[];
}

/** Reads what was decrypted, for one country: texts by the very form of the web, the body by its number. */
export function readOpened(
  bytes: Uint8Array,
  country: { readonly origin: string; readonly tree: BodyTree },
): Result<OpenedFile, CarriedProblem> {
  const read = parseCarried(bytes);
  if (!read.ok) return read;
  const { appeal, files } = read.value;
  const wrong = wrongAddress(appeal, country);
  if (wrong !== null) return refused(wrong);
  const { subject, text, name, address, contact, kind, language, about } = appeal;
  if (!parseForm(carriedForm, { subject, text, name, address, contact, kind, language, about }).ok) {
    return refused("form-refuses");
  }
  return ok({ appeal, files, stub: offlineStub(appeal.body, bytes) });
}

/** Why nothing for this country and body can be registered here; `null` when it can. */
export function wrongAddress(
  to: { readonly origin: string; readonly body: number },
  { origin, tree }: { readonly origin: string; readonly tree: BodyTree },
): "another-country" | "no-such-body" | null {
  if (to.origin !== origin) return "another-country";
  const number = parseBodyNumber(to.body);
  const body = number === null ? undefined : tree.byNumber.get(number);
  return body === undefined || !takesAppeals(body) ? "no-such-body" : null;
}

/**
 * Registers what stands in a carried file, once: whoever brings the same file, in whatever order and however often,
 * gets the same receipt. Its files are judged as those on the web are; one that is not taken is left out and named.
 */
export async function registerCarried(
  grant: Grant<"appeal.register-paper">,
  file: OpenedFile & {
    readonly fileDigest: Uint8Array;
    readonly whoseDay: WhoseDay;
    readonly tree: BodyTree;
  },
  tools: AppealTools,
  keys: StubKeys,
): Promise<Result<RegisteredFile, CarriedProblem>> {
  requireGrant(grant, "appeal.register-paper");
  const { appeal, stub } = file;
  assert(grant.object.body === appeal.body, "the grant is for the body that the file names");
  const mark = registeredMark(keys.origin, stub);
  await lockCarried(tools.transaction, mark);
  const before = await registeredBefore(file, tools, keys);
  if (before !== null) return ok(before);
  const at = dayOf(appeal, file.whoseDay, tools);
  if (!at.ok) return at;
  const { kind, language, subject, text, name, address, contact, identityShown } = appeal;
  const addressee = file.tree.byNumber.get(grant.object.body);
  assert(addressee !== undefined, "the body that the file names was found in the tree");
  // Whoever wrote it is not here to be asked: what names somebody plainly binds, the rest stays words.
  const about = { body: addressee, words: appeal.about, now: tools.now() };
  const complaint = await namedByWords(tools.transaction, file.tree, about);
  const { attachments, leftOut } = judgedFiles(file.files);
  const taken = await registerPaper(
    grant,
    {
      ...{ kind, language, channel: "offline-file", subject, text, attachments, complaint },
      ...{ identity: { name, address, contact }, identityShown, proofAtOnce: false },
      ...{ receivedAt: at.value, ...codesOfStub(keys, stub) },
    },
    tools,
  );
  await registerStub(tools, keys.origin, stub, taken);
  const { tag } = taken.row;
  await keepWithdrawal(tools, tag, appeal.withdrawal);
  await insertCarried(tools.transaction, { digest: digestOfStub(stub), mark, caseTag: tag });
  await rememberEntry(tools, keys, { takenAt: grant.object.takenAt, appeal, at: at.value, tag });
  return ok({ row: taken.row, statusCode: taken.statusCode, stub, repeated: false, leftOut });
}

function codesOfStub(keys: StubKeys, stub: Stub): ReturnType<typeof codesOfPaper> {
  return codesOfPaper(keys.serverKey, codeSourceOfStub(stubText(stub)));
}

/** The receipt of a file that was registered already: opened, or unread while its key was not here. */
async function registeredBefore(
  { stub, fileDigest }: { readonly stub: Stub; readonly fileDigest: Uint8Array },
  { transaction }: AppealTools,
  keys: StubKeys,
): Promise<RegisteredFile | null> {
  const opened = await findCarried(transaction, digestOfStub(stub));
  const unread = opened === null ? await findUnread(transaction, fileDigest) : null;
  const tag = opened ?? unread?.caseTag ?? null;
  const row = tag === null ? null : await findCase(transaction, tag);
  if (row === null) return null;
  const codes =
    unread === null
      ? codesOfStub(keys, stub)
      : codesOfPaper(keys.serverKey, codeSourceOfUnread(unread.fileDigest));
  return { row, statusCode: statusCodeFrom(codes.statusCodeKey), stub, repeated: true, leftOut: [] };
}

function judgedFiles(files: readonly CarriedFile[]): {
  readonly attachments: readonly Attachment[];
  readonly leftOut: readonly LeftOut[];
} {
  const attachments: Attachment[] = [];
  const leftOut: LeftOut[] = [];
  for (const { fileName, bytes } of files) {
    const read = readAttachment(fileName, bytes);
    if (read.ok) attachments.push(read.value);
    else leftOut.push({ fileName, problem: read.problem });
  }
  return { attachments, leftOut };
}

/** When a file counts as handed in. */
export function dayOf(
  typed: { readonly day: string; readonly hour: string },
  whoseDay: WhoseDay,
  tools: AppealTools,
): Result<number, "day-refused"> {
  const now = tools.now();
  // Nobody makes a body late by writing an old day into a file: only an office vouches for a day.
  if (whoseDay === "bringer") return ok(now);
  const at = receivedAt(typed, { now, timeZone: tools.parameters.timeZone });
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
