import { toHex } from "#core/bytes.ts";
import type { CarriedEnvelope } from "#core/record/carried-envelope.ts";
import { assert, ok, type Result } from "#core/result.ts";
import { type AppealTools, registerPaper } from "#government/appeals/index.ts";
import { findCase, statusCodeFrom } from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { translator } from "#platform/language/texts.ts";
import { findCarriedByMark, lockCarried } from "../intake-store.ts";
import type { StubKeys } from "../issue-pad.ts";
import { codeSourceOfUnread, codesOfPaper } from "../pad-codes.ts";
import { announceMark } from "../register-stub.ts";
import { keepWithdrawal } from "./keep-withdrawal.ts";
import { type CarriedProblem, dayOf, type RegisteredFile, type WhoseDay } from "./register-carried.ts";
import { findUnread, insertUnread } from "./unread-store.ts";

/** A file whose key is not here, with what stands outside on it. */
export interface SealedFile {
  readonly envelope: CarriedEnvelope;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes. */
  readonly fileDigest: Uint8Array;
  readonly whoseDay: WhoseDay;
}

/** Hexadecimal digits of the mark in the file's name. */
const nameDigits = 8;

/**
 * Registers a file that nobody here can open, with its true day, for the body to which it is addressed: the body gets the
 * file as it came, and opens it with the key that it keeps itself. Once, however often it is brought; and its stub is
 * announced as every stub is.
 */
export async function registerUnread(
  grant: Grant<"appeal.register-paper">,
  { envelope, bytes, fileDigest, whoseDay }: SealedFile,
  tools: AppealTools,
  keys: StubKeys,
): Promise<Result<RegisteredFile, CarriedProblem>> {
  requireGrant(grant, "appeal.register-paper");
  assert(grant.object.body === envelope.body, "the grant is for the body that the file names");
  const { mark, kind, language } = envelope;
  await lockCarried(tools.transaction, mark);
  const codes = codesOfPaper(keys.serverKey, codeSourceOfUnread(fileDigest));
  const before = await registeredBefore(tools, { mark, fileDigest }, codes.statusCodeKey);
  if (before !== null) return ok(before);
  const at = dayOf(envelope, whoseDay, tools);
  if (!at.ok) return at;
  const t = translator(language);
  const taken = await registerPaper(
    grant,
    {
      ...{ kind, language, channel: "offline-file", receivedAt: at.value, ...codes },
      ...{ subject: t("intake-unread-subject"), text: t("intake-unread-text") },
      attachments: [{ fileName: nameOf(mark), mediaType: "application/octet-stream", bytes }],
      // Who wrote it stands inside. Until it is opened it is treated as what is most hidden.
      ...{ identity: null, identityShown: false, proofAtOnce: false },
    },
    tools,
  );
  await announceMark(tools, mark, taken);
  const { row, statusCode } = taken;
  await keepWithdrawal(tools, row.tag, envelope.withdrawal);
  await insertUnread(tools.transaction, { fileDigest, mark, caseTag: row.tag, at: tools.now() });
  return ok({ row, statusCode, stub: null, repeated: false, leftOut: [] });
}

function nameOf(mark: Uint8Array): string {
  return `aydyn-${toHex(mark).slice(0, nameDigits)}.age`;
}

/**
 * The same bytes, or a file of the same stub that was opened here while its key was. Other bytes under the mark of an
 * unread file are another file: who carries a file sees its mark, and must not be able to keep the true one out.
 */
async function registeredBefore(
  { transaction }: AppealTools,
  { mark, fileDigest }: { readonly mark: Uint8Array; readonly fileDigest: Uint8Array },
  statusCodeKey: Uint8Array,
): Promise<RegisteredFile | null> {
  const unread = await findUnread(transaction, fileDigest);
  const tag = unread?.caseTag ?? (await findCarriedByMark(transaction, mark));
  const row = tag === null ? null : await findCase(transaction, tag);
  if (row === null) return null;
  const statusCode = unread === null ? null : statusCodeFrom(statusCodeKey);
  return { row, statusCode, stub: null, repeated: true, leftOut: [] };
}
