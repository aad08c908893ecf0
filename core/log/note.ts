/** Signed notes (C2SP signed-note): a text, a blank line, and signature lines that anyone may add to. */
import { concatBytes, equalBytes, fromBase64, toBase64, utf8Bytes } from "../bytes.ts";
import { assert, ok, type Result, refused } from "../result.ts";
import type { Engine, Signer } from "./engine.ts";
import {
  isSignatureName,
  isVerifiable,
  keyIdLength,
  type VerifierKey,
  verifierKey,
  verifySignature,
} from "./verifier-key.ts";

export {
  isKeyName,
  type KeyAlgorithm,
  parseVerifierKey,
  type VerifierKey,
  verifierKey,
} from "./verifier-key.ts";

/** Room for a checkpoint with a hundred signatures, some of them post-quantum. */
export const noteBytesMax = 262_144;
/** The specification asks for at least 16; each costs a verification. */
export const noteSignaturesMax = 100;

/** One signature line. */
export interface NoteSignature {
  readonly name: string;
  /** 4 bytes. */
  readonly keyId: Uint8Array;
  /** What stands behind the key id: 64 bytes for Ed25519, 72 for cosignature/v1. */
  readonly signature: Uint8Array;
  /** The line as it was written, its newline included. */
  readonly line: string;
}

/** A note as read. Nothing in it has been verified yet. */
export interface Note {
  /** The signed text, its final newline included, without the blank line. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** A signature that was checked: whose it is, and when it was made if it says so. */
export interface VerifiedSignature {
  readonly key: VerifierKey;
  /** Unix seconds of a cosignature/v1; `null` for a plain signature. */
  readonly timeSeconds: number | null;
  readonly line: string;
}

/** Whether a text can be the text of a note: ends in a newline, and has no control character below U+0020 but newlines. */
export function isNoteText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters that signed-note forbids
  return text.endsWith("\n") && text.isWellFormed() && !/[\u0000-\u0009\u000B-\u001F]/.test(text);
}

/** Writes one signature line, its newline included: em dash, name, base64 of key id and signature. */
export function signatureLine(name: string, keyId: Uint8Array, signature: Uint8Array): string {
  return `— ${name} ${toBase64(concatBytes(keyId, signature))}\n`;
}

/** Reads one signature line without its newline; `null` when it is none. */
function parseSignatureLine(line: string): NoteSignature | null {
  const [dash, name, encoded, ...rest] = line.split(" ");
  // U+2014 and no look-alike: other dashes are other lines.
  if (dash !== "—" || name === undefined || encoded === undefined || rest.length > 0) return null;
  const bytes = fromBase64(encoded);
  if (!isSignatureName(name) || bytes === null || bytes.length <= keyIdLength) return null;
  return { name, keyId: bytes.slice(0, keyIdLength), signature: bytes.slice(keyIdLength), line: `${line}\n` };
}

export type NoteProblem = "bad-note" | "note-too-long" | "too-many-signatures";

/**
 * Reads a note strictly: UTF-8 without control characters, split at the last blank line, at least one signature line.
 * Verifies nothing.
 */
export function parseNote(text: string): Result<Note, NoteProblem> {
  if (text.length > noteBytesMax || utf8Bytes(text).length > noteBytesMax) return refused("note-too-long");
  const split = text.lastIndexOf("\n\n");
  if (split < 0 || !isNoteText(text)) return refused("bad-note");
  const lines = text.slice(split + 2, -1).split("\n");
  if (lines.length > noteSignaturesMax) return refused("too-many-signatures");
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignatureLine(line);
    if (signature === null) return refused("bad-note");
    signatures.push(signature);
  }
  return ok({ text: text.slice(0, split + 1), signatures });
}

/** Writes a note; `parseNote` reads the same back. */
export function serializeNote(note: Note): string {
  return `${note.text}\n${note.signatures.map((signature) => signature.line).join("")}`;
}

/**
 * Signs a text as the key `name` of type Ed25519 (01): the whole note. Further signature lines are simply appended.
 * Throws for a text or name that a note cannot carry.
 */
export function signNote(engine: Engine, text: string, name: string, signer: Signer): string {
  assert(isNoteText(text), "a note's text ends in a newline and has no control characters");
  const key = verifierKey(engine, name, "ed25519", signer.publicKey);
  return `${text}\n${signatureLine(name, key.keyId, signer.sign(utf8Bytes(text)))}`;
}

/** Whether a signature line claims to be by this key. */
export function isSignatureOf(signature: NoteSignature, key: VerifierKey): boolean {
  return signature.name === key.name && equalBytes(signature.keyId, key.keyId);
}

export type VerifyNoteProblem = "bad-signature" | "no-known-signature" | "ambiguous-key";

/**
 * Verifies a note by the rules of signed-note: lines by unknown keys are ignored; a line by a known key that does not
 * hold rejects the whole note; so does a note without any known signature. An identical line counts once. ML-DSA-44
 * keys are treated as unknown. Two different known keys under one name and id are `ambiguous-key`.
 */
export function verifyNote(
  engine: Engine,
  note: Note,
  keys: readonly VerifierKey[],
): Result<VerifiedSignature[], VerifyNoteProblem> {
  const verified: VerifiedSignature[] = [];
  const seen = new Set<string>();
  for (const signature of note.signatures) {
    const [key, ...others] = keys.filter((known) => isVerifiable(known) && isSignatureOf(signature, known));
    if (key === undefined || seen.has(signature.line)) continue;
    seen.add(signature.line);
    if (others.some((other) => other.text !== key.text)) return refused("ambiguous-key");
    const statement = verifySignature(engine, key, note.text, signature.signature);
    if (statement === null) return refused("bad-signature");
    verified.push({ key, timeSeconds: statement.timeSeconds, line: signature.line });
  }
  return verified.length > 0 ? ok(verified) : refused("no-known-signature");
}
