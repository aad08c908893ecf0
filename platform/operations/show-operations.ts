/** The operator's page in three languages, at the operations address. */
import type { ReadinessReport } from "#engines/operations/health.ts";
import type { Metrics } from "#engines/operations/metrics.ts";
import type { OperationsPages } from "#engines/operations/operations-routes.ts";
import { stylesheetText } from "#platform/html/style/stylesheet.ts";
import { languageAccepted } from "#platform/language/accept-language.ts";
import { languages } from "#platform/language/language.ts";
import { translator } from "#platform/language/texts.ts";
import { drawnFigures } from "./drawn-figures.ts";
import { operationsPage } from "./operations-pages.ts";

const stylesheetPath = "/style.css";

/** `/tk`, `/ru`, `/en`, and `/` in the language that is asked for, else Turkmen. */
export function operationsPages(tools: {
  readonly readiness: () => Promise<ReadinessReport>;
  readonly metrics: Metrics;
}): OperationsPages {
  return async (path, acceptLanguage) => {
    if (path === stylesheetPath)
      return { status: 200, contentType: "text/css; charset=utf-8", body: stylesheetText() };
    const language =
      path === "/"
        ? languageAccepted(acceptLanguage, "tk")
        : languages.find((one) => path === `/${one}` || path === `/${one}/`);
    if (language === undefined) return null;
    const [report, families] = await Promise.all([tools.readiness(), tools.metrics.read()]);
    const page = operationsPage(translator(language), {
      report,
      figures: drawnFigures(families),
      stylesheetPath,
    });
    return { status: 200, contentType: "text/html; charset=utf-8", body: page.toString() };
  };
}
