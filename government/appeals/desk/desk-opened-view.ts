/** A case as far as a person at its desk has opened it in this visit, and where it stands now. */
import { type ActView, type CaseView, type Viewer, viewCase } from "#government/cases/index.ts";
import { ask, mayBeGranted } from "#platform/authority/grant.ts";
import type { RefusalReason } from "#platform/authority/policy.ts";
import { hearingAhead } from "../hearing-ahead.ts";
import type { PortalTools } from "../portal-tools.ts";
import type { DeskCase } from "./desk-access.ts";
import type { DeskMoment } from "./desk-acts.ts";
import { asFarAsOpened, isUnread, openedActs } from "./desk-opened.ts";

export interface OpenedView extends DeskMoment {
  readonly view: CaseView;
  /** Number of acts whose texts are open; 0 for none. */
  readonly opened: number;
}

/** The case as far as this person has opened it in this visit. What is closed is never read into the view. */
export async function openedView(tools: PortalTools, deskCase: DeskCase): Promise<OpenedView> {
  const { session, row, body } = deskCase;
  const now = tools.now();
  const parameters = await tools.parametersReader.read(tools.desk);
  const kept = await openedActs(tools, session, row.tag);
  const opened = whyNotToOpen(deskCase) === null ? kept : 0;
  const viewer: Viewer = opened > 0 ? { kind: "desk", body: body.number } : { kind: "status-holder" };
  const view = await viewCase(tools.desk, viewer, row, parameters, now);
  return {
    view: { ...view, acts: asFarAsOpened(view.acts, opened) },
    state: view.state,
    opened,
    parameters,
    now,
    hearing: await hearingAhead({ sql: tools.desk, parameters, now }, row),
  };
}

/** Where the case stands now: nothing of what it says. */
export async function momentOf(tools: PortalTools, { row }: DeskCase): Promise<DeskMoment> {
  const now = tools.now();
  const parameters = await tools.parametersReader.read(tools.desk);
  const { state } = await viewCase(tools.desk, { kind: "status-holder" }, row, parameters, now);
  return { state, parameters, now, hearing: await hearingAhead({ sql: tools.desk, parameters, now }, row) };
}

/** What speaks against opening the texts: they are for those who handle the case, and for who reads a refusal of it. */
export function whyNotToOpen({ actor, object, proposal }: DeskCase): RefusalReason | null {
  const handles = ask(actor, "appeal.open-at-desk", object);
  if (handles.ok) return null;
  if (proposal === null) return handles.problem;
  const approval = { kind: "approval", case: object, writer: proposal.writer } as const;
  return mayBeGranted(actor, "appeal.approve", approval) ? null : handles.problem;
}

/** Whether words have come that were not there when the texts were opened. */
export function hasUnread(acts: readonly ActView[], opened: number): boolean {
  return acts.some((act, at) => isUnread(act, at, opened));
}
