/**
 * One form, one act (participation.md section 4: a second sending returns the same receipt). The outcome is written in
 * the act's own transaction: either both are there or neither.
 */
import { createHash } from "node:crypto";
import type { JsonValue } from "#core/record/canonical-json.ts";
import { ok, type Result, refused } from "#core/result.ts";
import type { Transaction } from "#platform/database/database.ts";
import type { FormBody } from "#platform/form/form.ts";
import { formKeyLifetimeMs } from "./limits.ts";

/** An outcome outlives its form's key, which is rounded down to the minute. */
const outcomeLifetimeMs = formKeyLifetimeMs + 120_000;

export interface OnceRequest {
  /** A form's key (`form-key.ts`) or a client's `Idempotency-Key`. */
  readonly key: string;
  /** Who may see the outcome again: the session's id, a draft's id, an API client. Other scopes know nothing of it. */
  readonly scope: string;
  /** SHA-256 over what was sent: `bodyDigest`. */
  readonly bodyDigest: Uint8Array;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
}

export interface OnceOutcome<Outcome> {
  readonly outcome: Outcome;
  /** Whether this request found the act already done. */
  readonly repeated: boolean;
}

/**
 * SHA-256 over a form's fields and files, whatever their order. The field that carries the key may stay in.
 * Each name and value is preceded by its length, so that no two bodies are spelled alike.
 */
export function bodyDigest(
  body: FormBody,
  files: readonly { readonly field: string; readonly fileName: string; readonly bytes: Uint8Array }[] = [],
): Uint8Array {
  const hash = createHash("sha256");
  const add = (bytes: string | Uint8Array) => hash.update(`${Buffer.byteLength(bytes)}:`).update(bytes);
  for (const name of Object.keys(body).sort()) {
    const value = body[name] ?? [];
    const values = typeof value === "string" ? [value] : value;
    add(name);
    hash.update(`${values.length};`);
    for (const one of values) add(one);
  }
  for (const file of files) {
    add(file.field);
    add(file.fileName);
    add(file.bytes);
  }
  return hash.digest();
}

/**
 * Runs the act unless this key has been carried out in this scope, and keeps its outcome (JSON) for a day. A repeat
 * gives the kept outcome; the same key with another body is refused, since one of the two would be lost. Two requests
 * at once: the second waits in the database for the first. When `run` refuses, nothing is kept and the same form may
 * be sent again.
 */
export async function once<Outcome extends JsonValue, Problem>(
  transaction: Transaction,
  request: OnceRequest,
  run: () => Promise<Result<Outcome, Problem>>,
): Promise<Result<OnceOutcome<Outcome>, Problem | "different-body">> {
  const { key, scope, bodyDigest: digest, now } = request;
  // An outcome whose day is over makes way in the same statement.
  const inserted = await transaction`
    insert into platform.idempotency as kept (key, scope, body_digest, expires_at)
    values (${key}, ${scope}, ${digest}, ${now + outcomeLifetimeMs})
    on conflict (key, scope) do update
      set body_digest = excluded.body_digest, expires_at = excluded.expires_at, outcome = null
      where kept.expires_at <= ${now}`;
  if (inserted.count === 0) return keptOutcome<Outcome>(transaction, request);
  const done = await run();
  if (!done.ok) {
    await transaction`delete from platform.idempotency where key = ${key} and scope = ${scope}`;
    return done;
  }
  await transaction`
    update platform.idempotency set outcome = ${transaction.json(done.value)}
    where key = ${key} and scope = ${scope}`;
  return ok({ outcome: done.value, repeated: false });
}

async function keptOutcome<Outcome>(
  transaction: Transaction,
  { key, scope, bodyDigest: digest }: OnceRequest,
): Promise<Result<OnceOutcome<Outcome>, "different-body">> {
  const [row] = await transaction<{ body_digest: Uint8Array; outcome: Outcome }[]>`
    select body_digest, outcome from platform.idempotency where key = ${key} and scope = ${scope}`;
  // The insert saw a committed row; another request may only have removed it by expiry, which `now` rules out.
  if (!row) throw new Error("an outcome vanished between insert and select");
  if (Buffer.compare(row.body_digest, digest) !== 0) return refused("different-body");
  return ok({ outcome: row.outcome, repeated: true });
}

/** Removes outcomes that have outlived their day, for the worker; gives their number. */
export async function deleteExpiredOutcomes(transaction: Transaction, now: number): Promise<number> {
  const deleted = await transaction`delete from platform.idempotency where expires_at <= ${now}`;
  return deleted.count;
}
