import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { concatBytes, utf8Bytes, utf8Text } from "#core/bytes.ts";
import { checkpointText, parseCheckpoint } from "#core/log/checkpoint.ts";
import { verifierKey } from "#core/log/note.ts";
import { type BodyNumber, parseBodyNumber } from "#core/record/leaf.ts";
import { queuedText, verifyQueued } from "#core/record/queued-promise.ts";
import { assert as holds, ok } from "#core/result.ts";
import { nativeEngine, nativeSigner } from "#engines/native-engine.ts";
import {
  type BodySigner,
  bodySigner,
  messageOf,
  mightBeCheckpoint,
  type SigningRequest,
} from "./body-signer.ts";
import { serveSigner, signerAtSocket } from "./signer-socket.ts";
import { parseRequestLine, requestBytesMax, requestLine } from "./signing-wire.ts";

const origin = "ledger.example/executive";
const body = bodyOf(7);
const signer = nativeSigner(new Uint8Array(32).fill(7));
const key = verifierKey(nativeEngine, `${origin}/body/7`, "ed25519", signer.publicKey);
const inProcess = bodySigner({
  origin,
  keyOf: (asked) => (asked === body ? { signer, verifierKey: key } : null),
});
const queued: SigningRequest = {
  ...{ what: "queued", body, time: 1_793_600_000_000, due: 20_780 },
  commitment: new Uint8Array(32).fill(1),
};
const reply: SigningRequest = {
  ...{ what: "reply", body, caseTag: new Uint8Array(16).fill(2) },
  digests: [new Uint8Array(32).fill(3), new Uint8Array(32).fill(4)],
};

function bodyOf(number: number): BodyNumber {
  const parsed = parseBodyNumber(number);
  holds(parsed !== null, "a body's number");
  return parsed;
}

