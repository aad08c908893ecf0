import type { CivilDate } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { Transaction } from "#platform/database/database.ts";

/** What names a row of a body's register for ever. */
export interface RegisterKey {
  readonly body: BodyNumber;
  readonly number: string;
  readonly receivedOn: CivilDate;
}

/**
 * Takes a row of a register for this transaction. False when it was entered before, by this run or an earlier one; two
 * runs at once wait for each other.
 */
export async function reserveRow(
  transaction: Transaction,
  { body, number, receivedOn }: RegisterKey,
): Promise<boolean> {
  const rows = await transaction`
    insert into mail_register.entry (body, register_number, received_on)
    values (${body}, ${number}, ${receivedOn})
    on conflict do nothing
    returning 1`;
  return rows.length === 1;
}

/** Says which case a row became. */
export async function nameCaseOfRow(
  transaction: Transaction,
  { body, number, receivedOn }: RegisterKey,
  caseTag: Uint8Array,
): Promise<void> {
  await transaction`
    update mail_register.entry set case_tag = ${caseTag}
    where body = ${body} and register_number = ${number} and received_on = ${receivedOn}`;
}
