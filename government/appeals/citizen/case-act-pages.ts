/** One act of a case as its applicant reads it: what it says, and its files. */
import {
  type AppealDetails,
  type AppealKind,
  isAppealKind,
  parseAppealDetails,
  type Remedy,
} from "#core/acts/appeal.ts";
import { erasureScopeOf, erasureScopes } from "#core/acts/erasure.ts";
import { fourEyesOutcomes } from "#core/acts/four-eyes.ts";
import { parseCivilDate } from "#core/clock/civil-date.ts";
import { workingDaysTerm } from "#core/clock/rules.ts";
import type { JsonValue } from "#core/record/canonical-json.ts";
import type { ActKind } from "#core/record/kinds.ts";
import { unreachable } from "#core/result.ts";
import { type BodyTree, postOf } from "#government/bodies/index.ts";
import type { ActView, FileCheck } from "#government/cases/index.ts";
import { type SummaryRow, summaryList, wordsIn, writtenText } from "#platform/html/elements.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import { dateInWords } from "#platform/language/dates.ts";
import { termInWords } from "#platform/language/explain-deadline.ts";
import type { Language } from "#platform/language/language.ts";
import type { Translate } from "#platform/language/texts.ts";
import { relations } from "../appeal-forms.ts";
import { sizeInWords } from "../attaching/attached-pages.ts";
import { despiteReasons } from "../named-in-words.ts";

/** What the content of an act needs besides the act. */
export interface ActSurroundings {
  readonly t: Translate;
  readonly nameOfBody: (body: number) => string;
  readonly tree: BodyTree;
  /** The language of the appeal: what its people write in words of their own is written in it, officials too. */
  readonly language: Language;
  /** Path with its language of the case, such as "/tk/case/26-4711-8302-5". */
  readonly casePath: string;
  /** Which act it is, from 1: its files are found under it. */
  readonly position: number;
  /** Whether the body's signature can be fetched from where this is shown; left out: it can. */
  readonly isSignatureHere?: boolean;
}

/** Everything an act says to whoever may see it; nothing where nothing may be seen. */
export function actContent(act: ActView, around: ActSurroundings): HtmlValue {
  if (act.erased) return html`<p class="hint">${around.t("act-erased-text")}</p>`;
  const { t, language } = around;
  const rows = [
    ...detailRows(act, around),
    ...complaintRows(around, act.texts),
    ...pictureRows(t, act.texts),
    ...despiteRows(t, act),
  ];
  const subject = textIn(act.texts, "subject");
  const text = textIn(act.texts, "text");
  return [
    rows.length > 0 && summaryList(rows),
    subject !== null && html`<p lang="${language}"><b>${subject}</b></p>`,
    text !== null && text !== "" && writtenText(text, language),
    fileList(act, around),
    erasedLines(act, around),
    act.details !== null &&
      isReply(act.kind) &&
      around.isSignatureHere !== false &&
      html`<p class="hint">${t("act-signed")}</p>`,
    act.details !== null && act.kind === "hearing-announced" && html`<p>${t("act-hearing-answer")}</p>`,
    act.details !== null && isBehindTwo(act.kind) && html`<p class="hint">${t("act-two-people")}</p>`,
  ];
}

/** What was erased of an act, in the place where it stood. */
function erasedLines({ erasedParts }: ActView, { t }: ActSurroundings): HtmlValue {
  const scopes = new Set(erasedParts.map(erasureScopeOf));
  return erasureScopes
    .filter((scope) => scopes.has(scope))
    .map((scope) => html`<p class="hint">${t(`act-erased-part-${scope}`)}</p>`);
}

/** A text in a part of JSON; `null` when there is none. */
export function textIn(part: JsonValue | null, name: string): string | null {
  if (typeof part !== "object" || part === null || !(name in part)) return null;
  const value: unknown = Reflect.get(part, name);
  return typeof value === "string" ? value : null;
}

/** Whether an act is a reply, which its body signs. */
export function isReply(kind: ActKind): boolean {
  return kind === "answered" || kind === "explained" || kind === "refused" || kind === "terminated";
}

/** Why the case went to somebody whose name stands in the applicant's own words. */
function despiteRows(t: Translate, { texts, official }: ActView): readonly SummaryRow[] {
  const said = textIn(official, "despiteName") ?? textIn(texts, "despiteName");
  const reason = despiteReasons.find((each) => each === said);
  return reason === undefined
    ? []
    : [{ key: t("act-despite-name"), value: t(`desk-assign-despite-option-${reason}`) }];
}

