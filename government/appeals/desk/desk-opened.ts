/**
 * Which texts a person has opened in this visit. Opening them is an act (record decision 2); the session remembers how
 * far the case had come then, so that a page looked at again enters nothing, and what the applicant writes later is
 * opened by an act of its own.
 */
import { toHex } from "#core/bytes.ts";
import type { ActView } from "#government/cases/index.ts";
import type { AccountId } from "#platform/authority/actor.ts";
import type { Session } from "#platform/session/session.ts";
import { keepInSession, readFromSession } from "#platform/session/session-value-store.ts";
import { isCoSignature } from "../co-sign/co-signature.ts";
import type { PortalTools } from "../portal-tools.ts";

/** Number of the case's acts when its texts were opened; 0 when they were not. */
export async function openedActs(
  tools: Pick<PortalTools, "portal">,
  session: Session,
  tag: Uint8Array,
): Promise<number> {
  const kept = await readFromSession(tools.portal, session.id, nameFor(tag));
  if (typeof kept !== "object" || kept === null || !("account" in kept && "acts" in kept)) return 0;
  // Values of a session go along when somebody else signs in on the same browser: the right does not.
  return kept.account === session.account && typeof kept.acts === "number" ? kept.acts : 0;
}

/** Remembers that the texts of the case's first acts are open. Only after the act `read` has been committed. */
export async function rememberOpened(
  tools: Pick<PortalTools, "portal">,
  session: Session,
  account: AccountId,
  opened: { readonly tag: Uint8Array; readonly acts: number },
): Promise<void> {
  await keepInSession(tools.portal, session.id, nameFor(opened.tag), { account, acts: opened.acts });
}

/** Whether an act holds words that the body has not had before it, and that came after the opening. */
export function isUnread(act: ActView, at: number, opened: number): boolean {
  // A signature brings no words.
  return at >= opened && !isCoSignature(act) && (act.actor === "applicant" || act.actor === "operator");
}

/** The acts as far as they have been opened: what came later is there, without its words. */
export function asFarAsOpened(acts: readonly ActView[], opened: number): readonly ActView[] {
  return acts.map((act, at) =>
    isUnread(act, at, opened) ? { ...act, details: null, texts: null, official: null, attachments: [] } : act,
  );
}

function nameFor(tag: Uint8Array): string {
  return `appeals.desk-opened.${toHex(tag)}`;
}
