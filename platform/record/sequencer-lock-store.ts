import { openLockConnection, type Sql } from "#platform/database/database.ts";
import type { Queryable } from "./act-store.ts";

/**
 * The advisory lock that keeps a second sequencer of a log out. A connection of its own takes it and does
 * nothing else; all work runs on the pool, and the compare-and-swap asks whether the lock's connection still lives.
 */
export interface SequencerLock {
  readonly log: string;
  /** The database's process that holds the lock. */
  readonly backend: number;
  /** Gives the lock back by closing its connection, which may be cut already. */
  release(): Promise<void>;
}

/** Takes the lock of a log; `null` when another sequencer holds it. */
export async function takeSequencerLock(sql: Sql, log: string): Promise<SequencerLock | null> {
  const connection = openLockConnection(sql);
  const rows = await connection.sql<{ taken: boolean; backend: number }[]>`
    select pg_try_advisory_lock(hashtextextended(${lockName(log)}, 0)) as taken, pg_backend_pid() as backend`;
  const [row] = rows;
  if (row?.taken !== true) {
    await connection.close();
    return null;
  }
  return { log, backend: row.backend, release: connection.close };
}

/** The condition that the lock is still held by the connection that took it; a fragment for a statement. */
export function holdsLock(sql: Queryable, lock: SequencerLock) {
  return sql`exists (
    select 1 from pg_locks, hashtextextended(${lockName(lock.log)}, 0) as key
    where locktype = 'advisory' and granted and pid = ${lock.backend}
      and database = (select oid from pg_database where datname = current_database())
      and classid::bigint = (key >> 32) & 4294967295 and objid::bigint = key & 4294967295 and objsubid = 1)`;
}

function lockName(log: string): string {
  return `aydyn sequencer ${log}`;
}
