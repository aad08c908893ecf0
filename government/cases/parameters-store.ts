import { parameterKinds } from "#core/record/parameter-acts.ts";
import { type Parameters, type PublicAct, parametersFrom } from "#core/record/parameters.ts";
import { assert } from "#core/result.ts";
import type { Transaction } from "#platform/database/database.ts";
import type { LogName } from "#platform/record/act.ts";
import type { Queryable } from "./case-store.ts";

/** Reads the parameters of one log. Keeps what it read until another public act is registered. */
export interface ParametersReader {
  read(sql: Queryable): Promise<Parameters>;
}

/**
 * The parameters as they stand in the database: a fold over the public acts in order of registration, with the very
 * function that the auditor folds the published ones with. Until an act has its index in the log, its order stands
 * for it.
 */
export function createParametersReader(log: LogName, origin: string): ParametersReader {
  let known: { readonly last: number; readonly parameters: Parameters } | null = null;
  return {
    read: async (sql) => {
      const last = await lastPublicAct(sql, log);
      if (known !== null && known.last === last) return known.parameters;
      const parameters = parametersFrom(origin, await readPublicActs(sql, log));
      // Only our own use cases write these acts, through the builders that the reader trusts.
      assert(parameters.ok, `the public acts do not fold: ${JSON.stringify(parameters)}`);
      known = { last, parameters: parameters.value };
      return parameters.value;
    },
  };
}

/**
 * Keeps other decrees out until the transaction ends: each makes a new version of what stood before it, and the record
 * takes versions in ascending order only.
 */
export async function lockDecrees(transaction: Transaction): Promise<void> {
  await transaction`select pg_advisory_xact_lock(hashtext('cases.decrees'))`;
}

/**
 * Where the acts of one kind stand in the record, in their order: as many as there are versions. `null` for one that is
 * not in it yet.
 */
export async function decreeEntries(
  sql: Queryable,
  log: LogName,
  kind: "calendar-changed" | "rules-changed",
): Promise<readonly (number | null)[]> {
  const rows = await sql<{ index: number | null }[]>`
    select entry.index from record.act
      left join ledger.entry on entry.subject = act.subject and entry.act_id = act.act_id
    where act.log = ${log} and act.publishes and act.kind = ${kind} order by act.registered`;
  return rows.map(({ index }) => index);
}

async function lastPublicAct(sql: Queryable, log: LogName): Promise<number> {
  const [row] = await sql<{ last: number | null }[]>`
    select max(registered) as last from record.act
    where log = ${log} and publishes and kind in ${sql(parameterKinds)}`;
  return row?.last ?? 0;
}

async function readPublicActs(sql: Queryable, log: LogName): Promise<readonly PublicAct[]> {
  const rows = await sql<
    { index: number; payload: string; nonce: Uint8Array; part_nonce: Uint8Array; bytes: Uint8Array }[]
  >`
    select act.registered as index, act.payload, act.nonce, part.nonce as part_nonce, part.bytes
    from record.act join record.part using (subject, act_id)
    where act.log = ${log} and act.publishes and act.kind in ${sql(parameterKinds)} and part.name = 'public'
    order by act.registered`;
  return rows.map((row) => ({
    index: row.index,
    opening: {
      payload: row.payload,
      nonce: row.nonce,
      parts: [{ name: "public", nonce: row.part_nonce, bytes: row.bytes }],
    },
  }));
}
