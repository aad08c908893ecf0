import type { Sql } from "#platform/database/database.ts";
import type { Queryable } from "./act-store.ts";

/**
 * The advisory lock that keeps a second sequencer of a log out. One connection takes it and does nothing else: the
 * driver never settles a statement on a reserved connection that was cut, so all work runs on the pool, and the
 * compare-and-swap asks whether the lock's connection still lives.
 */
export interface SequencerLock {
  readonly log: string;
  /** The database's process that holds the lock. */
  readonly backend: number;
  /** Gives the lock back, if the connection still lives. */
  release(): Promise<void>;
}

/** A live connection answers an unlocking at once; a dead one never. */
const releaseTimeoutMs = 1_000;

/** Takes the lock of a log; `null` when another sequencer holds it. */
export async function takeSequencerLock(sql: Sql, log: string): Promise<SequencerLock | null> {
  const connection = await sql.reserve();
  const rows = await connection<{ taken: boolean; backend: number }[]>`
    select pg_try_advisory_lock(hashtextextended(${lockName(log)}, 0)) as taken, pg_backend_pid() as backend`;
  const [row] = rows;
  if (row?.taken !== true) {
    connection.release();
    return null;
  }
  const { backend } = row;
  const lock: SequencerLock = {
    log,
    backend,
    release: async () => {
      const held = await sql`select 1 where ${holdsLock(sql, lock)}`.catch(() => []);
      // The pool took the connection back when it was cut; releasing it twice would hand it out twice.
      if (held.length === 0) return;
      const unlocked = connection`select pg_advisory_unlock(hashtextextended(${lockName(log)}, 0))`;
      if (await settlesWithin(unlocked, releaseTimeoutMs)) connection.release();
    },
  };
  return lock;
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

async function settlesWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const settled = work.then(
    () => true,
    () => false,
  );
  const inTime = await Promise.race([settled, tooLong]);
  clearTimeout(timer);
  return inTime;
}
