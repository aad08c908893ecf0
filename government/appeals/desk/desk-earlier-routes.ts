/** The case that one at this desk carries on: its texts are opened by an act of their own, like those of any other. */
import { ok, type Result, refused } from "#core/result.ts";
import { type CaseRow, caseObjectFor, findCase, lockCase, viewCase } from "#government/cases/index.ts";
import { ask, mayBeGranted } from "#platform/authority/grant.ts";
import { type Answer, errorAnswer, fileAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { readPart } from "#platform/record/part-store.ts";
import { sealReadingOf } from "../act-seal.ts";
import type { AppealTools } from "../appeal-tools.ts";
import { fileNameOf } from "../citizen/case-act-pages.ts";
import { linkedCases } from "../link-store.ts";
import { recordEarlierReading } from "../open-at-desk.ts";
import { carryOutOnce, type PortalTools } from "../portal-tools.ts";
import { type DeskCase, withDeskCase } from "./desk-access.ts";
import { earlierPage } from "./desk-earlier-pages.ts";
import { asFarAsOpened, openedActs, rememberOpened } from "./desk-opened.ts";

/** Registers the page, its post and its files. */
export function deskEarlierRoutes(server: Server, tools: PortalTools): void {
  const path = "/desk/:number/earlier/:other";
  server.get(path, (visit) =>
    withEarlier(tools, visit, (deskCase, earlier) => showEarlier(tools, visit, deskCase, earlier)),
  );
  server.post(path, (visit) =>
    withEarlier(tools, visit, (deskCase, earlier) => openEarlier(server, tools, visit, deskCase, earlier)),
  );
  server.get(`${path}/file/:act/:part`, (visit) =>
    withEarlier(tools, visit, (deskCase, earlier) => sendFile(tools, visit, deskCase, earlier)),
  );
}

/** Runs for whoever may open the texts of the case at the desk, with the earlier case that its applicant took here. */
async function withEarlier(
  tools: PortalTools,
  visit: Visit,
  run: (deskCase: DeskCase, earlier: CaseRow) => Promise<Answer>,
): Promise<Answer> {
  return await withDeskCase(tools, visit, async (deskCase) => {
    if (!mayBeGranted(deskCase.actor, "appeal.open-at-desk", deskCase.object)) return errorAnswer(403);
    const linked = await linkedCases(tools.desk, deskCase.row.tag);
    const link = linked.find(
      ({ relation, number }) => relation === "earlier" && number === visit.params.other,
    );
    const earlier = link === undefined ? null : await findCase(tools.desk, link.tag);
    return earlier === null ? errorAnswer(404) : await run(deskCase, earlier);
  });
}

/** The earlier case as far as it has been opened in this visit. */
async function openedView(tools: PortalTools, { session }: DeskCase, earlier: CaseRow) {
  const parameters = await tools.parametersReader.read(tools.desk);
  const opened = await openedActs(tools, session, earlier.tag);
  const viewer = { kind: opened > 0 ? "desk-above" : "status-holder" } as const;
  const view = await viewCase(tools.desk, viewer, earlier, parameters, tools.now());
  return { parameters, opened, view: { ...view, acts: asFarAsOpened(view.acts, opened) } };
}

async function showEarlier(
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
  earlier: CaseRow,
): Promise<Answer> {
  const { parameters, opened, view } = await openedView(tools, deskCase, earlier);
  const page = earlierPage(visit.t, {
    casePath: `/${visit.language}/desk/${deskCase.row.number}`,
    view,
    parameters,
    tree: deskCase.tree,
    seals: await sealReadingOf(tools.receipts, parameters, view.acts),
    formKey: opened > 0 ? null : visit.drawFormKey(),
  });
  return shown(page);
}

/** Only when it is committed that they are looked at does the visit get the right to see them. */
async function openEarlier(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
  earlier: CaseRow,
): Promise<Answer> {
  const { session, account, row } = deskCase;
  const path = `/${visit.language}/desk/${row.number}/earlier/${earlier.number}`;
  const read = await carryOutOnce<number, "gone">(
    tools,
    { visit, formKeys: server.formKeys, scope: session.id, side: "desk" },
    (appealTools) => readEarlier(appealTools, deskCase, earlier),
  );
  if (read.ok) await rememberOpened(tools, session, account, { tag: earlier.tag, acts: read.value.outcome });
  return redirected(path);
}

async function readEarlier(
  tools: AppealTools,
  { row: { tag }, actor }: DeskCase,
  earlier: CaseRow,
): Promise<Result<number, "gone">> {
  const row = await lockCase(tools.transaction, tag);
  const now = await findCase(tools.transaction, earlier.tag);
  if (row === null || now === null) return refused("gone");
  const grant = ask(actor, "appeal.open-at-desk", await caseObjectFor(tools.transaction, actor, row));
  if (!grant.ok) return refused("gone");
  await recordEarlierReading(grant.value, earlier.tag, tools);
  return ok(now.actCount);
}

async function sendFile(
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
  earlier: CaseRow,
): Promise<Answer> {
  const { act: place = "", part: name = "" } = visit.params;
  const { view } = await openedView(tools, deskCase, earlier);
  const act = /^[1-9][0-9]{0,3}$/.test(place) ? view.acts[Number(place) - 1] : undefined;
  const file = act?.attachments.find((attachment) => attachment.name === name);
  if (act === undefined || file?.mayFetch !== true) return errorAnswer(404);
  const part = await readPart(tools.desk, { subject: earlier.tag, actId: act.actId, name });
  if (part === null) return errorAnswer(404);
  // Always to be saved, never opened within this site: a file is somebody else's word.
  return fileAnswer(part.bytes, part.mediaType, { fileName: fileNameOf(act, name) ?? name });
}
