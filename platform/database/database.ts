/**
 * The connection to PostgreSQL. Each program connects as the role that fits its work, so that the database
 * itself keeps a desk from reading sealed identities (record.md section 2), whatever our code does.
 */
import postgres from "postgres";
import { arrayTypes } from "./array-values.ts";

/** SQL with values as parameters: sql`select … where id = ${id}`. Only stores and migrations hold SQL. */
export type Sql = postgres.Sql<{ bigint: number }>;
/** The same inside `sql.begin(async (transaction) => …)`. */
export type Transaction = postgres.TransactionSql<{ bigint: number }>;

/** What a program may do: see `migrations/0001-roles-and-schemas.sql`. `owner` migrates and does nothing else. */
export const databaseRoles = ["portal", "desk", "worker"] as const;
export type DatabaseRole = (typeof databaseRoles)[number];

export interface Database {
  readonly sql: Sql;
  /** Waits for running statements, then closes all connections. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Shown to the operator in `pg_stat_activity`; it grants nothing: the login in the address does. */
  readonly role: DatabaseRole | "owner";
  /** Most connections held at once; 10 by default. */
  readonly connectionsMax?: number;
  /** After which an idle connection is closed; never by default. */
  readonly idleSecondsMax?: number | undefined;
}

const connectionsMaxDefault = 10;
const closeTimeoutSeconds = 5;
const connectTimeoutSeconds = 10;
/** A page's statement that runs longer is a bug; what the worker and the owner do may be long (0: no limit). */
const statementTimeoutMs = { portal: 15_000, desk: 15_000, worker: 0, owner: 0 } as const;

/** Where a pool came from, for a further connection under the same login. */
const opened = new WeakMap<Sql, { readonly url: string; readonly role: DatabaseOptions["role"] }>();

/**
 * Opens a pool; no connection is made before the first statement. Eight-byte integers (counts, serials,
 * instants) are read as numbers and throw beyond 2^53; `bigint` values are accepted as parameters.
 */
export function openDatabase(url: string, options: DatabaseOptions): Database {
  return openPool(url, options, {});
}

function openPool(
  url: string,
  options: DatabaseOptions,
  special: { readonly max_lifetime?: null },
): Database {
  const sql = postgres(url, {
    max: options.connectionsMax ?? connectionsMaxDefault,
    connect_timeout: connectTimeoutSeconds,
    idle_timeout: options.idleSecondsMax,
    onnotice: () => {},
    connection: {
      application_name: `aydyn-${options.role}`,
      TimeZone: "UTC",
      statement_timeout: statementTimeoutMs[options.role],
    },
    fetch_types: false,
    types: {
      ...arrayTypes,
      bigint: { to: 20, from: [20], parse: parseSafeInteger, serialize: (value: number) => String(value) },
    },
    ...special,
  });
  opened.set(sql, { url, role: options.role });
  return { sql, close: () => sql.end({ timeout: closeTimeoutSeconds }) };
}

/**
 * A connection of its own under the same login, for an advisory lock that is held as long as a session lives:
 * closing it lets go of the lock. When the server cuts it, the lock is lost, and the next statement silently comes
 * from a new session: compare `pg_backend_pid()`.
 *
 * Not the driver's `reserve()`: a reservation asked for while connections are being cut may never be answered
 * (postgres 3.4.9 hands the waiting request to a second connection and forgets it there).
 */
export function openLockConnection(sql: Sql): Database {
  const from = opened.get(sql);
  if (from === undefined) throw new TypeError("a pool that openDatabase made is expected, not a transaction");
  // A session that is renewed from time to time, as a pool's are, would lose its locks.
  return openPool(from.url, { role: from.role, connectionsMax: 1 }, { max_lifetime: null });
}

function parseSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`integer from the database beyond 2^53: ${text}`);
  return value;
}

/** The address of the same server for another login, and another database if one is named. */
export function databaseUrlFor(
  url: string,
  login: { readonly user: string; readonly password: string } | null,
  database?: string,
): string {
  const changed = new URL(url);
  changed.username = login?.user ?? "";
  changed.password = login?.password ?? "";
  if (database !== undefined) changed.pathname = `/${database}`;
  return changed.href;
}
