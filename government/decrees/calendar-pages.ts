/** The calendar of the country for everyone, and the pages on which it is changed. */
import {
  type CalendarVersion,
  fiveDayWeek,
  type Holiday,
  natureOfDay,
  type WorkingWeek,
} from "#core/clock/calendar.ts";
import { type CivilDate, civilDate, yearMonthDayOf } from "#core/clock/civil-date.ts";
import { unreachable } from "#core/result.ts";
import type { Fields, Form } from "#platform/form/form.ts";
import type { Typed } from "#platform/form/parse-form.ts";
import { dataTable, day, dayShort, emptyState, notice, taskList } from "#platform/html/elements.ts";
import { button, getForm, hiddenField, linkButton, postForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import { dateWithWeekday, momentInWords, numberInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import {
  type CalendarEdit,
  type CalendarEditKind,
  type CalendarEditProblem,
  calendarEdits,
  daysAheadMax,
  daysInDecreeMax,
  daysOf,
  outageDaysBackMax,
} from "./calendar-edit.ts";
import { decreeForms } from "./calendar-forms.ts";
import { entryCell } from "./entry-pages.ts";

/** Shown of the announcements, newest first: all of them stand in the record. */
const announcementsShown = 12;
/** By which a day is called working or free here; bodies with another week are named on their own pages. */
const usualWeek: WorkingWeek = fiveDayWeek;

/** The days that are not like others from this year on, and what was announced when. */
export function calendarPage(
  t: Translate,
  shown: {
    readonly calendars: readonly CalendarVersion[];
    /** Where each stands in the record; `null` for one that is not in it yet. */
    readonly entries: readonly (number | null)[];
    readonly timeZone: string;
    readonly today: CivilDate;
  },
): PageContent {
  const { calendars, entries, timeZone, today } = shown;
  const current = calendars.at(-1);
  const announcements = calendars
    .map((calendar, at) => ({ calendar, before: calendars[at - 1], entry: entries[at] ?? null }))
    .reverse()
    .slice(0, announcementsShown);
  return {
    title: t("calendar-title"),
    main: html`<h1>${t("calendar-title")}</h1><p class="lead">${t("calendar-lead")}</p>${
      current === undefined ? emptyState(t("calendar-none"), null) : specialDaysTable(t, current, today)
    }<h2>${t("calendar-announcements")}</h2><p>${t("calendar-announcements-lead")}</p>${dataTable({
      caption: t("calendar-announcements"),
      captionHidden: true,
      columns: [
        { heading: t("calendar-version") },
        { heading: t("calendar-announced") },
        { heading: t("calendar-changed") },
        { heading: t("decree-entry") },
      ],
      rows: announcements.map(({ calendar, before, entry }) => [
        numberInWords(t.language, calendar.version),
        momentInWords(t.language, calendar.announced, timeZone),
        before === undefined
          ? t("calendar-first")
          : changedSpecialDays(before, calendar).map((date, at) => [at > 0 && ", ", dayShort(t, date)]),
        entryCell(t, entry),
      ]),
    })}<p><a href="/${t.language}/rules">${t("rules-title")}</a> · <a href="/${t.language}/check">${t("check-how")}</a></p>`,
  };
}

function specialDaysTable(t: Translate, calendar: CalendarVersion, today: CivilDate): Html {
  const from = civilDate(yearMonthDayOf(today).year, 1, 1);
  const days = specialDays(calendar).filter((date) => date >= from);
  if (days.length === 0) return emptyState(t("calendar-none"), null);
  return dataTable({
    caption: t("calendar-title"),
    captionHidden: true,
    columns: [{ heading: t("calendar-day") }, { heading: t("calendar-what") }],
    rows: days.map((date) => [dateWithWeekday(t.language, date), natureInWords(t, calendar, date)]),
  });
}

/** All days that a calendar names, ascending, each once. */
function specialDays({ holidays, workingDays, daysOff }: CalendarVersion): readonly CivilDate[] {
  const named = [...holidays.map(({ date }) => date), ...workingDays, ...daysOff];
  return [...new Set(named)].sort((one, other) => one - other);
}

/** The days of which two calendars say different things, the name of a holiday included. */
function changedSpecialDays(before: CalendarVersion, after: CalendarVersion): readonly CivilDate[] {
  const days = new Set([...specialDays(before), ...specialDays(after)]);
  const said = (calendar: CalendarVersion, date: CivilDate) =>
    JSON.stringify([
      calendar.holidays.find((holiday) => holiday.date === date) ?? null,
      calendar.workingDays.includes(date),
      calendar.daysOff.includes(date),
    ]);
  return [...days]
    .filter((date) => said(before, date) !== said(after, date))
    .sort((one, other) => one - other);
}

function natureInWords(t: Translate, calendar: CalendarVersion, date: CivilDate): string {
  const celebrated = calendar.holidays.find((holiday) => holiday.date === date && holiday.withoutDayOff);
  if (celebrated !== undefined) return t("calendar-celebrated", { name: celebrated.name[t.language] });
  const nature = natureOfDay(calendar, usualWeek, date);
  if (typeof nature !== "string") return holidayName(t, nature);
  switch (nature) {
    case "working":
      return t("calendar-working");
    case "transferred-working":
      return t("calendar-transferred-working");
    case "weekend":
      return t("rest-weekend");
    case "day-off":
      return t("rest-day-off");
    default:
      return unreachable(nature);
  }
}

function holidayName(t: Translate, { name }: Holiday): string {
  return name[t.language];
}

/** Where a change begins: what kind it is. */
export function calendarDeskPage(
  t: Translate,
  { calendar, today }: { readonly calendar: CalendarVersion; readonly today: CivilDate },
): PageContent {
  const path = `/${t.language}/desk/calendar`;
  return {
    title: t("decree-title"),
    main: html`<h1>${t("decree-title")}</h1><p class="lead">${t("decree-lead")}</p>${taskList(
      calendarEdits.map((kind) => ({
        href: `${path}/${kind}`,
        label: t(`decree-kind-${kind}`),
        hint: t(`decree-kind-${kind}-hint`),
      })),
    )}<h2>${t("calendar-title")}</h2>${specialDaysTable(t, calendar, today)}<p><a href="/${t.language}/calendar">${t(
      "decree-public-calendar",
    )}</a></p>`,
  };
}

export type DecreeRefusal = CalendarEditProblem | "form-too-old";

function refusalNotice(t: Translate, refusal: DecreeRefusal | null): HtmlValue {
  if (refusal === null) return null;
  const limits = { days: daysInDecreeMax, back: outageDaysBackMax, ahead: daysAheadMax };
  return notice(t("decree-refused"), html`<p>${t(`decree-refused-${refusal}`, limits)}</p>`, { alert: true });
}

function wayToCalendar(t: Translate) {
  return { href: `/${t.language}/desk/calendar`, label: t("decree-title") };
}

/** The days of one change. Nothing happens yet: the next page says what would. */
export function decreeFormPage(
  t: Translate,
  shown: {
    readonly kind: CalendarEditKind;
    readonly state: FormState;
    readonly refusal: DecreeRefusal | null;
  },
): PageContent {
  const { kind, state, refusal } = shown;
  const form: Form<Fields> = decreeForms[kind];
  return {
    title: t(`decree-kind-${kind}`),
    back: wayToCalendar(t),
    main: html`${formErrorSummary(t, form, state.problems)}<h1>${t(`decree-kind-${kind}`)}</h1>${refusalNotice(
      t,
      refusal,
    )}<p class="lead">${t(`decree-kind-${kind}-hint`)}</p>${getForm(`/${t.language}/desk/calendar/${kind}`, [
      formFields(t, form, state),
      button(t("decree-look")),
    ])}`,
  };
}

/** What the decree would do, day by day, before it is announced. */
export function decreeCheckPage(
  t: Translate,
  shown: {
    readonly kind: CalendarEditKind;
    readonly edit: CalendarEdit;
    readonly typed: Typed;
    readonly before: CalendarVersion;
    readonly after: CalendarVersion;
    readonly openCases: number;
    readonly formKey: FormKey;
    readonly refusal: DecreeRefusal | null;
  },
): PageContent {
  const { kind, edit, typed, before, after, openCases, formKey, refusal } = shown;
  const path = `/${t.language}/desk/calendar/${kind}`;
  const days = [...daysOf(edit)].sort((one, other) => one - other);
  const fields = Object.entries(typed).flatMap(([name, values]) => values.map((value) => ({ name, value })));
  const query = new URLSearchParams();
  for (const { name, value } of fields) query.append(name, value);
  return {
    title: t(`decree-kind-${kind}`),
    back: wayToCalendar(t),
    main: html`<h1>${t("decree-check-title")}</h1>${refusalNotice(t, refusal)}${dataTable({
      caption: t(`decree-kind-${kind}`),
      columns: [
        { heading: t("calendar-day") },
        { heading: t("decree-was") },
        { heading: t("decree-will-be") },
      ],
      rows: days.map((date) => [day(t, date), natureInWords(t, before, date), natureInWords(t, after, date)]),
    })}<p>${t("decree-open-cases", { count: openCases })}</p><p>${t("decree-is-public")}</p>${postForm(
      { action: path, formKey },
      [
        fields.map(({ name, value }) => hiddenField(name, value)),
        button(t("decree-announce")),
        " ",
        linkButton(t("decree-change"), `${path}?${query.toString()}&change=1`, "secondary"),
      ],
    )}`,
  };
}
