/** The peer of filing: the same driver, as many clients, one bare row in each transaction; a program of its own. */
import { randomBytes } from "node:crypto";
import { openDatabase } from "#platform/database/database.ts";
import { insertBareRow } from "../record/bare-row-store.ts";

export interface InsertRound {
  readonly clients: number;
  readonly seconds: number;
}

const [url = "", connections = ""] = process.argv.slice(2);
const database = openDatabase(url, { role: "portal", connectionsMax: Number(connections) });

async function perSecond({ clients, seconds }: InsertRound): Promise<number> {
  let rows = 0;
  const begun = performance.now();
  const end = begun + seconds * 1_000;
  const insert = async (): Promise<void> => {
    while (performance.now() < end) {
      await insertBareRow(database.sql, randomBytes);
      rows += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, insert));
  return (rows * 1_000) / (performance.now() - begun);
}

process.on("message", (round: InsertRound) => {
  perSecond(round).then(
    (measured) => process.send?.(measured),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on("disconnect", () => {
  void database.close().then(() => process.exit(0));
});
