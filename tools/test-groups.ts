/**
 * Test files that share a process. Loading the portal costs more than most of its tests, and a process for each file
 * paid that hundreds of times over. Each file is a suite of its own in the group, so its hooks stay its own and a
 * failure names it.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Enough to share the loading, few enough that the groups spread evenly over the processors. */
const filesPerGroupMax = 8;
/** Journeys, torture, benchmarks and tools start programs, use up ports and measure: each file has a process to itself. */
const aloneIn: ReadonlySet<string> = new Set(["tests", "bench", "tools"]);

/**
 * What takes longest, longest first: begun with all the rest, it would go on alone when everything else is done, with the
 * other processors idle. A test refuses a name that is no file any more.
 */
export const begunFirst: readonly string[] = [
  "tests/pages/every-page-is-accessible.test.ts",
  "tests/torture/kills/kills.test.ts",
  "bench/benches.test.ts",
  "tests/pages/every-page-is-light-and-sound.test.ts",
  "tests/journeys/silence-proved.test.ts",
  "tests/journeys/tut-founds-a-country-that-others-watch.test.ts",
  "tests/notices/page-feed-and-mails-name-the-same-acts.test.ts",
  "tests/attack/an-operator-with-everything-is-found-out.test.ts",
  "tests/journeys/nar-proves-an-answer-without-our-servers.test.ts",
  "tests/reach/a-slow-line-that-breaks.test.ts",
];

/** Files of the first two folders of their path together, in order and at most eight; one that is alone stays as it is. */
export function groupTests(files: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  const open = new Map<string, string[]>();
  for (const file of files) {
    const [top = "", second = ""] = file.split("/");
    const folder = `${top}/${second}`;
    const group = open.get(folder);
    if (aloneIn.has(top) || group === undefined || group.length === filesPerGroupMax) {
      const begun = [file];
      groups.push(begun);
      if (!aloneIn.has(top)) open.set(folder, begun);
    } else {
      group.push(file);
    }
  }
  return groups;
}

/**
 * Writes one test file for each group into a folder; gives what `node --test` is to run, a lone file as itself. The runner
 * sorts by path: those of the folder come first, as they are numbered.
 */
export async function writeTestGroups(
  files: readonly string[],
  { checkout, folder }: { readonly checkout: string; readonly folder: string },
): Promise<readonly string[]> {
  const written: string[] = [];
  const groups = groupTests(files).toSorted((one, other) => placeOf(one) - placeOf(other));
  for (const [at, group] of groups.entries()) {
    const [first = ""] = group;
    if (group.length === 1 && !begunFirst.includes(first)) {
      written.push(first);
      continue;
    }
    const path = join(folder, `${String(at).padStart(3, "0")}.test.mjs`);
    await writeFile(path, groupText(group, checkout));
    written.push(path);
  }
  return written;
}

function placeOf([first = ""]: readonly string[]): number {
  const place = begunFirst.indexOf(first);
  return place < 0 ? begunFirst.length : place;
}

function groupText(group: readonly string[], checkout: string): string {
  const suites = group.map((file) => {
    const address = pathToFileURL(join(checkout, file)).href;
    return `suite(${JSON.stringify(file)}, () => import(${JSON.stringify(address)}));\n`;
  });
  return `import { suite } from "node:test";\n${suites.join("")}`;
}
