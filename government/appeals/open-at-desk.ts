import { assert } from "#core/result.ts";
import { registerOf } from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { AppendedAct } from "#platform/record/act.ts";
import { appendActs } from "#platform/record/append.ts";
import { actorAtDesk } from "./answer-appeal.ts";
import { type AppealTools, jsonPart } from "./appeal-tools.ts";

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
  return await appendReading(grant, "texts", tools);
}

/** The same for the name of the applicant, which the applicant lets the desk see. */
export async function recordIdentityOpening(
  grant: Grant<"identity.open">,
  tools: AppealTools,
): Promise<AppendedAct> {
  requireGrant(grant, "identity.open");
  return await appendReading(grant, "identity", tools);
}

async function appendReading(
  grant: Pick<Grant<"identity.open">, "actor" | "object">,
  what: "texts" | "identity",
  tools: AppealTools,
): Promise<AppendedAct> {
  const { object } = grant;
  const [act] = await appendActs(
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
        parts: [jsonPart("parties", { case: object.tag, what }, "open")],
      },
    ],
    tools,
  );
  assert(act !== undefined, "one act was appended");
  return act;
}
