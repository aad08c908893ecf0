/** Files that come by API: judged as those of the pages are, and none that names somebody goes along unnoticed. */
import { fromBase64 } from "#core/bytes.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { namesSomething } from "#platform/file-metadata/metadata.ts";
import { readMetadata, withoutMetadata } from "#platform/file-metadata/read-metadata.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { Attachment } from "../appeal-tools.ts";
import { readAttachment } from "../attachment-type.ts";
import { fileProblem } from "../filing/filing-words-pages.ts";
import type { PortalTools } from "../portal-tools.ts";
import type { ApiFiling } from "./file-by-api.ts";

type SentAttachment = NonNullable<ApiFiling["attachments"]>[number];

interface AttachmentError {
  readonly pointer: string;
  readonly detail: string;
}

/** The files of a filing, or what is wrong with each. */
export async function readApiAttachments(
  tools: Pick<PortalTools, "pdfRewriter">,
  t: Translate,
  filing: Pick<ApiFiling, "attachments" | "identityShown">,
): Promise<Result<readonly Attachment[], readonly AttachmentError[]>> {
  const taken: Attachment[] = [];
  const errors: AttachmentError[] = [];
  for (const [at, sent] of (filing.attachments ?? []).entries()) {
    const read = await readOne(tools, t, sent, filing.identityShown);
    if (read.ok) taken.push(read.value);
    else errors.push({ pointer: `#/attachments/${at}${read.problem.at}`, detail: read.problem.detail });
  }
  return errors.length > 0 ? refused(errors) : ok(taken);
}

async function readOne(
  { pdfRewriter }: Pick<PortalTools, "pdfRewriter">,
  t: Translate,
  sent: SentAttachment,
  identityShown: boolean,
): Promise<Result<Attachment, { readonly at: string; readonly detail: string }>> {
  const bytes = fromBase64(sent.base64);
  if (bytes === null) return refused({ at: "", detail: t("api-not-base64") });
  const read = readAttachment(sent.fileName, bytes);
  if (!read.ok) return refused({ at: "", detail: fileProblem(t, read.problem) });
  const { mediaType } = read.value;
  const isNaming = namesSomething(readMetadata(mediaType, read.value.bytes));
  // Who shows their name gives nothing away by it; who does not shall have said so.
  if (sent.metadata === undefined && isNaming && !identityShown) {
    return refused({ at: "/metadata", detail: t("api-file-names-somebody") });
  }
  if (sent.metadata !== "without" || !isNaming) return read;
  const clean = await withoutMetadata(mediaType, read.value.bytes, pdfRewriter);
  if (!clean.ok) return refused({ at: "/metadata", detail: t(`file-names-cannot-${clean.problem}`) });
  return ok({ ...read.value, bytes: clean.value });
}
