/** How anyone checks the record, and one entry of it. */
import { toBase64, toHex } from "#core/bytes.ts";
import { civilDateOfDays } from "#core/clock/civil-date.ts";
import { encodeLeaf, isZeroTag } from "#core/record/leaf.ts";
import { type BodyTree, bodyPath } from "#government/bodies/index.ts";
import { codeText, dataTable, day, details, notice, summaryList } from "#platform/html/elements.ts";
import { button, getForm } from "#platform/html/form-elements.ts";
import { type FormState, formFields } from "#platform/html/form-fields.ts";
import { type Html, type HtmlValue, html, joinHtml } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { seal } from "#platform/html/seal.ts";
import { momentInWords, numberInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { EntryShown, LogStanding } from "./public-check.ts";
import { publicEntryForm } from "./public-forms.ts";
import { entryLink } from "./public-pages.ts";

/** What the record does not prove, in the order of what people ask first. */
const notProved = ["truth", "outside", "person", "time", "together", "stated"] as const;

/** Builds the verifier page from the source, the same bytes everywhere, and prints their digest. */
const buildCommand = "node audit/page/build.ts verify.html";

/** In plain words: what is checked, with what, by whom, and what is not proved. */
export function checkRecordPage(
  t: Translate,
  shown: {
    readonly log: LogStanding;
    readonly timeZone: string;
    readonly search: FormState;
    /** SHA-256 of the verifier page in hexadecimal; `null` where none has been built. */
    readonly verifierDigest: string | null;
  },
): PageContent {
  const { log, timeZone, search, verifierDigest } = shown;
  return {
    title: t("check-how"),
    main: html`<h1>${t("check-how")}</h1><p class="lead">${t("public-check-lead")}</p><p>${t("public-check-leaf")}</p><h2>${t("public-check-telephone-title")}</h2>${
      log.fingerprint === null
        ? html`<p>${t("fingerprint-none")}</p>`
        : html`<p>${codeText(log.fingerprint)}</p>`
    }<p>${t("public-check-telephone")}</p><h2>${t("public-check-page-title")}</h2><p>${t("public-check-page")} <a href="/verify.html">${t("public-check-page-link")}</a></p>${
      verifierDigest !== null &&
      html`<p>${t("public-check-page-digest")}<br>${breakable(verifierDigest)}</p><p>${t("public-check-page-build")}<br><code translate="no">${buildCommand}</code></p>`
    }<h2>${t("public-check-program-title")}</h2><p>${t("public-check-program")}</p>${commands(
      t,
      log,
    )}<p>${t("public-check-policy")}</p><h2>${t("public-check-witnesses-title")}</h2><p>${t("public-check-witnesses")}</p>${witnessTable(
      t,
      log,
      timeZone,
    )}<h2>${t("public-check-log-title")}</h2>${logSummary(t, log)}${getForm(`/${t.language}/check/entry`, [
      formFields(t, publicEntryForm, search),
      button(t("public-check-entry-show"), { tone: "secondary" }),
    ])}<h2>${t("public-check-not-title")}</h2><ul>${notProved.map(
      (each) => html`<li>${t(`public-check-not-${each}`)}</li>`,
    )}</ul>`,
  };
}

function commands(t: Translate, { url }: LogStanding): Html {
  const lines = [
    ["mirror", `aydyn mirror ${url} record`],
    ["verify", "aydyn verify log record"],
    ["report", "aydyn report record"],
    ["receipt", "aydyn verify receipt receipt.json"],
  ] as const;
  return html`<ol>${lines.map(
    ([what, command]) =>
      html`<li>${t(`public-check-command-${what}`)}<br><code translate="no">${command}</code></li>`,
  )}</ol>`;
}

function witnessTable(t: Translate, { witnesses }: LogStanding, timeZone: string): Html {
  if (witnesses.length === 0) return notice(t("public-check-no-witness"), null, { tone: "clay" });
  return dataTable({
    caption: t("public-check-witnesses-title"),
    captionHidden: true,
    columns: [{ heading: t("public-check-operator") }, { heading: t("public-check-signed") }],
    rows: witnesses.map(({ operator, signedAt, name }) => [
      html`${operator}<br><span class="hint">${name}</span>`,
      signedAt === null ? t("public-check-not-signed") : momentInWords(t.language, signedAt, timeZone),
    ]),
  });
}

function logSummary(t: Translate, { origin, size, url, logKey, policyDigest }: LogStanding): Html {
  return summaryList([
    {
      key: t("public-check-size"),
      value:
        size === 0
          ? "0"
          : html`${numberInWords(t.language, size)} (${entryLink(t, 0)} … ${entryLink(t, size - 1)})`,
    },
    { key: t("public-check-files"), value: html`<a href="${new URL(url).pathname}files.txt">${url}</a>` },
    { key: t("public-check-origin"), value: origin },
    { key: t("public-check-key"), value: breakable(logKey) },
    ...(policyDigest === null
      ? []
      : [{ key: t("public-check-policy-digest"), value: breakable(policyDigest) }]),
  ]);
}

/** Characters of a key or hash between two places where its line may break. */
const breakEvery = 16;

/** A long word that fits a narrow screen. Copied, it is whole. */
function breakable(word: string): Html {
  const pieces = word.match(new RegExp(`.{1,${breakEvery}}`, "g")) ?? [];
  return html`<code translate="no">${joinHtml(
    pieces.map((piece) => html`${piece}`),
    html`<wbr>`,
  )}</code>`;
}

/** One entry in words: what stands in its 118 bytes and nothing else. */
export function entryPage(t: Translate, shown: EntryShown, tree: BodyTree): PageContent {
  const { entry, leaf, kind, size, parameters } = shown;
  const { timeZone } = parameters;
  const path = `/${t.language}/check/entry`;
  const bytes = encodeLeaf(leaf);
  return {
    title: t("public-entry-title", { number: String(entry.index) }),
    breadcrumbs: [{ href: `/${t.language}/check`, label: t("check-how") }],
    main: html`<h1>${t("public-entry-title", { number: String(entry.index) })}</h1><p class="lead">${
      kind === null ? t("public-entry-unknown", { number: String(leaf.kind) }) : t(`act-${kind}`)
    }</p>${summaryList([
      { key: t("public-entry-body"), value: bodyOf(t, leaf.body, tree) },
      { key: t("public-entry-time"), value: momentInWords(t.language, leaf.time, timeZone) },
      {
        key: t("public-entry-due"),
        value: leaf.due === 0 ? t("public-entry-no-due") : day(t, civilDateOfDays(leaf.due)),
      },
      { key: t("public-entry-serial"), value: String(leaf.serial) },
      {
        key: t("public-entry-seal"),
        value: seal(t, shown.seal, { timeZone, proofHref: `${path}/${entry.index}/tlog-proof` }),
      },
      ...(isZeroTag(leaf.caseTag) ? [] : [{ key: t("public-entry-case"), value: sameCase(t, shown) }]),
    ])}<p>${t("public-entry-nothing-more")}</p><p><a href="${path}/${entry.index}/tlog-proof">${t("public-entry-proof")}</a></p>${details(
      t("public-entry-bytes"),
      summaryList([
        { key: t("public-entry-tag"), value: breakable(toHex(leaf.caseTag)) },
        { key: t("public-entry-commitment"), value: breakable(toHex(leaf.commitment)) },
        { key: t("public-entry-previous"), value: breakable(toHex(leaf.previous)) },
        { key: "Base64", value: breakable(toBase64(bytes)) },
      ]),
    )}${neighbours(t, path, entry.index, size)}`,
  };
}

function bodyOf(t: Translate, number: number, tree: BodyTree): HtmlValue {
  const body = tree.all.find((each) => each.number === number);
  return body === undefined
    ? String(number)
    : html`<a href="${bodyPath(t, body)}">${body.name[t.language]}</a>`;
}

function sameCase(t: Translate, { sameCase: entries, entry }: EntryShown): Html {
  return joinHtml(
    entries.map((index) => (index === entry.index ? html`<b>${String(index)}</b>` : entryLink(t, index))),
    " · ",
  );
}

function neighbours(t: Translate, path: string, index: number, size: number): Html {
  return html`<nav class="pagination" aria-label="${t("public-entry-neighbours")}">${
    index > 0 && html`<a rel="prev" href="${path}/${index - 1}">${t("public-entry-before")}</a> `
  }${index + 1 < size && html`<a rel="next" href="${path}/${index + 1}">${t("public-entry-after")}</a>`}</nav>`;
}
