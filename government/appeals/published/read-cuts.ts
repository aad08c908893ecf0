/** What the head cuts and holds back, read from the form against what the author agreed to. */
import { redactionReasons } from "#core/acts/published-appeal.ts";
import { ok, type Result, refused } from "#core/result.ts";
import type { CaseRow } from "#government/cases/index.ts";
import type { FieldProblem, FormBody } from "#platform/form/form.ts";
import { parseForm } from "#platform/form/parse-form.ts";
import type { AgreedText } from "./publication.ts";
import { redactForm, redactionRows } from "./publish-forms.ts";
import { type Cuts, publishedText, type Redaction } from "./release-publication.ts";

/** Stands for address and pictures where words are only looked at. */
export const onlyLookedAt = { id: "0000000000", pictures: [] } as const;

/** The passages, each of which occurs, and the pictures, all with their reasons; or every problem. */
export function readCuts(
  body: FormBody,
  row: Pick<CaseRow, "filingKind" | "language">,
  agreed: AgreedText,
): Result<Cuts, readonly FieldProblem[]> {
  const parsed = parseForm(redactForm, body);
  if (!parsed.ok) return parsed;
  const problems: FieldProblem[] = [];
  const redactions: Redaction[] = [];
  for (const at of redactionRows) {
    const passage = parsed.value[`passage${at}`];
    const reason = redactionReasons.find((each) => each === parsed.value[`reason${at}`]);
    if (passage === "") continue;
    if (reason === undefined) {
      problems.push({ field: `reason${at}`, code: "missing" });
      continue;
    }
    const tried = publishedText(row, agreed, [...redactions, { passage, reason }], onlyLookedAt);
    if (tried.ok) redactions.push({ passage, reason });
    else problems.push({ field: `passage${at}`, code: "not-accepted" });
  }
  const parts = agreed.pictures.filter((part) => parsed.value.held.some((each) => each === part));
  const reason = redactionReasons.find((each) => each === parsed.value.heldReason);
  if (parts.length > 0 && reason === undefined) problems.push({ field: "heldReason", code: "missing" });
  if (problems.length > 0) return refused(problems);
  const held = reason === undefined ? [] : parts.map((part) => ({ part, reason }));
  return ok({ redactions, held });
}
