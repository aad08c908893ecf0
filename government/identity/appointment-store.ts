import { type BodyNumber, parseBodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import { type AccountId, type Appointment, type OfficeRole, officeRoles } from "#platform/authority/actor.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import { storedAccount } from "./account-store.ts";

/** The table of offices. The desks may read it: who holds which post at a body is no secret among officials. */

type Queryable = Sql | Transaction;

/** Somebody in office: the post is public, the name is for colleagues and for the applicant of a case. */
export interface Officeholder extends Appointment {
  readonly account: AccountId;
  readonly name: string;
}

interface OfficeRow {
  readonly account_id: string;
  readonly body: number;
  readonly role: string;
  readonly post: string;
  readonly holder_name: string;
}

/** Enters an office from a moment on. */
export async function insertAppointment(
  transaction: Transaction,
  office: {
    readonly id: string;
    readonly holder: Officeholder;
    readonly from: number;
    readonly until: number | null;
    readonly grantedBy: AccountId | null;
    readonly approvedBy: AccountId | null;
  },
): Promise<void> {
  const { holder } = office;
  await transaction`
    insert into identity.appointment (appointment_id, account_id, body, role, post, holder_name, from_at, until_at,
      granted_by, approved_by)
    values (${office.id}, ${holder.account}, ${holder.body}, ${holder.role}, ${holder.post}, ${holder.name},
      ${office.from}, ${office.until}, ${office.grantedBy}, ${office.approvedBy})`;
}

/** The offices that an account holds at an instant. */
export async function appointmentsAt(
  sql: Queryable,
  account: AccountId,
  now: number,
): Promise<readonly Appointment[]> {
  const rows = await sql<OfficeRow[]>`
    select account_id, body, role, post, holder_name from identity.appointment
    where account_id = ${account} and from_at <= ${now} and (until_at is null or until_at > ${now})
    order by body, role, post`;
  return rows.map(holderFrom).map(({ body, role, post }) => ({ body, role, post }));
}

/** Everyone in office at a body at an instant, the head first, then by post. */
export async function officeholdersAt(
  sql: Queryable,
  body: BodyNumber,
  now: number,
): Promise<readonly Officeholder[]> {
  const rows = await sql<OfficeRow[]>`
    select account_id, body, role, post, holder_name from identity.appointment
    where body = ${body} and from_at <= ${now} and (until_at is null or until_at > ${now})
    order by (role = 'head') desc, post, from_at`;
  return rows.map(holderFrom);
}

/** The bodies that have a head at an instant. */
export async function bodiesWithHead(sql: Queryable, now: number): Promise<ReadonlySet<number>> {
  const rows = await sql<{ body: number }[]>`
    select distinct body from identity.appointment
    where role = 'head' and from_at <= ${now} and (until_at is null or until_at > ${now})`;
  return new Set(rows.map(({ body }) => body));
}

/** Everyone in office at any of some bodies at an instant. */
export async function officeholdersOf(
  sql: Queryable,
  bodies: readonly BodyNumber[],
  now: number,
): Promise<readonly Officeholder[]> {
  if (bodies.length === 0) return [];
  const rows = await sql<OfficeRow[]>`
    select account_id, body, role, post, holder_name from identity.appointment
    where body in ${sql([...bodies])} and from_at <= ${now} and (until_at is null or until_at > ${now})
    order by body, (role = 'head') desc, post, from_at`;
  return rows.map(holderFrom);
}

/** Who held a post at an instant; `null` when it was vacant. */
export async function holderOfPost(
  sql: Queryable,
  place: { readonly body: BodyNumber; readonly post: string },
  at: number,
): Promise<Officeholder | null> {
  const [row] = await sql<OfficeRow[]>`
    select account_id, body, role, post, holder_name from identity.appointment
    where body = ${place.body} and post = ${place.post} and from_at <= ${at}
      and (until_at is null or until_at > ${at})
    order by from_at desc limit 1`;
  return row === undefined ? null : holderFrom(row);
}

function holderFrom(row: OfficeRow): Officeholder {
  const body = parseBodyNumber(row.body);
  const role = officeRoles.find((each): each is OfficeRole => each === row.role);
  assert(body !== null && role !== undefined, "an office is stored as it was checked");
  return { account: storedAccount(row.account_id), body, role, post: row.post, name: row.holder_name };
}
