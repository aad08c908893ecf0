import { fromBase64, toBase64, utf8Bytes } from "../bytes.ts";
import type { Engine, Signer } from "../log/engine.ts";
import { parseVerifierKey } from "../log/note.ts";
import { assert, ok, type Result, refused } from "../result.ts";

/**
 * How a state body shows the keeper of an outside register that it is the body: it signs what that register drew for it,
 * with the key that the state's own record lists for it.
 *
 * The signed text, six lines each ended by LF: `aydyn joining v1`, the outside register's origin, the body's word in its
 * addresses, the body's key in the state's record (signed-note form), base64 of the nonce, the moment when it expires in
 * milliseconds since the Unix epoch. The signature is plain Ed25519 over it.
 */
export interface JoiningChallenge {
  /** Of the outside register: a signature for one register says nothing to another. */
  readonly register: string;
  readonly body: string;
  /** As the state's record lists it; its name tells record and body (`ORIGIN/body/NUMBER`). */
  readonly bodyKey: string;
  /** 32 bytes. */
  readonly nonce: Uint8Array;
  /** Milliseconds since the Unix epoch. */
  readonly expires: number;
}

export interface JoiningAnswer {
  readonly challenge: string;
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

export type JoiningProblem = "challenge-malformed" | "bad-key" | "bad-signature";

export const joiningNonceBytes = 32;

// Its spaces make it a first line that no log can have as its origin, nor any other thing that a body signs.
const heading = "aydyn joining v1";
const answerHeading = "aydyn joining answer v1";
const originPattern = /^[^\s+]{1,300}$/u;
const bodyPattern = /^[a-z][a-z0-9-]{1,59}$/;
const momentPattern = /^(?:0|[1-9]\d{0,15})$/;

/** The text that is signed. Throws when a field cannot stand in it. */
export function joiningText({ register, body, bodyKey, nonce, expires }: JoiningChallenge): string {
  const text = `${[heading, register, body, bodyKey, toBase64(nonce), expires].join("\n")}\n`;
  assert(parseJoiningText(text).ok, "a challenge can be read back");
  return text;
}

/** Reads a challenge strictly. */
export function parseJoiningText(text: string): Result<JoiningChallenge, "challenge-malformed"> {
  const [first, register, body, bodyKey, nonceText, expiresText, end, ...more] = text.split("\n");
  if (first !== heading || end !== "" || more.length > 0) return refused("challenge-malformed");
  const nonce = fromBase64(nonceText ?? "");
  const key = parseVerifierKey(bodyKey ?? "");
  if (register === undefined || !originPattern.test(register)) return refused("challenge-malformed");
  if (body === undefined || !bodyPattern.test(body)) return refused("challenge-malformed");
  if (bodyKey === undefined || !key.ok || key.value.algorithm !== "ed25519")
    return refused("challenge-malformed");
  if (nonce?.length !== joiningNonceBytes) return refused("challenge-malformed");
  if (expiresText === undefined || !momentPattern.test(expiresText)) return refused("challenge-malformed");
  return ok({ register, body, bodyKey, nonce, expires: Number(expiresText) });
}

/** The file that is carried back: a line of its own, the signature, then the challenge as it was. */
export function joiningAnswerText({ challenge, signature }: JoiningAnswer): string {
  return `${answerHeading}\n${toBase64(signature)}\n${challenge}`;
}

/** Reads such a file. Says nothing on its signature. */
export function parseJoiningAnswer(text: string): Result<JoiningAnswer, "challenge-malformed"> {
  const [first, signatureText = "", ...rest] = text.split("\n");
  const signature = fromBase64(signatureText);
  const challenge = rest.join("\n");
  if (first !== answerHeading || signature?.length !== 64) return refused("challenge-malformed");
  return parseJoiningText(challenge).ok ? ok({ challenge, signature }) : refused("challenge-malformed");
}

/** Signs a challenge. That the key is the one it names is for whoever holds the key to see to. */
export function answerJoining(signer: Signer, challenge: string): JoiningAnswer {
  assert(parseJoiningText(challenge).ok, "nothing else is signed as a challenge");
  return { challenge, signature: signer.sign(utf8Bytes(challenge)) };
}

/** Whether an answer is signed by the key that its challenge names; gives what the challenge says. */
export function verifyJoining(
  engine: Engine,
  answer: JoiningAnswer,
): Result<JoiningChallenge, JoiningProblem> {
  const challenge = parseJoiningText(answer.challenge);
  if (!challenge.ok) return challenge;
  const key = parseVerifierKey(challenge.value.bodyKey);
  if (!key.ok || key.value.algorithm !== "ed25519") return refused("bad-key");
  return engine.verifyEd25519(key.value.publicKey, utf8Bytes(answer.challenge), answer.signature)
    ? challenge
    : refused("bad-signature");
}
