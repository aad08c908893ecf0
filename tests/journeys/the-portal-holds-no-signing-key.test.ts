/**
 * A portal that is broken into must not be able to sign a checkpoint or speak as a ministry: it runs, files and shows
 * without a private key of log or body anywhere that it can look, and gets its promises from the worker's signer.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { registerPortal } from "#apps/portal/routes.ts";
import { openPortal } from "#apps/portal/tools.ts";
import { parseReceipt, verifyReceipt } from "#core/record/receipt.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import type { Server } from "#platform/http/server.ts";
import { withDemoCountry } from "#tests/country/demo-country.ts";
import { serveDemoSigner } from "#tests/country/demo-signer.ts";

const appeals = 12;
const nobody = 65_534;

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

async function fileByApi(server: Server): Promise<{ readonly status: number; readonly receipt: string }> {
  const answer = await server.fastify.inject({
    method: "POST",
    url: "/api/v1/appeals",
    headers: { "idempotency-key": randomBytes(24).toString("hex") },
    payload: {
      kind: "filed-complaint",
      body: "alagoz-etrap",
      language: "tk",
      subject: "Gaz ýok",
      text: "Obada üç aý bäri gaz ýok.",
      identity: { name: "Nar", address: "Çeşme", contact: "" },
      identityShown: true,
      proofAtOnce: true,
    },
  });
  return { status: answer.statusCode, receipt: JSON.stringify(answer.json().receipt ?? answer.json()) };
}

test("the portal runs where no private key of log or body exists; the worker's signer gives it what it may have", async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), "aydyn-worker-"));
  try {
    await withDemoCountry(appeals, async ({ configuration }) => {
      const { keysFolder, signingKeysFolder, dataFolder } = configuration;
      const seeds = filesBelow(signingKeysFolder).filter((path) => path.endsWith(".seed"));
      assert.ok(seeds.length > 20, "the log and every body have a key, with the worker");
      for (const path of [signingKeysFolder, ...seeds]) assert.equal(statSync(path).mode & 0o077, 0, path);
      assertClosedToOthers(seeds);
      const secrets = seeds.map((path) => readFileSync(path, "utf8").trim());
      renameSync(signingKeysFolder, join(elsewhere, "signing-keys"));
      for (const path of filesBelow(dataFolder)) {
        const text = readFileSync(path, "latin1");
        assert.ok(!secrets.some((secret) => text.includes(secret)), `${path} holds a private key`);
      }

      const portal = await openPortal(configuration, { now: Date.now, randomBytes });
      const server = await registerPortal(portal, null);
      try {
        const unsigned = await fileByApi(server);
        assert.equal(unsigned.status, 201, unsigned.receipt);
        assert.doesNotMatch(unsigned.receipt, /"queued"/);

        const signing = { ...configuration, signingKeysFolder: join(elsewhere, "signing-keys") };
        const running = await serveDemoSigner(signing);
        const signed = await fileByApi(server);
        await running.close();
        const receipt = parseReceipt(signed.receipt);
        assert.ok(receipt.ok, signed.receipt);
        const { bodies } = await portal.tools.parametersReader.read(portal.tools.portal);
        const bodyKeys = bodies.map(({ verifierKey }) => verifierKey);
        const verdict = verifyReceipt(nativeEngine, receipt.value, { policy: null, bodyKeys });
        assert.ok(verdict.ok && verdict.value.state === "queued" && verdict.value.keyJudged);
      } finally {
        await server.fastify.close();
        await portal.close();
      }
      assert.deepEqual(
        filesBelow(keysFolder).filter((path) => path.endsWith(".seed")),
        [],
        "nor did the portal draw keys of its own",
      );
    });
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
});

/** As another user of this computer would try it; only root can try as somebody else. */
function assertClosedToOthers(paths: readonly string[]): void {
  if (process.getuid?.() !== 0) return;
  for (const path of paths.slice(0, 2)) {
    assert.throws(() => execFileSync("/bin/cat", [path], { uid: nobody, gid: nobody, stdio: "pipe" }));
  }
}
