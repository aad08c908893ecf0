/** What an applicant is writing into a case: text and files, kept between two requests under the session's own key. */
import type { Fields, Form } from "#platform/form/form.ts";
import { type Typed, typedIn } from "#platform/form/parse-form.ts";
import type { Visit } from "#platform/http/visit.ts";
import { type DraftFile, readDraftFiles } from "../attaching/draft-files.ts";
import { type DraftKey, draftKeyOfCaseForm, keepDraft, readDraft } from "../filing/draft.ts";
import { keptFields } from "../filing/filing-draft.ts";
import { sessionTokenOf } from "../filing/session-drafts.ts";
import type { PortalTools } from "../portal-tools.ts";
import type { CaseAccess } from "./case-access.ts";

export interface CaseFormDraft {
  readonly key: DraftKey;
  readonly typed: Typed;
  readonly files: readonly DraftFile[];
}

const typedStep = "typed";

/** The draft's key; `null` for a request without the cookie of its session. */
export function caseFormKey(
  { https }: Pick<PortalTools, "https">,
  visit: Visit,
  { row }: Pick<CaseAccess, "row">,
  form: string,
): DraftKey | null {
  const token = sessionTokenOf(visit.request, {}, https);
  return token === null ? null : draftKeyOfCaseForm(token, row.tag, form);
}

/** What has been written so far; nothing when there is no draft. */
export async function readCaseForm(
  { portal, now }: PortalTools,
  key: DraftKey,
  form: Form<Fields>,
): Promise<CaseFormDraft> {
  const [draft, files] = await Promise.all([
    readDraft(portal, key, now()),
    readDraftFiles(portal, key, now()),
  ]);
  const kept = draft?.steps[typedStep] ?? {};
  const fields = Object.entries(kept).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  return { key, typed: draft === null ? {} : typedIn(form, Object.fromEntries(fields)), files };
}

/** Keeps what was typed; `false` when it is longer than any draft. */
export async function keepCaseForm(
  { portal, now, randomBytes }: PortalTools,
  key: DraftKey,
  form: Form<Fields>,
  { body }: Visit,
): Promise<boolean> {
  const steps = { [typedStep]: keptFields(form, body) };
  const kept = await keepDraft(portal, key, { steps }, { now: now(), randomBytes });
  return kept.ok;
}
