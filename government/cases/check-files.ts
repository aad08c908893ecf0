import { ok, type Result, refused } from "#core/result.ts";
import type { Sql } from "#platform/database/database.ts";
import type { FileScanner } from "#platform/file-check/clamav.ts";
import { activeContentOf } from "#platform/file-check/look-inside.ts";
import { readPart } from "#platform/record/part-store.ts";
import {
  deleteFileCheck,
  type FileCheck,
  noteFileCheck,
  readProposedFile,
  waitingFiles,
} from "./file-check-store.ts";

export interface FileCheckTools {
  readonly sql: Sql;
  /** `null`: this installation has no scanner of viruses; files are judged by their structure alone. */
  readonly scanner: FileScanner | null;
  readonly now: () => number;
}

const filesPerRunMax = 20;

/**
 * Looks at files that wait: by structure, and with the scanner if there is one. A scanner that is away lets them wait:
 * nothing passes unlooked at. Gives how many were looked at.
 */
export async function checkFiles(tools: FileCheckTools): Promise<Result<number, "scanner-away">> {
  const waiting = await waitingFiles(tools.sql, filesPerRunMax);
  for (const place of waiting) {
    const { caseTag: subject, actId, name } = place;
    const part =
      (await readPart(tools.sql, { subject, actId, name })) ?? (await readProposedFile(tools.sql, place));
    if (part === null) {
      await deleteFileCheck(tools.sql, place);
      continue;
    }
    const check = await judge(part, tools.scanner);
    if (!check.ok) return check;
    await noteFileCheck(tools.sql, place, check.value, tools.now());
  }
  return ok(waiting.length);
}

async function judge(
  { mediaType, bytes }: { readonly mediaType: string; readonly bytes: Uint8Array },
  scanner: FileScanner | null,
): Promise<Result<Exclude<FileCheck, { readonly state: "waiting" }>, "scanner-away">> {
  const scanned = scanner === null ? ok("clean") : await scanner.scan(bytes);
  if (!scanned.ok) return refused("scanner-away");
  if (scanned.value === "harmful") return ok({ state: "harmful" });
  const finding = activeContentOf(mediaType, bytes);
  return ok(finding === null ? { state: "passed" } : { state: "active", finding });
}
