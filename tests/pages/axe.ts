/**
 * axe in the page that a browser shows: injected minified, and asked for violations alone. What it would write down of
 * everything that is in order costs more than the judging.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOnly } from "axe-core";
import type { Page } from "playwright-core";
import { assert } from "#core/result.ts";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.2, levels A and AA, with what axe advises besides. */
const accessibilityRules: RunOnly = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};

/** What axe finds in the page as it stands, details opened: `rule: elements`. */
export async function axeProblems(page: Page, runOnly = accessibilityRules): Promise<readonly string[]> {
  await openDetails(page);
  await page.evaluate(source);
  // Our pages load nothing that axe would have to wait for, and have no frames.
  const options = JSON.stringify({ runOnly, resultTypes: ["violations"], preload: false, iframes: false });
  const { violations, passes } = await page.evaluate<Pick<AxeResults, "violations" | "passes">>(
    `axe.run(document, ${options})`,
  );
  assert(violations.length + passes.length > 0, "axe has judged something");
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** Shows what can be unfolded: nothing on a page may escape the look. */
export async function openDetails(page: Page): Promise<void> {
  await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
}
