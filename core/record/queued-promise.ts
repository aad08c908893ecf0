import { fromBase64, toBase64, utf8Bytes } from "../bytes.ts";
import type { Engine, Signer } from "../log/engine.ts";
import { parseVerifierKey } from "../log/note.ts";
import { assert, ok, type Result, refused } from "../result.ts";
import { hashLength } from "./leaf.ts";

/**
 * What a body signs when an act was accepted but does not yet stand under a witnessed checkpoint (record decision 4).
 * It is a promise, never a proof: nobody but the body vouches for it. If the act never appears in the log, or
 * appears otherwise, the promise is the citizen's evidence.
 *
 * The signed text, six lines each ended by LF: `aydyn queued v1`, origin, body, base64 of the commitment, time in
 * milliseconds since the Unix epoch, due in days since 1970-01-01 (0 = none). The signature is plain Ed25519 over it.
 */
export interface QueuedStatement {
  readonly origin: string;
  readonly body: number;
  readonly commitment: Uint8Array;
  /** When the body accepted the act: milliseconds since the Unix epoch, exact. */
  readonly time: number;
  /** The due that the act's leaf will carry: days since 1970-01-01, 0 = none. */
  readonly due: number;
}

export interface QueuedPromise {
  /** The body's key in the form of signed-note. */
  readonly bodyKey: string;
  /** 64 bytes. */
  readonly signature: Uint8Array;
  readonly text: string;
}

export type QueuedProblem = "queued-malformed" | "queued-bad-key" | "queued-bad-signature";

// Its spaces make it a first line that no log can have as its origin: a promise never passes as a checkpoint.
const heading = "aydyn queued v1";
const originPattern = /^[^\s+]{1,300}$/u;
const numberPattern = /^(?:0|[1-9]\d{0,15})$/;
const unsigned32Max = 0xffff_ffff;

/** The text that a body signs. Throws when a field cannot stand in it. */
export function queuedText(statement: QueuedStatement): string {
  const { origin, body, commitment, time, due } = statement;
  const text = `${[heading, origin, body, toBase64(commitment), time, due].join("\n")}\n`;
  assert(parseQueuedText(text).ok, "a queued statement can be read back");
  return text;
}

/** Reads the text of a promise strictly. Says nothing on its signature. */
export function parseQueuedText(text: string): Result<QueuedStatement, "queued-malformed"> {
  const [first, origin, bodyText, commitmentText, timeText, dueText, end, ...more] = text.split("\n");
  if (first !== heading || end !== "" || more.length > 0) return refused("queued-malformed");
  const body = wholeNumber(bodyText, unsigned32Max);
  const commitment = fromBase64(commitmentText ?? "");
  const time = wholeNumber(timeText, Number.MAX_SAFE_INTEGER);
  const due = wholeNumber(dueText, unsigned32Max);
  if (origin === undefined || !originPattern.test(origin)) return refused("queued-malformed");
  if (body === null || time === null || due === null) return refused("queued-malformed");
  if (commitment?.length !== hashLength) return refused("queued-malformed");
  return ok({ origin, body, commitment, time, due });
}

/** Signs a promise with the body's key, whose vkey text is `bodyKey`. */
export function signQueued(signer: Signer, bodyKey: string, statement: QueuedStatement): QueuedPromise {
  const text = queuedText(statement);
  return { bodyKey, text, signature: signer.sign(utf8Bytes(text)) };
}

/**
 * Whether a promise is signed by the key that it names; gives what it says. Whether that key is the body's is for
 * whoever knows the body's keys (`bodyKeysFrom`).
 */
export function verifyQueued(engine: Engine, promise: QueuedPromise): Result<QueuedStatement, QueuedProblem> {
  const statement = parseQueuedText(promise.text);
  if (!statement.ok) return statement;
  const key = parseVerifierKey(promise.bodyKey);
  if (!key.ok || key.value.algorithm !== "ed25519") return refused("queued-bad-key");
  return engine.verifyEd25519(key.value.publicKey, utf8Bytes(promise.text), promise.signature)
    ? statement
    : refused("queued-bad-signature");
}

function wholeNumber(text: string | undefined, max: number): number | null {
  if (text === undefined || !numberPattern.test(text)) return null;
  const number = Number(text);
  return number <= max ? number : null;
}
