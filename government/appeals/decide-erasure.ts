import {
  type ErasureGround,
  type ErasureRefusalGround,
  type ErasureScope,
  erasureScopeOf,
} from "#core/acts/erasure.ts";
import { civilDateAt } from "#core/clock/civil-date.ts";
import type { ActKind } from "#core/record/kinds.ts";
import { parsePayload } from "#core/record/payload.ts";
import { assert, type Result, refused } from "#core/result.ts";
import {
  appendCaseActs,
  type EnteredActs,
  type EnterProblem,
  type Queryable,
} from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { PartToAppend } from "#platform/record/act.ts";
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
    tag,
    { ground: "applicant-asked", scope: asked.value, actor: actorAtDesk(grant), parts: [] },
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

/** What goes of one act. */
export interface ErasedParts {
  readonly actId: string;
  readonly kind: ActKind;
  /** Place among the acts of the case, from 1. */
  readonly position: number;
  readonly names: readonly string[];
}

/** The very parts of a case that a scope takes, in the order of its acts. */
export async function partsWithin(
  sql: Queryable,
  tag: Uint8Array,
  scope: readonly ErasureScope[],
): Promise<readonly ErasedParts[]> {
  return (await actsOfCase(sql, tag)).flatMap(({ actId, kind, payload }, at) => {
    // By what order something was erased is not erased with it.
    if (kind === "erased" || payload === null) return [];
    const read = parsePayload(payload);
    assert(read.ok, "a payload that was written can be read");
    const names = read.value.parts.map(({ name }) => name).filter((name) => goesWith(name, scope));
    return names.length === 0 ? [] : [{ actId, kind, position: at + 1, names }];
  });
}

/** Takes the parts out of every act of the case, and enters one act that says so. */
export async function eraseParts(
  tag: Uint8Array,
  what: {
    readonly ground: ErasureGround;
    readonly scope: readonly ErasureScope[];
    readonly actor: string;
    /** Beside the codes: by which order, and who stands behind it. */
    readonly parts: readonly PartToAppend[];
  },
  tools: AppealTools,
): Promise<Result<EnteredActs, EnterProblem>> {
  const { ground, scope, actor, parts } = what;
  const going = await partsWithin(tools.transaction, tag, scope);
  const entered = await appendCaseActs(tools, tag, [
    { kind: "erased", actor, details: { ground, scope: [...scope] }, parts },
  ]);
  if (!entered.ok) return entered;
  for (const { actId, names } of going) {
    const marked = await markErased(tools.transaction, { actId, partNames: names, actor }, tools);
    assert(marked.ok, "an act of a case can be erased");
  }
  return entered;
}

function goesWith(name: string, scope: readonly ErasureScope[]): boolean {
  const own = erasureScopeOf(name);
  return own !== null && scope.includes(own);
}
