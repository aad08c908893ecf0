import type { Instant } from "#core/clock/civil-date.ts";
import type { Queryable } from "./case-store.ts";

/** Where an act stands in the log; nulls while it waits. */
export interface ActPlace {
  readonly index: number | null;
  /** Size of the first published checkpoint over it. */
  readonly witnessedSize: number | null;
  /** The earliest cosignature of that checkpoint. */
  readonly witnessedAt: Instant | null;
}

/** An open part; `bytes` is null for attachments, which are fetched one by one. */
export interface TextPart {
  readonly name: string;
  readonly mediaType: string;
  readonly byteLength: number;
  readonly bytes: Uint8Array | null;
}

/** The open parts of a case's acts that are not erased, by act. */
export async function readTextParts(
  sql: Queryable,
  tag: Uint8Array,
): Promise<ReadonlyMap<string, readonly TextPart[]>> {
  const rows = await sql<
    { act_id: string; name: string; media_type: string; byte_length: number; bytes: Uint8Array | null }[]
  >`
    select act_id, name, media_type, byte_length,
      case when name like 'attachment-%' then null else bytes end as bytes
    from record.part where subject = ${tag} and erased_at is null order by act_id, position`;
  const parts = new Map<string, TextPart[]>();
  for (const row of rows) {
    const part = { name: row.name, mediaType: row.media_type, byteLength: row.byte_length, bytes: row.bytes };
    const known = parts.get(row.act_id);
    if (known === undefined) parts.set(row.act_id, [part]);
    else known.push(part);
  }
  return parts;
}

/** The places in the log of a case's acts. */
export async function readPlaces(sql: Queryable, tag: Uint8Array): Promise<ReadonlyMap<string, ActPlace>> {
  const rows = await sql<
    { act_id: string; index: number; witnessed_size: number | null; witnessed_at: number | null }[]
  >`
    select act_id, index, witnessed_size, witnessed_at from record.act_witnessed
    where subject = ${tag} and index is not null`;
  return new Map(
    rows.map((row) => [
      row.act_id,
      { index: row.index, witnessedSize: row.witnessed_size, witnessedAt: row.witnessed_at },
    ]),
  );
}

/** The names of the parts that were erased, by act. */
export async function readErasedParts(
  sql: Queryable,
  tag: Uint8Array,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await sql<{ act_id: string; names: string[] }[]>`
    select act_id, array_agg(distinct name order by name) as names
    from record.erasure cross join lateral unnest(part_names) as name
    where subject = ${tag} group by act_id`;
  return new Map(rows.map(({ act_id, names }) => [act_id, names]));
}
