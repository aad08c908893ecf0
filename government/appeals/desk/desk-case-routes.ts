/** A case at its desk: looking at where it stands, opening its texts, its files and, where it is shown, the name. */

import { utf8Text } from "#core/bytes.ts";
import type { JsonValue } from "#core/record/canonical-json.ts";
import { parseCanonicalJson } from "#core/record/canonical-json.ts";
import { ok, type Result, refused } from "#core/result.ts";
import {
  type ActView,
  type CaseView,
  caseObjectFor,
  lockCase,
  maySeePart,
  type Viewer,
  viewCase,
} from "#government/cases/index.ts";
import { ask, mayBeGranted } from "#platform/authority/grant.ts";
import { type Answer, errorAnswer, fileAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { readPart } from "#platform/record/part-store.ts";
import { readSealedPart } from "#platform/record/sealed-part-store.ts";
import { sealReadingOf } from "../act-seal.ts";
import type { AppealTools } from "../appeal-tools.ts";
import { clockBandOf } from "../case-clock.ts";
import { fileNameOf } from "../citizen/case-act-pages.ts";
import { linkedCases } from "../link-store.ts";
import { recordIdentityOpening, recordReading } from "../open-at-desk.ts";
import { carryOutOnce, type PortalTools } from "../portal-tools.ts";
import { publicationStanding } from "../published/publication.ts";
import { releaseCard } from "../published/release-pages.ts";
import { type DeskCase, withDeskCase } from "./desk-access.ts";
import {
  type DeskMoment,
  deskActs,
  doneIn,
  extendUntil,
  forwardUntil,
  refusalByPolicy,
  refusalByRecord,
} from "./desk-acts.ts";
import {
  type DeskCaseShown,
  deskCasePage,
  type IdentityStanding,
  identityPage,
  type TextsStanding,
} from "./desk-case-pages.ts";
import { asFarAsOpened, isUnread, openedActs, rememberOpened } from "./desk-opened.ts";
import { type DeskRefusal, isAgainstPerson } from "./desk-refusals.ts";
import { doneNotice, refusalNotice } from "./desk-words-pages.ts";

/** Registers the pages of a case at its desk. */
export function deskCaseRoutes(server: Server, tools: PortalTools): void {
  server.get("/desk/:number", (visit) =>
    withDeskCase(tools, visit, (deskCase) => showCase(tools, visit, deskCase, null)),
  );
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

/** The status in which a refusal is shown. */
export function refusalStatus(refusal: DeskRefusal): 403 | 422 {
  return isAgainstPerson(refusal) ? 403 : 422;
}

interface OpenedView extends DeskMoment {
  readonly view: CaseView;
  /** Number of acts whose texts are open; 0 for none. */
  readonly opened: number;
}

/** The case as far as this person has opened it in this visit. What is closed is never read into the view. */
async function openedView(tools: PortalTools, deskCase: DeskCase): Promise<OpenedView> {
  const { session, row, actor, object, body } = deskCase;
  const now = tools.now();
  const parameters = await tools.parametersReader.read(tools.desk);
  const kept = await openedActs(tools, session, row.tag);
  const opened = mayBeGranted(actor, "appeal.open-at-desk", object) ? kept : 0;
  const viewer: Viewer = opened > 0 ? { kind: "desk", body: body.number } : { kind: "status-holder" };
  const view = await viewCase(tools.desk, viewer, row, parameters, now);
  return {
    view: { ...view, acts: asFarAsOpened(view.acts, opened) },
    state: view.state,
    opened,
    parameters,
    now,
  };
}

/** What can be done with the case now, and what the person's office would allow and the record does not. */
export async function momentOf(tools: PortalTools, { row }: DeskCase): Promise<DeskMoment> {
  const now = tools.now();
  const parameters = await tools.parametersReader.read(tools.desk);
  const { state } = await viewCase(tools.desk, { kind: "status-holder" }, row, parameters, now);
  return { state, parameters, now };
}

async function showCase(
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
  refusal: DeskRefusal | null,
): Promise<Answer> {
  const { t } = visit;
  const { body, bodies, tree } = deskCase;
  const moment = await openedView(tools, deskCase);
  const { view, parameters, now } = moment;
  const page = deskCasePage(t, {
    view,
    body,
    tree,
    linkBody: bodies.length > 1 ? body : null,
    band: clockBandOf(t, view, parameters, now),
    parameters,
    seals: await sealReadingOf(tools.receipts, parameters, view.acts),
    ...actsOf(deskCase, moment),
    linked: await linkedCases(tools.desk, deskCase.row.tag),
    texts: textsStanding(visit, deskCase, moment),
    identity: identityStanding(visit, deskCase),
    publication: releaseCard(t, {
      standing: publicationStanding(view),
      casePath: `/${visit.language}/desk/${deskCase.row.number}`,
      mayRelease: mayBeGranted(deskCase.actor, "appeal.publish", deskCase.object),
    }),
    said: refusal === null ? doneNotice(t, doneIn(visit.query)) : refusalNotice(t, refusal),
  });
  return shown(page, { status: refusal === null ? 200 : refusalStatus(refusal) });
}

function actsOf(
  deskCase: DeskCase,
  moment: DeskMoment,
): Pick<DeskCaseShown, "possible" | "impossible" | "lastDays"> {
  const offices = deskActs.filter((act) => refusalByPolicy(deskCase, act, moment.parameters) === null);
  const judged = offices.map((act) => ({ act, refusal: refusalByRecord(deskCase, act, moment) }));
  const possible = judged.filter(({ refusal }) => refusal === null).map(({ act }) => act);
  const extension = possible.includes("extend") ? extendUntil(deskCase, moment) : null;
  return {
    possible,
    impossible: judged.flatMap(({ act, refusal }) =>
      refusal === null || isOutOfOrder(refusal) ? [] : [{ act, refusal }],
    ),
    lastDays: {
      ...(possible.includes("forward") ? { forward: forwardUntil(moment) } : {}),
      ...(extension === null ? {} : { extend: extension }),
    },
  };
}

/** What the standing of the case rules out goes without saying; what the clock rules out does not. */
function isOutOfOrder(refusal: DeskRefusal): boolean {
  return typeof refusal === "object" && refusal.finding === "illegal-sequence";
}

function textsStanding(
  visit: Visit,
  { actor, object }: DeskCase,
  { view, opened }: OpenedView,
): TextsStanding {
  const may = ask(actor, "appeal.open-at-desk", object);
  if (!may.ok) return { texts: "not-for-you", refusal: may.problem };
  if (opened > 0 && !hasUnread(view.acts, opened)) return { texts: "open" };
  return { texts: "closed", again: opened > 0, formKey: visit.drawFormKey() };
}

function hasUnread(acts: readonly ActView[], opened: number): boolean {
  return acts.some((act, at) => isUnread(act, at, opened));
}

function identityStanding(visit: Visit, { row, actor, object }: DeskCase): IdentityStanding {
  if (!row.identityShown) return { identity: "sealed" };
  return mayBeGranted(actor, "identity.open", object)
    ? { identity: "shown", formKey: visit.drawFormKey() }
    : { identity: "not-for-you" };
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
  const grant = ask(actor, "appeal.open-at-desk", await caseObjectFor(tools.transaction, actor, row));
  if (!grant.ok) return grant;
  await recordReading(grant.value, tools);
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
