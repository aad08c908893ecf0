/** The filing that a browser is in the middle of: its session, and the draft behind the session's token. */
import { assert } from "#core/result.ts";
import type { ExtraHeaders } from "#platform/http/answer.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import type { Session } from "#platform/session/session.ts";
import { readSessionCookie } from "#platform/session/session-cookie.ts";
import { renewToken } from "#platform/session/session-store.ts";
import { keepInSession, readFromSession } from "#platform/session/session-value-store.ts";
import type { PortalTools } from "../portal-tools.ts";
import { type Draft, type DraftKey, draftKeyOfSession, forgetDraft, keepDraft, readDraft } from "./draft.ts";
import {
  carryDraftOver,
  isOpenPage,
  openPageField,
  openPageProof,
  sessionTokenOf,
} from "./session-drafts.ts";

export interface OpenFiling {
  readonly session: Session;
  /** Belong into the answer. */
  readonly headers: ExtraHeaders;
  readonly key: DraftKey;
  readonly draft: Draft;
  /** For the forms of this page, see `openPageProof`. */
  readonly proof: string;
}

const emptyDraft: Draft = { steps: {} };
/** Name of what the next page has to say, in the session. */
const saidName = "appeals.said";

/** What a page says about what has just happened. */
export type Said = "visit-ended" | "form-too-old" | "entered";
const everySaid: readonly Said[] = ["visit-ended", "form-too-old", "entered"];

/** The filing of a request that shows a page; `null` when there is none: the first page begins one. */
export async function openFiling(tools: PortalTools, visit: Visit): Promise<OpenFiling | null> {
  const session = await tools.sessions.current(visit.request);
  const token = sessionTokenOf(visit.request, {}, tools.https);
  if (session === null || token === null) return null;
  const key = draftKeyOfSession(token);
  const draft = await readDraft(tools.portal, key, tools.now());
  return draft === null ? null : { session, headers: {}, key, draft, proof: openPageProof(token) };
}

/**
 * The filing of a request that brings something. When the session has ended while somebody was writing, another one
 * takes its place, so that what comes with this request is never lost.
 */
export async function ensureFiling(tools: PortalTools, visit: Visit): Promise<OpenFiling> {
  const { request } = visit;
  const before = await tools.sessions.current(request);
  const { session, headers } = await tools.sessions.ensure(request);
  const token = sessionTokenOf(request, headers, tools.https);
  assert(token !== null, "an ensured session has a token");
  const past = before === null ? readSessionCookie(request.headers.cookie, tools.https) : null;
  if (past !== null) {
    if (isOpenPage(past, firstValue(visit.body, openPageField))) {
      await carryDraftOver(tools, { from: past, to: token });
    }
    await sayNext(tools, session, "visit-ended");
  }
  const key = draftKeyOfSession(token);
  const draft = (await readDraft(tools.portal, key, tools.now())) ?? emptyDraft;
  return { session, headers, key, draft, proof: openPageProof(token) };
}

/**
 * Begins a filing with an empty draft. The session gets a new token here, not when the appeal is filed: a token seen
 * or planted before is worth nothing from now on, and a receipt cannot be lost with an answer that breaks off.
 */
export async function beginFiling(tools: PortalTools, visit: Visit, draft: Draft): Promise<OpenFiling> {
  const { request } = visit;
  const before = await tools.sessions.current(request);
  const past = sessionTokenOf(request, {}, tools.https);
  if (past !== null) await forgetDraft(tools.portal, draftKeyOfSession(past));
  const headers = before === null ? {} : await renewedToken(tools, request, before);
  const ensured = before === null ? await tools.sessions.ensure(request) : { session: before, headers };
  const token = sessionTokenOf(request, ensured.headers, tools.https);
  assert(token !== null, "an ensured session has a token");
  const key = draftKeyOfSession(token);
  await keepSteps(tools, key, draft);
  return { ...ensured, key, draft, proof: openPageProof(token) };
}

/** Gives a session a new token, and the browser the cookie with it. */
export async function renewedToken(
  tools: PortalTools,
  request: Visit["request"],
  session: Session,
): Promise<ExtraHeaders> {
  const token = await renewToken(tools.portal, session, tools);
  return tools.sessions.replaced(request, { session, token });
}

/** Writes a draft; `false` when it is longer than any draft of these forms can be. */
export async function keepSteps(tools: PortalTools, key: DraftKey, draft: Draft): Promise<boolean> {
  const kept = await keepDraft(tools.portal, key, draft, {
    now: tools.now(),
    randomBytes: tools.randomBytes,
  });
  return kept.ok;
}

/** Leaves a word for the next page of this browser. */
export async function sayNext(tools: PortalTools, session: Session, said: Said): Promise<void> {
  await keepInSession(tools.portal, session.id, saidName, said);
}

/** Takes the word that was left; `null` when there is none. */
export async function takeSaid(tools: PortalTools, session: Session): Promise<Said | null> {
  const value = await readFromSession(tools.portal, session.id, saidName);
  if (value === null) return null;
  await keepInSession(tools.portal, session.id, saidName, null);
  return everySaid.find((said) => said === value) ?? null;
}