/** Whom a complaint names and for whom it was filed: beside the text, for whoever may read that. */
function complaintRows(
  { t, tree, language }: ActSurroundings,
  texts: JsonValue | null,
): readonly SummaryRow[] {
  const rows: SummaryRow[] = [];
  const posts = postsIn(texts).map(({ body, post }) => postWithBody(t, tree, body, post));
  const words = textIn(texts, "complainedOfWords");
  const named = words === null ? posts : [...posts, wordsIn(language, words)];
  if (named.length > 0) rows.push({ key: t("appeal-about-officials"), value: listed(named) });
  const relation = relations.find((each) => each === textIn(texts, "relation"));
  if (relation !== undefined) {
    rows.push({ key: t("act-relation"), value: t(`appeal-whom-relation-option-${relation}`) });
  }
  return rows;
}

/** Which pictures everyone may see by the author's word: numbered as everyone finds them. */
function pictureRows(t: Translate, texts: JsonValue | null): readonly SummaryRow[] {
  if (typeof texts !== "object" || texts === null || !("pictures" in texts)) return [];
  const chosen: unknown = Reflect.get(texts, "pictures");
  if (!Array.isArray(chosen) || chosen.length === 0) return [];
  const numbered = chosen.map((_picture, at) => t("published-picture", { number: at + 1 }));
  return [{ key: t("published-pictures"), value: numbered.join(", ") }];
}

/** A post as people read it: its name, and its body's; `null` for the body as a whole. */
export function postWithBody(t: Translate, tree: BodyTree, body: number, post: string | null): string {
  const found = tree.all.find(({ number }) => number === body);
  if (post === null) return t("appeal-about-whole-of", { body: found?.name[t.language] ?? String(body) });
  const name = found === undefined ? null : postOf(found, post);
  return `${name?.name[t.language] ?? post}, ${found?.name[t.language] ?? String(body)}`;
}

function postsIn(
  texts: JsonValue | null,
): readonly { readonly body: number; readonly post: string | null }[] {
  if (typeof texts !== "object" || texts === null || !("complainedOf" in texts)) return [];
  const named: unknown = Reflect.get(texts, "complainedOf");
  if (!Array.isArray(named)) return [];
  return named.flatMap((each: unknown) => {
    if (typeof each !== "object" || each === null || !("body" in each) || !("post" in each)) return [];
    const { body, post } = each;
    return typeof body === "number" && (typeof post === "string" || post === null) ? [{ body, post }] : [];
  });
}

/** Whether two people stand behind an act of this kind: a kind of reply is named by its outcome. */
function isBehindTwo(kind: ActKind): boolean {
  return fourEyesOutcomes.some((one) => one === kind);
}

function detailRows(act: ActView, around: ActSurroundings): readonly SummaryRow[] {
  if (act.details === null || !isAppealKind(act.kind)) return [];
  return rowsOf(act.kind, act.details, around);
}

/** The public details of an act as rows: every code in words, by the names of the fields in core/acts/appeal.ts. */
function rowsOf(kind: AppealKind, json: JsonValue, around: ActSurroundings): readonly SummaryRow[] {
  const read = parseAppealDetails(kind, json);
  if (!read.ok) return [];
  const { t, nameOfBody } = around;
  const details = read.value;
  const rows: SummaryRow[] = [];
  const add = (key: string, value: HtmlValue) => rows.push({ key: t(key), value });
  if ("outcome" in details) add("act-outcome", t(`act-outcome-${details.outcome}`));
  if ("grounds" in details)
    add("act-grounds", listed(details.grounds.map((each) => t(`act-ground-${each}`))));
  if ("ground" in details) add("act-grounds", t(`act-erasure-${details.ground}`));
  if ("reason" in details) add("act-reason", t(`act-reason-${details.reason}`));
  if ("toBody" in details) add("act-to-body", nameOfBody(details.toBody));
  if ("fromBody" in details) add("act-from-body", nameOfBody(details.fromBody));
  rows.push(...deskRows(details, t, around.language));
  if ("until" in details) add("act-until", dayText(t, details.until));
  if ("legalBasis" in details && details.legalBasis.length > 0)
    add("act-law", lawList(details.legalBasis, around.language));
  if ("unheard" in details && details.unheard !== undefined)
    add("act-unheard", t(`act-unheard-${details.unheard}`));
  if ("remedies" in details && details.remedies.length > 0) {
    add("act-remedies", listed(details.remedies.map((remedy) => remedyText(t, remedy))));
  }
  return [...rows, ...applicantRows(t, kind, details)];
}

