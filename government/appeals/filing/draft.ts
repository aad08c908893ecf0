/**
 * A half-written appeal, kept on the server so that a broken line or a café's clock loses nothing. It is encrypted
 * under a key that the server does not keep: made from the browser's session token or, for "save and continue later",
 * from a code of twelve letters that the citizen writes down (record decision 5).
 */
import { createCipheriv, createDecipheriv, createHmac, scryptSync } from "node:crypto";
import { concatBytes, fromHex, toHex, utf8Bytes, utf8Text } from "#core/bytes.ts";
import { type JsonObject, parseJson } from "#core/record/canonical-json.ts";
import { ok, type Result, refused } from "#core/result.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import { deleteDraftRows, readDraftRow, saveDraftRow, sweepDraftRows } from "./draft-store.ts";

type Queryable = Sql | Transaction;

/** Names a draft and opens it. Lives in memory during one request only. */
export interface DraftKey {
  readonly id: Uint8Array;
  readonly key: Uint8Array;
  /** How long the draft lives after it was last written, in milliseconds. */
  readonly lifetimeMs: number;
}

/** Twelve letters of Crockford's base 32 in groups of four: 60 bits. */
export type DraftCode = string & { readonly __brand: "DraftCode" };

/** What has been typed so far: the fields of each step as they were typed, by step. */
export interface Draft {
  readonly steps: Readonly<Record<string, JsonObject>>;
}

/** A draft of a session that nobody comes back to. */
const sessionDraftLifetimeMs = 12 * 3_600_000;
/** A draft under a code: thirty days. */
const codeDraftLifetimeMs = 30 * 24 * 3_600_000;
const draftBytesMax = 64 * 1024;

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const codeLength = 12;
const keyLength = 32;
const initialValueLength = 12;
const tagLength = 16;
/** About 60 ms and 32 MiB for each guess (RFC 7914): sixty bits under it are out of reach. */
const scryptCost = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** The draft of one browser session. */
export function draftKeyOfSession(sessionToken: string): DraftKey {
  const secret = createHmac("sha256", "aydyn draft of a session").update(sessionToken).digest();
  return keyFrom(secret, sessionDraftLifetimeMs);
}

/** What is being written into a case on one of its forms, in one browser session. */
export function draftKeyOfCaseForm(sessionToken: string, tag: Uint8Array, form: string): DraftKey {
  const place = `aydyn draft of a session in a case\n${toHex(tag)}\n${form}`;
  return keyFrom(createHmac("sha256", place).update(sessionToken).digest(), sessionDraftLifetimeMs);
}

/** The files that a program sends before the act with which they go: under a key that it draws and nobody here keeps. */
export function draftKeyOfClient(clientKey: string): DraftKey {
  const secret = createHmac("sha256", "aydyn draft of a program").update(clientKey).digest();
  return keyFrom(secret, sessionDraftLifetimeMs);
}

/** The draft behind a code. Costs time on purpose. */
export function draftKeyOfCode(code: DraftCode): DraftKey {
  return keyFrom(scryptSync(code, "aydyn draft under a code", keyLength, scryptCost), codeDraftLifetimeMs);
}

/** Draws a code for a draft. */
export function drawDraftCode(randomBytes: (length: number) => Uint8Array): DraftCode {
  return grouped(
    [...randomBytes(codeLength)].map((byte) => alphabet.charAt(byte % alphabet.length)).join(""),
  );
}

