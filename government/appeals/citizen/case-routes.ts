/** The page of a case, and what can be fetched from it. */
import { kindsAfter } from "#core/acts/case.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { receiptText } from "#core/record/receipt.ts";
import type { CaseView } from "#government/cases/index.ts";
import { mayBeGranted } from "#platform/authority/grant.ts";
import { type Answer, errorAnswer, fileAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { readPart } from "#platform/record/part-store.ts";
import { isBare, openingFor, proofOfAct, receiptFor } from "#platform/record/receipts.ts";
import { sealReadingOf } from "../act-seal.ts";
import { clockBandOf } from "../case-clock.ts";
import { countCoSigners } from "../co-sign/co-sign-store.ts";
import { withoutCoSigner } from "../co-sign/co-signature.ts";
import { takeSaid } from "../filing/filing-session.ts";
import { saidNotice } from "../filing/filing-words-pages.ts";
import { markSeen } from "../inbox-store.ts";
import { linkedCases } from "../link-store.ts";
import type { PortalTools } from "../portal-tools.ts";
import { publicationCard } from "../published/agree-pages.ts";
import { publicationStanding } from "../published/publication.ts";
import { countReadings } from "../reading-store.ts";
import { type CaseAccess, caseAccess } from "./case-access.ts";
import { fileNameOf } from "./case-act-pages.ts";
import { casePage } from "./case-pages.ts";
import { caseNow, nextActs } from "./next-acts.ts";

/** A worker that was stopped is started again within this time. */
const signatureAwaitedSeconds = 60;

/** Registers the page of a case and its downloads. */
export function caseRoutes(server: Server, tools: PortalTools): void {
  server.get("/case/:number", (visit) => withCase(tools, visit, (access) => showCase(tools, visit, access)));
  server.get("/case/:number/file/:act/:part", (visit) =>
    withCase(tools, visit, (access) => sendFile(tools, visit, access)),
  );
  server.get("/case/:number/act/:act/receipt.json", (visit) =>
    withCase(tools, visit, (access) => sendReceipt(tools, visit, access, { isOpened: false })),
  );
  server.get("/case/:number/act/:act/tlog-proof", (visit) =>
    withCase(tools, visit, (access) => sendProof(tools, visit, access)),
  );
  server.post("/case/:number/act/:act/opening", (visit) =>
    withCase(tools, visit, (access) =>
      access.viewer.kind === "applicant"
        ? sendReceipt(tools, visit, access, { isOpened: true })
        : Promise.resolve(errorAnswer(403)),
    ),
  );
}

/** Runs for a case that is open to the request. Everybody else is asked for number and code, whether it exists or not. */
export async function withCase(
  tools: PortalTools,
  visit: Visit,
  run: (access: CaseAccess) => Promise<Answer>,
): Promise<Answer> {
  const access = await caseAccess(tools, visit);
  return access === null ? redirected(`/${visit.language}/case`) : await run(access);
}

async function showCase(tools: PortalTools, visit: Visit, access: CaseAccess): Promise<Answer> {
  const { t } = visit;
  const at = await caseNow(tools, access);
  const { parameters, view, now } = at;
  const page = casePage(t, {
    view,
    band: clockBandOf(t, view, parameters, now),
    parameters,
    tree: at.tree,
    ...(view.viewer.kind === "applicant" ? await aboutCase(tools, access) : nothingMore),
    isCollective: (await countCoSigners(tools.portal, access.row.tag)) !== null,
    seals: await sealReadingOf(tools.receipts, parameters, view.acts),
    next: await nextActs(tools, at),
    publication: publicationOf(visit, access, view, parameters),
    said: saidNotice(t, await takeSaid(tools, access.session)),
  });
  await markAsSeen(tools, access, view.acts.length);
  return shown(page);
}

/** Whoever follows the case by account has seen it as far as it has come. */
async function markAsSeen(tools: PortalTools, { row, session, object }: CaseAccess, acts: number) {
  const { account } = session;
  if (account !== null && object.applicant === account) {
    await markSeen(tools.portal, account, { tag: row.tag, acts });
  }
}

/** What the author is told of the case's standing in public; others see it where it stands. */
function publicationOf({ t, language }: Visit, access: CaseAccess, view: CaseView, parameters: Parameters) {
  const { viewer, actor, object, row } = access;
  if (viewer.kind !== "applicant") return null;
  const mayAgree =
    kindsAfter(view.state.status).includes("added") && mayBeGranted(actor, "appeal.agree-to-publish", object);
  const casePath = `/${language}/case/${row.number}`;
  return publicationCard(t, { standing: publicationStanding(view), casePath, parameters, mayAgree });
}

const nothingMore = { linked: [], readings: null, coSigners: null } as const;

/** What the applicant alone learns beside the acts: cases that carry each other on, and how often somebody looked. */
async function aboutCase({ portal }: PortalTools, { row }: CaseAccess) {
  const [linked, readings, coSigners] = await Promise.all([
    linkedCases(portal, row.tag),
    countReadings(portal, row.tag),
    countCoSigners(portal, row.tag),
  ]);
  return { linked, readings, coSigners };
}

/** The act that the address names by its place in the case, from 1. */
async function namedAct(tools: PortalTools, visit: Visit, access: CaseAccess) {
  const place = visit.params.act ?? "";
  if (!/^[1-9][0-9]{0,3}$/.test(place)) return null;
  const { view } = await caseNow(tools, access);
  return view.acts[Number(place) - 1] ?? null;
}

async function sendFile(tools: PortalTools, visit: Visit, access: CaseAccess): Promise<Answer> {
  const { row } = access;
  const name = visit.params.part ?? "";
  const act = await namedAct(tools, visit, access);
  const file = act?.attachments.find((attachment) => attachment.name === name);
  if (act === null || file?.mayFetch !== true) return errorAnswer(404);
  const part = await readPart(tools.portal, { subject: row.tag, actId: act.actId, name });
  if (part === null) return errorAnswer(404);
  // Always to be saved, never opened within this site: a file is somebody else's word.
  return fileAnswer(part.bytes, part.mediaType, { fileName: fileNameOf(act, name) ?? name });
}

async function sendReceipt(
  tools: PortalTools,
  visit: Visit,
  access: CaseAccess,
  { isOpened }: { readonly isOpened: boolean },
): Promise<Answer> {
  const act = await namedAct(tools, visit, access);
  if (act === null) return errorAnswer(404);
  const { portal, personKeys, receipts } = tools;
  const opening = isOpened ? await openingFor(portal, act.actId, { parts: "all", personKeys }) : null;
  if (isOpened && opening === null) return errorAnswer(410);
  const receipt = await receiptFor(
    receipts,
    act.actId,
    opening === null ? undefined : withoutCoSigner(opening),
  );
  if (receipt === null) return errorAnswer(404);
  // A file that proves and promises nothing is no receipt to keep.
  if (isBare(receipt)) return errorAnswer(503, { "retry-after": String(signatureAwaitedSeconds) });
  const word = isOpened ? "opening" : "receipt";
  return fileAnswer(Buffer.from(receiptText(receipt)), "application/json", {
    fileName: `aydyn-${access.row.number}-${visit.params.act}-${word}.json`,
  });
}

async function sendProof(tools: PortalTools, visit: Visit, access: CaseAccess): Promise<Answer> {
  const act = await namedAct(tools, visit, access);
  const proof = act === null ? null : await proofOfAct(tools.receipts, act.actId);
  if (proof === null) return errorAnswer(404);
  return fileAnswer(Buffer.from(proof), "text/plain; charset=utf-8", {
    fileName: `aydyn-${access.row.number}-${visit.params.act}.tlog-proof`,
  });
}
