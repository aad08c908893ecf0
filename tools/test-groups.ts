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

/** Writes one test file for each group into a folder; gives what `node --test` is to run, a lone file as itself. */
export async function writeTestGroups(
  files: readonly string[],
  { checkout, folder }: { readonly checkout: string; readonly folder: string },
): Promise<readonly string[]> {
  const written: string[] = [];
  for (const [at, group] of groupTests(files).entries()) {
    const [first = ""] = group;
    if (group.length === 1) {
      written.push(first);
      continue;
    }
    const path = join(folder, `${String(at).padStart(3, "0")}.test.mjs`);
    await writeFile(path, groupText(group, checkout));
    written.push(path);
  }
  return written;
}

function groupText(group: readonly string[], checkout: string): string {
  const suites = group.map((file) => {
    const address = pathToFileURL(join(checkout, file)).href;
    return `suite(${JSON.stringify(file)}, () => import(${JSON.stringify(address)}));\n`;
  });
  return `import { suite } from "node:test";\n${suites.join("")}`;
}
