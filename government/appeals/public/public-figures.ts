/** The figures that pages, files and API show: counted once for all who ask within a few seconds. */
import { type CivilDate, civilDateText } from "#core/clock/civil-date.ts";
import type { JsonObject } from "#core/record/canonical-json.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { type Body, type BodyTree, parseBodySlug } from "#government/bodies/index.ts";
import type { AnsweringMonth, RecordOfAnswering } from "#platform/html/record-of-answering.ts";
import type { PortalTools } from "../portal-tools.ts";
import { type AppealFigures, type CountryFigures, type FigurePeriod, readFigures } from "./figures.ts";
import type { OverdueRow } from "./figures-store.ts";
import { besideHeadline, type Overturned, readOverturned } from "./overturned.ts";
import { type StatedBeside, statedBesideJson } from "./stated-beside.ts";

export interface PublicFigures {
  readonly figures: CountryFigures;
  readonly parameters: Parameters;
  /** What the state says was overturned; of the twelve months alone, whatever period the figures are of. */
  readonly overturned: Overturned;
}

/** Figures may be so old; people reload, and a day has many seconds. */
const figuresAgeMaxMs = 5_000;
/** With fewer judged cases a body has no rank: one case would move it by places. */
export const judgedForRankMin = 100;

interface Counted {
  readonly at: number;
  readonly reading: Promise<PublicFigures>;
}

const counted = new WeakMap<PortalTools, Map<FigurePeriod, Counted>>();

/** The figures of the twelve months that the strips show, or of the whole record. Asked twice at once, counted once. */
export async function publicFigures(tools: PortalTools, period: FigurePeriod): Promise<PublicFigures> {
  const kept = counted.get(tools) ?? new Map<FigurePeriod, Counted>();
  counted.set(tools, kept);
  const now = tools.now();
  const last = kept.get(period);
  if (last !== undefined && now >= last.at && now - last.at < figuresAgeMaxMs) return await last.reading;
  const reading = count(tools, period, now);
  kept.set(period, { at: now, reading });
  // A count that failed is not kept: the next one who asks tries anew.
  reading.catch(() => kept.get(period)?.reading === reading && kept.delete(period));
  return await reading;
}

async function count(tools: PortalTools, period: FigurePeriod, now: number): Promise<PublicFigures> {
  const parameters = await tools.parametersReader.read(tools.portal);
  const [figures, overturned] = await Promise.all([
    readFigures(tools.portal, parameters, tools.log, now, period),
    readOverturned(tools, parameters),
  ]);
  return { parameters, figures, overturned };
}

/** Figures of the twelve months as the strip shows them, of a body by its number or of all. */
export function answeringOf(
  name: string,
  figures: AppealFigures,
  { overturned, body }: { readonly overturned: Overturned; readonly body: number | null },
): RecordOfAnswering {
  const { inTimeOverturned } = besideHeadline(overturned, figures, body);
  return {
    body: name,
    overturned: { until: overturned.until, inTime: inTimeOverturned },
    months: figures.months.map(stripMonth),
    received: figures.received,
    answeredInTime: figures.inTime,
    late: figures.late,
    openOverdue: figures.openOverdue,
    medianWorkingDays: figures.daysHeldMedian,
  };
}

/** What is open on the day itself, however long ago it was filed. */
export interface StandingToday {
  readonly open: number;
  readonly overdue: number;
  /** Working days since the due day of the oldest that is overdue; `null`: nothing is. */
  readonly longestWorkingDays: number | null;
}

/**
 * What is open and overdue today, of one body (by its number) or of all. Unlike the other figures it knows no period:
 * a case that has waited for more than a year must not leave the count because it has waited so long.
 */
export function standingToday(figures: CountryFigures, body: number | null): StandingToday {
  const waiting = figures.overdue.filter(({ charged }) => body === null || charged === body);
  const counts = body === null ? figures.all : figures.bodies.get(body);
  return {
    open: counts?.open ?? 0,
    overdue: waiting.length,
    longestWorkingDays:
      waiting.length === 0 ? null : Math.max(...waiting.map(({ workingDays }) => workingDays)),
  };
}

function stripMonth({ month, ...counts }: AppealFigures["months"][number]): AnsweringMonth {
  const [year = "", number = ""] = month.split("-");
  return { year: Number(year), month: Number(number), ...counts };
}

/** The figures of a body as JSON: names and meanings of docs/statistics.md section 4. */
export function figuresJson(figures: AppealFigures): JsonObject {
  return { ...figures, months: figures.months.map((month) => ({ ...month })) };
}

/** The figures of all bodies and of each, as JSON, and beside them what is stated of the same period. */
export function figuresOfAllJson(
  { figures, parameters }: PublicFigures,
  beside: StatedBeside | null,
): {
  readonly asOf: string;
  readonly from: string | null;
  readonly origin: string;
  readonly all: JsonObject;
  readonly stated: JsonObject | null;
  readonly bodies: readonly {
    readonly body: string;
    readonly number: number;
    readonly figures: JsonObject;
    readonly stated: JsonObject | null;
  }[];
} {
  const slugOf = slugsOf(parameters);
  return {
    ...spanJson(figures),
    origin: parameters.origin,
    all: figuresJson(figures.all),
    stated: statedBesideJson(beside, figures.all, null),
    bodies: [...figures.bodies].map(([number, counts]) => ({
      body: slugOf(number),
      number,
      figures: figuresJson(counts),
      stated: statedBesideJson(beside, counts, number),
    })),
  };
}

/** The days that figures are about, as JSON. */
export function spanJson({ asOf, from }: CountryFigures): {
  readonly asOf: string;
  readonly from: string | null;
} {
  return { asOf: civilDateText(asOf), from: from === null ? null : civilDateText(from) };
}

/** One case of the list of the longest waiting, as JSON; bodies by their slugs. It names no case. */
export function overdueJson(
  row: OverdueRow,
  asOf: CivilDate,
  slugOf: (body: number) => string,
): {
  readonly charged: string;
  readonly holder: string;
  readonly kind: string;
  readonly filed: string;
  readonly due: string;
  readonly workingDaysOverdue: number;
  readonly calendarDaysOverdue: number;
  readonly disputed: boolean;
  readonly entry: number;
} {
  return {
    charged: slugOf(row.charged),
    holder: slugOf(row.holder),
    kind: row.filingKind,
    filed: civilDateText(row.filedDay),
    due: civilDateText(row.due),
    workingDaysOverdue: row.workingDays,
    calendarDaysOverdue: asOf - row.due,
    disputed: row.disputed,
    entry: row.index,
  };
}

/** The slug of a body by its number; of one that is not registered, the number. */
export function slugsOf({ bodies }: Pick<Parameters, "bodies">): (body: number) => string {
  const slugs = new Map(bodies.map(({ number, slug }) => [number, slug]));
  return (body) => slugs.get(body) ?? String(body);
}

/** Bodies in whose register acts stand, with their figures; a body that uses another's is counted there. */
export function countedBodies(
  tree: BodyTree,
  { bodies }: CountryFigures,
): readonly { readonly body: BodyTree["all"][number]; readonly counts: AppealFigures }[] {
  return tree.all.flatMap((body) => {
    const counts = bodies.get(body.number);
    return body.register === body.number && counts !== undefined ? [{ body, counts }] : [];
  });
}

/** The body of a slug as somebody wrote it. */
export function bodyOfSlug(tree: BodyTree, text: string): Body | undefined {
  const slug = parseBodySlug(text);
  return slug === null ? undefined : tree.bySlug.get(slug);
}
