import { toHex } from "#core/bytes.ts";
import { assert } from "#core/result.ts";
import { registerOf } from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { AppendedAct } from "#platform/record/act.ts";
import { sendNewActs } from "#platform/record/append.ts";
import { actorAtDesk } from "./answer-appeal.ts";
import { type AppealTools, jsonPart, tagOf } from "./appeal-tools.ts";
import { insertReading } from "./reading-store.ts";

/**
 * Looking is an act (record decision 2): before the texts of an appeal or the name of its applicant leave for a desk,
 * `read` is entered under the zero tag. The leaf shows that the body read something; who read what of which case is
 * in the part `parties`, which the applicant can have opened.
 */
export async function recordReading(
  grant: Grant<"appeal.open-at-desk">,
  tools: AppealTools,
): Promise<AppendedAct> {
  requireGrant(grant, "appeal.open-at-desk");
  return await appendReading(grant, "texts", tagOf(grant.object), tools);
}

/** The same for the texts of the case that this one carries on. The grant is for the case that the desk holds. */
export async function recordEarlierReading(
  grant: Grant<"appeal.open-at-desk">,
  earlier: Uint8Array,
  tools: AppealTools,
): Promise<AppendedAct> {
  requireGrant(grant, "appeal.open-at-desk");
  return await appendReading(grant, "texts", earlier, tools);
}

/** The same for the second person behind a refusal, who reads it and what it answers. */
export async function recordReviewing(
  grant: Grant<"appeal.approve">,
  tools: AppealTools,
): Promise<AppendedAct> {
  requireGrant(grant, "appeal.approve");
  return await appendReading(grant, "texts", tagOf(grant.object.case), tools);
}

/** The same for the name of the applicant, which the applicant lets the desk see. */
export async function recordIdentityOpening(
  grant: Grant<"identity.open">,
  tools: AppealTools,
): Promise<AppendedAct> {
  requireGrant(grant, "identity.open");
  return await appendReading(grant, "identity", tagOf(grant.object), tools);
}

async function appendReading(
  grant: Grant<"identity.open"> | Grant<"appeal.open-at-desk"> | Grant<"appeal.approve">,
  what: "texts" | "identity",
  tag: Uint8Array,
  tools: AppealTools,
): Promise<AppendedAct> {
  const object = grant.object.kind === "approval" ? grant.object.case : grant.object;
  const sent = sendNewActs(
    tools.transaction,
    [
      {
        log: tools.log,
        kind: "read",
        caseTag: null,
        body: registerOf(tools.parameters, object.body),
        due: null,
        actor: actorAtDesk(grant),
        at: tools.now(),
        parts: [jsonPart("parties", { case: toHex(tag), what }, "open")],
      },
    ],
    tools,
  );
  const [act] = sent.acts;
  assert(act !== undefined, "one act was appended");
  await Promise.all([sent.written, insertReading(tools.transaction, tag, act.actId)]);
  return act;
}
