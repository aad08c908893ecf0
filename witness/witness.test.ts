import assert from "node:assert/strict";
import { test } from "node:test";
import { verifyCosignature } from "#core/log/cosignature.ts";
import { parseNote } from "#core/log/note.ts";
import { nativeEngine as engine, nativeSigner } from "#engines/native-engine.ts";
import {
  logKey,
  noteOf,
  origin,
  requestOf,
  rewrittenTreeOf,
  treeOf,
  witnessName,
  witnessSigner,
} from "./test-log.ts";
import { createWitness, type WitnessAnswer } from "./witness.ts";
import type { WitnessEvent } from "./witness-events.ts";
import { memoryState } from "./witness-state.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

function setUp(startSeconds = 1_700_000_000) {
  const state = memoryState();
  const clock = { seconds: startSeconds };
  const events: WitnessEvent[] = [];
  const options = {
    engine,
    signer: witnessSigner,
    name: witnessName,
    logs: [logKey],
    state,
    now: () => clock.seconds * 1_000 + 999,
    report: (event: WitnessEvent) => void events.push(event),
  };
  return { state, clock, events, options, witness: createWitness(options) };
}

function timeOf(answer: WitnessAnswer, size: number): number {
  assert.equal(answer.status, 200, answer.body);
  const note = parseNote(noteOf(size) + answer.body);
  assert.ok(note.ok);
  const cosignature = verifyCosignature(engine, note.value, setUp().witness.key);
  assert.ok(cosignature.ok);
  return cosignature.value.timeSeconds;
}

test("the key and the cosignature of 600 entries are those of the test vectors", async () => {
  const { witness } = setUp();
  assert.equal(witness.key.text, "witness.example/w1+df1c0a35+BIE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU");
  assert.equal((await witness.addCheckpoint(await requestOf(0, 5))).status, 200);
  const answer = await witness.addCheckpoint(await requestOf(5, 600));
  assert.equal(
    answer.body,
    "— witness.example/w1 3xwKNQAAAABlU/EAST5kcwnaYrU/8kVELPhvTsjs3Dr+rW8P4uCquKrIq89IIS613OmiWlOFH6ZpoqkBiASuLcTj7ttcyyvwYW2cAw==\n",
  );
  assert.equal(await witness.latestCheckpoint("0".repeat(64)), null);
});

test("the same size again is cosigned at the newer time", async () => {
  const { witness, clock } = setUp();
  assert.equal(timeOf(await witness.addCheckpoint(await requestOf(0, 600)), 600), 1_700_000_000);
  clock.seconds += 60;
  assert.equal(timeOf(await witness.addCheckpoint(await requestOf(600, 600)), 600), 1_700_000_060);
});

test("a clock that was set back never gives a time below the last", async () => {
  const { witness, clock, options } = setUp();
  await witness.addCheckpoint(await requestOf(0, 5));
  for (const back of [1, 3_600, 1_700_000_000]) {
    clock.seconds = 1_700_000_000 - back;
    assert.equal(timeOf(await witness.addCheckpoint(await requestOf(5, 5)), 5), 1_700_000_000);
  }
  // Nor after a restart: the time lies in the state.
  assert.equal(timeOf(await createWitness(options).addCheckpoint(await requestOf(5, 6)), 6), 1_700_000_000);
  clock.seconds = 1_700_000_001;
  assert.equal(timeOf(await witness.addCheckpoint(await requestOf(6, 6)), 6), 1_700_000_001);
});

test("each refusal has its status, and none changes the memory", async () => {
  const { witness, state } = setUp();
  await witness.addCheckpoint(await requestOf(0, 600));
  const before = await state.read(origin);
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const stranger = nativeSigner(new Uint8Array(32).fill(9));
  const good = text(await requestOf(600, 700));
  const otherLog = good.replaceAll(origin, "other.example");
  const flip = (body: string) =>
    body.replace(
      /\n([A-Za-z0-9+/]{43}=)\n/,
      (_, hash: string) => `\n${hash.startsWith("A") ? "B" : "A"}${hash.slice(1)}\n`,
    );
  const cases: readonly (readonly [string, string | Uint8Array, number])[] = [
    ["garbage", "hello", 400],
    ["not UTF-8", Uint8Array.of(0xff, 0xfe), 400],
    ["old beyond size", await requestOf(700, 600), 400],
    ["unknown origin", otherLog, 404],
    ["foreign signature", await requestOf(600, 700, noteOf(700, treeOf(700).root, stranger)), 403],
    [
      "spoiled signature",
      good.replace(/— (\S+) (\S{20})./, (whole) => whole.slice(0, -1) + (whole.endsWith("A") ? "B" : "A")),
      403,
    ],
    ["stale old", await requestOf(5, 700), 409],
    ["bad proof", flip(good), 422],
    ["no proof", good.replace(/old 600\n(?:.+\n)+\n/, "old 600\n\n"), 422],
    ["same size, other root", await requestOf(600, 600, noteOf(600, rewrittenTreeOf(600).root)), 422],
    ["other past", await requestOf(600, 700, noteOf(700, rewrittenTreeOf(700).root)), 422],
  ];
  for (const [what, body, status] of cases) {
    const answer = await witness.addCheckpoint(typeof body === "string" ? utf8(body) : body);
    assert.equal(answer.status, status, `${what}: ${answer.body}`);
    assert.ok(!answer.body.includes("—"), what);
    assert.deepEqual(await state.read(origin), before, what);
  }
});

