/**
 * Logins of the programs. PostgreSQL's roles belong to the whole server, not to one database: the privileges
 * are therefore granted to three roles without login (aydyn_portal, aydyn_desk, aydyn_worker), and every
 * installation has logins of its own in them. Two installations, or tests beside one, never change each
 * other's passwords.
 */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { toHex } from "#core/bytes.ts";
import { NotStartedError } from "#platform/operations/not-started.ts";
import {
  type Database,
  type DatabaseRole,
  databaseRoles,
  databaseUrlFor,
  openDatabase,
  type Sql,
} from "./database.ts";

/** `user` is `aydyn_<role>_<installation>`. */
export interface RoleLogin {
  readonly user: string;
  readonly password: string;
}
export type RoleLogins = Readonly<Record<DatabaseRole, RoleLogin>>;

const installationBytes = 4;
const passwordBytes = 24;
const loginPattern = /^aydyn_(portal|desk|worker)_[0-9a-z]+$/;
const passwordPattern = /^[0-9a-f]{32,}$/;

/** Where logins lie: those of the portal's pages and desks in one folder, the worker's in its own. */
export interface LoginFolders {
  readonly keysFolder: string;
  readonly signingKeysFolder: string;
}

/** The file with the logins that lie in a folder of keys. */
export function roleLoginsFile(folder: string): string {
  return join(folder, "database-logins.json");
}

function folderOf(folders: LoginFolders, role: DatabaseRole): string {
  return role === "worker" ? folders.signingKeysFolder : folders.keysFolder;
}

/** Draws new logins. `installation` tells installations on one server apart: lower-case letters and digits. */
export function drawRoleLogins(
  randomBytes: (length: number) => Uint8Array,
  installation: string = toHex(randomBytes(installationBytes)),
): RoleLogins {
  const login = (role: DatabaseRole): RoleLogin => ({
    user: `aydyn_${role}_${installation}`,
    password: toHex(randomBytes(passwordBytes)),
  });
  return { portal: login("portal"), desk: login("desk"), worker: login("worker") };
}

/** Reads the logins of an installation. Throws when a file is missing or not as `writeRoleLogins` wrote it. */
export async function readRoleLogins(folders: LoginFolders): Promise<RoleLogins> {
  const [portal, desk, worker] = await Promise.all([
    readLogin(folders, "portal"),
    readLogin(folders, "desk"),
    readLogin(folders, "worker"),
  ]);
  return { portal, desk, worker };
}

async function readLogin(folders: LoginFolders, role: DatabaseRole): Promise<RoleLogin> {
  const file = roleLoginsFile(folderOf(folders, role));
  const read: unknown = JSON.parse(await readFile(file, "utf8"));
  return parseLogin(read, role, file);
}

/** Writes the logins so that the owner of each folder alone can read them; a file is whole or not there. */
export async function writeRoleLogins(folders: LoginFolders, logins: RoleLogins): Promise<void> {
  const { portal, desk, worker } = logins;
  await writeLogins(folders.signingKeysFolder, { worker });
  await writeLogins(folders.keysFolder, { portal, desk });
}

async function writeLogins(folder: string, logins: Partial<RoleLogins>): Promise<void> {
  const file = roleLoginsFile(folder);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(`${file}.new`, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}

/** Reads the logins, or draws and writes them at the first start. */
export async function readOrDrawRoleLogins(
  folders: LoginFolders,
  randomBytes: (length: number) => Uint8Array,
): Promise<RoleLogins> {
  try {
    return await readRoleLogins(folders);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    const logins = drawRoleLogins(randomBytes);
    await writeRoleLogins(folders, logins);
    return logins;
  }
}

/** The address at which one role reaches the database that `url` names; whatever credentials `url` holds are dropped. */
export function roleUrl(url: string, logins: RoleLogins, role: DatabaseRole): string {
  return databaseUrlFor(url, logins[role]);
}

/**
 * Opens the database of an installation as one role: what every program of `apps/` calls. `databaseUrl` names
 * server and database; the login comes from the folder of keys that the role may read, so no program needs to know the owner's.
 */
export async function openRoleDatabase(
  installation: { readonly databaseUrl: string | null } & LoginFolders,
  role: DatabaseRole,
  connectionsMax?: number,
): Promise<Database> {
  if (installation.databaseUrl === null) {
    throw new NotStartedError(
      "DATABASE_URL is not set; `npm start` sets it to the embedded PostgreSQL's address",
    );
  }
  const login = await readLogin(installation, role);
  const options = connectionsMax === undefined ? { role } : { role, connectionsMax };
  return openDatabase(databaseUrlFor(installation.databaseUrl, login), options);
}

/**
 * Creates the logins or sets their passwords again; repeatable. Needs a login with CREATEROLE, after the
 * migrations made the roles. With `closeToOthers` nobody else may connect to this database.
 */
export async function ensureRoleLogins(
  owner: Sql,
  logins: RoleLogins,
  options: { readonly closeToOthers: boolean },
): Promise<void> {
  await owner.begin(async (transaction) => {
    if (options.closeToOthers) {
      await transaction.unsafe(`do $$ begin
        execute format('revoke all on database %I from public', current_database()); end $$`);
    }
    for (const role of databaseRoles) {
      const { user, password } = checkedLogin(logins[role]);
      const known = await transaction`select 1 from pg_roles where rolname = ${user}`;
      const verb = known.length === 0 ? "create" : "alter";
      // Utility statements take no parameters; both texts were checked to be letters, digits and underscores.
      await transaction.unsafe(`${verb} role ${user} login inherit password '${password}'`);
      await transaction.unsafe(`grant aydyn_${role} to ${user}`);
      await transaction.unsafe(`do $$ begin
        execute format('grant connect on database %I to ${user}', current_database()); end $$`);
    }
  });
}

function checkedLogin(login: RoleLogin): RoleLogin {
  if (!loginPattern.test(login.user) || !passwordPattern.test(login.password)) {
    throw new TypeError(`not a login of ours: ${login.user}`);
  }
  return login;
}

function parseLogin(read: unknown, role: DatabaseRole, file: string): RoleLogin {
  const entry = isRecord(read) ? read[role] : undefined;
  const user = isRecord(entry) ? entry.user : undefined;
  const password = isRecord(entry) ? entry.password : undefined;
  if (typeof user !== "string" || typeof password !== "string")
    throw new TypeError(`${file}: no login for ${role}`);
  return checkedLogin({ user, password });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
