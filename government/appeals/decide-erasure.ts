import {
  type ErasureGround,
  type ErasureRefusalGround,
  type ErasureScope,
  erasureScopeOf,
} from "#core/acts/erasure.ts";
import { civilDateAt } from "#core/clock/civil-date.ts";
import { parsePayload } from "#core/record/payload.ts";
import { assert, type Result, refused } from "#core/result.ts";
import { appendCaseActs, type EnteredActs, type EnterProblem } from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { actsOfCase } from "#platform/record/act-store.ts";
import { markErased } from "#platform/record/erase.ts";
import { actorAtDesk } from "./answer-appeal.ts";
import { type AppealTools, partiesPart, tagOf } from "./appeal-tools.ts";
import { standingRequest } from "./ask-erasure.ts";
import { endErasureRequests } from "./erasure-store.ts";

export type DecideErasureProblem = EnterProblem | "nothing-asked" | "still-revocable";

/** Grounds on which something is erased though its applicant has not asked. */
export type OrderedGround = Exclude<ErasureGround, "applicant-asked">;

/** The head grants what the applicant asked, once the days for taking it back are over. */
export async function grantErasure(
  grant: Grant<"appeal.erase">,
  tools: AppealTools,
): Promise<Result<EnteredActs, DecideErasureProblem>> {
  requireGrant(grant, "appeal.erase");
  const tag = tagOf(grant.object);
  const asked = await decidable(tools, tag);
  if (!asked.ok) return asked;
  const erased = await eraseParts(
    grant,
    { ground: "applicant-asked", scope: asked.value, reference: "" },
    tools,
  );
  if (!erased.ok) return erased;
  for (const { actId } of erased.value.acts) await endErasureRequests(tools.transaction, tag, actId);
  return erased;
}

/** The head refuses what the applicant asked, on a ground from the list and with words for the applicant. */
export async function refuseErasure(
  grant: Grant<"appeal.erase">,
  refusal: { readonly ground: ErasureRefusalGround; readonly text: string },
  tools: AppealTools,
): Promise<Result<EnteredActs, DecideErasureProblem>> {
  requireGrant(grant, "appeal.erase");
  const tag = tagOf(grant.object);
  const asked = await decidable(tools, tag);
  if (!asked.ok) return asked;
  const { ground, text } = refusal;
  const entered = await appendCaseActs(tools, tag, [
    {
      kind: "added",
      actor: actorAtDesk(grant),
      details: { what: "erasure-refused", ground },
      parts: [partiesPart({ text })],
    },
  ]);
  if (!entered.ok) return entered;
  for (const { actId } of entered.value.acts) await endErasureRequests(tools.transaction, tag, actId);
  return entered;
}

/** Erases by the order of a court, at the end of the time for keeping, or to protect somebody else. */
export async function eraseByOrder(
  grant: Grant<"appeal.erase">,
  order: {
    readonly ground: OrderedGround;
    readonly scope: readonly ErasureScope[];
    /** Which order or rule: read by the applicant, never by the public. */
    readonly reference: string;
  },
  tools: AppealTools,
): Promise<Result<EnteredActs, EnterProblem>> {
  requireGrant(grant, "appeal.erase");
  return await eraseParts(grant, order, tools);
}

/** The scope of what may be decided now. */
async function decidable(
  tools: AppealTools,
  tag: Uint8Array,
): Promise<Result<readonly ErasureScope[], "nothing-asked" | "still-revocable">> {
  const asked = await standingRequest(tools, tag);
  if (asked === null) return refused("nothing-asked");
  const today = civilDateAt(tools.now(), tools.parameters.timeZone);
  return today <= asked.revocableUntil ? refused("still-revocable") : { ok: true, value: asked.scope };
}

/** Takes the parts out of every act of the case, and enters one act that says so. */
async function eraseParts(
  grant: Grant<"appeal.erase">,
  what: {
    readonly ground: ErasureGround;
    readonly scope: readonly ErasureScope[];
    readonly reference: string;
  },
  tools: AppealTools,
): Promise<Result<EnteredActs, EnterProblem>> {
  const { ground, scope, reference } = what;
  const tag = tagOf(grant.object);
  const entered = await appendCaseActs(tools, tag, [
    {
      kind: "erased",
      actor: actorAtDesk(grant),
      details: { ground, scope: [...scope] },
      parts: reference === "" ? [] : [partiesPart({ text: reference })],
    },
  ]);
  if (!entered.ok) return entered;
  for (const act of await actsOfCase(tools.transaction, tag)) {
    // By what order something was erased is not erased with it.
    if (act.kind === "erased" || act.payload === null) continue;
    const payload = parsePayload(act.payload);
    assert(payload.ok, "a payload that was written can be read");
    const names = payload.value.parts.map(({ name }) => name).filter((name) => goesWith(name, scope));
    if (names.length === 0) continue;
    const marked = await markErased(
      tools.transaction,
      { actId: act.actId, partNames: names, actor: actorAtDesk(grant) },
      tools,
    );
    assert(marked.ok, "an act of a case can be erased");
  }
  return entered;
}

function goesWith(name: string, scope: readonly ErasureScope[]): boolean {
  const own = erasureScopeOf(name);
  return own !== null && scope.includes(own);
}
