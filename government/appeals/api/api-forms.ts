/** Words of a request against the form of the page that asks the same: one limit for both. */
import type { Fields, Form } from "#platform/form/form.ts";
import { parseForm } from "#platform/form/parse-form.ts";
import { problemText } from "#platform/html/form-fields.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { ApiRefusal } from "./api-problem-routes.ts";

/** What is wrong with the fields; `null` when nothing is. */
export function formRefusal(
  t: Translate,
  form: Form<Fields>,
  fields: Readonly<Record<string, string>>,
): ApiRefusal | null {
  const parsed = parseForm(form, fields);
  if (parsed.ok) return null;
  const errors = parsed.problem.map((problem) => ({
    pointer: `#/${problem.field}`,
    detail: problemText(t, form, problem),
  }));
  return { code: "fields", errors };
}
