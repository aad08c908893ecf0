/** What a posted form says about its files: one mechanism for a filing, an addition, a clarification and a reply. */
import type { CleaningProblem } from "#platform/file-metadata/metadata.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { nextField } from "../citizen/citizen-pages.ts";
import type { DraftKey } from "../filing/draft.ts";
import { fileProblem } from "../filing/filing-words-pages.ts";
import type { PortalTools } from "../portal-tools.ts";
import { addFile } from "./add-file.ts";
import {
  asItIsField,
  attachmentField,
  type FileRefusal,
  nextAdd,
  removeField,
  uploadedField,
  withoutField,
} from "./attached-pages.ts";
import { type DraftFile, readDraftFiles, removeDraftFile } from "./draft-files.ts";
import { isUndecided, settleFile } from "./settle-file.ts";

/**
 * `went-on`: no button about files was pressed, and what came with the form is taken; `files` are all there are now.
 * `changed`: the page is shown anew. `refused`: with this sentence, at this place.
 */
export type SentFiles =
  | { readonly outcome: "went-on"; readonly files: readonly DraftFile[] }
  | { readonly outcome: "changed" }
  | { readonly outcome: "refused"; readonly refusal: FileRefusal };

const changed: SentFiles = { outcome: "changed" };

/** Does what the form says about files. Nothing goes on while a sender has not chosen what a document may tell. */
export async function takeSentFiles(tools: PortalTools, visit: Visit, key: DraftKey): Promise<SentFiles> {
  const { body, t } = visit;
  if (firstValue(body, uploadedField) !== "") return changed;
  const removed = positionIn(visit, removeField);
  if (removed !== null) {
    await removeDraftFile(tools.portal, key, removed);
    return changed;
  }
  for (const [field, settlement] of [
    [withoutField, "without"],
    [asItIsField, "as-it-is"],
  ] as const) {
    const position = positionIn(visit, field);
    if (position === null) continue;
    const problem = await settleFile(tools, key, position, settlement);
    return problem === null ? changed : refusedAt("list", cleaningProblem(visit, problem));
  }
  const isAdding = firstValue(body, nextField) === nextAdd;
  const sent = visit.files.filter(({ field }) => field === attachmentField);
  if (sent.length === 0 && isAdding) return refusedAt("field", fileProblem(t, "none-chosen"));
  for (const file of sent) {
    const problem = await addFile(tools, tools.portal, key, file);
    if (problem !== null) return refusedAt("field", fileProblem(t, problem));
  }
  if (isAdding) return changed;
  const files = await readDraftFiles(tools.portal, key, tools.now());
  return isUndecided(files) ? refusedAt("list", t("file-names-undecided")) : { outcome: "went-on", files };
}

function refusedAt(at: FileRefusal["at"], message: string): SentFiles {
  return { outcome: "refused", refusal: { message, at } };
}

function positionIn({ body }: Visit, field: string): number | null {
  const value = firstValue(body, field);
  return /^[1-9]$/.test(value) ? Number(value) : null;
}

function cleaningProblem({ t }: Visit, problem: CleaningProblem): string {
  return t(`file-names-cannot-${problem}`);
}
