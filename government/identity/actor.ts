import type { Actor } from "#platform/authority/actor.ts";
import { stranger } from "#platform/authority/actor.ts";
import type { Sql } from "#platform/database/database.ts";
import type { Session } from "#platform/session/session.ts";
import { appointmentsAt } from "./appointment-store.ts";

/** Who asks: the session's person with the offices that hold at this moment, or a visitor with what they have opened. */
export async function actorOf(sql: Sql, session: Session | null, now: number): Promise<Actor> {
  if (session === null) return stranger;
  const { account, opened } = session;
  if (account === null) return { kind: "visitor", opened };
  return { kind: "person", account, appointments: await appointmentsAt(sql, account, now), opened };
}
