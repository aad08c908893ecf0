import { type Result, refused } from "#core/result.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { AppealTools, Attachment } from "../appeal-tools.ts";
import { readDraftFiles } from "../attaching/draft-files.ts";
import { isUndecided } from "../attaching/settle-file.ts";
import { attachmentsMax } from "../attachment-type.ts";
import { draftKeyOfClient, forgetDraft } from "../filing/draft.ts";
import { fileProblem } from "../filing/filing-words-pages.ts";
import type { filesSent } from "./api-file-schemas.ts";
import type { ApiRefusal } from "./api-problem-routes.ts";
import type { FromSchema } from "./api-schemas.ts";

/**
 * Runs an act with the files that were sent in pieces before, and forgets these once the act is entered: in one transaction,
 * so that they go along once. Whoever does not show their name chooses first what a document may tell.
 */
export async function withFilesAlong<T>(
  {
    tools,
    t,
    identityShown,
  }: { readonly tools: AppealTools; readonly t: Translate; readonly identityShown: boolean },
  sent: { readonly files?: FromSchema<typeof filesSent>; readonly attachments?: readonly Attachment[] },
  run: (attachments: readonly Attachment[]) => Promise<Result<T, ApiRefusal>>,
): Promise<Result<T, ApiRefusal>> {
  const { files, attachments = [] } = sent;
  if (files === undefined) return await run(attachments);
  const { transaction, now } = tools;
  const key = draftKeyOfClient(files.key);
  const drafted = await readDraftFiles(transaction, key, now());
  if (drafted.length === 0) return refused({ code: "no-such-file" });
  const refusedFor = (detail: string) =>
    refused<ApiRefusal>({ code: "attachment", errors: [{ pointer: "#/files", detail }] });
  if (!identityShown && isUndecided(drafted)) return refusedFor(t("file-names-undecided"));
  const all = [...attachments, ...drafted];
  if (all.length > attachmentsMax) return refusedFor(fileProblem(t, "too-many"));
  const done = await run(all);
  if (done.ok) await forgetDraft(transaction, key);
  return done;
}
