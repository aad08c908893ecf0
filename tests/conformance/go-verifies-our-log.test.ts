/** A log written by our code, judged by another implementation in another language: golang.org/x/mod. */
import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { checkpointText } from "#core/log/checkpoint.ts";
import { cosign } from "#core/log/cosignature.ts";
import { signNote, verifierKey } from "#core/log/note.ts";
import { serializeProof } from "#core/log/proof.ts";
import { appendToTiles, emptyRightEdge, entriesPath, inclusionProof, tilePath } from "#core/log/tile.ts";
import { nativeEngine, nativeSigner } from "#engines/native-engine.ts";
import { folderSource, vectorEntries, vectorEntry } from "./tlog-vectors.ts";

const goPath = "/usr/share/gocode";
const origin = "ledger.example/executive";
const logSigner = nativeSigner(new Uint8Array(32).fill(7));
const witnessSigner = nativeSigner(new Uint8Array(32).fill(8));
const logKey = verifierKey(nativeEngine, origin, "ed25519", logSigner.publicKey).text;
const size = 66_000;
const provedIndex = 65_601;

function reasonToSkip(): false | string {
  const hasGo = spawnSync("go", ["version"]).status === 0;
  if (hasGo && existsSync(join(goPath, "src/golang.org/x/mod/sumdb/tlog"))) return false;
  return "needs Go: apt-get install golang-go golang-golang-x-mod-dev";
}

const missing = reasonToSkip();
// On the build machine nothing is skipped: there a missing Go is a failure.
const skip = process.env.CI ? false : missing;

let folder = "";

function writeLog(): void {
  const entries = vectorEntries(size);
  const batch = appendToTiles(nativeEngine, { size: 0, rightEdge: emptyRightEdge }, entries);
  for (const file of batch.files) {
    mkdirSync(dirname(join(folder, file.path)), { recursive: true });
    writeFileSync(join(folder, file.path), file.bytes);
  }
  const text = checkpointText({ origin, size, root: batch.root });
  const witness = { name: "witness.example/w1", signer: witnessSigner, timeSeconds: 1_790_000_000 };
  const note = signNote(nativeEngine, text, origin, logSigner) + cosign(nativeEngine, text, witness);
  writeFileSync(join(folder, "checkpoint"), note);
}

async function writeProof(): Promise<void> {
  const hashes = await inclusionProof(nativeEngine, folderSource(folder), provedIndex, size);
  const checkpoint = readFileSync(join(folder, "checkpoint"), "utf8");
  const proof = serializeProof({ index: provedIndex, hashes, checkpoint, extra: new Uint8Array([1, 2, 3]) });
  writeFileSync(join(folder, "proof"), proof);
  writeFileSync(join(folder, "leaf"), vectorEntry(provedIndex));
}

function verifyTree(): SpawnSyncReturns<string> {
  return spawnSync(join(folder, "verify-log"), ["tree", logKey, folder], { encoding: "utf8" });
}

function verifyProof(proof = "proof", leaf = "leaf"): SpawnSyncReturns<string> {
  const files = [proof, leaf].map((name) => join(folder, name));
  return spawnSync(join(folder, "verify-log"), ["proof", logKey, ...files], { encoding: "utf8" });
}

/** Runs a check while one byte of a file is another, and puts the file back. */
function withAlteredByte(path: string, at: number, check: () => void): void {
  const honest = readFileSync(join(folder, path));
  assert.ok(at < honest.length, "the byte to alter is there");
  const altered = Buffer.from(honest);
  altered[at] = (altered[at] ?? 0) ^ 1;
  writeFileSync(join(folder, path), altered);
  try {
    check();
  } finally {
    writeFileSync(join(folder, path), honest);
  }
}

describe("golang.org/x/mod verifies our log", () => {
  before(async () => {
    if (missing !== false) return;
    folder = mkdtempSync(join(tmpdir(), "aydyn-go-"));
    // Without modules the Debian packages are the only source: nothing is fetched.
    const env = {
      ...process.env,
      GO111MODULE: "off",
      GOPATH: goPath,
      GOFLAGS: "",
      GOCACHE: join(folder, "cache"),
    };
    const source = join(import.meta.dirname, "go", "verify-log");
    const built = spawnSync("go", ["build", "-o", join(folder, "verify-log"), "main.go"], {
      cwd: source,
      env,
      encoding: "utf8",
    });
    assert.equal(built.status, 0, built.stderr);
    writeLog();
    await writeProof();
  });

  after(() => {
    if (folder !== "") rmSync(folder, { recursive: true, force: true });
  });

  test("Go and its module package are installed", { skip }, () => {
    assert.equal(missing, false);
  });

  test("the checkpoint, every entry and every tile", { skip }, () => {
    const verdict = verifyTree();
    assert.equal(verdict.status, 0, verdict.stderr);
    // 257 full and one partial tile of level 0, one full and one partial of level 1, one partial of level 2.
    assert.equal(verdict.stdout, `${size} entries and 261 tiles of ${origin}\n`);
  });

  test("an inclusion proof", { skip }, () => {
    const verdict = verifyProof();
    assert.equal(verdict.status, 0, verdict.stderr);
    assert.equal(verdict.stdout, `entry ${provedIndex} is in ${origin} of size ${size}\n`);
  });

  test("one altered byte in an entry, a tile, the size, the root, the signature", { skip }, () => {
    const signature = readFileSync(join(folder, "checkpoint"), "utf8").indexOf("— ") + origin.length + 30;
    const alterations: [string, number][] = [
      [entriesPath(100, 256), 5],
      [tilePath(0, 100, 256), 0],
      [tilePath(1, 1, 1), 31],
      ["checkpoint", origin.length + 2],
      ["checkpoint", origin.length + 12],
      ["checkpoint", signature],
    ];
    for (const [path, at] of alterations) {
      withAlteredByte(path, at, () => assert.equal(verifyTree().status, 1, `${path} at ${at}`));
    }
    assert.equal(verifyTree().status, 0);
  });

  test("an altered leaf, index, hash or checkpoint in a proof", { skip }, () => {
    withAlteredByte("leaf", 0, () => assert.equal(verifyProof().status, 1));
    const proof = readFileSync(join(folder, "proof"), "utf8");
    const places = [proof.indexOf("index ") + 6, proof.indexOf("index ") + 14, proof.indexOf("\n\n") + 4];
    for (const at of places)
      withAlteredByte("proof", at, () => assert.equal(verifyProof().status, 1, `at ${at}`));
    assert.equal(verifyProof().status, 0);
  });

  test("a log signed by another key", { skip }, () => {
    const stranger = verifierKey(nativeEngine, origin, "ed25519", witnessSigner.publicKey).text;
    const verdict = spawnSync(join(folder, "verify-log"), ["tree", stranger, folder], { encoding: "utf8" });
    assert.equal(verdict.status, 1);
  });
});
