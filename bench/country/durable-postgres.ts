/** The PostgreSQL of a bench: the one that comes with us, with fsync as in any installation, in a folder of its own. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { toHex } from "#core/bytes.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#platform/database/embedded-postgres.ts";
import { findPostgresBinaries } from "#platform/database/postgres-binaries.ts";

const passwordBytes = 24;

/** Starts it; databases are made on it as tests make theirs, but what it commits is on the disk. */
export async function startDurablePostgres(folder: string): Promise<EmbeddedPostgres> {
  return await startEmbeddedPostgres({
    folder: join(folder, "postgres"),
    binaries: await findPostgresBinaries(),
    ownerPassword: toHex(randomBytes(passwordBytes)),
  });
}