/** Reads a code as typed: any case, look-alikes folded, spaces and hyphens ignored. */
export function parseDraftCode(text: string): Result<DraftCode, "code-malformed"> {
  const letters = text
    .toUpperCase()
    .replace(/[\s\u002d\u2010-\u2015]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const known = letters.length === codeLength && [...letters].every((letter) => alphabet.includes(letter));
  return known ? ok(grouped(letters)) : refused("code-malformed");
}

/** Writes a draft. */
export async function keepDraft(
  sql: Queryable,
  key: DraftKey,
  draft: Draft,
  tools: { readonly now: number; readonly randomBytes: (length: number) => Uint8Array },
): Promise<Result<null, "draft-too-long">> {
  const bytes = utf8Bytes(JSON.stringify(draft.steps));
  if (bytes.length > draftBytesMax) return refused("draft-too-long");
  const ciphertext = encryptUnder(key, "steps", bytes, tools.randomBytes);
  await saveDraftRow(sql, { id: key.id, ciphertext, expiresAt: tools.now + key.lifetimeMs });
  return ok(null);
}

/** Reads a draft; `null` when there is none, it has expired, or the key does not open it. */
export async function readDraft(sql: Queryable, key: DraftKey, now: number): Promise<Draft | null> {
  const ciphertext = await readDraftRow(sql, key.id, now);
  const bytes = ciphertext === null ? null : decryptUnder(key, "steps", ciphertext);
  const text = bytes === null ? null : utf8Text(bytes);
  const steps = text === null ? null : parseJson(text);
  if (steps === null || !steps.ok || !isSteps(steps.value)) return null;
  return { steps: steps.value };
}

/** Forgets a draft and its files; `false` when it was gone already. Of two that forget it at once, one gets `true`. */
export async function forgetDraft(sql: Queryable, key: DraftKey): Promise<boolean> {
  return await deleteDraftRows(sql, key.id);
}

/** The same for a copy whose name is known and whose key is not; `id` in hexadecimal. */
export async function forgetDraftById(sql: Queryable, id: string): Promise<void> {
  const bytes = fromHex(id);
  if (bytes !== null) await deleteDraftRows(sql, bytes);
}

/** Takes all expired drafts away; returns how many. */
export async function sweepDrafts(sql: Queryable, now: number): Promise<number> {
  return await sweepDraftRows(sql, now);
}

function keyFrom(secret: Uint8Array, lifetimeMs: number): DraftKey {
  const derive = (purpose: string) => Uint8Array.from(createHmac("sha256", secret).update(purpose).digest());
  return { id: derive("name of a draft"), key: derive("key of a draft"), lifetimeMs };
}

function grouped(letters: string): DraftCode {
  return (letters.match(/.{4}/g)?.join("-") ?? letters) as DraftCode;
}

/** Ciphertext under a draft's key, bound to its place. */
export function encryptUnder(
  key: DraftKey,
  place: string,
  bytes: Uint8Array,
  randomBytes: (length: number) => Uint8Array,
): Uint8Array {
  const initialValue = randomBytes(initialValueLength);
  const cipher = createCipheriv("aes-256-gcm", key.key, initialValue, { authTagLength: tagLength });
  cipher.setAAD(utf8Bytes(place));
  return concatBytes(initialValue, cipher.update(bytes), cipher.final(), cipher.getAuthTag());
}

/** Opens what `encryptUnder` sealed; `null` for anything else. */
export function decryptUnder(key: DraftKey, place: string, ciphertext: Uint8Array): Uint8Array | null {
  if (ciphertext.length < initialValueLength + tagLength) return null;
  const initialValue = ciphertext.subarray(0, initialValueLength);
  const decipher = createDecipheriv("aes-256-gcm", key.key, initialValue, { authTagLength: tagLength });
  decipher.setAAD(utf8Bytes(place));
  decipher.setAuthTag(ciphertext.subarray(ciphertext.length - tagLength));
  try {
    const encrypted = ciphertext.subarray(initialValueLength, ciphertext.length - tagLength);
    return concatBytes(decipher.update(encrypted), decipher.final());
  } catch {
    // Another code's draft cannot have this name by chance: the row was changed in the database.
    return null;
  }
}

function isSteps(value: unknown): value is Record<string, JsonObject> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every(
    (step) => typeof step === "object" && step !== null && !Array.isArray(step),
  );
}
