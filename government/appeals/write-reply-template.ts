import type { Instant } from "#core/clock/civil-date.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { officeOfGrant } from "#platform/authority/acting-office.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { uuidFrom } from "#platform/keys/uuid.ts";
import type { AppealTools } from "./appeal-tools.ts";
import {
  findTemplate,
  insertTemplate,
  lockTemplatesOf,
  parseTemplateId,
  type TemplateId,
  type TemplateTexts,
  templatesOf,
  updateTemplate,
} from "./reply-template-store.ts";

export type TemplateProblem =
  /** It was removed, or never was this body's. */
  | "template-gone"
  /** Somebody has written it anew since the page was opened. */
  | "template-changed"
  | "template-name-taken"
  | "templates-full";

/** Templates of one body: what can be looked through on one page, beside a reply. */
export const templatesMax = 30;
const uuidBytes = 16;

/** Writes a new template of a body. */
export async function writeReplyTemplate(
  grant: Grant<"template.write">,
  written: TemplateTexts,
  tools: AppealTools,
): Promise<Result<TemplateId, TemplateProblem>> {
  requireGrant(grant, "template.write");
  const { body } = grant.object;
  await lockTemplatesOf(tools.transaction, body);
  const others = await templatesOf(tools.transaction, body, templatesMax);
  if (others.length >= templatesMax) return refused("templates-full");
  if (others.some(({ name }) => name === written.name)) return refused("template-name-taken");
  const id = parseTemplateId(uuidFrom(tools.randomBytes(uuidBytes)));
  if (!id.ok) return id;
  const post = officeOfGrant(grant);
  await insertTemplate(tools.transaction, {
    ...written,
    ...{ body, post, id: id.value, changedAt: tools.now() },
  });
  return id;
}

/**
 * Writes a template anew. `seen` is the version that the writer had before them: what somebody else has written since
 * then is not lost without a word. Replies that were written with the old text keep it.
 */
export async function changeReplyTemplate(
  grant: Grant<"template.write">,
  id: TemplateId,
  change: { readonly written: TemplateTexts; readonly seen: Instant },
  tools: AppealTools,
): Promise<Result<TemplateId, TemplateProblem>> {
  requireGrant(grant, "template.write");
  const { body } = grant.object;
  const { written, seen } = change;
  await lockTemplatesOf(tools.transaction, body);
  const kept = await findTemplate(tools.transaction, body, id);
  if (kept === null) return refused("template-gone");
  const others = await templatesOf(tools.transaction, body, templatesMax);
  if (others.some((one) => one.id !== id && one.name === written.name)) return refused("template-name-taken");
  const post = officeOfGrant(grant);
  const changedAt = Math.max(tools.now(), kept.changedAt + 1);
  const isWritten = await updateTemplate(tools.transaction, { ...written, body, post, id, changedAt }, seen);
  return isWritten ? ok(id) : refused("template-changed");
}
