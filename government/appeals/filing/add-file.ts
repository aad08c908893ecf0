import type { Sql, Transaction } from "#platform/database/database.ts";
import { type AttachmentProblem, attachmentsMax, readAttachment } from "../attachment-type.ts";
import type { PortalTools } from "../portal-tools.ts";
import { type DraftFile, type DraftKey, keepDraftFile, readDraftFiles } from "./draft.ts";

/** Adds a file to the draft; `null` when it was taken. */
export async function addFile(
  { now, randomBytes }: Pick<PortalTools, "now" | "randomBytes">,
  sql: Sql | Transaction,
  key: DraftKey,
  sent: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<AttachmentProblem | "too-many" | null> {
  const position = freePosition(await readDraftFiles(sql, key, now()));
  if (position === null) return "too-many";
  const read = readAttachment(sent.fileName, sent.bytes);
  if (!read.ok) return read.problem;
  await keepDraftFile(sql, key, { position, ...read.value }, { now: now(), randomBytes });
  return null;
}

function freePosition(files: readonly DraftFile[]): number | null {
  const taken = new Set(files.map(({ position }) => position));
  for (let position = 1; position <= attachmentsMax; position += 1) if (!taken.has(position)) return position;
  return null;
}
