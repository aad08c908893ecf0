import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
  rules: {
    // Style only: our pages are written to be short.
    "doctype-style": "off",
    "attribute-boolean-style": "off",
    "no-trailing-whitespace": "off",
    "long-title": "off",
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "submit"] }],
    // Our files come from our own server; a hash beside their name would say nothing more.
    "require-sri": ["error", { target: "crossorigin" }],
  },
});

/** What html-validate finds in a whole page, one line each: rule, place, message. */
export async function markupProblems(page: string): Promise<string[]> {
  const report = await validator.validateString(page);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`),
  );
}
