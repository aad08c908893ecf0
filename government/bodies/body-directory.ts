/** The directory of bodies as files for printing, for other programs and for outside registers: what their public acts say. */
import { utf8Bytes } from "#core/bytes.ts";
import { civilDateOfDays } from "#core/clock/civil-date.ts";
import { csvBytes } from "#platform/http/csv.ts";
import { weekdayName } from "#platform/language/dates.ts";
import type { Language } from "#platform/language/language.ts";
import { type Body, headPostSlug, postOf, takesAppeals } from "./body.ts";
import type { BodyTree } from "./body-tree.ts";

/** 5 January 1970 was a Monday. */
const aMonday = 4;

const columns = [
  "number",
  "slug",
  "name",
  "under",
  "address",
  "head",
  "reception",
  "working_days",
  "takes_appeals_here",
  "takes_part",
  "oversight",
] as const;

/** Comma-separated values (RFC 4180) in one language, a line for each body in the order of the tree. */
export function directoryCsv(tree: BodyTree, language: Language): Uint8Array {
  const lines = tree.all.map((body) => [
    String(body.number),
    body.slug,
    body.name[language],
    parentOf(tree, body)?.name[language] ?? "",
    body.about.address[language],
    postOf(body, headPostSlug)?.name[language] ?? "",
    body.about.reception
      .map(({ weekday, from, until }) => `${weekdayIn(language, weekday)} ${from}–${until}`)
      .join("; "),
    body.workingDays.map((weekday) => weekdayIn(language, weekday)).join("; "),
    String(takesAppeals(body)),
    String(body.takesPart !== false),
    body.oversight ?? "",
  ]);
  return csvBytes([columns, ...lines]);
}

/** The same as JSON in all languages. */
export function directoryJson(tree: BodyTree): Uint8Array {
  const bodies = tree.all.map((body) => ({
    number: body.number,
    slug: body.slug,
    name: body.name,
    under: parentOf(tree, body)?.slug ?? null,
    address: body.about.address,
    head: postOf(body, headPostSlug)?.name ?? null,
    reception: body.about.reception,
    workingDays: body.workingDays,
    takesAppealsHere: takesAppeals(body),
    takesPart: body.takesPart !== false,
    oversight: body.oversight ?? null,
  }));
  return utf8Bytes(`${JSON.stringify({ v: 1, bodies }, null, 1)}\n`);
}

function parentOf(tree: BodyTree, body: Body): Body | undefined {
  return body.parent === null ? undefined : tree.byNumber.get(body.parent);
}

function weekdayIn(language: Language, weekday: number): string {
  return weekdayName(language, civilDateOfDays(aMonday + weekday - 1));
}
