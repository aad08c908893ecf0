import { type CleaningProblem, namesSomething } from "#platform/file-metadata/metadata.ts";
import { readMetadata, withoutMetadata } from "#platform/file-metadata/read-metadata.ts";
import { attachmentBytesMax } from "../attachment-type.ts";
import type { DraftKey } from "../filing/draft.ts";
import type { PortalTools } from "../portal-tools.ts";
import { type DraftFile, keepDraftFile, readDraftFiles } from "./draft-files.ts";

/** What its sender wants done with what a file names. */
export type Settlement = "as-it-is" | "without";

/**
 * Carries out the sender's choice for a file of a draft; `null` when that is done, or the file is gone. What is committed to
 * later are the bytes that lie in the draft then. What stays in the text is read again, and shown.
 */
export async function settleFile(
  tools: PortalTools,
  key: DraftKey,
  position: number,
  settlement: Settlement,
): Promise<CleaningProblem | null> {
  const files = await readDraftFiles(tools.portal, key, tools.now());
  const file = files.find((each) => each.position === position);
  if (file === undefined) return null;
  const moment = { now: tools.now(), randomBytes: tools.randomBytes };
  if (settlement === "as-it-is") {
    await keepDraftFile(tools.portal, key, { ...file, isSettled: true }, moment);
    return null;
  }
  const clean = await withoutMetadata(file.mediaType, file.bytes, tools.pdfRewriter);
  if (!clean.ok) return clean.problem;
  if (clean.value.length > attachmentBytesMax) return "failed";
  const metadata = readMetadata(file.mediaType, clean.value);
  const cleaned: DraftFile = { ...file, bytes: clean.value, metadata, isSettled: true };
  await keepDraftFile(tools.portal, key, cleaned, moment);
  return null;
}

/** Whether the sender still has to choose for one of these files. */
export function isUndecided(files: readonly DraftFile[]): boolean {
  return files.some(({ metadata, isSettled }) => !isSettled && namesSomething(metadata));
}
