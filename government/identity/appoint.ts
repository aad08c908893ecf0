import type { AccountId } from "#platform/authority/actor.ts";
import type { Transaction } from "#platform/database/database.ts";
import { uuidFrom } from "#platform/keys/uuid.ts";
import { insertAppointment, type Officeholder } from "./appointment-store.ts";

const uuidLength = 16;

export interface NewAppointment {
  readonly holder: Officeholder;
  readonly from: number;
  /** `null` for an office without a set end. */
  readonly until: number | null;
  /** Two different people, neither of them the holder; `null` only while a country is installed. */
  readonly granted: { readonly by: AccountId; readonly approvedBy: AccountId } | null;
}

/** Gives somebody an office for a time. The database refuses an office that somebody grants or approves for themselves. */
export async function appoint(
  transaction: Transaction,
  appointment: NewAppointment,
  tools: { readonly randomBytes: (length: number) => Uint8Array },
): Promise<void> {
  await insertAppointment(transaction, {
    id: uuidFrom(tools.randomBytes(uuidLength)),
    holder: appointment.holder,
    from: appointment.from,
    until: appointment.until,
    grantedBy: appointment.granted?.by ?? null,
    approvedBy: appointment.granted?.approvedBy ?? null,
  });
}
