/** Announcing new rules: which provision, what it is to say and from when, what changes by it. */
import type { CivilDate } from "#core/clock/civil-date.ts";
import type { RuleVersion } from "#core/clock/rules.ts";
import type { Fields, Form } from "#platform/form/form.ts";
import type { Typed } from "#platform/form/parse-form.ts";
import { dataTable, notice, taskList } from "#platform/html/elements.ts";
import { button, getForm, hiddenField, linkButton, postForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import { dateInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { type RulesEditKind, type RulesEditProblem, rulesAheadMax, rulesEdits } from "./rules-edit.ts";
import { rulesForms } from "./rules-forms.ts";
import { linesTable, saidCell } from "./rules-pages.ts";
import { changedLines } from "./rules-words.ts";

export type RulesRefusal = RulesEditProblem | "form-too-old";

interface RulesFrame {
  readonly kind: RulesEditKind;
  /** The rules announced last: new ones are made from them. */
  readonly before: RuleVersion;
  readonly today: CivilDate;
  readonly refusal: RulesRefusal | null;
}

/** Where a change begins: which provision it is of. */
export function rulesDeskPage(
  t: Translate,
  { announced, today }: { readonly announced: RuleVersion; readonly today: CivilDate },
): PageContent {
  const path = `/${t.language}/desk/rules`;
  return {
    title: t("rules-desk-title"),
    main: html`<h1>${t("rules-desk-title")}</h1><p class="lead">${t("rules-desk-lead")}</p>${aheadNotice(t, announced, today)}${taskList(
      rulesEdits.map((kind) => ({
        href: `${path}/${kind}`,
        label: t(`rules-edit-${kind}`),
        hint: t(`rules-edit-${kind}-hint`),
      })),
    )}<h2>${t("rules-title")}</h2>${linesTable(t, announced)}<p><a href="/${t.language}/rules">${t(
      "rules-public",
    )}</a></p>`,
  };
}

/** What is announced already and not in force yet: a further change is made from that. */
function aheadNotice(t: Translate, { validFrom }: RuleVersion, today: CivilDate): HtmlValue {
  if (validFrom <= today) return null;
  const title = t("rules-ahead", { day: dateInWords(t.language, validFrom) });
  return notice(title, html`<p>${t("rules-ahead-desk")}</p>`, { tone: "plain" });
}

function refusalNotice(t: Translate, { refusal, before }: RulesFrame): HtmlValue {
  if (refusal === null) return null;
  const around = { ahead: rulesAheadMax, day: dateInWords(t.language, before.validFrom) };
  return notice(t("decree-refused"), html`<p>${t(`rules-refused-${refusal}`, around)}</p>`, { alert: true });
}

function wayToRules(t: Translate) {
  return { href: `/${t.language}/desk/rules`, label: t("rules-desk-title") };
}

/** What is to be said anew. Nothing happens yet: the next page says what would. */
export function rulesFormPage(t: Translate, shown: RulesFrame & { readonly state: FormState }): PageContent {
  const { kind, before, today, state } = shown;
  const form: Form<Fields> = rulesForms[kind];
  return {
    title: t(`rules-edit-${kind}`),
    back: wayToRules(t),
    main: html`${formErrorSummary(t, form, state.problems)}<h1>${t(`rules-edit-${kind}`)}</h1>${refusalNotice(
      t,
      shown,
    )}${aheadNotice(t, before, today)}<p class="lead">${t(`rules-edit-${kind}-hint`)}</p>${getForm(
      `/${t.language}/desk/rules/${kind}`,
      [formFields(t, form, state), button(t("decree-look"))],
    )}`,
  };
}

/** What the new rules would change, line by line, before they are announced. */
export function rulesCheckPage(
  t: Translate,
  shown: RulesFrame & {
    readonly typed: Typed;
    readonly after: RuleVersion;
    readonly openCases: number;
    readonly formKey: FormKey;
  },
): PageContent {
  const { kind, typed, before, after, openCases, formKey } = shown;
  const path = `/${t.language}/desk/rules/${kind}`;
  const fields = Object.entries(typed).flatMap(([name, values]) => values.map((value) => ({ name, value })));
  const query = new URLSearchParams();
  for (const { name, value } of fields) query.append(name, value);
  const from = { day: dateInWords(t.language, after.validFrom), version: after.version };
  return {
    title: t(`rules-edit-${kind}`),
    back: wayToRules(t),
    main: html`<h1>${t("rules-check-title")}</h1>${refusalNotice(t, shown)}<p class="lead">${t("rules-check-from", from)}</p>${dataTable(
      {
        caption: t(`rules-edit-${kind}`),
        columns: [
          { heading: t("rules-what") },
          { heading: t("decree-was") },
          { heading: t("rules-will-be") },
        ],
        rows: changedLines(t, before, after).map(({ was, willBe }) => [
          was.what,
          saidCell(was),
          saidCell(willBe),
        ]),
      },
    )}<p>${t("rules-why")}: ${after.reason?.[t.language] ?? ""}</p><p>${openWords(t, shown, openCases)}</p><p>${t(
      "rules-is-public",
    )}</p>${postForm({ action: path, formKey }, [
      fields.map(({ name, value }) => hiddenField(name, value)),
      button(t("decree-announce")),
      " ",
      linkButton(t("rules-change-again"), `${path}?${query.toString()}&change=1`, "secondary"),
    ])}`,
  };
}

/** Some provisions are for everything that is done from the day on; of the others the announcement says whom they reach. */
function openWords(
  t: Translate,
  { kind, after }: { readonly kind: RulesEditKind; readonly after: RuleVersion },
  openCases: number,
): string {
  if (!Object.hasOwn(rulesForms[kind].fields, "moves")) return t("rules-open-all");
  return after.movesOpenCases ? t("rules-open-moved", { count: openCases }) : t("rules-open-kept");
}
