/** Every component with every state, to be looked at and to be checked by axe and html-validate. */
import { addDays, type CivilDate, civilDate, weekdayOf } from "#core/clock/civil-date.ts";
import type { ExplanationStep } from "#core/clock/explanation.ts";
import { parseForm } from "#platform/form/parse-form.ts";
import { type ClockBand, clockBand } from "#platform/html/clock-band.ts";
import * as elements from "#platform/html/elements.ts";
import * as forms from "#platform/html/form-elements.ts";
import { formErrorSummary, formFields, untouched } from "#platform/html/form-fields.ts";
import { type Html, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { type RecordOfAnswering, recordOfAnswering } from "#platform/html/record-of-answering.ts";
import { timeline } from "#platform/html/timeline.ts";
import type { Visit } from "#platform/http/visit.ts";
import { explainDeadline } from "#platform/language/explain-deadline.ts";
import type { Translate } from "#platform/language/texts.ts";
import { galleryForm } from "./gallery-form.ts";

const timeZone = "Asia/Ashgabat";
const filed = civilDate(2026, 11, 13);
const due = civilDate(2026, 12, 4);
const holiday = {
  date: civilDate(2026, 12, 12),
  name: { tk: "Bitaraplyk güni", ru: "День нейтралитета", en: "Neutrality Day" },
};
const names: Readonly<Record<string, string>> = {
  tk: "Çynar şäher häkimligi",
  ru: "Администрация города Чинар",
  en: "Administration of the city of Çynar",
};

function workingDays(from: CivilDate, through: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let date = addDays(from, 1); date <= through; date = addDays(date, 1)) {
    if (weekdayOf(date) <= 5) days.push(date);
  }
  return days;
}

function explanation(t: Translate): string[] {
  const term = { length: 15, unit: "working-days", roll: "next-working-day" } as const;
  const steps: readonly ExplanationStep[] = [
    { step: "started", kind: "filed-complaint", body: 3, filed, registered: filed, rest: null },
    { step: "term", term, from: filed, due, law: "76" },
    {
      step: "moved-by-calendar",
      version: 2,
      announced: civilDate(2026, 12, 1),
      from: due,
      to: addDays(due, 3),
      days: [due],
    },
  ];
  return explainDeadline(t, steps, () => names[t.language] ?? "");
}

function bands(t: Translate): Html {
  const band = (id: string, today: CivilDate, more: Partial<ClockBand> = {}): Html =>
    clockBand(t, {
      filed,
      due,
      today,
      pauses: [],
      workingDays: workingDays(filed, civilDate(2027, 1, 31)),
      holidays: [{ date: holiday.date, name: holiday.name[t.language] }],
      closedOn: null,
      explanation: [],
      id,
      ...more,
    });
  return html`${[
    band("running", civilDate(2026, 11, 20), { explanation: explanation(t) }),
    band("first", filed),
    band("near", civilDate(2026, 12, 2)),
    band("now", due),
    band("overdue", civilDate(2026, 12, 21)),
    band("paused", civilDate(2026, 11, 26), {
      due: civilDate(2026, 12, 18),
      pauses: [{ from: civilDate(2026, 11, 24), through: civilDate(2026, 12, 7) }],
    }),
    band("in-time", civilDate(2026, 12, 21), { closedOn: civilDate(2026, 12, 1) }),
    band("late", civilDate(2026, 12, 30), { closedOn: civilDate(2026, 12, 15) }),
    band("long", civilDate(2026, 12, 21), { due: civilDate(2027, 1, 29) }),
    band("nothing", civilDate(2026, 12, 21), { due: null }),
  ]}`;
}

function history(t: Translate): Html {
  const body = names[t.language] ?? "";
  const time = Date.UTC(2026, 10, 13, 9, 30);
  const witnesses = [
    { operator: "Ynanç (demo)", time },
    { operator: "Nur (demo)", time: time + 60_000 },
  ];
  return timeline(
    t,
    [
      {
        date: filed,
        sentence: t("gallery-kind-option-complaint"),
        body,
        seal: { state: "witnessed", number: 41_207, witnesses },
        proofHref: "/en/proof/41207",
      },
      {
        date: addDays(filed, 3),
        sentence: t("gallery-region"),
        body,
        post: t("gallery-region-option-north"),
        official: "A. Demo",
        seal: { state: "in-record", number: 41_310 },
        tone: "leaf",
      },
      {
        date: addDays(filed, 30),
        sentence: t("error-403-title"),
        body,
        content: elements.writtenText("Jogap.\nIkinji setir <b>ýok</b>.", "tk"),
        document: { href: "/en/document/1", label: "PDF, 12 KB" },
        seal: { state: "queued" },
        tone: "clay",
      },
    ],
    timeZone,
  );
}

/** A year of a body: the last months show each kind. */
function galleryRecord(body: string): RecordOfAnswering {
  const inTime = [12, 14, 9, 16, 18, 22, 19, 17, 21, 15, 18, 6];
  const late = [0, 1, 3, 2, 0, 4, 2, 1, 0, 5, 3, 1];
  const open = [0, 0, 0, 1, 0, 0, 1, 0, 2, 1, 3, 4];
  return {
    body,
    months: inTime.map((count, index) => ({
      year: index === 0 ? 2025 : 2026,
      month: ((index + 11) % 12) + 1,
      inTime: count,
      late: late[index] ?? 0,
      openOverdue: open[index] ?? 0,
    })),
    received: 1234,
    answeredInTime: 187,
    late: 22,
    openOverdue: 12,
    medianWorkingDays: 9,
    overturned: { until: civilDate(2026, 9, 30), inTime: 6 },
  };
}

