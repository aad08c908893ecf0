/**
 * Builds the deadline calculator: one HTML file that works from a disk, without network, in old browsers. Calendar and rules
 * are put in by whoever hands it out (`withPageData`), and the page says of which day they are.
 *
 *   node audit/calculator/build.ts FILE     writes the page without a country
 */
import { writeFile } from "node:fs/promises";
import { buildPage } from "#engines/one-file/build-page.ts";
import { calculatorMain, calculatorStyle } from "./calculator-pages.ts";

/** The page without a country. */
export async function buildCalculatorPage(): Promise<string> {
  const { html } = await buildPage({
    script: "audit/calculator/browser/main.ts",
    browsers: "2018",
    licences: [],
    style: calculatorStyle,
    main: calculatorMain,
    hasData: true,
  });
  return html;
}

if (import.meta.main) {
  const page = await buildCalculatorPage();
  const file = process.argv[2];
  if (file !== undefined) await writeFile(file, page);
  console.log(`${file ?? "deadline calculator"} (${Buffer.byteLength(page)} bytes)`);
}
