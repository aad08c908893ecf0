/** Heads' posts that nobody holds, and who may act in them. */
import { type CivilDate, civilDateAt, type Instant } from "#core/clock/civil-date.ts";
import {
  type Body,
  type BodyTree,
  bodiesAbove,
  bodiesBelow,
  headPostSlug,
} from "#government/bodies/index.ts";
import { bodiesWithHead, type Officeholder, officeholdersAt } from "#government/identity/index.ts";
import type { OfficeRole } from "#platform/authority/actor.ts";
import { mayBeGranted } from "#platform/authority/grant.ts";
import type { HandoverObject } from "#platform/authority/objects.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import { type Handover, handoversFrom } from "../handover-store.ts";
import type { Desk } from "./desk-access.ts";

/** A page lists so many; a country with more has other worries. */
const vacanciesMax = 20;

/** A body whose head's post nobody holds, as whoever decides about it sees it. */
export interface Vacancy {
  readonly body: Body;
  readonly object: HandoverObject;
  /** Posts of officials there that can act. */
  readonly deputies: readonly string[];
  /** Who acts now or will. */
  readonly handovers: readonly Handover[];
}

/** The posts that somebody holds in one of these roles, each once. */
export function postsHeld(holders: readonly Officeholder[], roles: readonly OfficeRole[]): readonly string[] {
  return [...new Set(holders.flatMap(({ role, post }) => (roles.includes(role) ? [post] : [])))];
}

/** The vacancies about which somebody decides as the head of a body: of bodies below it with no nearer head. */
export async function vacanciesBelow(
  sql: Sql | Transaction,
  { self, tree }: Pick<Desk, "self" | "tree">,
  from: Body,
  { now, timeZone }: { readonly now: Instant; readonly timeZone: string },
): Promise<readonly Vacancy[]> {
  const headed = await bodiesWithHead(sql, now);
  const vacant = bodiesBelow(tree, from.number)
    .filter(({ number }) => !headed.has(number))
    .map((body) => ({ body, object: vacancyOf(tree, body, headed) }))
    .filter(
      ({ object }) => object.vacancyBefore === from.number && mayBeGranted(self, "handover.set", object),
    );
  const today = civilDateAt(now, timeZone);
  return await Promise.all(
    vacant.slice(0, vacanciesMax).map((each) => withPeople(sql, each, { now, today })),
  );
}

function vacancyOf(tree: BodyTree, body: Body, headed: ReadonlySet<number>): HandoverObject {
  const above = bodiesAbove(tree, body.number).find(({ number }) => headed.has(number));
  return {
    kind: "handover",
    body: body.number,
    post: headPostSlug,
    vacancyBefore: above?.number ?? null,
  };
}

async function withPeople(
  sql: Sql | Transaction,
  { body, object }: Pick<Vacancy, "body" | "object">,
  { now, today }: { readonly now: Instant; readonly today: CivilDate },
): Promise<Vacancy> {
  const holders = await officeholdersAt(sql, body.number, now);
  const handovers = (await handoversFrom(sql, body.number, today)).filter(
    ({ post }) => post === headPostSlug,
  );
  return { body, object, deputies: postsHeld(holders, ["official"]), handovers };
}

/** The value of a post in the list of all vacancies. */
export function deputyValue({ body }: Vacancy, post: string): string {
  return `${body.slug}.${post}`;
}

/** The vacancy and the post that such a value names; `null` when there is no such choice any more. */
export function deputyIn(
  vacancies: readonly Vacancy[],
  value: string,
): { readonly vacancy: Vacancy; readonly post: string } | null {
  for (const vacancy of vacancies) {
    const post = vacancy.deputies.find((each) => deputyValue(vacancy, each) === value);
    if (post !== undefined) return { vacancy, post };
  }
  return null;
}