function small(t: Translate): Html {
  const word = t("gallery-kind-option-complaint");
  return html`<p>${elements.tag(word)} ${elements.tag(word, "leaf")} ${elements.tag(word, "sun")} ${elements.tag(word, "clay")} ${elements.tag(word, "spring")}</p>${[
    elements.notice(word, html`<p>${t("error-413-do")}</p>`),
    elements.notice(t("error-409-title"), html`<p>${t("error-409-what")}</p>`, { tone: "clay" }),
    elements.card(
      html`<p>${elements.codeText("2-4711/26-K")}</p><p class="hint">${t("check-how")}</p>`,
      t("page-check"),
    ),
    elements.summaryList([
      {
        key: t("gallery-title"),
        value: "Gaz",
        change: { href: "#title", label: t("form-choose"), what: t("gallery-title") },
      },
      { key: t("gallery-what-happened"), value: t("error-413-what") },
    ]),
    elements.emptyState(t("error-404-title"), html`<p>${t("error-404-do")}</p>`),
    elements.pagination(t, { page: 2, pages: 9, href: (page) => `?page=${page}` }),
    elements.figures([
      { label: t("answering-received"), number: "1 234" },
      { label: t("answering-in-time"), number: "87" },
    ]),
    elements.taskList([
      { href: "/tk/a", label: t("gallery-kind"), hint: t("gallery-what-happened-hint") },
      { href: "/tk/b", label: t("page-check"), hint: t("check-how") },
      { href: "/tk/c", label: t("page-bodies") },
    ]),
  ]}`;
}

function deskTable(t: Translate): Html {
  return elements.dataTable({
    caption: t("page-bodies"),
    stickyHead: true,
    columns: [
      { heading: t("clock-due") },
      { heading: t("gallery-title") },
      { heading: t("gallery-kind") },
      { heading: t("answering-median"), numeric: true },
    ],
    rows: [
      [
        elements.dayShort(t, due),
        html`<a href="#x">2-4711/26-K</a>`,
        elements.tag(t("answering-late"), "clay"),
        12,
      ],
      [
        elements.dayShort(t, addDays(due, 3)),
        html`<a href="#y">2-4712/26-M</a>`,
        elements.tag(t("answering-in-time"), "leaf"),
        9,
      ],
    ],
  });
}

/** The components of reading. */
export function galleryPage({ t }: Visit): PageContent {
  return {
    title: "Gallery",
    breadcrumbs: [
      { href: `/${t.language}/`, label: t("page-home") },
      { href: `/${t.language}/bodies`, label: t("page-bodies") },
    ],
    main: html`<h1>${names[t.language]}</h1><p class="lead">${t("answering-source")}</p>${recordOfAnswering(t, galleryRecord(names[t.language] ?? ""))}<h2>${t("clock-why")}</h2>${bands(t)}<h2>${t("page-places")}</h2>${history(t)}<h2>${t("page-check")}</h2>${small(t)}${deskTable(t)}`,
  };
}

/** A form that nobody has filled in, and the same with every problem there is. */
export function galleryFormPage({ t, fullPath, drawFormKey }: Visit, sent: boolean): PageContent {
  const parsed = parseForm(galleryForm, { title: "x".repeat(61), kind: "other" });
  const problems = sent && !parsed.ok ? parsed.problem : [];
  const state = sent
    ? {
        typed: { title: ["x".repeat(61)], whatHappened: ["\nGaz <ýok> & suw"], channels: ["post"] },
        problems,
      }
    : untouched;
  const options = ["a", "b"].map((value) => ({ value, label: `Edara ${value}`, hint: t("gallery-region") }));
  return {
    title: t("gallery-what-happened"),
    back: { href: `/${t.language}/gallery`, label: t("pagination-previous") },
    main: html`${formErrorSummary(t, galleryForm, problems)}<h1>${t("gallery-what-happened")}</h1>${forms.postForm(
      { action: fullPath, formKey: drawFormKey(), multipart: true },
      [
        formFields(t, galleryForm, state),
        forms.selectFrom(t, {
          name: "select",
          label: t("page-bodies"),
          hint: t("form-choose"),
          options,
          chosen: "b",
        }),
        forms.radiosFrom(t, {
          name: "radios",
          label: t("page-bodies"),
          options,
          message: sent ? t("error-413-what") : null,
        }),
        forms.fileField(t, {
          name: "file",
          label: "PDF",
          hint: t("error-413-do"),
          accept: "application/pdf",
        }),
        forms.buttonRow(
          forms.button(t("page-sign-in")),
          forms.button(t("form-choose"), { tone: "secondary", name: "then", value: "save" }),
          forms.button(t("page-check"), { tone: "danger" }),
        ),
      ],
    )}${forms.getForm(`/${t.language}/find`, html`<div class="field"><label for="number">${t("page-check")}</label><input id="number" name="number" type="text" class="short"></div>${forms.button(t("page-check"))}`)}`,
  };
}
