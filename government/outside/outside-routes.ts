/** The public page of the register, and the certificate. */
import { civilDateAt } from "#core/clock/civil-date.ts";
import { bodyNames, type PortalTools, saidNotice, takeSaid } from "#government/appeals/index.ts";
import { inLanguage } from "#government/bodies/index.ts";
import { viewCase } from "#government/cases/index.ts";
import { type Answer, errorAnswer, fileAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { translator } from "#platform/language/texts.ts";
import { answerRoutes } from "./answer-routes.ts";
import { certificatePdf } from "./certificate-pdf.ts";
import { joiningRoutes } from "./joining-routes.ts";
import { bodiesOutside } from "./keeper.ts";
import { type OutsideAccess, withOutsideCase } from "./outside-access.ts";
import { type Keeper, outsideCasePage, outsidePage } from "./outside-pages.ts";
import { readOutsideCounts } from "./outside-store.ts";
import { recordRoutes } from "./record-routes.ts";
import { sentAs, silenceFacts } from "./silence-facts.ts";
import { waitingRoutes } from "./waiting-routes.ts";

export interface OutsideOptions {
  /** As the operator has set it; `null` in the register of a state. */
  readonly keeper: Keeper | null;
}

const publicSeconds = 60;

/** Registers every page of the slice. */
export function registerOutsideRoutes(server: Server, tools: PortalTools, options: OutsideOptions): void {
  server.get("/outside", async ({ t }) => {
    const bodies = bodiesOutside(await tools.bodyTree());
    const { timeZone } = await tools.parametersReader.read(tools.portal);
    const counts = await readOutsideCounts(tools.portal, civilDateAt(tools.now(), timeZone));
    const page = outsidePage(t, {
      keeper: options.keeper,
      bodies,
      counts: new Map(counts.map((count) => [count.body, count])),
    });
    return shown(page, { caching: { publicSeconds } });
  });
  recordRoutes(server, tools);
  answerRoutes(server, tools);
  joiningRoutes(server, tools);
  server.get("/outside/case/:number", (visit) =>
    withOutsideCase(tools, visit, (access) => showCase(tools, visit, access)),
  );
  server.get("/outside/case/:number/certificate.pdf", (visit) =>
    withOutsideCase(tools, visit, (access) => sendCertificate(tools, visit, access, options)),
  );
  waitingRoutes(server, tools);
}

async function showCase(
  tools: PortalTools,
  visit: Visit,
  { row, body, viewer, session }: OutsideAccess,
): Promise<Answer> {
  const { t } = visit;
  const parameters = await tools.parametersReader.read(tools.portal);
  const view = await viewCase(tools.portal, viewer, row, parameters, tools.now());
  const sent = sentAs(view);
  if (sent === null) return errorAnswer(404);
  const facts = await silenceFacts(tools, row, viewer);
  const page = outsideCasePage(t, {
    number: row.number,
    body: inLanguage(t, body.name),
    sent,
    due: view.due,
    none: facts.ok ? null : facts.problem,
    mayAnswer: view.state.status !== "closed" && body.takesPart === false,
    said: saidNotice(t, await takeSaid(tools, session)),
  });
  return shown(page);
}

async function sendCertificate(
  tools: PortalTools,
  visit: Visit,
  { row, keeper, viewer }: OutsideAccess,
  options: OutsideOptions,
): Promise<Answer> {
  const facts = await silenceFacts(tools, row, viewer);
  if (!facts.ok) return redirected(`/${visit.language}/outside/case/${row.number}`);
  const parameters = await tools.parametersReader.read(tools.portal);
  const pdf = await certificatePdf(facts.value, {
    nameOfBody: (language, body) => bodyNames(translator(language), parameters)(body),
    keeper: (language) => options.keeper?.name ?? keeper.name[language],
    timeZone: parameters.timeZone,
    now: tools.now(),
  });
  return fileAnswer(pdf, "application/pdf", { fileName: `aydyn-${row.number}-certificate.pdf` });
}
