/** The steps by which a deadline came about as one line for a list; the sentences are those of explain-deadline.ts. */
import type { CivilDate } from "#core/clock/civil-date.ts";
import type { ExplanationStep } from "#core/clock/explanation.ts";
import { unreachable } from "#core/result.ts";
import { dayAndMonth } from "./dates.ts";
import { termInWords } from "./explain-deadline.ts";
import type { Translate } from "./texts.ts";

/** What of a step stands in the line: words, a day that the calendar takes out or puts in, or nothing. */
type Brief =
  | { readonly is: "words"; readonly words: string }
  | { readonly is: "running-pause"; readonly words: string }
  | { readonly is: "ended-pause"; readonly words: string }
  | { readonly is: "not-counted" | "worked"; readonly day: string }
  | { readonly is: "nothing" };

const nothing: Brief = { is: "nothing" };

function briefOf(t: Translate, step: ExplanationStep): Brief {
  const day = (date: CivilDate) => dayAndMonth(t.language, date);
  const say = (key: string, given: Readonly<Record<string, string | number>>): Brief => ({
    is: "words",
    words: t(`brief-${key}`, given),
  });
  switch (step.step) {
    case "posted":
      return say("posted", { day: day(step.day) });
    case "term":
      return say("term", { term: termInWords(t, step.term), day: day(step.from) });
    case "holiday-skipped":
    case "day-off-skipped":
      return { is: "not-counted", day: day(step.date) };
    case "transferred-day":
      return { is: "worked", day: day(step.date) };
    case "rolled":
      return say("rolled", { day: day(step.from) });
    case "paused":
      return {
        is: "running-pause",
        words: t("brief-paused", { day: day(step.day), days: step.workingDaysMax }),
      };
    case "resumed":
      return { is: "ended-pause", words: t("brief-resumed", { days: step.workingDaysUsed }) };
    case "pause-lapsed":
      return { is: "ended-pause", words: t("brief-pause-lapsed", { day: day(step.until) }) };
    case "extended":
      return say("extended", { day: day(step.day) });
    case "moved-by-calendar":
      return say("moved-by-calendar", { day: day(step.announced), from: day(step.from) });
    case "moved-by-rules":
      return say("moved-by-rules", { day: day(step.valid), from: day(step.from) });
    case "forwarded-kept":
      return say("forwarded", { day: day(step.day) });
    case "disputed-restored":
      return say("disputed", { day: day(step.day) });
    case "withdrawal-revoked":
      return say("withdrawal-revoked", { day: day(step.day) });
    case "promised-earlier":
      return say("promised-earlier", { day: day(step.latest) });
    // The day of filing has a column of its own, the receiving body says what the forwarding one did, and whoever is
    // shown a day that is owed is shown what came of the closing, not the closing.
    case "started":
    case "forwarded":
    case "closed":
      return nothing;
    default:
      return unreachable(step);
  }
}

/** One line, such as "15 working days from 3 Oct; days off: 6 Oct; paused for 4 working days"; empty for no steps. */
export function explainBriefly(t: Translate, steps: readonly ExplanationStep[]): string {
  const said: Brief[] = [];
  for (const brief of steps.map((step) => briefOf(t, step))) {
    const last = said.at(-1);
    // An ended pause says all that was to be said of it while it ran.
    if (brief.is === "ended-pause" && last?.is === "running-pause") said.pop();
    if (brief.is !== "nothing") said.push(brief);
  }
  const lines: string[] = [];
  for (const [at, brief] of said.entries()) {
    if (brief.is === "not-counted" || brief.is === "worked") {
      if (said[at - 1]?.is === brief.is) continue;
      lines.push(t(`brief-${brief.is}`, { days: daysFrom(said, at).join(", ") }));
    } else if ("words" in brief) lines.push(brief.words);
  }
  return lines.join("; ");
}

/** The days of one kind that follow each other, from a place on. */
function daysFrom(said: readonly Brief[], from: number): readonly string[] {
  const kind = said[from]?.is;
  const days: string[] = [];
  for (const brief of said.slice(from)) {
    if (brief.is !== kind || !("day" in brief)) break;
    days.push(brief.day);
  }
  return days;
}
