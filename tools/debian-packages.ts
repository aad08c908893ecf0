/** Installs the Debian packages that the tests need, when we may; otherwise says which are missing. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { foreignPrograms, missingPrograms } from "./foreign-programs.ts";

const installTimeoutMs = 600_000;

/** Installs packages by name with apt-get; returns whether all went well. Needs root. */
export function aptInstall(packages: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  console.log(`Installing Debian packages: ${packages.join(" ")} …`);
  const apt = (parameters: readonly string[]) =>
    spawnSync("apt-get", ["-qq", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=120", ...parameters], {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      stdio: ["ignore", "ignore", "inherit"],
      timeout: installTimeoutMs,
    }).status === 0;
  const install = () => apt(["install", "-y", "--no-install-recommends", ...packages]);
  // The lists of a fresh machine are empty or old; a machine that is offline may still have what it needs.
  return (apt(["update"]) && install()) || install();
}

/** Makes sure that the foreign programs are there. Returns the reasons why tests will be skipped, empty if none. */
export function ensureForeignPrograms(): readonly string[] {
  const packages = missingPrograms().map((name) => foreignPrograms[name].package);
  if (packages.length > 0) aptInstall(packages);
  return missingPrograms().map((name) => {
    const { why, package: debianPackage } = foreignPrograms[name];
    return `${name} is missing (${why}): apt-get install ${debianPackage}`;
  });
}

if (import.meta.main) {
  for (const reason of ensureForeignPrograms()) console.log(`Tests will be skipped: ${reason}`);
}
