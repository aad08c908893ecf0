import type { BodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import { officeInPayload } from "#platform/authority/acting-office.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { Transaction } from "#platform/database/database.ts";
import { lockBodies, readBodyTree } from "./bodies-store.ts";
import { enterBody, type RegisterBodyTools } from "./register-body.ts";
import { registersFor } from "./register-rule.ts";

export interface MovedRegister {
  readonly body: BodyNumber;
  readonly from: BodyNumber;
  readonly to: BodyNumber;
}

/**
 * Judges every register anew by how many appeals came to each body in a month, and enters one public act for each body
 * whose acts stand elsewhere from now on. Cases that are there stay in their register. Done twice, it is done once.
 */
export async function moveRegisters(
  transaction: Transaction,
  grant: Grant<"body.move-register">,
  filingsPerMonth: ReadonlyMap<BodyNumber, number>,
  tools: Omit<RegisterBodyTools, "sql">,
): Promise<readonly MovedRegister[]> {
  requireGrant(grant, "body.move-register");
  await lockBodies(transaction);
  const { all } = await readBodyTree(transaction);
  const registers = registersFor(all, (body) => filingsPerMonth.get(body) ?? 0);
  const moving = all.flatMap((body) => {
    const register = registers.get(body.number) ?? body.number;
    return register === body.register ? [] : [{ body, register }];
  });
  // Whoever keeps a register of its own again does so first: others may move into it.
  const inOrder = moving.toSorted(
    (one, other) => Number(one.register !== one.body.number) - Number(other.register !== other.body.number),
  );
  const actor = officeInPayload(grant.actor, grant.object.cabinet);
  for (const { body, register } of inOrder) {
    const entered = await enterBody(transaction, { ...body, register }, actor, tools);
    assert(entered.ok, `the register of ${body.slug} moves: ${JSON.stringify(entered)}`);
  }
  return inOrder.map(({ body, register }) => ({ body: body.number, from: body.register, to: register }));
}
