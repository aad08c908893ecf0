/** The database of `npm start`: the embedded server or the one of DATABASE_URL, migrated, its logins in the keys folder. */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toHex } from "#core/bytes.ts";
import type { Configuration } from "#platform/config/config.ts";
import { type Database, databaseUrlFor, openDatabase } from "#platform/database/database.ts";
import {
  type EmbeddedPostgres,
  ownerUser,
  startEmbeddedPostgres,
} from "#platform/database/embedded-postgres.ts";
import { findPostgresBinaries } from "#platform/database/postgres-binaries.ts";
import {
  emptyDatabase,
  ensureDatabaseExists,
  isInstalled,
  prepareDatabase,
} from "#platform/database/prepare.ts";
import { type RoleLogins, readOrDrawRoleLogins } from "#platform/database/role-logins.ts";
import {
  discardHalfFilled,
  ownerPasswordFile,
  readInstallation,
  separateSigningKeys,
  writeInstallation,
} from "./installation-state.ts";
import { OperatorError } from "./operator-error.ts";

export interface DemoDatabase {
  readonly owner: Database;
  /** With the owner's login: for migrating and filling, never given to a program. */
  readonly ownerUrl: string;
  /** Server and database without a login: what the programs get as DATABASE_URL. */
  readonly publicUrl: string;
  readonly logins: RoleLogins;
  readonly server: EmbeddedPostgres | null;
  /** Names of the migrations that ran now. */
  readonly migrated: readonly string[];
  /** Whether people and bodies are still to be put in. */
  readonly isEmpty: boolean;
}

const passwordBytes = 24;
const databaseName = "aydyn";

export interface OwnerConnection {
  readonly owner: Database;
  readonly ownerUrl: string;
  readonly server: EmbeddedPostgres | null;
  close(): Promise<void>;
}

/** Starts the server if it is ours, and connects as the owner; the database is created if need be, and nothing migrated. */
export async function connectOwner(configuration: Configuration): Promise<OwnerConnection> {
  const { keysFolder } = configuration;
  await mkdir(keysFolder, { recursive: true, mode: 0o700 });
  const server = configuration.databaseUrl === null ? await startServer(configuration) : null;
  try {
    const ownerUrl =
      configuration.databaseUrl ??
      databaseUrlFor(
        server?.url ?? "",
        { user: ownerUser, password: await ownerPassword(keysFolder) },
        databaseName,
      );
    await ensureDatabaseExists(ownerUrl);
    const owner = openDatabase(ownerUrl, { role: "owner" });
    const close = async (): Promise<void> => {
      await owner.close();
      await server?.stop();
    };
    return { owner, ownerUrl, server, close };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

/** Brings the database to where it can be filled or used. */
export async function openDemoDatabase(configuration: Configuration): Promise<DemoDatabase> {
  const { dataFolder, mode } = configuration;
  const connection = await connectOwner(configuration);
  const { owner, ownerUrl, server } = connection;
  try {
    const isEmpty = await enterInstallation(configuration, owner);
    await separateSigningKeys(configuration);
    const logins = await readOrDrawRoleLogins(configuration, randomBytes);
    const migrated = await prepareDatabase(owner.sql, logins);
    if (isEmpty && mode === "production") await writeInstallation(dataFolder, "ready", mode);
    const publicUrl = databaseUrlFor(ownerUrl, null);
    return { owner, ownerUrl, publicUrl, logins, server, migrated, isEmpty };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Marks the installation as begun, or throws away one that was cut off; returns whether it is empty now. */
async function enterInstallation(configuration: Configuration, owner: Database): Promise<boolean> {
  const { dataFolder, mode } = configuration;
  const known = await readInstallation(dataFolder);
  if (known.mode !== null && known.mode !== mode) {
    throw new OperatorError(
      `the data in ${dataFolder} was made with AYDYN_MODE=${known.mode}`,
      "Set AYDYN_MODE to that again, or AYDYN_DATA to another folder.",
    );
  }
  if (known.state === "ready") return false;
  if (known.state === "new" && (await isInstalled(owner.sql))) {
    throw new OperatorError(
      `the database already belongs to an installation whose files are not in ${dataFolder}`,
      "Set AYDYN_DATA to the folder of that installation, or DATABASE_URL to another database.",
    );
  }
  if (known.state === "filling") {
    await emptyDatabase(owner.sql);
    await discardHalfFilled(dataFolder);
  }
  await writeInstallation(dataFolder, "filling", mode);
  return true;
}

async function startServer(configuration: Configuration): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({
    folder: join(configuration.dataFolder, "postgres"),
    binaries: await findPostgresBinaries(),
    ownerPassword: await ownerPassword(configuration.keysFolder),
  });
}

async function ownerPassword(keysFolder: string): Promise<string> {
  const file = ownerPasswordFile(keysFolder);
  const known = await readFile(file, "utf8").catch(() => null);
  if (known !== null) return known.trim();
  const password = toHex(randomBytes(passwordBytes));
  await writeFile(file, `${password}\n`, { mode: 0o600, flush: true });
  return password;
}
