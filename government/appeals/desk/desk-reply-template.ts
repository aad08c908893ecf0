/** A template of the body in a reply that is being written: which text of it fits, and where it goes. */
import type { Outcome } from "#core/acts/appeal.ts";
import { ok, type Result, refused } from "#core/result.ts";
import type { CaseRow } from "#government/cases/index.ts";
import type { Fields, Form } from "#platform/form/form.ts";
import { parseForm, type Typed } from "#platform/form/parse-form.ts";
import { type Language, languages } from "#platform/language/language.ts";
import type { PortalTools } from "../portal-tools.ts";
import {
  findTemplate,
  parseTemplateId,
  type ReplyTemplate,
  type TemplateId,
  templatesOf,
} from "../reply-template-store.ts";
import { templatesMax } from "../write-reply-template.ts";

/** Why a template was not put into a reply. */
export type InsertProblem = "template-gone" | "template-too-long";

/** A template as it can be put into one reply. */
export interface FittingTemplate {
  readonly id: TemplateId;
  readonly name: string;
  readonly text: string;
  /** Language of the text; `null` when it is the appeal's own. */
  readonly otherLanguage: Language | null;
  /** Whether it is meant for such an answer to such a filing. */
  readonly isMeant: boolean;
}

type CaseHere = Pick<CaseRow, "holderBody" | "language" | "filingKind">;

/** What the body that holds the case has to offer for a reply in the language of the appeal, with this outcome. */
export async function fittingTemplates(
  { desk }: Pick<PortalTools, "desk">,
  row: CaseHere,
  outcome: Outcome,
): Promise<readonly FittingTemplate[]> {
  const templates = await templatesOf(desk, row.holderBody, templatesMax);
  return templates.flatMap((template) => {
    const fitting = fittingText(template, row.language);
    return fitting === null ? [] : [{ ...fitting, isMeant: isMeantFor(template, row, outcome) }];
  });
}

function isMeantFor({ outcome, kind }: ReplyTemplate, { filingKind }: CaseHere, chosen: Outcome): boolean {
  return (outcome === null || outcome === chosen) && (kind === null || kind === filingKind);
}

/** What was typed with a template's text at its end; nothing that was typed is changed. */
export async function withTemplate(
  { desk }: Pick<PortalTools, "desk">,
  { holderBody, language }: CaseHere,
  typedId: string,
  reply: { readonly form: Form<Fields>; readonly typed: Typed },
): Promise<Result<Typed, InsertProblem>> {
  const { form, typed } = reply;
  const id = parseTemplateId(typedId);
  if (!id.ok) return id;
  const template = await findTemplate(desk, holderBody, id.value);
  const fitting = template === null ? null : fittingText(template, language);
  if (fitting === null) return refused("template-gone");
  const [first = "", ...rest] = typed.text ?? [];
  const whole: Typed = { ...typed, text: [withTextAtEnd(first, fitting.text), ...rest] };
  const parsed = parseForm(form, whole);
  const isTooLong =
    !parsed.ok && parsed.problem.some(({ field, code }) => field === "text" && code === "too-long");
  return isTooLong ? refused("template-too-long") : ok(whole);
}

/** The text in the language of the appeal, else the first that there is. */
function fittingText(
  { id, name, texts }: ReplyTemplate,
  language: Language,
): Omit<FittingTemplate, "isMeant"> | null {
  const found = [language, ...languages].find((each) => texts[each] !== "");
  if (found === undefined) return null;
  return { id, name, text: texts[found], otherLanguage: found === language ? null : found };
}

/** Two texts with an empty line between them, however the first one ends. */
export function withTextAtEnd(typed: string, text: string): string {
  const written = typed.trimEnd();
  if (written === "") return text;
  const lineEnds = typed.slice(written.length).split("\n").length - 1;
  return `${typed}${"\n".repeat(Math.max(0, 2 - lineEnds))}${text}`;
}
