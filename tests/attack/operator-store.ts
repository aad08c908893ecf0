import { utf8Bytes } from "#core/bytes.ts";
import { commit } from "#core/record/commitment.ts";
import { parsePayload, payloadText } from "#core/record/payload.ts";
import { assert } from "#core/result.ts";
import type { Sql } from "#platform/database/database.ts";

/** What whoever has the password of the database's owner can do to it, beside what demo/year/insider-store.ts does. */

/** Lets an act that waits for its leaf disappear, with everything that is known of it. */
export async function dropQueuedAct(sql: Sql, actId: string): Promise<void> {
  await sql`delete from ledger.pending where act_id = ${actId}`;
  await sql`delete from record.part where act_id = ${actId}`;
  await sql`delete from record.act where act_id = ${actId}`;
}

/** Gives the last serial of a body's register out a second time. */
export async function reuseSerial(sql: Sql, log: string, body: number): Promise<void> {
  await sql`update ledger.body_head set serial = serial - 1 where log = ${log} and body = ${body}`;
}

/** Puts other bytes in the place of a part. */
export async function replacePart(
  sql: Sql,
  place: { readonly actId: string; readonly name: string },
  bytes: Uint8Array,
): Promise<void> {
  const changed = await sql`
    update record.part set bytes = ${bytes}, byte_length = ${bytes.length}
    where act_id = ${place.actId} and name = ${place.name}`;
  assert(changed.count === 1, "the part is there");
}

/** The same, with part, payload and act committed to anew: within the database nothing contradicts anything. */
export async function replacePartWithCare(
  sql: Sql,
  place: { readonly actId: string; readonly name: string },
  bytes: Uint8Array,
): Promise<void> {
  await replacePart(sql, place, bytes);
  const [part] = await sql<{ nonce: Uint8Array }[]>`
    select nonce from record.part where act_id = ${place.actId} and name = ${place.name}`;
  const [act] = await sql<{ payload: string; nonce: Uint8Array }[]>`
    select payload, nonce from record.act where act_id = ${place.actId}`;
  assert(part !== undefined && act !== undefined, "act and part are there");
  const payload = parsePayload(act.payload);
  assert(payload.ok, "a payload of ours");
  const commitment = commit(part.nonce, bytes);
  const parts = payload.value.parts.map((each) =>
    each.name === place.name ? { ...each, commitment } : each,
  );
  const text = payloadText({ ...payload.value, parts });
  await sql`
    update record.part set commitment = ${commitment} where act_id = ${place.actId} and name = ${place.name}`;
  await sql`
    update record.act set payload = ${text}, commitment = ${commit(act.nonce, utf8Bytes(text))}
    where act_id = ${place.actId}`;
}

/** The names of an act's parts that handlers may read. */
export async function partNamesOf(sql: Sql, actId: string): Promise<readonly string[]> {
  const rows = await sql<{ name: string }[]>`
    select name from record.part where act_id = ${actId} order by position`;
  return rows.map(({ name }) => name);
}

/** The newest act of a case. */
export async function lastActOf(sql: Sql, tag: Uint8Array): Promise<string> {
  const [act] = await sql<{ act_id: string }[]>`
    select act_id from record.act where subject = ${tag} order by registered desc limit 1`;
  assert(act !== undefined, "the case has acts");
  return act.act_id;
}
