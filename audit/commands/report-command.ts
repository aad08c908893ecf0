import type { BodyFigures, OverdueCase } from "#core/acts/statistics.ts";
import { toHex } from "#core/bytes.ts";
import { type CivilDate, civilDateAt, civilDateText, parseCivilDate } from "#core/clock/civil-date.ts";
import type { Oversight } from "#core/record/oversight.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { auditLog, type LogAudit } from "../audit-log.ts";
import { describeFinding } from "../finding.ts";
import { type LogReport, reportOf } from "../report.ts";
import { describeSourceProblem } from "../source/log-source.ts";
import { sourceOfPlace } from "../source/source-of-place.ts";
import { progressOn } from "../terminal/progress.ts";
import { type Cell, commaSeparated, textTable } from "../terminal/table.ts";
import { printable, type Terminal } from "../terminal/terminal.ts";
import { type Command, type GivenArguments, type Surroundings, UsageError } from "./command.ts";
import { type ExitCode, exitCodes, exitCodesHelp } from "./exit-codes.ts";
import { bodyNames, jsonText } from "./output.ts";
import { trustGiven, trustOptions } from "./trust-options.ts";

export const reportCommand: Command = {
  name: "report",
  summary: "count how the bodies answer, from the record alone",
  arguments: ["URL|DIR"],
  options: {
    ...trustOptions,
    at: { value: "DATE", help: "as of the end of this day, such as 2026-11-24; today when left out" },
    from: { value: "DATE", help: "only what happened on this day or later" },
    body: { value: "SLUG", help: "one body only" },
    overdue: { help: "list every case that waits beyond its due day, instead of the figures" },
    json: { help: "answer as JSON" },
    csv: { help: "answer as comma-separated values" },
  },
  details: `Verifies the log, then counts every figure of docs/statistics.md from entries, the witnesses' times and the
published parameters: no text is read, and nothing that a body says about itself is believed. With a policy the times
are those of its witnesses; without one, of those that the log names. If the log does not verify, the figures are shown
with a warning and the exit code is 1.

${exitCodesHelp}`,
  run: runReport,
};

async function runReport(given: GivenArguments, surroundings: Surroundings): Promise<ExitCode> {
  const { terminal, engine, now } = surroundings;
  const [place = ""] = given.positionals;
  if (given.has("json") && given.has("csv")) throw new UsageError("give either --json or --csv");
  const [at, from] = [dateGiven(given, "at"), dateGiven(given, "from")];
  const outcome = await auditLog({
    engine,
    source: sourceOfPlace(place, surroundings.web),
    trust: await trustGiven(given, engine),
    since: null,
    progress: (what) => progressOn(terminal, what, now),
  });
  if (!outcome.ok) {
    if (outcome.problem.kind === "unreachable") {
      terminal.note(`The log cannot be read: ${describeSourceProblem(outcome.problem.problem)}`);
      return exitCodes.unreachable;
    }
    const finding = outcome.problem.kind === "unusable" ? describeFinding(outcome.problem.finding) : "";
    terminal.note(`The log cannot be used: ${printable(finding)}`);
    return exitCodes.failed;
  }
  const audit = outcome.value;
  const { parameters } = audit;
  if (parameters === null) {
    terminal.note("The log does not publish usable parameters (calendar, rules): nothing can be counted.");
    return exitCodes.failed;
  }
  const asOf = at ?? civilDateAt(now(), parameters.timeZone);
  sayReport(terminal, given, parameters, reportOf(audit.acts, parameters, { asOf, from }));
  return standingOf(audit, terminal);
}

function standingOf(audit: LogAudit, terminal: Terminal): ExitCode {
  if (audit.findings.length === 0) return exitCodes.verified;
  terminal.note("WARNING: the log does not verify; the figures are worth nothing until it does.");
  for (const finding of audit.findings.slice(0, 5)) terminal.note(`  ${printable(describeFinding(finding))}`);
  return exitCodes.failed;
}

function dateGiven(given: GivenArguments, option: "at" | "from"): CivilDate | null {
  const text = given.value(option);
  if (text === null) return null;
  const date = parseCivilDate(text);
  if (!date.ok) throw new UsageError(`--${option} is a day such as 2026-11-24`);
  return date.value;
}

function sayReport(
  terminal: Terminal,
  given: GivenArguments,
  parameters: Parameters,
  report: LogReport,
): void {
  const bodies = chosenBodies(given.value("body"), parameters, report);
  const overdue = report.overdue.filter(({ charged }) => bodies.has(charged));
  const nameOf = bodyNames(parameters);
  if (given.has("json")) {
    terminal.say(jsonText(jsonOf(parameters, report, bodies, overdue)));
    return;
  }
  const [heading, rows] = given.has("overdue")
    ? [overdueHeading, overdue.map((one) => overdueRow(one, nameOf))]
    : figuresTable(given.has("csv"), bodies, given.value("body") === null ? report.all : null, parameters);
  if (given.has("csv")) {
    terminal.say(commaSeparated(heading, rows).trimEnd());
    return;
  }
  const since = report.from === null ? "" : `, from ${civilDateText(report.from)} on`;
  terminal.say(`${printable(parameters.origin)}, as of ${civilDateText(report.asOf)}${since}`);
  terminal.say("");
  for (const line of textTable(heading, rows)) terminal.say(printable(line));
}

