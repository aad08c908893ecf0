/** The public figures as files for other programs. */
import { utf8Bytes } from "#core/bytes.ts";
import { civilDateText } from "#core/clock/civil-date.ts";
import { canonicalJson } from "#core/record/canonical-json.ts";
import type { BodyTree } from "#government/bodies/index.ts";
import { csvBytes } from "#platform/http/csv.ts";
import type { Language } from "#platform/language/language.ts";
import type { AppealFigures } from "./figures.ts";
import { besideHeadline } from "./overturned.ts";
import {
  countedBodies,
  figuresOfAllJson,
  overdueJson,
  type PublicFigures,
  slugsOf,
  spanJson,
} from "./public-figures.ts";
import type { StatedBeside } from "./stated-beside.ts";

const figureColumns = [
  "received",
  "filed",
  "receivedByForwarding",
  "answered",
  "inTime",
  "refused",
  "explained",
  "terminated",
  "merged",
  "withdrawn",
  "otherwiseInTime",
  "late",
  "openOverdue",
  "judged",
  "headlinePermille",
  "open",
  "oldestOverdueWorkingDays",
  "oldestOverdueCalendarDays",
  "holdingsEnded",
  "daysHeldMedian",
  "daysHeldPercentile90",
  "forwarded",
  "forwardedAgain",
  "extended",
  "clarificationsAsked",
  "disputed",
] as const satisfies readonly (keyof AppealFigures)[];

/** What leaves do not show, and of which days. Nothing between two commas means "withheld". */
const statedColumns = [
  "statedFrom",
  "statedUntil",
  "statedInTimeOverturned",
  "statedHeadlineLessOverturnedPermille",
] as const;

/** A line for each body and a last one for all together, its slug empty. */
export function statisticsCsv(
  { figures, overturned }: PublicFigures,
  tree: BodyTree,
  language: Language,
): Uint8Array {
  const { asOf, from } = spanJson(figures);
  const stated = [civilDateText(overturned.from), civilDateText(overturned.until)];
  const line = (slug: string, name: string, counts: AppealFigures, body: number | null) => {
    const beside = besideHeadline(overturned, counts, body);
    return [
      ...[asOf, from, slug, name],
      ...figureColumns.map((column) => counts[column]),
      ...[...stated, beside.inTimeOverturned, beside.headlineLessOverturnedPermille],
    ];
  };
  return csvBytes([
    ["asOf", "from", "body", "name", ...figureColumns, ...statedColumns],
    ...countedBodies(tree, figures).map(({ body, counts }) =>
      line(body.slug, body.name[language], counts, body.number),
    ),
    line("", "", figures.all, null),
  ]);
}

/** The same as JSON, with the twelve months. */
export function statisticsJson(counted: PublicFigures, beside: StatedBeside | null): Uint8Array {
  return utf8Bytes(`${canonicalJson({ v: 1, ...figuresOfAllJson(counted, beside) })}\n`);
}

/** Every open case beyond its due day, the longest waiting first. */
export function waitingCsv({ figures, parameters }: PublicFigures): Uint8Array {
  const slugOf = slugsOf(parameters);
  const head = [
    "charged",
    "holder",
    "kind",
    "filed",
    "due",
    "workingDaysOverdue",
    "calendarDaysOverdue",
    "disputed",
    "entry",
  ] as const;
  const rows = figures.overdue.map((row) => {
    const json = overdueJson(row, figures.asOf, slugOf);
    return head.map((column) => json[column]);
  });
  return csvBytes([head, ...rows]);
}
