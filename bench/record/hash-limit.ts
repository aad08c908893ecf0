import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { assert } from "#core/result.ts";

const bytesHashed = 65;

/**
 * The limit of an audit on one thread, in entries a second: half of what `openssl speed -bytes 65 sha256` hashes, since
 * each entry costs a leaf's hash and a node's.
 */
export async function hashLimit(seconds: number): Promise<number> {
  const parameters = ["speed", "-seconds", String(seconds), "-bytes", String(bytesHashed), "sha256"];
  const { stdout } = await promisify(execFile)("openssl", parameters, { encoding: "utf8" });
  const thousands = /^sha256 +([0-9.]+)k/m.exec(stdout)?.[1];
  assert(thousands !== undefined, `openssl said how fast it hashes: ${stdout}`);
  return (Number(thousands) * 1_000) / bytesHashed / 2;
}
