import assert from "node:assert/strict";
import { test } from "node:test";
import { utf8Bytes } from "../bytes.ts";
import { verifierKey } from "../log/note.ts";
import { portableEngine, portableSigner } from "../log/portable-engine.ts";
import {
  answerJoining,
  type JoiningChallenge,
  joiningAnswerText,
  joiningText,
  parseJoiningAnswer,
  parseJoiningText,
  verifyJoining,
} from "./joining.ts";
import { parseQueuedText, queuedText } from "./queued-promise.ts";

const signer = portableSigner(new Uint8Array(32).fill(3));
const bodyKey = verifierKey(
  portableEngine,
  "state.example/executive/body/9",
  "ed25519",
  signer.publicKey,
).text;
const challenge: JoiningChallenge = {
  register: "outside.example/register",
  body: "gas-company",
  bodyKey,
  nonce: new Uint8Array(32).fill(7),
  expires: 1_800_000_000_000,
};
const text = joiningText(challenge);

test("the text is the six lines that are written down, and reads back", () => {
  assert.equal(
    text,
    `aydyn joining v1\noutside.example/register\ngas-company\n${bodyKey}\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n1800000000000\n`,
  );
  assert.deepEqual(parseJoiningText(text), { ok: true, value: challenge });
});

test("an answer survives its file, and only its own key and its own letters verify", () => {
  const answer = answerJoining(signer, text);
  const read = parseJoiningAnswer(joiningAnswerText(answer));
  assert.deepEqual(read, { ok: true, value: answer });
  assert.deepEqual(verifyJoining(portableEngine, answer), { ok: true, value: challenge });
  const stranger = portableSigner(new Uint8Array(32).fill(4));
  const problem = "bad-signature";
  assert.deepEqual(verifyJoining(portableEngine, answerJoining(stranger, text)), { ok: false, problem });
  const moved = { ...answer, challenge: joiningText({ ...challenge, register: "other.example/register" }) };
  assert.deepEqual(verifyJoining(portableEngine, moved), { ok: false, problem });
});

test("what is malformed is refused, and so is everything else that a body signs", () => {
  const queued = queuedText({
    origin: "state.example/executive",
    body: 9,
    commitment: new Uint8Array(32),
    time: 1,
    due: 0,
  });
  for (const wrong of [
    "",
    text.trimEnd(),
    `${text}\n`,
    text.replace("joining v1", "joining v2"),
    text.replace("outside.example/register", "outside example"),
    text.replace("gas-company", "../gas"),
    text.replace(bodyKey, "x"),
    text.replace("BwcH", "Bwc"),
    text.replace("1800000000000", "01800000000000"),
    text.replace("1800000000000", "-1"),
    text.replaceAll("\n", "\r\n"),
    queued,
    "aydyn reply v1\n",
  ]) {
    assert.equal(parseJoiningText(wrong).ok, false, wrong);
  }
  assert.equal(parseQueuedText(text).ok, false, "nor is a challenge a promise");
  assert.throws(() => answerJoining(signer, queued));
  for (const wrong of [
    text,
    `aydyn joining answer v1\nAAAA\n${text}`,
    joiningAnswerText({ challenge: "x", signature: new Uint8Array(64) }),
  ]) {
    assert.equal(parseJoiningAnswer(wrong).ok, false);
  }
  assert.ok(utf8Bytes(text).length < 1_000);
});
