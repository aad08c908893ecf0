/** From what was typed to the change of a calendar, or to what is wrong with which field. */
import type { CivilDate } from "#core/clock/civil-date.ts";
import type { Trilingual } from "#core/record/trilingual.ts";
import { ok, type Result, refused, unreachable } from "#core/result.ts";
import type { FieldProblem, FormBody } from "#platform/form/form.ts";
import { parseForm } from "#platform/form/parse-form.ts";
import { readDay } from "#platform/form/read-day.ts";
import type { CalendarEdit, CalendarEditKind } from "./calendar-edit.ts";
import { decreeForms } from "./calendar-forms.ts";

type Read<Value> = Result<Value, readonly FieldProblem[]>;

/** Reads the form of one kind of decree. `outageName` is what explanations call days of an outage. */
export function readEdit(
  kind: CalendarEditKind,
  typed: FormBody,
  outageName: Trilingual,
): Read<CalendarEdit> {
  switch (kind) {
    case "holiday":
      return readHoliday(typed);
    case "outage": {
      const parsed = parseForm(decreeForms.outage, typed);
      const span = parsed.ok ? readSpan(parsed.value) : refused(parsed.problem);
      return span.ok ? ok({ edit: kind, ...span.value, name: outageName }) : span;
    }
    case "transfer": {
      const parsed = parseForm(decreeForms.transfer, typed);
      if (!parsed.ok) return refused(parsed.problem);
      const days = readDays({ off: parsed.value.off, worked: parsed.value.worked });
      return days.ok ? ok({ edit: kind, ...days.value }) : days;
    }
    case "take-back": {
      const parsed = parseForm(decreeForms["take-back"], typed);
      const span = parsed.ok ? readSpan(parsed.value) : refused(parsed.problem);
      return span.ok ? ok({ edit: kind, ...span.value }) : span;
    }
    default:
      return unreachable(kind);
  }
}

function readHoliday(typed: FormBody): Read<CalendarEdit> {
  const parsed = parseForm(decreeForms.holiday, typed);
  if (!parsed.ok) return refused(parsed.problem);
  const { nameTk, nameRu, nameEn } = parsed.value;
  const span = readSpan(parsed.value);
  return span.ok
    ? ok({ edit: "holiday", ...span.value, name: { tk: nameTk, ru: nameRu, en: nameEn } })
    : span;
}

/** One day when no last one was written. */
function readSpan(written: { readonly from: string; readonly through: string }) {
  return readDays({ from: written.from, through: written.through === "" ? written.from : written.through });
}

function readDays<Name extends string>(
  written: Readonly<Record<Name, string>>,
): Read<Record<Name, CivilDate>> {
  const days: Partial<Record<Name, CivilDate>> = {};
  const problems: FieldProblem[] = [];
  for (const field of Object.keys(written) as Name[]) {
    const day = readDay(written[field]);
    if (!day.ok) problems.push({ field, code: "wrong-shape" });
    else days[field] = day.value;
  }
  return problems.length > 0 ? refused(problems) : ok(days as Record<Name, CivilDate>);
}
