import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { AppealTools } from "./appeal-tools.ts";
import { deleteTemplate, type TemplateId } from "./reply-template-store.ts";

/** Removes a template of a body; one that is gone already stays gone. Replies that were written with it keep their text. */
export async function removeReplyTemplate(
  grant: Grant<"template.write">,
  id: TemplateId,
  tools: AppealTools,
): Promise<void> {
  requireGrant(grant, "template.write");
  await deleteTemplate(tools.transaction, grant.object.body, id);
}
