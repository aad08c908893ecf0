/** A draft made into a paper letter: to be read and printed, or saved as a file. Nothing is sent by it. */
import { civilDateAt } from "#core/clock/civil-date.ts";
import { type Answer, fileAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { readDraftFiles } from "../attaching/draft-files.ts";
import { chosenBody } from "../filing/filing-draft.ts";
import type { OpenFiling } from "../filing/filing-session.ts";
import { withFiling } from "../filing/filing-steps.ts";
import type { PortalTools } from "../portal-tools.ts";
import { type Letter, letterOf } from "./letter.ts";
import { letterPage } from "./letter-pages.ts";
import { letterPdf } from "./letter-pdf.ts";

/** Registers the page and the file. */
export function letterRoutes(server: Server, tools: PortalTools): void {
  server.get("/appeal/letter", (visit) =>
    withLetter(tools, visit, async (letter) => shown(letterPage(visit.t, letter))),
  );
  server.get("/appeal/letter.pdf", (visit) =>
    withLetter(tools, visit, async (letter) => {
      const bytes = await letterPdf(visit.t, letter, tools.now());
      return fileAnswer(Buffer.from(bytes), "application/pdf", { fileName: "letter.pdf" });
    }),
  );
}

/** A letter needs somebody to be addressed to; everything else can be written by hand. */
async function withLetter(
  tools: PortalTools,
  visit: Visit,
  run: (letter: Letter) => Promise<Answer>,
): Promise<Answer> {
  return await withFiling(tools, visit, async ({ draft, key }: OpenFiling) => {
    const tree = await tools.bodyTree();
    const body = chosenBody(draft, tree);
    if (body === null) return redirected(`/${visit.language}/appeal/body`);
    const [files, parameters] = await Promise.all([
      readDraftFiles(tools.portal, key, tools.now()),
      tools.parametersReader.read(tools.portal),
    ]);
    return await run(
      letterOf(visit.t, {
        ...{ draft, body, tree },
        fileNames: files.map(({ fileName }) => fileName),
        today: civilDateAt(tools.now(), parameters.timeZone),
      }),
    );
  });
}
