/** The public figures as files for other programs. */
import { utf8Bytes } from "#core/bytes.ts";
import { canonicalJson } from "#core/record/canonical-json.ts";
import type { BodyTree } from "#government/bodies/index.ts";
import type { Language } from "#platform/language/language.ts";
import type { AppealFigures } from "./figures.ts";
import {
  countedBodies,
  figuresJson,
  overdueJson,
  type PublicFigures,
  slugsOf,
  spanJson,
} from "./public-figures.ts";

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

type Cell = string | number | boolean | null;

/** Comma-separated values (RFC 4180): a head, lines ended by CR LF, quotes where they are needed. */
export function csvBytes(rows: readonly (readonly Cell[])[]): Uint8Array {
  const lines = rows.map((cells) => `${cells.map(csvCell).join(",")}\r\n`);
  return utf8Bytes(lines.join(""));
}

function csvCell(cell: Cell): string {
  const text = cell === null ? "" : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A line for each body and a last one for all together, its slug empty. */
export function statisticsCsv({ figures }: PublicFigures, tree: BodyTree, language: Language): Uint8Array {
  const { asOf, from } = spanJson(figures);
  const line = (slug: string, name: string, counts: AppealFigures) => [
    ...[asOf, from, slug, name],
    ...figureColumns.map((column) => counts[column]),
  ];
  return csvBytes([
    ["asOf", "from", "body", "name", ...figureColumns],
    ...countedBodies(tree, figures).map(({ body, counts }) => line(body.slug, body.name[language], counts)),
    line("", "", figures.all),
  ]);
}

/** The same as JSON, with the twelve months. */
export function statisticsJson({ figures, parameters }: PublicFigures): Uint8Array {
  const slugOf = slugsOf(parameters);
  const bodies = [...figures.bodies].map(([number, counts]) => ({
    body: slugOf(number),
    number,
    figures: figuresJson(counts),
  }));
  const { origin } = parameters;
  return utf8Bytes(
    `${canonicalJson({ v: 1, origin, ...spanJson(figures), all: figuresJson(figures.all), bodies })}\n`,
  );
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
