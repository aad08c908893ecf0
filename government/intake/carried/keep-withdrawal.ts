import { withdrawalBytes } from "#core/record/carried-withdrawal.ts";
import { type AppealTools, insertWithdrawalCode } from "#government/appeals/index.ts";

/** Keeps what judges the withdrawal code that the page has drawn; nothing for a file of a page that drew none. */
export async function keepWithdrawal(
  { transaction }: AppealTools,
  tag: Uint8Array,
  commitment: string | undefined,
): Promise<void> {
  if (commitment !== undefined) await insertWithdrawalCode(transaction, tag, withdrawalBytes(commitment));
}
