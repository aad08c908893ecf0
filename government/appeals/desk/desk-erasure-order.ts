import { mayBeGranted } from "#platform/authority/grant.ts";
import { type ErasureOrder, openOrder } from "../erasure-order-store.ts";
import type { PortalTools } from "../portal-tools.ts";
import type { DeskCase } from "./desk-access.ts";

/** The erasure by order that waits in a case, and whether this person may stand behind it. */
export async function orderBefore(
  tools: PortalTools,
  { row, actor, object }: Pick<DeskCase, "row" | "actor" | "object">,
): Promise<{ readonly order: ErasureOrder; readonly mayApprove: boolean } | null> {
  const order = await openOrder(tools.desk, row.tag);
  if (order === null) return null;
  const approval = { kind: "approval", case: object, writer: order.writer } as const;
  return { order, mayApprove: mayBeGranted(actor, "appeal.approve", approval) };
}
