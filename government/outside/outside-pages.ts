import { acceptedFiles, attachmentMebibytesMax } from "#government/appeals/index.ts";
import { type Body, bodyPath, inLanguage } from "#government/bodies/index.ts";
import { dataTable, notice, summaryList, taskList } from "#platform/html/elements.ts";
import {
  button,
  errorSummary,
  fileField,
  linkButton,
  postForm,
  selectFrom,
} from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import { dateWithWeekday } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { answerForm, bodyField, scanField, sendingForm } from "./outside-forms.ts";
import type { OutsideCounts } from "./outside-store.ts";
import type { NoCertificate, SentAs } from "./silence-facts.ts";

/** Who keeps the register, as the operator has set it; `null` in the register of a state. */
export interface Keeper {
  readonly name: string;
  readonly contact: string;
}

/** What this register is, and how silent each body outside it is. */
export function outsidePage(
  t: Translate,
  shown: {
    readonly keeper: Keeper | null;
    readonly bodies: readonly Body[];
    readonly counts: ReadonlyMap<number, OutsideCounts>;
  },
): PageContent {
  const { keeper, bodies, counts } = shown;
  const path = `/${t.language}/outside`;
  return {
    title: t("outside-title"),
    main: html`<h1>${t("outside-title")}</h1><p class="lead">${t("outside-lead")}</p>${
      keeper !== null &&
      summaryList([
        { key: t("outside-keeper"), value: keeper.name },
        { key: t("outside-contact"), value: keeper.contact },
      ])
    }${
      bodies.length === 0
        ? notice(t("outside-none-title"), html`<p>${t("outside-none")}</p>`)
        : html`<p>${linkButton(t("outside-record-link"), `${path}/record`)}</p><h2>${t("outside-silence-title")}</h2>${silenceTable(t, bodies, counts)}`
    }<p><a href="/deadline.html">${t("outside-calculator")}</a></p><h2>${t("outside-claims-title")}</h2><ul><li>${t("outside-claims-sent")}</li><li>${t("outside-claims-silence")}</li><li>${t("outside-claims-not")}</li></ul>`,
  };
}

function silenceTable(
  t: Translate,
  bodies: readonly Body[],
  counts: ReadonlyMap<number, OutsideCounts>,
): Html {
  return dataTable({
    caption: t("outside-silence-caption"),
    columns: [
      { heading: t("outside-column-body") },
      { heading: t("outside-column-silent"), numeric: true },
      { heading: t("outside-column-sent"), numeric: true },
      { heading: t("outside-column-answered"), numeric: true },
      { heading: t("outside-column-longest"), numeric: true },
    ],
    rows: bodies.map((body) => {
      const count = counts.get(body.number);
      return [
        html`<a href="${bodyPath(t, body)}">${inLanguage(t, body.name)}</a>`,
        String(count?.silent ?? 0),
        String(count?.sent ?? 0),
        String(count?.answered ?? 0),
        count?.longestDays == null ? "–" : String(count.longestDays),
      ];
    }),
  });
}

/** What both forms with a scan need. */
export interface FormShown {
  readonly state: FormState;
  readonly formKey: FormKey;
  /** Why the file was not taken. */
  readonly fileMessage: string | null;
  readonly said: HtmlValue;
}

