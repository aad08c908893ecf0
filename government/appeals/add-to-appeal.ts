import type { addedKinds } from "#core/acts/appeal.ts";
import type { Result } from "#core/result.ts";
import { appendCaseActs, type EnteredActs, type EnterProblem } from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import {
  type AppealTools,
  type Attachment,
  attachmentParts,
  fileNames,
  partiesPart,
  tagOf,
} from "./appeal-tools.ts";

/** The applicant adds something. It changes no duty. */
export async function addToAppeal(
  grant: Grant<"appeal.add">,
  addition: {
    readonly what: (typeof addedKinds)[number];
    readonly text: string;
    readonly attachments: readonly Attachment[];
  },
  tools: AppealTools,
): Promise<Result<EnteredActs, EnterProblem>> {
  requireGrant(grant, "appeal.add");
  return await appendCaseActs(tools, tagOf(grant.object), [
    {
      kind: "added",
      actor: "applicant",
      details: { what: addition.what },
      parts: [
        partiesPart({ text: addition.text, files: fileNames(addition.attachments) }),
        ...attachmentParts(addition.attachments),
      ],
    },
  ]);
}
