import type { Actor, Appointment } from "#platform/authority/actor.ts";
import type { Sql } from "#platform/database/database.ts";
import type { PageLink } from "#platform/html/page.ts";
import { errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { parseSessionId, type Session } from "#platform/session/session.ts";
import type { BrowserSessions } from "#platform/session/session-routes.ts";
import { endSessionsOf, sessionsOf } from "#platform/session/session-store.ts";
import { accountPage, endField, endOthers } from "./account-pages.ts";
import { numberOfAccount } from "./account-store.ts";
import { actorOf } from "./actor.ts";
import { countCodesLeft } from "./code-sheet-store.ts";

export interface AccountRoutesOptions {
  readonly sql: Sql;
  readonly now: () => number;
  readonly sessions: BrowserSessions;
  /** IANA name of the country's time zone. */
  readonly timeZone: string;
  /** A body and a post in words, for the list of a person's offices. */
  readonly describePost: (visit: Visit, office: Appointment) => Promise<string>;
  /** Ways that other slices offer to this person. */
  readonly links: (visit: Visit, actor: Actor) => Promise<readonly PageLink[]>;
}

/** A person's own place: `/account`, with the list of sign-ins and its kill switch. */
export function accountRoutes(server: Server, options: AccountRoutesOptions): void {
  const { sql, now, sessions } = options;
  server.get("/account", async (visit) => {
    const here = await sessions.current(visit.request);
    const account = here?.account ?? null;
    const number = account === null ? null : await numberOfAccount(sql, account);
    if (here === null || account === null || number === null) {
      return redirected(`/${visit.language}/sign-in`);
    }
    const actor = await actorOf(sql, here, now());
    const view = {
      number,
      codesLeft: await countCodesLeft(sql, account),
      offices: await officesInWords(visit, actor, options),
      links: await options.links(visit, actor),
      sessions: await sessionsOf(sql, account, now()),
      here,
      timeZone: options.timeZone,
    };
    return shown(accountPage(visit.t, view));
  });
  server.post("/account/sign-ins", async (visit) => {
    const here = await sessions.current(visit.request);
    if (!here?.account) return redirected(`/${visit.language}/sign-in`);
    const which = whichToEnd(firstValue(visit.body, endField), here);
    if (which === null) return errorAnswer(422);
    await endSessionsOf(sql, here.account, which);
    return redirected(`/${visit.language}/account`);
  });
}

function whichToEnd(given: string, here: Session): Parameters<typeof endSessionsOf>[2] | null {
  if (given === endOthers) return { allBut: here.id };
  const only = parseSessionId(given);
  return only === null ? null : { only };
}

async function officesInWords(
  visit: Visit,
  actor: Actor,
  options: AccountRoutesOptions,
): Promise<readonly string[]> {
  if (actor.kind !== "person") return [];
  const { t } = visit;
  return await Promise.all(
    actor.appointments.map(
      async (office) => `${await options.describePost(visit, office)} (${t(`account-role-${office.role}`)})`,
    ),
  );
}
