import type { Sql, Transaction } from "#platform/database/database.ts";
import { keepDraftFile, readDraftFiles } from "../attaching/draft-files.ts";
import { type DraftKey, keepDraft, readDraft } from "./draft.ts";
import { deleteDraftRows } from "./draft-store.ts";

/** Copies a draft to another key: to a code, back into a session, or over to a session's new token. */
export async function copyDraft(
  sql: Sql | Transaction,
  from: DraftKey,
  to: DraftKey,
  tools: { readonly now: number; readonly randomBytes: (length: number) => Uint8Array },
): Promise<boolean> {
  const draft = await readDraft(sql, from, tools.now);
  if (draft === null) return false;
  await deleteDraftRows(sql, to.id);
  await keepDraft(sql, to, draft, tools);
  for (const file of await readDraftFiles(sql, from, tools.now)) await keepDraftFile(sql, to, file, tools);
  return true;
}
