import { ok, type Result, refused } from "#core/result.ts";
import { type Attachment, type AttachmentProblem, readAttachment } from "#government/appeals/index.ts";
import type { Visit } from "#platform/http/visit.ts";
import { scanField } from "./outside-forms.ts";

/** The scan that came with a form, judged by its content; none is fine. */
export function sentScan(visit: Visit): Result<readonly Attachment[], AttachmentProblem | "too-many"> {
  const sent = visit.files.filter(({ field }) => field === scanField);
  const [file] = sent;
  if (file === undefined) return ok([]);
  if (sent.length > 1) return refused("too-many");
  const read = readAttachment(file.fileName, file.bytes);
  return read.ok ? ok([read.value]) : read;
}
