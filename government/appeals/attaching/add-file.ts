import { equalBytes } from "#core/bytes.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import { namesSomething } from "#platform/file-metadata/metadata.ts";
import { readMetadata } from "#platform/file-metadata/read-metadata.ts";
import { type AttachmentProblem, attachmentsMax, readAttachment } from "../attachment-type.ts";
import type { DraftKey } from "../filing/draft.ts";
import type { PortalTools } from "../portal-tools.ts";
import { type DraftFile, keepDraftFile, readDraftFiles } from "./draft-files.ts";

/**
 * Adds a file to a draft; `null` when it was taken. The same file twice is once, since a form may come twice. What the file
 * names is read now, so that the page can say it.
 */
export async function addFile(
  { now, randomBytes }: Pick<PortalTools, "now" | "randomBytes">,
  sql: Sql | Transaction,
  key: DraftKey,
  sent: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<AttachmentProblem | "too-many" | null> {
  const files = await readDraftFiles(sql, key, now());
  const read = readAttachment(sent.fileName, sent.bytes);
  if (read.ok && files.some((file) => isSame(file, read.value))) return null;
  const position = freePosition(files);
  if (position === null) return "too-many";
  if (!read.ok) return read.problem;
  const metadata = readMetadata(read.value.mediaType, read.value.bytes);
  const file = { position, ...read.value, metadata, isSettled: !namesSomething(metadata) };
  await keepDraftFile(sql, key, file, { now: now(), randomBytes });
  return null;
}

function isSame(file: DraftFile, sent: { readonly fileName: string; readonly bytes: Uint8Array }): boolean {
  return file.fileName === sent.fileName && equalBytes(file.bytes, sent.bytes);
}

function freePosition(files: readonly DraftFile[]): number | null {
  const taken = new Set(files.map(({ position }) => position));
  for (let position = 1; position <= attachmentsMax; position += 1) if (!taken.has(position)) return position;
  return null;
}
