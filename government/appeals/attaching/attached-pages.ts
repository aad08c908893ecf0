/** The files of a form that is being written: what they name, a way to take each out, and the field for another. */
import { type FileMetadata, namesSomething, staysInText } from "#platform/file-metadata/metadata.ts";
import { button, errorSummary, fileField } from "#platform/html/form-elements.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { Translate } from "#platform/language/texts.ts";
import { acceptedFiles, attachmentMebibytesMax, attachmentsMax, hasPictureName } from "../attachment-type.ts";
import { nextField } from "../citizen/citizen-pages.ts";
import type { DraftFile } from "./draft-files.ts";
import { uploadScript } from "./upload-script.ts";

/** Names of the fields and buttons that every form with files has. */
export const attachmentField = "attachment";
export const nextAdd = "add";
/** Values are positions of files. */
export const removeField = "remove";
export const withoutField = "without";
export const asItIsField = "as-it-is";
/** The script sends the form with it when a file has come in pieces. */
export const uploadedField = "uploaded";

/** Why a form's files stop it: at the field for another one, or at one of the list. */
export interface FileRefusal {
  readonly message: string;
  readonly at: "field" | "list";
}

const listId = "files";

/** A file as a page shows it. */
export interface AttachedFile {
  readonly position: number;
  readonly fileName: string;
  readonly byteLength: number;
  readonly metadata: FileMetadata;
  readonly isSettled: boolean;
}

/** Files of a draft as a page shows them. */
export function attachedFiles(files: readonly DraftFile[]): readonly AttachedFile[] {
  return files.map(({ position, fileName, bytes, metadata, isSettled }) => ({
    ...{ position, fileName, metadata, isSettled },
    byteLength: bytes.length,
  }));
}

/** The list of what is there; nothing without files. Belongs into the form, since its buttons send it. */
export function fileList(t: Translate, files: readonly AttachedFile[]): HtmlValue {
  if (files.length === 0) return null;
  const items = files.map(
    (file) =>
      html`<li>${file.fileName} (${sizeInWords(t, file.byteLength)}) ${positionButton(t("appeal-file-remove", { name: file.fileName }), removeField, file)}${whatItNames(t, file)}</li>`,
  );
  return html`<h2 id="${listId}">${t("appeal-file-list")}</h2><ul>${items}</ul>${
    files.some(({ fileName }) => hasPictureName(fileName)) && html`<p>${t("appeal-file-cleaned")}</p>`
  }`;
}

function positionButton(label: string, name: string, { position }: AttachedFile): Html {
  return button(label, { tone: "secondary", name, value: String(position) });
}

function whatItNames(t: Translate, file: AttachedFile): HtmlValue {
  const { metadata, isSettled, fileName } = file;
  if (!namesSomething(metadata)) return null;
  const choice = !isSettled && [
    html`<p>${t("file-names-choose")}</p><p>`,
    !metadata.isClosed && [
      positionButton(t("file-names-without", { name: fileName }), withoutField, file),
      " ",
    ],
    positionButton(t("file-names-as-it-is", { name: fileName }), asItIsField, file),
    html`</p>`,
  ];
  return [findingsOf(t, metadata), choice];
}

/** What a document names, as words; the page before sending repeats it. */
export function findingsOf(t: Translate, metadata: FileMetadata): HtmlValue {
  if (metadata.isClosed) return html`<p>${t("file-names-closed")}</p>`;
  if (metadata.findings.length === 0) return null;
  return html`<p>${t("file-names-title")}</p><ul>${metadata.findings.map((finding) => {
    const { what, value } = finding;
    return html`<li>${t(what === "title" ? "file-names-title-of" : `file-names-${what}`)}${value !== "" && html`: <b>${value}</b>`}${staysInText(finding) && ` (${t("file-names-stays")})`}</li>`;
  })}</ul>`;
}

/** The field for one more file, with its button; a word instead when there is room for none. */
export function fileChooser(
  t: Translate,
  files: readonly AttachedFile[],
  options: { readonly refusal: FileRefusal | null; readonly label?: string },
): HtmlValue {
  if (files.length >= attachmentsMax) {
    return html`<p>${t("appeal-file-full", { count: attachmentsMax })}</p>`;
  }
  return fileField(t, {
    name: attachmentField,
    label: options.label ?? t("appeal-file-attachment"),
    hint: `${t("appeal-file-hint", { count: attachmentsMax, size: attachmentMebibytesMax })} ${t("appeal-file-cleaned-hint")}`,
    accept: acceptedFiles,
    message: options.refusal?.at === "field" ? options.refusal.message : null,
  });
}

/** Leads to what stops the form; nothing when nothing does. */
export function fileErrorSummary(t: Translate, refusal: FileRefusal | null): HtmlValue {
  if (refusal === null) return null;
  const id = refusal.at === "field" ? attachmentField : listId;
  return errorSummary(t, [{ text: refusal.message, href: `#${id}` }]);
}

/** Adds the chosen file and stays on the page. */
export function addFileButton(t: Translate): Html {
  return button(t("appeal-file-add"), { tone: "secondary", name: nextField, value: nextAdd });
}

/** Sends a chosen file in pieces. The form does without it. */
export function uploadScriptTag(t: Translate): Html {
  return html`<script src="${uploadScript.path}" defer data-sending="${t("appeal-upload-sending", { percent: "00" })}" data-broken="${t("appeal-upload-broken")}" data-over="${t("appeal-file-visit-over")}"></script>`;
}

/** A file's size in the unit that people read. */
export function sizeInWords(t: Translate, byteLength: number): string {
  const kibibytes = Math.max(1, Math.round(byteLength / 1024));
  return kibibytes < 1024
    ? t("appeal-size-kibibytes", { count: kibibytes })
    : t("appeal-size-mebibytes", { count: Math.round((byteLength / 1_048_576) * 10) / 10 });
}
