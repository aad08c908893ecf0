/** How a due day came about, as sentences: one for each step that the clock gives (core/clock/explanation.ts). */
import type { CivilDate } from "#core/clock/civil-date.ts";
import type { ExplanationStep, RestReason } from "#core/clock/explanation.ts";
import type { Term } from "#core/clock/rules.ts";
import { unreachable } from "#core/result.ts";
import { dateInWords, dateWithWeekday } from "./dates.ts";
import type { Translate } from "./texts.ts";

/** A length of time as the law gives it, such as "15 working days". */
export function termInWords(t: Translate, term: Pick<Term, "length" | "unit">): string {
  return t(`term-${term.unit}`, { count: term.length });
}

/** Why a day is not worked, as the middle of a sentence. */
export function restInWords(t: Translate, rest: RestReason): string {
  switch (rest.why) {
    case "weekend":
      return t("rest-weekend");
    case "day-off":
      return t("rest-day-off");
    case "holiday":
      return t("rest-holiday", { name: rest.name[t.language] });
    default:
      return unreachable(rest);
  }
}

function startedInWords(t: Translate, step: Extract<ExplanationStep, { step: "started" }>): string {
  const filed = dateWithWeekday(t.language, step.filed);
  if (!step.rest) return t("explain-started", { filed });
  const registered = dateWithWeekday(t.language, step.registered);
  return t("explain-started-rest", { filed, registered, rest: restInWords(t, step.rest) });
}

function rolledInWords(t: Translate, step: Extract<ExplanationStep, { step: "rolled" }>): string {
  const from = dateWithWeekday(t.language, step.from);
  const to = dateWithWeekday(t.language, step.to);
  return step.rest
    ? t("explain-rolled-rest", { from, to, rest: restInWords(t, step.rest) })
    : t("explain-rolled", { from, to });
}

function closedInWords(t: Translate, step: Extract<ExplanationStep, { step: "closed" }>): string {
  const day = dateInWords(t.language, step.day);
  if (step.dueBefore === null) return t("explain-closed-free", { day });
  return t("explain-closed", { day, due: dateWithWeekday(t.language, step.dueBefore) });
}

/** The sentence of one step. `nameOfBody` gives a body's name in the language of `t`. */
function stepInWords(t: Translate, step: ExplanationStep, nameOfBody: (body: number) => string): string {
  const day = (date: CivilDate) => dateInWords(t.language, date);
  const weekday = (date: CivilDate) => dateWithWeekday(t.language, date);
  switch (step.step) {
    case "posted":
      return t("explain-posted", {
        day: weekday(step.day),
        term: termInWords(t, step.term),
        delivered: weekday(step.delivered),
      });
    case "started":
      return startedInWords(t, step);
    case "term":
      return t("explain-term", { term: termInWords(t, step.term), due: weekday(step.due), law: step.law });
    case "holiday-skipped":
      return t("explain-holiday-skipped", { date: weekday(step.date), name: step.name[t.language] });
    case "day-off-skipped":
      return t("explain-day-off-skipped", { date: weekday(step.date) });
    case "transferred-day":
      return t("explain-transferred-day", { date: weekday(step.date) });
    case "rolled":
      return rolledInWords(t, step);
    case "paused":
      return t("explain-paused", { day: day(step.day), days: step.workingDaysMax, due: weekday(step.due) });
    case "resumed":
      return t("explain-resumed", { day: day(step.day), days: step.workingDaysUsed, due: weekday(step.due) });
    case "pause-lapsed":
      return t("explain-pause-lapsed", { until: day(step.until), due: weekday(step.due) });
    case "extended": {
      const days = { day: day(step.day), from: weekday(step.from), due: weekday(step.due) };
      return t("explain-extended", { ...days, latest: weekday(step.latest) });
    }
    case "moved-by-calendar": {
      const moved = { announced: day(step.announced), from: weekday(step.from), to: weekday(step.to) };
      return t("explain-moved-by-calendar", { ...moved, days: step.days.map(weekday).join("; ") });
    }
    case "moved-by-rules":
      return t("explain-moved-by-rules", {
        valid: day(step.valid),
        from: weekday(step.from),
        to: weekday(step.to),
      });
    case "forwarded":
      return t("explain-forwarded", {
        day: day(step.day),
        body: nameOfBody(step.body),
        due: weekday(step.due),
      });
    case "forwarded-kept": {
      const bodies = { fromBody: nameOfBody(step.fromBody), toBody: nameOfBody(step.toBody) };
      return t("explain-forwarded-kept", { ...bodies, day: day(step.day), due: weekday(step.due) });
    }
    case "disputed-restored": {
      const given = { day: day(step.day), due: weekday(step.due) };
      return step.by === "due-that-stood"
        ? t("explain-disputed-stood", given)
        : t("explain-disputed-review", given);
    }
    case "withdrawal-revoked":
      return t("explain-withdrawal-revoked", { day: day(step.day), due: weekday(step.due) });
    case "promised-earlier":
      return t("explain-promised-earlier", { latest: weekday(step.latest), due: weekday(step.due) });
    case "closed":
      return closedInWords(t, step);
    default:
      return unreachable(step);
  }
}

/** The sentences of an explanation, in the order of its steps. `nameOfBody` answers in the language of `t`. */
export function explainDeadline(
  t: Translate,
  steps: readonly ExplanationStep[],
  nameOfBody: (body: number) => string,
): string[] {
  return steps.map((step) => stepInWords(t, step, nameOfBody));
}
