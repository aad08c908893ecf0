/** Files an appeal that came as JSON: the same checks, the same use case, the same codes as from the pages. */
import { sha256 } from "@noble/hashes/sha2.js";
import { fromBase64, toHex, utf8Bytes } from "#core/bytes.ts";
import { type CivilDate, civilDateOfDays } from "#core/clock/civil-date.ts";
import { canonicalJson, parseJson } from "#core/record/canonical-json.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import { type Body, takesAppeals } from "#government/bodies/index.ts";
import {
  type CaseNumber,
  type CaseSecret,
  caseSecretFrom,
  parseCaseNumber,
  type StatusCode,
  statusCodeFrom,
} from "#government/cases/index.ts";
import { stranger } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import type { FieldProblem, FormValues } from "#platform/form/form.ts";
import { parseForm } from "#platform/form/parse-form.ts";
import { problemText } from "#platform/html/form-fields.ts";
import { once } from "#platform/http/idempotency-store.ts";
import type { Translate } from "#platform/language/texts.ts";
import { appealTextForm, appealYouForm } from "../appeal-forms.ts";
import type { AppealTools, Attachment } from "../appeal-tools.ts";
import { readAttachment } from "../attachment-type.ts";
import { caseCodeKeys } from "../case-codes.ts";
import { fileAppeal } from "../file-appeal.ts";
import { fileProblem } from "../filing/filing-words-pages.ts";
import { inTransaction, type PortalTools } from "../portal-tools.ts";
import { bodyOfSlug } from "../public/public-figures.ts";
import type { ApiRefusal } from "./api-problem-routes.ts";
import type { FromSchema, requests } from "./api-schemas.ts";

export type ApiFiling = FromSchema<typeof requests.filing>;

export interface FiledByApi {
  readonly number: CaseNumber;
  readonly statusCode: StatusCode;
  readonly secret: CaseSecret;
  readonly due: CivilDate | null;
  readonly actId: string;
}

/** What is kept for a repeat: nothing that opens the case. */
type Outcome = { readonly number: string; readonly actId: string; readonly due: number | null };

interface CheckedFiling {
  readonly body: Body;
  readonly text: FormValues<typeof appealTextForm.fields>;
  readonly you: FormValues<typeof appealYouForm.fields>;
  readonly attachments: readonly Attachment[];
}

/** The scope of keys that clients draw: apart from those of sessions. */
const apiScope = "api";

/** Files once for a key and a body, however often they come. `t` is for the sentences of refusals. */
export async function fileByApi(
  tools: PortalTools,
  filing: ApiFiling,
  key: string,
  t: Translate,
): Promise<Result<FiledByApi, ApiRefusal>> {
  const json = parseJson(JSON.stringify(filing));
  // Half a surrogate pair is in no text and cannot be digested.
  if (!json.ok) return refused({ code: "unreadable" });
  const checked = await checkFiling(tools, filing, t);
  if (!checked.ok) return checked;
  const bodyDigest = sha256(utf8Bytes(canonicalJson(json.value)));
  // The digest goes into the codes: whoever knows a key alone, or draws one that was drawn before, learns no secret.
  const codes = caseCodeKeys(tools.serverKey, `api ${key} ${toHex(bodyDigest)}`);
  const request = { key, scope: apiScope, bodyDigest, now: tools.now() };
  const filed = await inTransaction(tools, "portal", (appealTools) =>
    once<Outcome, never>(appealTools.transaction, request, () =>
      fileChecked(appealTools, filing, checked.value, codes),
    ),
  );
  if (!filed.ok) return refused({ code: filed.problem });
  const { number, actId, due } = filed.value.outcome;
  const parsed = parseCaseNumber(number);
  assert(parsed.ok, "a number that was drawn can be read");
  return ok({
    number: parsed.value,
    statusCode: statusCodeFrom(codes.statusCodeKey),
    secret: caseSecretFrom(codes.secretKey),
    due: due === null ? null : civilDateOfDays(due),
    actId,
  });
}

async function checkFiling(
  tools: PortalTools,
  filing: ApiFiling,
  t: Translate,
): Promise<Result<CheckedFiling, ApiRefusal>> {
  const body = bodyOfSlug(await tools.bodyTree(), filing.body);
  if (body === undefined) return refused({ code: "no-such-body" });
  if (!takesAppeals(body)) return refused({ code: "takes-no-appeals" });
  const { subject, identity, identityShown, proofAtOnce = false } = filing;
  const text = parseForm(appealTextForm, { subject, text: filing.text });
  const you = parseForm(appealYouForm, {
    name: identity.name,
    address: identity.address,
    contact: identity.contact ?? "",
    identity: identityShown ? "shown" : "sealed",
    proof: proofAtOnce ? "at-once" : "later",
  });
  if (!text.ok || !you.ok) {
    const errors = [
      ...(text.ok ? [] : text.problem.map((problem) => fieldError(t, appealTextForm, "", problem))),
      ...(you.ok ? [] : you.problem.map((problem) => fieldError(t, appealYouForm, "/identity", problem))),
    ];
    return refused({ code: "fields", errors });
  }
  const attachments = readAttachments(t, filing.attachments ?? []);
  if (!attachments.ok) return attachments;
  return ok({ body, text: text.value, you: you.value, attachments: attachments.value });
}

function fieldError(t: Translate, form: { readonly name: string }, at: string, problem: FieldProblem) {
  return { pointer: `#${at}/${problem.field}`, detail: problemText(t, form, problem) };
}

function readAttachments(
  t: Translate,
  sent: NonNullable<ApiFiling["attachments"]>,
): Result<readonly Attachment[], ApiRefusal> {
  const read = sent.map(({ fileName, base64 }) => {
    const bytes = fromBase64(base64);
    return bytes === null ? null : readAttachment(fileName, bytes);
  });
  const errors = read.flatMap((each, at) => {
    if (each?.ok) return [];
    const detail = each === null ? t("api-not-base64") : fileProblem(t, each.problem);
    return [{ pointer: `#/attachments/${at}`, detail }];
  });
  if (errors.length > 0) return refused({ code: "attachment", errors });
  return ok(read.flatMap((each) => (each?.ok ? [each.value] : [])));
}

async function fileChecked(
  tools: AppealTools,
  filing: ApiFiling,
  { body, text, you, attachments }: CheckedFiling,
  codes: ReturnType<typeof caseCodeKeys>,
): Promise<Result<Outcome, never>> {
  const grant = ask(stranger, "appeal.file", { kind: "filing", body: body.number });
  assert(grant.ok, "anyone may file");
  const { kind, language, identityShown, proofAtOnce = false } = filing;
  const { row, actId } = await fileAppeal(
    grant.value,
    {
      ...{ kind, language, attachments, identityShown },
      channel: "web",
      subject: text.subject,
      text: text.text,
      identity: { name: you.name, address: you.address, contact: you.contact },
      proofAtOnce: identityShown || proofAtOnce,
      account: null,
      ...codes,
    },
    tools,
  );
  return ok({ number: row.number, actId, due: row.due });
}
