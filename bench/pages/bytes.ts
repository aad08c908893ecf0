/** Bytes on the line: every page in every language as its readers get it, and a whole filing. */
import { assert } from "#core/result.ts";
import { type Language, languages } from "#platform/language/language.ts";
import { gatherPeople } from "#tests/pages/gathered-people.ts";
import { type OpenPortal, withOpenPortal } from "#tests/pages/open-portal.ts";
import { addressOf, pageTable } from "#tests/pages/page-table.ts";
import { Person } from "#tests/pages/person.ts";
import type { Measured, Scale } from "../bench.ts";
import { walkFiling } from "./filing-walk.ts";

const firstVisitGoal = "goal: at most 14 336 bytes with style sheet and mark";
const laterGoal = "goal: at most 6 144 bytes";
const filingGoal = "goal: at most 61 440 bytes, from the first page to the receipt";

/** Every row of the pages' table, gzip and headers included. */
export async function measureBytes(
  scale: Scale,
  report: (what: string) => void,
): Promise<readonly Measured[]> {
  report("counting the bytes of every page");
  const figures: Measured[] = [];
  await withOpenPortal(async (open) => {
    const filing = await bytesOfFiling(open.origin);
    const later = await largestPage(open, scale === "full" ? languages : languages.slice(0, 1));
    const first = later.bytes + (await bytesOfAssets(open.origin));
    const largest = `${laterGoal}; the largest is ${later.address}`;
    figures.push(
      { metric: "first_visit_bytes_max", value: first, unit: "bytes", against: firstVisitGoal },
      { metric: "later_bytes_max", value: later.bytes, unit: "bytes", against: largest },
      { metric: "appeal_total_bytes", value: filing, unit: "bytes", against: filingGoal },
    );
  });
  return figures;
}

interface CountedPage {
  readonly bytes: number;
  readonly address: string;
}

async function largestPage(open: OpenPortal, inLanguages: readonly Language[]): Promise<CountedPage> {
  const people = await gatherPeople(open);
  let largest: CountedPage = { bytes: 0, address: "" };
  for (const row of pageTable(people.cases).filter(({ status }) => status !== 303)) {
    for (const language of inLanguages) {
      const address = addressOf(row, language);
      const { bytes } = await people.of[row.as].get(address);
      if (bytes > largest.bytes) largest = { bytes, address };
    }
  }
  return largest;
}

async function bytesOfAssets(origin: string): Promise<number> {
  const visitor = new Person(origin);
  const first = (await visitor.get("/tk/")).body.toString();
  const hrefs = [...new Set([...first.matchAll(/href="(\/assets\/[^"]+)"/g)].map(([, href = ""]) => href))];
  assert(hrefs.length === 2, "one style sheet and one mark for all pages");
  let bytes = 0;
  for (const href of hrefs) bytes += (await visitor.get(href)).bytes;
  return bytes;
}

/** A browser that has seen nothing yet files an appeal, style sheet and mark included. */
async function bytesOfFiling(origin: string): Promise<number> {
  const person = new Person(origin);
  await walkFiling(person);
  return person.bytes + (await bytesOfAssets(origin));
}