function chosenBodies(
  slug: string | null,
  parameters: Parameters,
  { bodies }: LogReport,
): ReadonlyMap<number, BodyFigures> {
  if (slug === null) return bodies;
  const body = parameters.bodies.find((candidate) => candidate.slug === slug);
  const figures = body && bodies.get(body.number);
  if (!body || !figures) throw new UsageError(`the log knows no body "${slug}"`);
  return new Map([[body.number, figures]]);
}

function jsonOf(
  parameters: Parameters,
  report: LogReport,
  bodies: ReadonlyMap<number, BodyFigures>,
  overdue: readonly OverdueCase[],
): unknown {
  return {
    origin: parameters.origin,
    asOf: civilDateText(report.asOf),
    from: report.from === null ? null : civilDateText(report.from),
    bodies: [...bodies].map(([number, figures]) => ({
      number,
      slug: parameters.bodies.find((body) => body.number === number)?.slug ?? null,
      oversight: oversightOf(parameters, number),
      ...figures,
    })),
    all: report.all,
    overdue: overdue.map((one) => ({
      caseTag: toHex(one.caseTag),
      charged: one.charged,
      holder: one.holder,
      filing: one.filing.kind,
      filed: civilDateText(one.filing.entered),
      due: civilDateText(one.due),
      workingDaysOverdue: one.workingDaysOverdue,
      calendarDaysOverdue: one.calendarDaysOverdue,
      disputed: one.disputed,
    })),
  };
}

/** The mark that the record puts on what oversees every body; `null` for all others. */
function oversightOf({ bodies }: Parameters, body: number): Oversight | null {
  return bodies.find(({ number }) => number === body)?.oversight ?? null;
}

type FigureName = Exclude<keyof BodyFigures, "months">;

/** On the screen the figures that tell most; a file has them all. */
const shownFigures: readonly (readonly [FigureName, string])[] = [
  ["received", "received"],
  ["forwarded", "forwarded"],
  ["answered", "answered"],
  ["inTime", "in time"],
  ["late", "late"],
  ["openOverdue", "overdue"],
  ["open", "open"],
  ["disputed", "disputed"],
  ["oldestOverdueWorkingDays", "oldest (wd)"],
  ["daysHeldMedian", "median (wd)"],
  ["daysHeldPercentile90", "90 % (wd)"],
];

/** In a file every figure, in the order of docs/statistics.md. */
const fileFigures = [
  "filed",
  "receivedByForwarding",
  "received",
  "forwarded",
  "forwardedAgain",
  "extended",
  "clarificationsAsked",
  "disputed",
  "answered",
  "refused",
  "inTime",
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
] as const satisfies readonly FigureName[];

function figuresTable(
  complete: boolean,
  bodies: ReadonlyMap<number, BodyFigures>,
  all: BodyFigures | null,
  parameters: Parameters,
): readonly [readonly string[], readonly (readonly Cell[])[]] {
  const nameOf = bodyNames(parameters);
  const named: (readonly [string, BodyFigures, Oversight | null])[] = [...bodies].map(([body, figures]) => [
    nameOf(body),
    figures,
    oversightOf(parameters, body),
  ]);
  if (all !== null) named.push(["all", all, null]);
  if (!complete) {
    const heading = ["body", "answered in time", ...shownFigures.map(([, title]) => title)];
    return [
      heading,
      named.map(([name, figures, oversight]) => [
        oversight === null ? name : `${name} [${oversight}]`,
        headlineText(figures),
        ...shownFigures.map(([figure]) => figures[figure]),
      ]),
    ];
  }
  return [
    ["body", ...fileFigures, "oversight"],
    named.map(([name, held, oversight]) => [name, ...fileFigures.map((figure) => held[figure]), oversight]),
  ];
}

/** The headline as the pages write it: with one decimal as a percentage. */
function headlineText({ headlinePermille, judged }: BodyFigures): string {
  return headlinePermille === null ? "-" : `${(headlinePermille / 10).toFixed(1)} % of ${judged}`;
}

const overdueHeading: readonly string[] = [
  "charged",
  "held by",
  "filed as",
  "filed on",
  "due",
  "working days",
  "calendar days",
  "disputed",
  "case",
];

function overdueRow(one: OverdueCase, nameOf: (body: number) => string): readonly Cell[] {
  return [
    nameOf(one.charged),
    nameOf(one.holder),
    one.filing.kind,
    civilDateText(one.filing.entered),
    civilDateText(one.due),
    one.workingDaysOverdue,
    one.calendarDaysOverdue,
    one.disputed ? "yes" : "no",
    toHex(one.caseTag),
  ];
}
