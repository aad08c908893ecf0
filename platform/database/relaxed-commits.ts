import type { Sql } from "./database.ts";

/**
 * Lets new connections of this database answer a commit before it is on disk, or makes them wait again and writes out
 * what is outstanding. Only for a database that is made anew when anything goes wrong, such as the demo while it is
 * being seeded.
 */
export async function relaxCommits(owner: Sql, relaxed: boolean): Promise<void> {
  const [row] = await owner<{ name: string }[]>`select quote_ident(current_database()) as name`;
  if (row === undefined) throw new Error("a connection has a database");
  if (relaxed) {
    await owner.unsafe(`alter database ${row.name} set synchronous_commit = off`);
    return;
  }
  await owner.begin(async (transaction) => {
    // The write-ahead log is one sequence: a commit that waits for the disk has all earlier ones on it too. A
    // checkpoint would do as well, but only a superuser may ask for one.
    await transaction`set local synchronous_commit = on`;
    await transaction.unsafe(`alter database ${row.name} reset synchronous_commit`);
  });
}
