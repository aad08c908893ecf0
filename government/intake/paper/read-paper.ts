/** Reads what an operator sent: every field, the day and hour, the stub's place in a pad, the scans. */
import { parseStub } from "#core/record/stub.ts";
import { ok, type Result, refused, unreachable } from "#core/result.ts";
import {
  type Attachment,
  type AttachmentProblem,
  attachmentMebibytesMax,
  type Complaint,
  readAttachment,
} from "#government/appeals/index.ts";
import type { Body } from "#government/bodies/index.ts";
import type { FieldProblem, FormValues } from "#platform/form/form.ts";
import { parseForm } from "#platform/form/parse-form.ts";
import type { Visit } from "#platform/http/visit.ts";
import { type AboutProblem, complaintIn } from "../complaint-about.ts";
import { type AtPlace, addresseeIn } from "../intake-access.ts";
import { paperForm } from "../intake-forms.ts";
import type { LikeEntry } from "../intake-store.ts";
import type { IntakeTools } from "../intake-tools.ts";
import { receivedAt } from "../received-at.ts";
import type { Paper } from "../take-paper.ts";
import { scanFields } from "./paper-pages.ts";

/** What is wrong besides declared fields. */
export interface OtherProblems {
  readonly addresseeMissing?: boolean;
  readonly scanProblem?: string;
  readonly entries?: readonly LikeEntry[];
  readonly about?: AboutProblem;
}

/** What an operator sent, read and checked. */
export interface SentPaper {
  readonly read: ReadPaper;
  readonly scans: readonly Attachment[];
  readonly addressee: Body;
  readonly complaint: Complaint;
}

interface SentProblem {
  readonly fields: readonly FieldProblem[];
  readonly others: OtherProblems;
}

/** Everything that was sent, or all that is wrong with it at once. */
export async function readSent(
  tools: IntakeTools,
  visit: Visit,
  place: AtPlace,
  clock: { readonly now: number; readonly timeZone: string },
): Promise<Result<SentPaper, SentProblem>> {
  const addressee = addresseeIn(visit, place.tree);
  const scans = readScans(visit);
  const read = readPaper(visit, place, clock);
  if (addressee !== null && scans.ok && read.ok) {
    // A scan may say it all; something must.
    if (read.value.text === "" && scans.value.length === 0) {
      return refused({ fields: [{ field: "text", code: "missing" }], others: {} });
    }
    const complaint = await complaintIn(tools, visit, place.tree, addressee);
    if (!complaint.ok) return refused({ fields: [], others: { about: complaint.problem } });
    return ok({ read: read.value, scans: scans.value, addressee, complaint: complaint.value });
  }
  return refused({
    fields: read.ok ? [] : read.problem,
    others: {
      ...(addressee === null ? { addresseeMissing: true } : {}),
      ...(scans.ok
        ? {}
        : { scanProblem: visit.t(`appeal-file-${scans.problem}`, { size: attachmentMebibytesMax }) }),
    },
  });
}

export type ReadPaper = FormValues<typeof paperForm.fields> & {
  readonly receivedAt: number;
  readonly place: Paper["stub"];
};

/** What was typed, with the instant and the place in a pad that day, hour and stub stand for. */
function readPaper(
  visit: Visit,
  { body }: AtPlace,
  clock: { readonly now: number; readonly timeZone: string },
): Result<ReadPaper, readonly FieldProblem[]> {
  const parsed = parseForm(paperForm, visit.body);
  if (!parsed.ok) return parsed;
  const { day, hour, old } = parsed.value;
  const at = receivedAt({ day, hour, isOldSure: old }, clock);
  const place = readStubPlace(parsed.value.stub, body.number);
  const problems: FieldProblem[] = [];
  if (!at.ok) problems.push(dayProblem(at.problem));
  if (place === "malformed") problems.push({ field: "stub", code: "wrong-shape" });
  if (!at.ok || place === "malformed") return refused(problems);
  return ok({ ...parsed.value, receivedAt: at.value, place });
}

function dayProblem(problem: Extract<ReturnType<typeof receivedAt>, { ok: false }>["problem"]): FieldProblem {
  switch (problem) {
    case "day-malformed":
      return { field: "day", code: "wrong-shape" };
    case "hour-malformed":
      return { field: "hour", code: "wrong-shape" };
    case "in-the-future":
      return { field: "day", code: "not-accepted" };
    case "too-long-ago":
      return { field: "day", code: "too-long" };
    default:
      return unreachable(problem);
  }
}

/** "2-0017", the same with the body before it, or the whole stub; `null` for none. A foreign body's stub is malformed here. */
function readStubPlace(text: string, body: number): Paper["stub"] | "malformed" {
  if (text === "") return null;
  const whole = parseStub(text);
  if (whole.ok) return whole.value.body === body ? whole.value : "malformed";
  const parts = text.replace(/\s/g, "").split("-").map(Number);
  const [pad, number] = parts.length === 3 && parts[0] === body ? parts.slice(1) : parts;
  const isPlace = parts.length <= 3 && Number.isSafeInteger(pad) && Number.isSafeInteger(number);
  if (!isPlace || pad === undefined || number === undefined || pad < 1 || number < 1) return "malformed";
  if (parts.length === 3 && parts[0] !== body) return "malformed";
  return { pad, number };
}

function readScans(visit: Visit): Result<readonly Attachment[], AttachmentProblem> {
  const scans: Attachment[] = [];
  for (const { field, fileName, bytes } of visit.files) {
    if (!scanFields.some((name) => name === field)) continue;
    const read = readAttachment(fileName, bytes);
    if (!read.ok) return read;
    scans.push(read.value);
  }
  return ok(scans);
}