/** What an applicant said by an act, and what was erased at whose word. */
function applicantRows(t: Translate, kind: AppealKind, details: AppealDetails): readonly SummaryRow[] {
  const rows: SummaryRow[] = [];
  const add = (key: string, value: HtmlValue) => rows.push({ key: t(key), value });
  if ("answer" in details) add("act-rating", t(`act-rating-${details.answer}`));
  if ("what" in details && kind === "added") add("act-added-what", t(`act-added-${details.what}`));
  if ("to" in details) add("act-appealed-to", t(`act-remedy-${details.to}`));
  if ("scope" in details) {
    add("act-erasure-scope", listed(details.scope.map((scope) => t(`act-erasure-scope-${scope}`))));
  }
  return rows;
}

/** What a hearing, a raised case and a merging say. */
function deskRows(details: AppealDetails, t: Translate, language: Language): readonly SummaryRow[] {
  if ("on" in details) {
    return [
      { key: t("act-hearing-on"), value: dayText(t, details.on) },
      { key: t("act-hearing-place"), value: wordsIn(language, details.place) },
    ];
  }
  if ("step" in details) {
    const value =
      "workingDays" in details
        ? t("act-escalated-left", { term: termInWords(t, workingDaysTerm(details.workingDays)) })
        : t(`act-escalated-${details.step}`);
    return [{ key: t("act-escalated-step"), value }];
  }
  return "into" in details ? [{ key: t("act-merged-into"), value: details.into }] : [];
}

function dayText(t: Translate, text: string): string {
  const date = parseCivilDate(text);
  return date.ok ? dateInWords(t.language, date.value) : text;
}

function remedyText(t: Translate, { to, withinMonths }: Remedy): string {
  return t("act-remedy", { to: t(`act-remedy-${to}`), months: withinMonths });
}

/** What a reply is founded on, as its official has written it: in the language of the appeal, as the reply is. */
export function lawList(law: readonly string[], language: Language): HtmlValue {
  return listed(law.map((each) => wordsIn(language, each)));
}

function listed(items: readonly HtmlValue[]): HtmlValue {
  const [only] = items;
  return items.length === 1 ? only : html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** The files of an act under the names with which they were sent. */
function fileList(act: ActView, { t, casePath, position }: ActSurroundings): Html | null {
  if (act.attachments.length === 0) return null;
  return html`<ul>${act.attachments.map(({ name, byteLength, check, mayFetch }) => {
    const words = fileNameOf(act, name) ?? t("act-file");
    const link = mayFetch ? html`<a href="${casePath}/file/${position}/${name}">${words}</a>` : words;
    return html`<li>${link} (${sizeInWords(t, byteLength)})${checkInWords(t, check)}</li>`;
  })}</ul>`;
}

/** What was found in a file; nothing to say of one that passed. */
export function checkInWords(t: Translate, check: FileCheck): Html | null {
  switch (check.state) {
    case "passed":
      return null;
    case "waiting":
      return html`<p class="hint">${t("file-check-waiting")}</p>`;
    case "harmful":
      return html`<p><strong>${t("file-check-harmful")}</strong></p>`;
    case "active":
      return html`<p><strong>${t(`file-check-found-${check.finding}`)}</strong> ${t("file-check-active")}</p>`;
    default:
      return unreachable(check);
  }
}

/** The name under which a file was sent: it stands with the texts, since it can tell as much as they do. */
export function fileNameOf(act: Pick<ActView, "texts">, partName: string): string | null {
  const { texts } = act;
  if (typeof texts !== "object" || texts === null || !("files" in texts)) return null;
  const files: unknown = Reflect.get(texts, "files");
  const place = /^attachment-([1-9])$/.exec(partName)?.[1];
  const name: unknown = Array.isArray(files) && place !== undefined ? files[Number(place) - 1] : null;
  return typeof name === "string" ? name : null;
}
