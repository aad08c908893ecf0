import type { ErasureScope } from "#core/acts/erasure.ts";
import { equalBytes, toHex, utf8Bytes } from "#core/bytes.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { type EnteredActs, type EnterProblem, lockCase } from "#government/cases/index.ts";
import { accountOf } from "#platform/authority/actor.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { uuidFrom } from "#platform/keys/uuid.ts";
import { actorAtDesk } from "./answer-appeal.ts";
import { type AppealTools, jsonPart, partiesPart, tagOf } from "./appeal-tools.ts";
import { type ErasedParts, eraseParts, type OrderedGround, partsWithin } from "./decide-erasure.ts";
import { approveOrder, insertOrder, openOrder, takeBackOrder } from "./erasure-order-store.ts";

/**
 * Erasing what nobody has asked for (a court's order, the end of keeping, the protection of others) takes two people of
 * the body: the head names ground, scope and order, another approves the exact list of parts that goes. What is entered
 * meanwhile changes the list, and the approval of the old one is refused.
 */

const uuidBytes = 16;
const approvalPartName = "approval";

/** SHA-256 over the list: one line for each act, its id and the names of its parts. */
export function partsDigest(parts: readonly ErasedParts[]): Uint8Array {
  const lines = parts.map(({ actId, names }) => `${actId} ${names.join(" ")}\n`);
  return nativeEngine.sha256(utf8Bytes(lines.join("")));
}

/** The head names what is to go and why. Nothing goes before somebody else has approved it. */
export async function orderErasure(
  grant: Grant<"appeal.erase">,
  order: {
    readonly ground: OrderedGround;
    readonly scope: readonly ErasureScope[];
    /** Which order or rule: read by the applicant, never by the public. */
    readonly reference: string;
  },
  tools: AppealTools,
): Promise<Result<null, "nothing-to-erase">> {
  requireGrant(grant, "appeal.erase");
  const tag = tagOf(grant.object);
  await lockCase(tools.transaction, tag);
  const parts = await partsWithin(tools.transaction, tag, order.scope);
  if (parts.length === 0) return refused("nothing-to-erase");
  const writer = accountOf(grant.actor);
  assert(writer !== null, "an office is held by somebody");
  await insertOrder(tools.transaction, {
    tag,
    id: uuidFrom(tools.randomBytes(uuidBytes)),
    ...order,
    digest: partsDigest(parts),
    writer,
    writerPost: actorAtDesk(grant),
    proposedAt: tools.now(),
  });
  return ok(null);
}

/** The head takes an order back that nobody has stood behind yet: who named it, or who heads the body after them. */
export async function takeBackErasure(
  grant: Grant<"appeal.erase">,
  tools: AppealTools,
): Promise<Result<null, "no-order-waits">> {
  requireGrant(grant, "appeal.erase");
  const tag = tagOf(grant.object);
  await lockCase(tools.transaction, tag);
  if ((await openOrder(tools.transaction, tag)) === null) return refused("no-order-waits");
  await takeBackOrder(tools.transaction, tag, { judge: accountOf(grant.actor), at: tools.now() });
  return ok(null);
}

/** The second person stands behind exactly the list whose digest they have read; then it is erased. */
export async function approveErasure(
  grant: Grant<"appeal.approve">,
  read: { readonly digest: Uint8Array },
  tools: AppealTools,
): Promise<Result<EnteredActs, EnterProblem | "no-order-waits" | "parts-changed">> {
  requireGrant(grant, "appeal.approve");
  const { transaction } = tools;
  const tag = tagOf(grant.object.case);
  await lockCase(transaction, tag);
  const order = await openOrder(transaction, tag);
  if (order === null || order.writer !== grant.object.writer) return refused("no-order-waits");
  const now = partsDigest(await partsWithin(transaction, tag, order.scope));
  if (!equalBytes(now, order.digest) || !equalBytes(read.digest, order.digest))
    return refused("parts-changed");
  const judge = accountOf(grant.actor);
  assert(judge !== null && judge !== order.writer, "the policy lets no writer approve");
  const approval = {
    writer: order.writerPost,
    approver: actorAtDesk(grant),
    digest: toHex(order.digest),
  };
  const entered = await eraseParts(
    tag,
    {
      // It lies with the head, who ordered it; the part names who else stands behind it.
      ...{ ground: order.ground, scope: order.scope, actor: order.writerPost },
      parts: [partiesPart({ text: order.reference }), jsonPart(approvalPartName, approval, "open")],
    },
    tools,
  );
  if (!entered.ok) return entered;
  const actId = entered.value.acts[0]?.actId;
  assert(actId !== undefined, "an erasure is one act");
  await approveOrder(transaction, order, { judge, at: tools.now(), actId });
  return entered;
}