/** The form for what was sent. */
export function recordPage(
  t: Translate,
  shown: FormShown & {
    readonly bodies: readonly Body[];
    readonly chosen: string | null;
    readonly bodyMessage: string | null;
  },
): PageContent {
  const { bodies, chosen, bodyMessage, state, formKey, fileMessage, said } = shown;
  const title = t("outside-record-title");
  const path = `/${t.language}/outside/record`;
  return {
    title,
    back: { href: `/${t.language}/outside`, label: t("outside-title") },
    main: html`${said}${fieldErrors(t, bodyField, bodyMessage)}${formErrorSummary(t, sendingForm, state.problems)}${fieldErrors(t, scanField, fileMessage)}<h1>${title}</h1><p class="lead">${t("outside-record-lead")}</p>${postForm(
      { action: path, formKey, multipart: true },
      [
        selectFrom(t, {
          name: bodyField,
          label: t("outside-record-body"),
          options: bodies.map((body) => ({ value: body.slug, label: inLanguage(t, body.name) })),
          chosen,
          message: bodyMessage,
        }),
        formFields(t, sendingForm, state, ["way", "proof", "sentOn", "tracking"]),
        scanOf(t, fileMessage),
        formFields(t, sendingForm, state, ["subject", "text", "name", "consent"]),
        button(t("outside-record-send")),
      ],
    )}`,
  };
}

function scanOf(t: Translate, message: string | null): Html {
  return fileField(t, {
    name: scanField,
    label: t("outside-scan"),
    hint: t("outside-scan-hint", { size: attachmentMebibytesMax }),
    accept: acceptedFiles,
    message,
  });
}

export function fieldErrors(t: Translate, field: string, message: string | null): Html {
  return errorSummary(t, message === null ? [] : [{ text: message, href: `#${field}` }]);
}

/** A case of what was sent: where it stands, its certificate, and the answer when one comes. */
export function outsideCasePage(
  t: Translate,
  shown: {
    readonly number: string;
    readonly body: string;
    readonly sent: SentAs;
    readonly due: Parameters<typeof dateWithWeekday>[1] | null;
    /** Why there is no certificate; `null` when there is one. */
    readonly none: NoCertificate | null;
    readonly mayAnswer: boolean;
    readonly said: HtmlValue;
  },
): PageContent {
  const { number, body, sent, due, none, mayAnswer, said } = shown;
  const path = `/${t.language}/outside/case/${number}`;
  const tasks = [
    ...(none === null
      ? [
          {
            href: `${path}/certificate.pdf`,
            label: t("outside-certificate-get"),
            hint: t("outside-certificate-hint"),
          },
        ]
      : []),
    ...(mayAnswer
      ? [{ href: `${path}/answer`, label: t("outside-answer-link"), hint: t("outside-answer-hint") }]
      : []),
    {
      href: `/${t.language}/case/${number}`,
      label: t("outside-case-timeline"),
      hint: t("outside-case-timeline-hint"),
    },
  ];
  return {
    title: t("outside-case-title"),
    back: { href: `/${t.language}/outside`, label: t("outside-title") },
    main: html`${said}<h1><span class="code" translate="no">${number}</span></h1>${summaryList([
      { key: t("outside-record-body"), value: body },
      { key: t(`outside-pdf-sent-${sent.way}`), value: dateWithWeekday(t.language, sent.sentOn) },
      { key: t("outside-pdf-shown"), value: t(`outside-sending-proof-option-${sent.proof}`) },
      ...(due === null ? [] : [{ key: t("outside-pdf-due"), value: dateWithWeekday(t.language, due) }]),
    ])}${none !== null && html`<p>${t(`outside-no-certificate-${none}`)}</p>`}${taskList(tasks)}`,
  };
}

/** The form for an answer that came. */
export function answerPage(t: Translate, number: string, shown: FormShown): PageContent {
  const { state, formKey, fileMessage, said } = shown;
  const path = `/${t.language}/outside/case/${number}`;
  return {
    title: t("outside-answer-title"),
    back: { href: path, label: t("outside-case-title") },
    main: html`${said}${formErrorSummary(t, answerForm, state.problems)}${fieldErrors(t, scanField, fileMessage)}<h1>${t("outside-answer-title")}</h1><p class="lead">${t("outside-answer-lead")}</p>${postForm(
      { action: `${path}/answer`, formKey, multipart: true },
      [formFields(t, answerForm, state), scanOf(t, fileMessage), button(t("outside-answer-send"))],
    )}`,
  };
}
