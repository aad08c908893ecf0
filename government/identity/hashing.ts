import { type Argon2Parameters, argon2, timingSafeEqual } from "node:crypto";
import { utf8Bytes } from "#core/bytes.ts";
import { assert } from "#core/result.ts";

/**
 * Passwords and codes are kept as Argon2id (RFC 9106), computed by Node's own OpenSSL. Each hash carries its cost, so
 * that the cost can rise without a day on which nobody gets in.
 */
export interface HashCost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** For people: 19 MiB, two passes, about 50 ms on a server of 2026 (the lower of OWASP's equivalent settings). */
export const personHashCost: HashCost = { memoryKiB: 19_456, passes: 2, parallelism: 1 };
/** For the demo's invented people, whose codes are printed on the terminal: the least that Argon2 takes. */
export const demoHashCost: HashCost = { memoryKiB: 8, passes: 1, parallelism: 1 };

export const saltLength = 16;
const hashLength = 32;
/** With a second factor beside it, as NIST SP 800-63B has it. */
const passwordCharactersMin = 8;
export const passwordCharactersMax = 200;

const costPattern = /^m=([1-9][0-9]{0,6}),t=([1-9][0-9]?),p=([1-9])$/;
const passwordHashPattern = /^\$argon2id\$v=19\$([^$]+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** The cost as it stands in a hash: `m=19456,t=2,p=1`. */
export function hashCostText(cost: HashCost): string {
  return `m=${cost.memoryKiB},t=${cost.passes},p=${cost.parallelism}`;
}

/** Reads a cost back. Throws for what we would not have written. */
export function parseHashCost(text: string): HashCost {
  const [, memory, passes, parallelism] = costPattern.exec(text) ?? [];
  assert(memory !== undefined && passes !== undefined && parallelism !== undefined, "a cost of ours");
  return { memoryKiB: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
}

/** A password's hash in the usual one-line form, `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(
  password: string,
  cost: HashCost,
  randomBytes: (length: number) => Uint8Array,
): Promise<string> {
  assert(password.length >= passwordCharactersMin, "a password has eight characters at least");
  const salt = randomBytes(saltLength);
  const hash = await argon2id(passwordBytes(password), salt, cost);
  return `$argon2id$v=19$${hashCostText(cost)}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** Whether a password is the one behind a hash. Throws for a hash that is not of the form above. */
export async function verifyPassword(password: string, passwordHash: string): Promise<boolean> {
  const [, cost, salt, hash] = passwordHashPattern.exec(passwordHash) ?? [];
  assert(cost !== undefined && salt !== undefined && hash !== undefined, "a password hash of ours");
  const computed = await argon2id(passwordBytes(password), Buffer.from(salt, "base64"), parseHashCost(cost));
  return equalInConstantTime(computed, Buffer.from(hash, "base64"));
}

/** Spends the time of one verification on nothing, so that an unknown number answers as slowly as a known one. */
export async function verifyNothing(password: string, cost: HashCost): Promise<void> {
  await argon2id(passwordBytes(password), new Uint8Array(saltLength), cost);
}

/** The hash of the code at one position of a sheet. The position is hashed too: a guess fits one place only. */
export async function hashCode(
  code: string,
  position: number,
  salt: Uint8Array,
  cost: HashCost,
): Promise<Uint8Array> {
  return await argon2id(utf8Bytes(`${position}:${code}`), salt, cost);
}

/** Compares two hashes without telling how much of them agrees. */
export function equalInConstantTime(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Two keyboards may write one letter in two ways (ň as one character or two): NFC makes them one. */
function passwordBytes(password: string): Uint8Array {
  return utf8Bytes(password.normalize("NFC"));
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64").replaceAll("=", "");
}

function argon2id(message: Uint8Array, nonce: Uint8Array, cost: HashCost): Promise<Uint8Array> {
  const parameters: Argon2Parameters = {
    message,
    nonce,
    memory: cost.memoryKiB,
    passes: cost.passes,
    parallelism: cost.parallelism,
    tagLength: hashLength,
  };
  return new Promise((resolve, reject) => {
    argon2("argon2id", parameters, (error, hash) => {
      if (error) reject(error);
      else resolve(hash);
    });
  });
}
