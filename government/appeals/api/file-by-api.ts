/** Files an appeal that came as JSON: the same checks, the same use case, the same codes as from the pages. */
import { sha256 } from "@noble/hashes/sha2.js";
import { toHex, utf8Bytes } from "#core/bytes.ts";
import { type CivilDate, civilDateOfDays } from "#core/clock/civil-date.ts";
import { canonicalJson, parseJson } from "#core/record/canonical-json.ts";
import { assert, ok, type Result, refused, unreachable } from "#core/result.ts";
import { type Body, type BodyTree, takesAppeals } from "#government/bodies/index.ts";
import {
  type CaseNumber,
  type CaseSecret,
  caseSecretFrom,
  parseCaseNumber,
  type StatusCode,
  statusCodeFrom,
  type WithdrawalCode,
  withdrawalCodeFrom,
} from "#government/cases/index.ts";
import { stranger } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import type { FieldProblem, FormValues } from "#platform/form/form.ts";
import { parseForm } from "#platform/form/parse-form.ts";
import { problemText } from "#platform/html/form-fields.ts";
import { once } from "#platform/http/idempotency-store.ts";
import type { Translate } from "#platform/language/texts.ts";
import { appealAboutForm, appealShownForm, appealTextForm, complainedOfMax } from "../appeal-forms.ts";
import type { AppealTools, Attachment } from "../appeal-tools.ts";
import { caseCodeKeys } from "../case-codes.ts";
import { type ApplicantIdentity, type Complaint, fileAppeal } from "../file-appeal.ts";
import { headProposals } from "../filing/about-draft.ts";
import type { ForumBody } from "../forum.ts";
import { complainedOfIn, nameableOfValue, wholeBodyValue } from "../nameable.ts";
import { inTransaction, type PortalTools } from "../portal-tools.ts";
import { bodyOfSlug } from "../public/public-figures.ts";
import { readApiAttachments } from "./api-attachments.ts";
import type { ApiRefusal } from "./api-problem-routes.ts";
import type { FromSchema, requests } from "./api-schemas.ts";
import { withFilesAlong } from "./files-along.ts";

export type ApiFiling = FromSchema<typeof requests.filing>;

export interface FiledByApi {
  readonly number: CaseNumber;
  readonly statusCode: StatusCode;
  readonly secret: CaseSecret;
  readonly withdrawalCode: WithdrawalCode;
  readonly due: CivilDate | null;
  readonly actId: string;
}

/** What is kept for a repeat: nothing that opens the case. */
type Outcome = { readonly number: string; readonly actId: string; readonly due: number | null };

interface CheckedFiling {
  readonly body: Body;
  readonly text: FormValues<typeof appealTextForm.fields>;
  readonly person: ApplicantIdentity | null;
  readonly complaint: Complaint;
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
    once<Outcome, ApiRefusal>(appealTools.transaction, request, () =>
      withFilesAlong(
        { tools: appealTools, t, identityShown: filing.identityShown },
        {
          ...(filing.files === undefined ? {} : { files: filing.files }),
          attachments: checked.value.attachments,
        },
        (attachments) => fileChecked(appealTools, filing, { ...checked.value, attachments }, codes),
      ),
    ),
  );
  if (!filed.ok) {
    return refused(typeof filed.problem === "string" ? { code: filed.problem } : filed.problem);
  }
  const { number, actId, due } = filed.value.outcome;
  const parsed = parseCaseNumber(number);
  assert(parsed.ok, "a number that was drawn can be read");
  return ok({
    number: parsed.value,
    statusCode: statusCodeFrom(codes.statusCodeKey),
    secret: caseSecretFrom(codes.secretKey),
    withdrawalCode: withdrawalCodeFrom(codes.withdrawalKey),
    due: due === null ? null : civilDateOfDays(due),
    actId,
  });
}

async function checkFiling(
  tools: PortalTools,
  filing: ApiFiling,
  t: Translate,
): Promise<Result<CheckedFiling, ApiRefusal>> {
  const tree = await tools.bodyTree();
  const body = bodyOfSlug(tree, filing.body);
  if (body === undefined) return refused({ code: "no-such-body" });
  if (!takesAppeals(body)) return refused({ code: "takes-no-appeals" });
  const text = parseForm(appealTextForm, { subject: filing.subject, text: filing.text });
  const complaint = readComplaint(filing, body, tree);
  const person = readPerson(t, filing);
  if (!text.ok || !person.ok || !complaint.ok) {
    const errors = [
      ...(text.ok ? [] : text.problem.map((problem) => fieldError(t, appealTextForm, "", problem))),
      ...(person.ok ? [] : person.problem),
      ...(complaint.ok ? [] : [complaintError(t, complaint.problem)]),
    ];
    return refused({ code: "fields", errors });
  }
  const attachments = await readApiAttachments(tools, t, filing);
  if (!attachments.ok) return refused({ code: "attachment", errors: attachments.problem });
  return ok({
    ...{ body, text: text.value, person: person.value },
    ...{ complaint: complaint.value, attachments: attachments.value },
  });
}

interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** Who files; `null` for a nameless filing, which takes no name. A sealed one comes after the warning. */
function readPerson(
  t: Translate,
  filing: ApiFiling,
): Result<ApplicantIdentity | null, readonly FieldError[]> {
  const { identity, identityShown, nameless = false, warningRead = false, relation } = filing;
  const contradictions: readonly (readonly [boolean, string, string])[] = [
    [nameless && identity !== undefined, "#/identity", "api-nameless-takes-no-identity"],
    [nameless && identityShown, "#/identityShown", "api-nameless-shows-nothing"],
    [nameless && relation !== undefined, "#/relation", "api-relation-needs-name"],
    [nameless && filing.together === true, "#/together", "api-relation-needs-name"],
    [!nameless && identity === undefined, "#/identity", "api-identity-missing"],
    [!identityShown && !warningRead, "#/warningRead", "api-warning-not-read"],
  ];
  const errors = contradictions
    .filter(([holds]) => holds)
    .map(([, pointer, key]) => ({ pointer, detail: t(key) }));
  const person = nameless || identity === undefined ? null : parseForm(appealShownForm, { ...identity });
  const wrong =
    person === null || person.ok
      ? []
      : person.problem.map((problem) => fieldError(t, appealShownForm, "/identity", problem));
  if (errors.length > 0 || wrong.length > 0) return refused([...errors, ...wrong]);
  return ok(person?.ok ? { ...person.value } : null);
}

type ComplaintProblem =
  | { readonly code: "not-a-complaint" | "no-such-post" | "too-many" }
  | { readonly code: "names-the-head"; readonly proposals: readonly ForumBody[] };

/** Whom the complaint names; the head of the chosen body leads to a proposal of others, as on the pages. */
function readComplaint(filing: ApiFiling, body: Body, tree: BodyTree): Result<Complaint, ComplaintProblem> {
  const { complainedOf, staysWithBody = false } = filing;
  if (complainedOf === undefined) return ok({ officials: [], who: "" });
  if (filing.kind !== "filed-complaint") return refused({ code: "not-a-complaint" });
  const values = [
    ...(complainedOf.posts ?? []).map((each) => `${each.body}/${each.post}`),
    ...(complainedOf.bodies ?? []).map(wholeBodyValue),
  ];
  const found = values.map((value) => nameableOfValue(tree, value));
  const who = parseForm(appealAboutForm, { who: complainedOf.words ?? "" });
  if (!who.ok || found.includes(null)) return refused({ code: "no-such-post" });
  if (found.length > complainedOfMax) return refused({ code: "too-many" });
  const officials = found.flatMap((each) => (each === null ? [] : [complainedOfIn(each)]));
  const proposals = staysWithBody ? [] : headProposals(tree, body, officials);
  return proposals.length === 0
    ? ok({ officials, who: who.value.who })
    : refused({ code: "names-the-head", proposals });
}

function complaintError(t: Translate, problem: ComplaintProblem) {
  switch (problem.code) {
    case "not-a-complaint":
    case "no-such-post":
    case "too-many":
      return { pointer: "#/complainedOf", detail: t(`api-complaint-${problem.code}`) };
    case "names-the-head":
      return {
        pointer: "#/body",
        detail: t("api-complaint-names-the-head", {
          bodies: problem.proposals.map(({ forum, body }) => `${body.slug} (${forum})`).join(", "),
        }),
      };
    default:
      return unreachable(problem);
  }
}

function fieldError(t: Translate, form: { readonly name: string }, at: string, problem: FieldProblem) {
  return { pointer: `#${at}/${problem.field}`, detail: problemText(t, form, problem) };
}

async function fileChecked(
  tools: AppealTools,
  filing: ApiFiling,
  { body, text, person, complaint, attachments }: CheckedFiling,
  codes: ReturnType<typeof caseCodeKeys>,
): Promise<Result<Outcome, ApiRefusal>> {
  const grant = ask(stranger, "appeal.file", { kind: "filing", body: body.number });
  assert(grant.ok, "anyone may file");
  const { kind, language, identityShown, proofAtOnce = false, relation } = filing;
  const { row, actId } = await fileAppeal(
    grant.value,
    {
      ...{ kind, language, attachments, identityShown, complaint },
      collective: filing.together === true,
      channel: relation === undefined ? "web" : "relayed",
      representation: relation === undefined ? null : { relation },
      subject: text.subject,
      text: text.text,
      identity: person,
      proofAtOnce: identityShown || proofAtOnce,
      account: null,
      ...codes,
    },
    tools,
  );
  return ok({ number: row.number, actId, due: row.due });
}
