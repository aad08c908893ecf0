/** `bin/bundle FOLDER --key FILE`: makes the one file for closed networks. docs/closed-networks.md says the rest. */
import { mkdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { bundleNamespace, makeBundle } from "./bundle/make-bundle.ts";
import { OperatorError, printFailure } from "./operator-error.ts";

const usage =
  "Use: bin/bundle FOLDER --key FILE, where FILE is an SSH key. docs/closed-networks.md says the rest.";
const checkout = join(import.meta.dirname, "..");

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { key: { type: "string" } } });
  const [folder, ...more] = positionals;
  const { key } = values;
  if (folder === undefined || key === undefined || more.length > 0)
    throw new OperatorError("a folder for the bundle and a key to sign it with are needed", usage);
  const publicKey = await readFile(key.endsWith(".pub") ? key : `${key}.pub`, "utf8").catch(() => {
    throw new OperatorError(
      `there is no public key beside ${key}`,
      "Draw one with: ssh-keygen -t ed25519 -f FILE",
    );
  });
  await mkdir(resolve(folder), { recursive: true });
  const { file, commit, payloadSha256 } = await makeBundle({
    ...{ checkout, key: resolve(key) },
    into: resolve(folder),
  });
  const [type, bytes] = publicKey.split(" ");
  console.log(`${file}\ncommit ${commit}\npayload.tar.gz SHA-256 ${payloadSha256}`);
  console.log("\nGive this line to whoever is to trust the bundle, by another way than the bundle:");
  console.log(`release@aydyn namespaces="${bundleNamespace}" ${type} ${bytes}`);
}

try {
  await run();
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