test("a conflict answers with the recorded size", async () => {
  const { witness } = setUp();
  await witness.addCheckpoint(await requestOf(0, 600));
  const answer = await witness.addCheckpoint(await requestOf(0, 600));
  assert.deepEqual(answer, { status: 409, contentType: "text/x.tlog.size", body: "600\n" });
});

test("two roots for one size are kept as evidence, whatever old size was named", async () => {
  for (const oldSize of [600, 0, 5]) {
    const { witness, state, events } = setUp();
    await witness.addCheckpoint(await requestOf(0, 600));
    assert.deepEqual(events, []);
    const other = noteOf(600, rewrittenTreeOf(600).root);
    await witness.addCheckpoint(await requestOf(oldSize, 600, other));
    await witness.addCheckpoint(await requestOf(oldSize, 600, other));
    assert.deepEqual(
      state.evidence.map(({ presented, size }) => [presented, size]),
      [[other, 600]],
    );
    assert.deepEqual(events[0], { event: "contradiction", origin, size: 600 }, "its operator hears of it");
    const recorded = parseNote(state.evidence[0]?.recorded ?? "");
    assert.ok(recorded.ok && recorded.value.text === noteOf(600).split("\n\n")[0]?.concat("\n"));
  }
});

test("what proves nothing against the log is no evidence", async () => {
  const { witness, state } = setUp();
  await witness.addCheckpoint(await requestOf(0, 600));
  const stranger = nativeSigner(new Uint8Array(32).fill(9));
  await witness.addCheckpoint(await requestOf(600, 600, noteOf(600, rewrittenTreeOf(600).root, stranger)));
  const withoutProof = new TextDecoder()
    .decode(await requestOf(600, 700))
    .replace(/old 600\n(?:.+\n)+\n/, "old 600\n\n");
  await witness.addCheckpoint(utf8(withoutProof));
  assert.deepEqual(state.evidence, []);
});

test("of two racing growths from one size, one wins and the tree is never rolled back", async () => {
  const { witness, state } = setUp();
  await witness.addCheckpoint(await requestOf(0, 5));
  const requests = await Promise.all([600, 300, 700, 301].map((size) => requestOf(5, size)));
  const answers = await Promise.all(requests.map((request) => witness.addCheckpoint(request)));
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 409, 409, 409]);
  assert.equal((await state.read(origin))?.size, 600);
});

test("a failed write signs nothing, and the next request is judged by the old memory", async () => {
  const { options, state } = setUp();
  let full = true;
  const failing = createWitness({
    ...options,
    state: {
      ...state,
      replace: (expected, next) =>
        full ? Promise.reject(new Error("disk full")) : state.replace(expected, next),
    },
  });
  await assert.rejects(failing.addCheckpoint(await requestOf(0, 5)), /disk full/);
  assert.equal(await state.read(origin), null);
  full = false;
  assert.equal((await failing.addCheckpoint(await requestOf(0, 6))).status, 200);
});

test("the cosignature exists before the answer, in the memory", async () => {
  const { options, state } = setUp();
  const seen: (string | undefined)[] = [];
  const persisted: Promise<void>[] = [];
  const watched = createWitness({
    ...options,
    afterPersisting: () => persisted.push(state.read(origin).then((record) => void seen.push(record?.note))),
  });
  const answer = await watched.addCheckpoint(await requestOf(0, 5));
  await Promise.all(persisted);
  assert.deepEqual(seen, [noteOf(5) + answer.body]);
});

test("signatures by others on the checkpoint are ignored and not passed on", async () => {
  const { witness, state } = setUp();
  const foreign = "— somebody.example AAAAAAAAAAAAAAAA\n";
  const answer = await witness.addCheckpoint(await requestOf(0, 5, noteOf(5) + foreign));
  assert.equal(answer.status, 200);
  assert.equal((await state.read(origin))?.note, noteOf(5) + answer.body);
});

test("two keys for one origin are refused at the start", () => {
  const { options } = setUp();
  assert.throws(() => createWitness({ ...options, logs: [logKey, logKey] }));
});
