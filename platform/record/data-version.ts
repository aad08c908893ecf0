/** Whether anything in the record changed, as every process of an installation learns of it. */
import type { Sql } from "#platform/database/database.ts";
import { witnessedChannel } from "./ledger-store.ts";
import { pendingChannel } from "./pending-store.ts";

export interface DataVersion {
  /** Another number after each act that was committed and each checkpoint that was published, anywhere. */
  current(): number;
  /** Something was changed by this very process: its own readers see it at once. */
  changedHere(): void;
  close(): Promise<void>;
}

/**
 * Listens to the database. While the connection is away nothing can be learned: the number changes when it is back,
 * and what was kept by the number meanwhile must have a last moment of its own.
 */
export async function watchDataVersion(sql: Sql): Promise<DataVersion> {
  let version = 0;
  const changed = () => {
    version += 1;
  };
  // The third argument is called each time that listening begins, also after a lost connection.
  const listening = await Promise.all(
    [pendingChannel, witnessedChannel].map((channel) => sql.listen(channel, changed, changed)),
  );
  return {
    current: () => version,
    changedHere: changed,
    close: async () => {
      await Promise.all(listening.map(({ unlisten }) => unlisten()));
    },
  };
}
