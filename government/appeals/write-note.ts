import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { uuidFrom } from "#platform/keys/uuid.ts";
import { actorAtDesk } from "./answer-appeal.ts";
import { type AppealTools, tagOf } from "./appeal-tools.ts";
import { insertNote } from "./note-store.ts";

const uuidBytes = 16;

/**
 * Notes something for colleagues who handle the case. It is no act and never public; an erasure in the case takes it
 * along, since it is about a person (migration 0063).
 */
export async function writeNote(
  grant: Grant<"appeal.note">,
  note: { readonly text: string },
  tools: AppealTools,
): Promise<void> {
  requireGrant(grant, "appeal.note");
  const { object } = grant;
  await insertNote(tools.transaction, {
    id: uuidFrom(tools.randomBytes(uuidBytes)),
    tag: tagOf(object),
    body: object.body,
    post: actorAtDesk(grant),
    text: note.text,
    at: tools.now(),
  });
}