async function withSocket(
  run: (place: {
    readonly path: string;
    readonly atSocket: BodySigner;
    stop(): Promise<void>;
  }) => Promise<void>,
  served: BodySigner = inProcess,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-signer-"));
  const path = join(folder, "signer", "socket");
  const running = await serveSigner(path, served);
  let stopped = false;
  const stop = async () => {
    if (!stopped) await running.close();
    stopped = true;
  };
  const publicKeyOf = async (asked: BodyNumber) => (asked === body ? key.text : null);
  try {
    await run({ path, atSocket: signerAtSocket({ path, origin, engine: nativeEngine, publicKeyOf }), stop });
  } finally {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a stranger gets who writes these bytes into the socket; empty when the door is shut without a word. */
async function said(path: string, bytes: Uint8Array): Promise<string> {
  return await new Promise((resolve) => {
    const socket = connect(path);
    let text = "";
    socket.on("data", (chunk) => {
      text += String(chunk);
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(text));
    socket.write(bytes);
  });
}

test("over the socket as in one process: the same promise and the same signature, under the body's public key", async () => {
  await withSocket(async ({ atSocket }) => {
    for (const request of [queued, reply]) {
      const signed = await atSocket.sign(request);
      assert.deepEqual(signed, await inProcess.sign(request));
      assert.ok(signed.ok);
      assert.ok(
        nativeEngine.verifyEd25519(key.publicKey, messageOf(origin, request), signed.value.signature),
      );
    }
    const promise = await atSocket.sign(queued);
    assert.ok(promise.ok && queued.what === "queued");
    const text = queuedText({ origin, ...queued });
    assert.ok(verifyQueued(nativeEngine, { ...promise.value, text }).ok);
  });
});

test("socket and folder are closed to everybody but the owner", async () => {
  await withSocket(async ({ path }) => {
    assert.equal(statSync(dirname(path)).mode & 0o777, 0o700);
    assert.equal(statSync(path).mode & 0o007, 0);
  });
});

test("nothing but the two requests is answered with a signature", async () => {
  const line = (json: unknown) => utf8Bytes(`${JSON.stringify(json)}\n`);
  const good: object = JSON.parse(requestLine(reply));
  const checkpoint = checkpointText({ origin, size: 5, root: new Uint8Array(32).fill(9) });
  await withSocket(async ({ path }) => {
    for (const bytes of [
      utf8Bytes(`${checkpoint}\n`),
      utf8Bytes(`${checkpoint.replaceAll("\n", " ")}\n`),
      line({ what: "checkpoint", body: 7, text: checkpoint }),
      line({ what: "reply", body: 7, message: checkpoint }),
      line({ ...good, text: checkpoint }),
      line({ ...good, body: 0 }),
      line({ ...good, body: 8 }),
      line({ ...good, digests: [] }),
      line({ ...good, digests: Array.from({ length: 65 }, () => Buffer.alloc(32).toString("base64")) }),
      line({ ...good, caseTag: "AA==" }),
      line([good]),
      utf8Bytes("GET / HTTP/1.1\nhost: a\n\n"),
      utf8Bytes(`${requestLine(reply)}${requestLine(reply)}`),
      new Uint8Array(requestBytesMax + 1).fill(0x20),
      Uint8Array.of(0xff, 0x0a),
    ]) {
      assert.doesNotMatch(await said(path, bytes), /signature/, utf8Text(bytes) ?? "bytes");
    }
    assert.match(await said(path, line(good)), /"signature"/, "the test asks as a real client does");
  });
});

test("the signer never signs what could pass for a checkpoint, though the caller choose every byte that is asked for", async () => {
  const root = Buffer.alloc(32, 5).toString("base64");
  for (const size of ["1", "12", "123"]) {
    // The tag and the digest are the caller's: together 48 bytes, just enough for a size and a root.
    const forged = utf8Bytes(`${size}\n${root}\n`.padEnd(48, "\n").slice(0, 48));
    const request: SigningRequest = {
      ...{ what: "reply", body, caseTag: forged.subarray(0, 16) },
      digests: [forged.subarray(16)],
    };
    const message = messageOf(origin, request);
    assert.equal(
      parseCheckpoint(utf8Text(message) ?? "").ok,
      false,
      "our own reader already refuses the first line",
    );
    const isLookAlike = mightBeCheckpoint(message);
    assert.equal((await inProcess.sign(request)).ok, !isLookAlike);
    assert.equal(isLookAlike, size.length <= 2, utf8Text(message) ?? "");
  }
});

test("no request that can be read makes a text that parses as a checkpoint", async () => {
  const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
  const requests = fc.oneof(
    fc.record({
      what: fc.constant("reply" as const),
      body: fc.constant(body),
      caseTag: bytesOf(16),
      digests: fc.array(bytesOf(32), { minLength: 1, maxLength: 4 }),
    }),
    fc.record({
      what: fc.constant("queued" as const),
      body: fc.constant(body),
      commitment: bytesOf(32),
      time: fc.nat(),
      due: fc.nat(),
    }),
  );
  await fc.assert(
    fc.asyncProperty(requests, async (request) => {
      const read = parseRequestLine(utf8Bytes(requestLine(request).trimEnd()));
      assert.deepEqual(read, { ...request });
      const message = messageOf(origin, request);
      const signed = await inProcess.sign(request);
      assert.ok(!signed.ok || !parseCheckpoint(utf8Text(message) ?? "").ok);
      // Nor is one kind of text ever the other's.
      assert.equal(
        utf8Text(message.subarray(0, 14)),
        request.what === "reply" ? "aydyn reply v1" : "aydyn queued v",
      );
    }),
  );
  assert.ok(mightBeCheckpoint(utf8Bytes(checkpointText({ origin, size: 5, root: new Uint8Array(32) }))));
  assert.ok(!mightBeCheckpoint(concatBytes(utf8Bytes("a\n5\n"), new Uint8Array(32))));
});

test("a signer that is away, silent, or has another key gives a problem, not a signature", async () => {
  await withSocket(async ({ atSocket, stop, path }) => {
    await stop();
    assert.deepEqual(await atSocket.sign(reply), { ok: false, problem: "signer-away" });
    // A socket that a killed worker left behind.
    writeFileSync(path, "");
    assert.deepEqual(await atSocket.sign(reply), { ok: false, problem: "signer-away" });
    const again = await serveSigner(path, inProcess);
    assert.ok((await atSocket.sign(reply)).ok, "a new worker takes the place over");
    await again.close();
    assert.ok(!existsSync(path));
  });
  const stranger = nativeSigner(new Uint8Array(32).fill(8));
  const strangers: BodySigner = {
    sign: async (request) => ok({ bodyKey: key.text, signature: stranger.sign(messageOf(origin, request)) }),
  };
  await withSocket(async ({ atSocket }) => {
    assert.deepEqual(await atSocket.sign(reply), { ok: false, problem: "signer-refused" });
    assert.deepEqual(await atSocket.sign({ ...reply, body: bodyOf(9) }), {
      ok: false,
      problem: "signer-refused",
    });
  }, strangers);
  const silent: BodySigner = { sign: () => new Promise(() => {}) };
  await withSocket(async ({ atSocket }) => {
    assert.deepEqual(await atSocket.sign(queued), { ok: false, problem: "signer-away" });
  }, silent);
});

test("a path that no socket can have is named with the setting that shortens it", async () => {
  const path = join(tmpdir(), randomBytes(60).toString("hex"), "socket");
  await assert.rejects(serveSigner(path, inProcess), /AYDYN_SIGNER_SOCKET/);
});
