/** Opening at a desk: the texts of a case, the name where it is shown, the files. Each opening is an act first. */
import { utf8Text } from "#core/bytes.ts";
import { type JsonValue, parseCanonicalJson } from "#core/record/canonical-json.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { caseObjectFor, lockCase, maySeePart, viewCase } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { type Answer, errorAnswer, fileAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { readPart } from "#platform/record/part-store.ts";
import { readSealedPart } from "#platform/record/sealed-part-store.ts";
import type { AppealTools } from "../appeal-tools.ts";
import { fileNameOf } from "../citizen/case-act-pages.ts";
import { recordIdentityOpening, recordReading, recordReviewing } from "../open-at-desk.ts";
import { carryOutOnce, type PortalTools } from "../portal-tools.ts";
import { openProposal } from "../proposal-store.ts";
import { type DeskCase, withDeskCase } from "./desk-access.ts";
import { identityPage } from "./desk-case-pages.ts";
import { showCase } from "./desk-case-routes.ts";
import { rememberOpened } from "./desk-opened.ts";
import { hasUnread, openedView } from "./desk-opened-view.ts";
import type { DeskRefusal } from "./desk-refusals.ts";

/** Registers what opens something of a case. */
export function deskOpeningRoutes(server: Server, tools: PortalTools): void {
  server.post("/desk/:number/open", (visit) =>
    withDeskCase(tools, visit, (deskCase) => openTexts(server, tools, visit, deskCase)),
  );
  server.post("/desk/:number/identity", (visit) =>
    withDeskCase(tools, visit, (deskCase) => openIdentity(server, tools, visit, deskCase)),
  );
  for (const page of ["open", "identity"]) {
    // The pages are posts'; going back to their address leads to the case.
    server.get(`/desk/:number/${page}`, async ({ language, params }) =>
      redirected(`/${language}/desk/${encodeURIComponent(params.number ?? "")}`),
    );
  }
  server.get("/desk/:number/file/:act/:part", (visit) =>
    withDeskCase(tools, visit, (deskCase) => sendFile(tools, visit, deskCase)),
  );
}

/** Enters that the texts are looked at; only when that is committed does the session get the right to see them. */
async function openTexts(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
): Promise<Answer> {
  const { session, account, row } = deskCase;
  const casePath = `/${visit.language}/desk/${row.number}`;
  const { view, opened } = await openedView(tools, deskCase);
  if (opened > 0 && !hasUnread(view.acts, opened)) return redirected(casePath);
  const read = await carryOutOnce<number, DeskRefusal>(
    tools,
    { visit, formKeys: server.formKeys, scope: session.id, side: "desk" },
    (appealTools) => readTexts(appealTools, deskCase),
  );
  if (!read.ok) return showCase(tools, visit, deskCase, read.problem);
  await rememberOpened(tools, session, account, { tag: row.tag, acts: read.value.outcome });
  return redirected(casePath);
}

async function readTexts(
  tools: AppealTools,
  { row: { tag }, actor }: DeskCase,
): Promise<Result<number, DeskRefusal>> {
  const row = await lockCase(tools.transaction, tag);
  if (row === null) return refused({ finding: "no-such-case" });
  const object = await caseObjectFor(tools.transaction, actor, row);
  const handling = ask(actor, "appeal.open-at-desk", object);
  if (handling.ok) {
    await recordReading(handling.value, tools);
    return ok(row.actCount);
  }
  const proposal = await openProposal(tools.transaction, tag);
  if (proposal === null) return handling;
  const reviewing = ask(actor, "appeal.approve", { kind: "approval", case: object, writer: proposal.writer });
  if (!reviewing.ok) return handling;
  await recordReviewing(reviewing.value, tools);
  return ok(row.actCount);
}

/** Enters that the name is looked at, and then shows it once. The desk's own connection could not read it. */
async function openIdentity(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
): Promise<Answer> {
  const { session, row, actor, object } = deskCase;
  // Asked again for a form that comes a second time, whose act is not entered again.
  const may = ask(actor, "identity.open", object);
  if (!may.ok) return showCase(tools, visit, deskCase, may.problem);
  const opened = await carryOutOnce<boolean, DeskRefusal>(
    tools,
    { visit, formKeys: server.formKeys, scope: session.id, side: "desk" },
    (appealTools) => readName(appealTools, deskCase),
  );
  if (!opened.ok) return showCase(tools, visit, deskCase, opened.problem);
  const identity = await identityOf(tools, deskCase);
  if (identity === null) return showCase(tools, visit, deskCase, "identity-gone");
  const casePath = `/${visit.language}/desk/${row.number}`;
  return shown(identityPage(visit.t, { casePath, number: row.number, identity }));
}

async function readName(
  tools: AppealTools,
  { row: { tag }, actor }: DeskCase,
): Promise<Result<boolean, DeskRefusal>> {
  const row = await lockCase(tools.transaction, tag);
  if (row === null) return refused({ finding: "no-such-case" });
  const grant = ask(actor, "identity.open", await caseObjectFor(tools.transaction, actor, row));
  if (!grant.ok) return grant;
  await recordIdentityOpening(grant.value, tools);
  return ok(true);
}

/** The sealed part of the filing, read on the portal's connection; `null` once it was erased. */
async function identityOf(tools: PortalTools, { row, body }: DeskCase): Promise<JsonValue> {
  const facts = { holderBody: row.holderBody, identityShown: row.identityShown };
  if (!maySeePart({ kind: "desk", body: body.number }, facts, "identity")) return null;
  const parameters = await tools.parametersReader.read(tools.portal);
  const view = await viewCase(tools.portal, { kind: "status-holder" }, row, parameters, tools.now());
  const actId = view.acts[0]?.actId ?? "";
  const part = await readSealedPart(tools.portal, tools.personKeys, {
    subject: row.tag,
    actId,
    name: "identity",
  });
  const text = part.ok ? utf8Text(part.value.bytes) : null;
  const json = text === null ? null : parseCanonicalJson(text);
  return json?.ok === true ? json.value : null;
}

/** A file of an act whose texts are open. */
async function sendFile(tools: PortalTools, visit: Visit, deskCase: DeskCase): Promise<Answer> {
  const { act: place = "", part: name = "" } = visit.params;
  const { view } = await openedView(tools, deskCase);
  const act = /^[1-9][0-9]{0,3}$/.test(place) ? view.acts[Number(place) - 1] : undefined;
  // What waits for its check, or is known as harmful, does not reach a desk.
  const file = act?.attachments.find((attachment) => attachment.name === name);
  if (act === undefined || file?.mayFetch !== true) return errorAnswer(404);
  const part = await readPart(tools.desk, { subject: deskCase.row.tag, actId: act.actId, name });
  if (part === null) return errorAnswer(404);
  // Always to be saved, never opened within this site: a file is somebody else's word.
  return fileAnswer(part.bytes, part.mediaType, { fileName: fileNameOf(act, name) ?? name });
}
