/** Makes a bundle and walks with it through a network namespace in which nothing is, as a user who may do nothing. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { bundleNamespace, makeBundle } from "#tools/bundle/make-bundle.ts";

const checkout = join(import.meta.dirname, "..", "..", "..");
/** "nobody" on Debian and most others. */
const nobody = 65_534;
const stepPattern = /^step: (.*)$/;
const walkTimeoutMs = 20 * 60_000;
const placesOfNode = ["/usr/bin/node", "/usr/local/bin/node", "/bin/node"];

/** Gives how many steps were walked; rejects with everything that was printed when one fails. */
export async function closedNetwork(report: (what: string) => void): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-closed-"));
  try {
    chmodSync(folder, 0o755);
    report("making the bundle");
    const { bundle, signers } = await signedBundle(folder);
    const walk = join(folder, "walk");
    copyFileSync(join(import.meta.dirname, "walk"), walk);
    const home = join(folder, "home");
    mkdirSync(home, { mode: 0o755 });
    if (isRoot()) chownSync(home, nobody, nobody);
    return await walked([walk, bundle, signers, home], report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function signedBundle(folder: string): Promise<{ readonly bundle: string; readonly signers: string }> {
  const key = join(folder, "release");
  const drawn = spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key]);
  assert.equal(drawn.status, 0, String(drawn.stderr));
  const { file } = await makeBundle({ checkout, into: folder, key });
  const [type = "", bytes = ""] = readFileSync(`${key}.pub`, "utf8").split(" ");
  const signers = join(folder, "signers");
  writeFileSync(signers, `release@aydyn namespaces="${bundleNamespace}" ${type} ${bytes}\n`);
  return { bundle: file, signers };
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Runs a command where only the loopback is, where no Node.js is found, and as nobody in particular. */
async function walked(command: readonly string[], report: (what: string) => void): Promise<number> {
  const hidden = placesOfNode
    .map((path) => `if [ -e ${path} ]; then mount --bind /dev/null ${path}; fi`)
    .join("; ");
  const dropped = isRoot()
    ? `setpriv --reuid=${nobody} --regid=${nobody} --clear-groups`
    : `unshare --user --map-user=${process.getuid?.()} --map-group=${process.getgid?.()}`;
  const script = `${hidden}; ip link set lo up && exec ${dropped} env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 "$@"`;
  const own = isRoot() ? [] : ["--user", "--map-root-user"];
  const parameters = [...own, "--net", "--mount", "bash", "-c", script, "bash", ...command];
  const running = spawn("unshare", parameters, { stdio: ["ignore", "pipe", "pipe"], timeout: walkTimeoutMs });
  const printed: string[] = [];
  let steps = 0;
  for (const stream of [running.stdout, running.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      printed.push(line);
      const step = stepPattern.exec(line)?.[1];
      if (step === undefined) return;
      steps += 1;
      report(step);
    });
  }
  const [code] = await once(running, "close");
  assert.equal(code, 0, printed.join("\n"));
  return steps;
}
