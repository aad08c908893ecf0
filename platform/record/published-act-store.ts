import { type ActKind, isActKind } from "#core/record/kinds.ts";
import { parameterKinds } from "#core/record/parameter-acts.ts";
import type { OpenedPart } from "#core/record/payload.ts";
import { assert } from "#core/result.ts";
import type { Queryable } from "./act-store.ts";

/** Acts of which something is shown to everyone, with exactly that. */

export interface PublishedAct {
  readonly index: number;
  readonly kind: ActKind;
  /** `null` once the act was erased. */
  readonly payload: string | null;
  readonly nonce: Uint8Array | null;
  /** The published parts that are not erased. */
  readonly parts: readonly OpenedPart[];
}

interface PublishedRow {
  readonly index: number;
  readonly act_id: string;
  readonly kind: string;
  readonly payload: string | null;
  readonly nonce: Uint8Array | null;
  readonly part_name: string | null;
  readonly part_nonce: Uint8Array | null;
  readonly part_bytes: Uint8Array | null;
}

/** The published acts whose index lies in a range. */
export async function publishedActs(
  sql: Queryable,
  log: string,
  range: { readonly from: number; readonly to: number },
): Promise<readonly PublishedAct[]> {
  const rows = await sql<PublishedRow[]>`
    select entry.index, act.act_id, act.kind, act.payload, act.nonce,
      part.name as part_name, part.nonce as part_nonce, part.bytes as part_bytes
    from ledger.entry
    join record.act on act.subject = entry.subject and act.act_id = entry.act_id
    left join record.part on part.subject = act.subject and part.act_id = act.act_id
      and part.published and part.erased_at is null
    where entry.log = ${log} and entry.publishes and entry.index >= ${range.from} and entry.index < ${range.to}
    order by entry.index, part.position`;
  return gathered(rows);
}

/** The acts of the state about itself below an index: what parameters.json is read from. */
export async function publicActsBelow(
  sql: Queryable,
  log: string,
  size: number,
): Promise<readonly PublishedAct[]> {
  const rows = await sql<PublishedRow[]>`
    select entry.index, act.act_id, act.kind, act.payload, act.nonce,
      part.name as part_name, part.nonce as part_nonce, part.bytes as part_bytes
    from ledger.entry
    join record.act on act.subject = entry.subject and act.act_id = entry.act_id
    join record.part on part.subject = act.subject and part.act_id = act.act_id
      and part.published and part.erased_at is null
    where entry.log = ${log} and entry.publishes and entry.index < ${size}
      and act.kind in ${sql(parameterKinds)}
    order by entry.index, part.position`;
  return gathered(rows);
}

function gathered(rows: readonly PublishedRow[]): readonly PublishedAct[] {
  const acts = new Map<number, PublishedAct & { readonly parts: OpenedPart[] }>();
  for (const row of rows) {
    const { index, kind, payload, nonce, part_name: name, part_nonce: partNonce, part_bytes: bytes } = row;
    assert(isActKind(kind), `act ${row.act_id} is of a kind that this program does not know`);
    const act = acts.get(index) ?? { index, kind, payload, nonce, parts: [] };
    if (name !== null && partNonce !== null && bytes !== null)
      act.parts.push({ name, nonce: partNonce, bytes });
    acts.set(index, act);
  }
  return [...acts.values()];
}
