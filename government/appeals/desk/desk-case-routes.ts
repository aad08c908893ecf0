/** A case at its desk: where it stands, and what can be done with it. Opening and acting have files of their own. */
import { headPostSlug } from "#government/bodies/index.ts";
import type { CaseRow } from "#government/cases/index.ts";
import { mayBeGranted } from "#platform/authority/grant.ts";
import { type Answer, errorAnswer, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { sealReadingOf } from "../act-seal.ts";
import { clockBandOf } from "../case-clock.ts";
import { countCoSigners } from "../co-sign/co-sign-store.ts";
import { forwardingsOf } from "../forwarding-store.ts";
import { linkedCases } from "../link-store.ts";
import { mergedInto, mergedIntoNumber } from "../merger-store.ts";
import { notesOf } from "../note-store.ts";
import type { PortalTools } from "../portal-tools.ts";
import { lastReturned } from "../proposal-store.ts";
import { publicationStanding } from "../published/publication.ts";
import { releaseCard } from "../published/release-pages.ts";
import { type Desk, type DeskCase, withDeskCase } from "./desk-access.ts";
import {
  deskActs,
  doneIn,
  extendUntil,
  forwardUntil,
  refusalByPolicy,
  refusalByRecord,
} from "./desk-acts.ts";
import { forwardedStubPage } from "./desk-bulk-pages.ts";
import type { AroundCase, ProposalStanding } from "./desk-case-cards-pages.ts";
import {
  type DeskCaseShown,
  deskCasePage,
  type IdentityStanding,
  type TextsStanding,
} from "./desk-case-pages.ts";
import { orderBefore } from "./desk-erasure-order.ts";
import { deskHref } from "./desk-links.ts";
import { hasUnread, type OpenedView, openedView, whyNotToOpen } from "./desk-opened-view.ts";
import { lastPlace } from "./desk-place.ts";
import { type DeskRefusal, refusalStatus } from "./desk-refusals.ts";
import { doneNotice, refusalNotice } from "./desk-words-pages.ts";

/** Registers the page of a case at its desk. */
export function deskCaseRoutes(server: Server, tools: PortalTools): void {
  server.get("/desk/:number", (visit) =>
    withDeskCase(
      tools,
      visit,
      (deskCase) => showCase(tools, visit, deskCase, null),
      (desk, row) => showStub(tools, visit, desk, row),
    ),
  );
}

/** A body that passed a case on sees that it did, and no text; to any other body there is no such case. */
async function showStub(tools: PortalTools, visit: Visit, desk: Desk, row: CaseRow): Promise<Answer> {
  const steps = await forwardingsOf(tools.desk, row.tag);
  const own = new Set<number>(desk.bodies.map(({ number }) => number));
  if (!steps.some(({ from }) => own.has(from))) return errorAnswer(404);
  const parameters = await tools.parametersReader.read(tools.desk);
  const back = await lastPlace(tools, desk.session, visit.language, `/${visit.language}/desk`);
  return shown(forwardedStubPage(visit.t, { row, steps, back, parameters }));
}

/** The page of a case, with what has just been refused above it. */
export async function showCase(
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
  refusal: DeskRefusal | null,
): Promise<Answer> {
  const { t } = visit;
  const { body, bodies, tree } = deskCase;
  const moment = await openedView(tools, deskCase);
  const { view, parameters, now } = moment;
  const around = await aroundCase(tools, visit, deskCase, moment);
  const page = deskCasePage(t, {
    view,
    body,
    tree,
    queueHref: await lastPlace(
      tools,
      deskCase.session,
      visit.language,
      deskHref(t, "", { body: bodies.length > 1 ? body : null, show: "all" }),
    ),
    band: clockBandOf(t, view, parameters, now),
    parameters,
    seals: await sealReadingOf(tools.receipts, parameters, view.acts),
    ...actsOf(deskCase, moment),
    linked: await linkedCases(tools.desk, deskCase.row.tag),
    coSigners: await countCoSigners(tools.desk, deskCase.row.tag),
    texts: textsStanding(visit, deskCase, moment),
    identity: identityStanding(visit, deskCase),
    publication: releaseCard(t, {
      standing: publicationStanding(view),
      casePath: `/${visit.language}/desk/${deskCase.row.number}`,
      parameters,
      mayRelease: mayBeGranted(deskCase.actor, "appeal.publish", deskCase.object),
    }),
    around,
    said: refusal === null ? doneNotice(t, doneIn(visit.query)) : refusalNotice(t, refusal),
  });
  return shown(page, { status: refusal === null ? 200 : refusalStatus(refusal) });
}

/** Notes that a page shows; older ones are of use to nobody who must answer within weeks. */
const notesMax = 20;

/** What lies around a case: a refusal that waits or came back, merged cases, the way from body to body. */
async function aroundCase(
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
  { opened }: OpenedView,
): Promise<AroundCase> {
  const { row, account, actor, object } = deskCase;
  const [forwardings, merged, mergedIn, notes, returned] = await Promise.all([
    forwardingsOf(tools.desk, row.tag),
    mergedInto(tools.desk, row.tag),
    mergedIntoNumber(tools.desk, row.tag),
    opened > 0 ? notesOf(tools.desk, row.tag, deskCase.body.number, notesMax) : null,
    deskCase.proposal === null ? lastReturned(tools.desk, row.tag, account) : null,
  ]);
  const mayNote = mayBeGranted(actor, "appeal.note", object);
  return {
    notes: notes && { list: notes, formKey: mayNote ? visit.drawFormKey() : null },
    standIn:
      deskCase.standsInFor.find(
        ({ body, post }) =>
          body === row.holderBody && (post === object.assigned?.post || post === headPostSlug),
      ) ?? null,
    ordersErasure: (await orderBefore(tools, deskCase))?.mayApprove === true,
    forwardings,
    merged,
    mergedIn,
    mayMerge: row.due !== null && mayBeGranted(actor, "appeal.merge", object),
    returned: opened > 0 && row.due !== null ? returned : null,
    proposal: proposalStanding(visit, deskCase, opened > 0),
  };
}

function proposalStanding(
  visit: Visit,
  { row, actor, object, proposal }: DeskCase,
  areTextsOpen: boolean,
): ProposalStanding | null {
  if (proposal === null || row.due === null) return null;
  const mayAnswer = mayBeGranted(actor, "appeal.answer", object);
  const approval = { kind: "approval", case: object, writer: proposal.writer } as const;
  const mayRead = mayAnswer || mayBeGranted(actor, "appeal.approve", approval);
  return {
    post: proposal.writerPost,
    at: proposal.proposedAt,
    reading: mayRead ? (areTextsOpen ? "open" : "after-texts") : "not-yours",
    takeBackKey: mayAnswer ? visit.drawFormKey() : null,
  };
}

function actsOf(
  deskCase: DeskCase,
  moment: OpenedView,
): Pick<DeskCaseShown, "possible" | "impossible" | "lastDays"> {
  const offices = deskActs.filter((act) => refusalByPolicy(deskCase, act, moment.parameters) === null);
  const judged = offices.map((act) => ({ act, refusal: refusalByRecord(deskCase, act, moment) }));
  const possible = judged.filter(({ refusal }) => refusal === null).map(({ act }) => act);
  const extension = possible.includes("extend") ? extendUntil(moment) : null;
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

function textsStanding(visit: Visit, deskCase: DeskCase, { view, opened }: OpenedView): TextsStanding {
  const refusal = whyNotToOpen(deskCase);
  if (refusal !== null) return { texts: "not-for-you", refusal };
  if (opened > 0 && !hasUnread(view.acts, opened)) return { texts: "open" };
  return { texts: "closed", again: opened > 0, formKey: visit.drawFormKey() };
}

function identityStanding(visit: Visit, { row, actor, object }: DeskCase): IdentityStanding {
  if (!row.identityShown) return { identity: "sealed" };
  return mayBeGranted(actor, "identity.open", object)
    ? { identity: "shown", formKey: visit.drawFormKey() }
    : { identity: "not-for-you" };
}
