/** The rules of the clock for everyone: what holds today, and every version that was announced. */
import type { CivilDate } from "#core/clock/civil-date.ts";
import type { RuleVersion } from "#core/clock/rules.ts";
import { parametersFile } from "#core/record/publication.ts";
import { dataTable, dayShort, notice } from "#platform/html/elements.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { dateInWords, momentInWords, numberInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { entryCell } from "./entry-pages.ts";
import { changedLines, type RuleLine, ruleLines } from "./rules-words.ts";

export interface RulesShown {
  /** In the order of announcement. */
  readonly rules: readonly RuleVersion[];
  /** Where each stands in the record; `null` for one that is not in it yet. */
  readonly entries: readonly (number | null)[];
  /** Of today, or the one that was asked for. */
  readonly whole: RuleVersion;
  readonly inForce: RuleVersion;
  readonly timeZone: string;
  readonly today: CivilDate;
  readonly log: string;
}

/** One version whole, then all of them with what each changed. */
export function rulesPage(t: Translate, shown: RulesShown): PageContent {
  const { whole, inForce, rules, today, log } = shown;
  const ahead = rules.filter(({ validFrom }) => validFrom > today);
  const next = ahead.at(-1);
  const isNow = whole.version === inForce.version;
  return {
    title: t("rules-title"),
    main: html`<h1>${t("rules-title")}</h1><p class="lead">${t("rules-lead")}</p>${
      !whole.confirmedByLawyer && notice(t("rules-says-unconfirmed"), html`<p>${t("rules-unconfirmed")}</p>`)
    }${
      next !== undefined &&
      notice(
        t("rules-ahead", { day: dateInWords(t.language, next.validFrom) }),
        html`<p>${versionLink(t, next)}</p>`,
        {
          tone: "plain",
        },
      )
    }<h2>${isNow ? t("rules-now") : t("rules-version-title", { version: whole.version })}</h2><p>${t(
      "rules-since",
      {
        day: dateInWords(t.language, whole.validFrom),
        version: whole.version,
      },
    )}</p>${linesTable(t, whole)}<h2 id="versions">${t("rules-announcements")}</h2><p>${t(
      "rules-announcements-lead",
    )}</p>${versionsTable(t, shown)}<p><a href="/log/${log}/${parametersFile}">${t("rules-file")}</a> · <a href="/${t.language}/calendar">${t(
      "calendar-title",
    )}</a> · <a href="/${t.language}/check">${t("check-how")}</a></p>`,
  };
}

/** Every line of some rules. */
export function linesTable(t: Translate, rules: RuleVersion): Html {
  return dataTable({
    caption: t("rules-title"),
    captionHidden: true,
    columns: [{ heading: t("rules-what") }, { heading: t("rules-says") }],
    rows: ruleLines(t, rules).map((line) => [line.what, saidCell(line)]),
  });
}

/** What a line says, above the article of its own: a phone is too narrow for a third column. */
export function saidCell({ says, law }: RuleLine): HtmlValue {
  return law === null ? says : html`${says}<br><span class="hint">${law}</span>`;
}

function versionsTable(t: Translate, { rules, entries, timeZone }: RulesShown): Html {
  return dataTable({
    caption: t("rules-announcements"),
    captionHidden: true,
    columns: [
      { heading: t("rules-version") },
      { heading: t("rules-announced") },
      { heading: t("rules-from") },
      { heading: t("rules-why") },
      { heading: t("rules-changed") },
      { heading: t("decree-entry") },
    ],
    rows: rules
      .map((each, at) => [
        versionLink(t, each),
        momentInWords(t.language, each.announced, timeZone),
        dayShort(t, each.validFrom),
        each.reason?.[t.language] ?? null,
        changedCell(t, rules[at - 1], each),
        entryCell(t, entries[at] ?? null),
      ])
      .reverse(),
  });
}

function changedCell(t: Translate, before: RuleVersion | undefined, after: RuleVersion): HtmlValue {
  if (before === undefined) return t("rules-first");
  const lines = changedLines(t, before, after).map(({ willBe }) => html`${willBe.what}: ${willBe.says}`);
  const moves = after.movesOpenCases ? [html`${t("rules-moves-open")}`] : [];
  return [...lines, ...moves].map((each, at) => [at > 0 && html`<br>`, each]);
}

function versionLink(t: Translate, { version }: RuleVersion): Html {
  const words = numberInWords(t.language, version);
  return html`<a href="/${t.language}/rules?version=${version}">${t("rules-version-link", { version: words })}</a>`;
}
