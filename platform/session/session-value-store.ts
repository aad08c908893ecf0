import { canonicalJson, type JsonValue } from "#core/record/canonical-json.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import type { SessionId } from "./session.ts";

/** Small things that a slice keeps between two pages of one browser, under a name such as "identity.pending". */

/** Keeps a value; it replaces what stood under the name. */
export async function keepInSession(
  sql: Sql | Transaction,
  session: SessionId,
  name: string,
  value: JsonValue,
): Promise<void> {
  await sql`
    insert into platform.session_value (session_id, name, value)
    values (${session}, ${name}, ${canonicalJson(value)}::text::jsonb)
    on conflict (session_id, name) do update set value = excluded.value`;
}

/** What was kept; `null` when nothing was. The slice parses it: an older version may have written it. */
export async function readFromSession(sql: Sql, session: SessionId, name: string): Promise<JsonValue> {
  const [row] = await sql<{ value: JsonValue }[]>`
    select value from platform.session_value where session_id = ${session} and name = ${name}`;
  return row?.value ?? null;
}
