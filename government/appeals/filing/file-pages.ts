/** The page of files. */
import { html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import {
  type AttachedFile,
  addFileButton,
  type FileRefusal,
  fileChooser,
  fileErrorSummary,
  fileList,
  uploadScriptTag,
} from "../attaching/attached-pages.ts";
import { attachmentsMax } from "../attachment-type.ts";
import { goOnButtons, type StepFrame, stepForm, stepPage } from "../citizen/citizen-pages.ts";

/** Files, if there are any. The script sends them in pieces; the form does without it. */
export function filePage(
  frame: StepFrame,
  files: readonly AttachedFile[],
  refusal: FileRefusal | null,
): PageContent {
  const { t } = frame;
  const more = files.length < attachmentsMax;
  const adding = [fileChooser(t, files, { refusal }), more && html`<p>${addFileButton(t)}</p>`];
  // One form: a file that was chosen goes along whichever button is pressed.
  const form = stepForm(frame, [adding, goOnButtons(t)], { multipart: more });
  return stepPage(
    frame,
    html`<p>${t("appeal-file-why")}</p>${files.length > 0 && stepForm(frame, fileList(t, files))}${form}${more && uploadScriptTag(t)}`,
    fileErrorSummary(t, refusal),
  );
}
