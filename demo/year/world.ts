/** The demo country while its year is lived: who acts, with which tools, at which simulated moment. */
import { addWorkingDays, type CalendarVersion } from "#core/clock/calendar.ts";
import { type CivilDate, civilDateAt, type Instant, startOfCivilDate } from "#core/clock/civil-date.ts";
import { calendarAt, weekOf } from "#core/clock/clock-parameters.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { assert } from "#core/result.ts";
import type { AppealTools } from "#government/appeals/index.ts";
import type { BodyTree } from "#government/bodies/index.ts";
import { findCase, findCaseObject } from "#government/cases/index.ts";
import type { AccountId, Actor } from "#platform/authority/actor.ts";
import type { CaseObject } from "#platform/authority/objects.ts";
import type { Sql } from "#platform/database/database.ts";
import type { PersonKeys } from "#platform/keys/person-keys.ts";
import type { LogName } from "#platform/record/act.ts";
import { demoBodies } from "../country/bodies.ts";
import { demoBodyNumber } from "../country/demo-bodies.ts";
import type { SeededPerson } from "../country/seed-people.ts";
import type { Chance } from "./chance.ts";
import type { Pads } from "./counter-life.ts";

export interface World {
  readonly portal: Sql;
  readonly desk: Sql;
  /** Raises cases, as the program of that name does. */
  readonly worker: Sql;
  /** The dishonest insider's way in: everything. Used by the planted sins alone. */
  readonly owner: Sql;
  readonly log: LogName;
  /** As they stand at this simulated moment; read anew after each decree. */
  readonly parameters: () => Promise<Parameters>;
  /** After a decree. */
  readonly forgetParameters: () => void;
  /** The bodies as they stand, for the ways to a higher place. */
  readonly tree: () => Promise<BodyTree>;
  /** From which codes of cases and of stubs are made. */
  readonly serverKey: Uint8Array;
  /** The log's origin. */
  readonly origin: string;
  /** Issued in the course of the year. */
  readonly pads: Pads;
  readonly personKeys: PersonKeys;
  readonly signer: AppealTools["signer"];
  readonly chance: Chance;
  readonly people: readonly SeededPerson[];
  readonly timeZone: string;
}

/** An official or head who works on appeals. */
export interface Handler {
  readonly account: AccountId;
  readonly name: string;
  readonly post: string;
  readonly actor: Actor;
}

const minuteMs = 60_000;

/** Runs one transaction at a simulated moment. */
export async function transact<T>(
  world: World,
  sql: Sql,
  at: Instant,
  run: (tools: AppealTools) => Promise<T>,
): Promise<T> {
  const parameters = await world.parameters();
  const results: T[] = [];
  await sql.begin(async (transaction) => {
    const tools: AppealTools = {
      transaction,
      parameters,
      now: () => at,
      randomBytes: world.chance.bytes,
      personKeys: world.personKeys,
      log: world.log,
      signer: world.signer,
    };
    results.push(await run(tools));
  });
  for (const result of results) return result;
  throw new Error("a transaction that committed has run");
}

/** A moment within working hours, so many working days of the body after the day of `from`, never before `from`. */
export async function workingMoment(
  world: World,
  body: BodyNumber,
  from: Instant,
  days: number,
): Promise<Instant> {
  const parameters = await world.parameters();
  const calendar: CalendarVersion = calendarAt(parameters, from);
  const day = addWorkingDays(
    calendar,
    weekOf(parameters, registerIn(parameters, body)),
    civilDateAt(from, world.timeZone),
    days,
  );
  return Math.max(from + minuteMs, atHour(world, day, 9, 17));
}

/** A random minute of a civil day between two hours. */
export function atHour(world: World, day: CivilDate, fromHour: number, untilHour: number): Instant {
  const minutes = world.chance.between(fromHour * 60, untilHour * 60);
  return startOfCivilDate(day, world.timeZone) + minutes * minuteMs;
}

function registerIn(parameters: Parameters, body: BodyNumber): number {
  return parameters.bodies.find((each) => each.number === body)?.register ?? body;
}

/** Whoever files. */
export function applicant(account: AccountId | null): Actor {
  return account === null
    ? { kind: "visitor", opened: new Map() }
    : { kind: "person", account, appointments: [], opened: new Map() };
}

/** Whoever holds the secret of a case. */
export function bearer(tag: Uint8Array): Actor {
  return { kind: "visitor", opened: new Map([[Buffer.from(tag).toString("hex"), "full"]]) };
}

/** Everyone who may be given an appeal at a body: its officials, or its head where there are none. */
export function handlersAt(world: World, body: BodyNumber): readonly Handler[] {
  const officials = holdersAt(world, body, "official");
  return officials.length > 0 ? officials : [headOf(world, body)];
}

/** The head of a body. */
export function headOf(world: World, body: BodyNumber): Handler {
  const [head] = holdersAt(world, body, "head");
  assert(head !== undefined, `body ${body} has a head`);
  return head;
}

/** Somebody of a body who may stand behind what another has written; `null` where nobody else works. */
export function secondPersonAt(world: World, body: BodyNumber, writer: Handler): Handler | null {
  const all = [...holdersAt(world, body, "head"), ...holdersAt(world, body, "official")];
  return all.find(({ account }) => account !== writer.account) ?? null;
}

/** Whoever enters papers at a body; `null` where it has no registry. */
export function operatorAt(world: World, body: BodyNumber): Handler | null {
  return holdersAt(world, body, "operator")[0] ?? null;
}

function holdersAt(
  world: World,
  body: BodyNumber,
  role: "official" | "head" | "operator",
): readonly Handler[] {
  return world.people.flatMap(({ person, account }) => {
    const office = person.offices.find((each) => each.body === body && each.role === role);
    if (office === undefined) return [];
    const appointments = person.offices.map((each) => ({
      body: demoBodyNumber(each.body),
      role: each.role,
      post: each.post,
    }));
    const actor: Actor = { kind: "person", account, appointments, opened: new Map() };
    return [{ account, name: person.name, post: office.post, actor }];
  });
}

/** Citizens with an account. */
export function citizensOf(world: World): readonly SeededPerson[] {
  return world.people.filter(({ person }) => person.offices.length === 0);
}

/** The case as the policy sees it for an actor, as it stands in this transaction. */
export async function caseFor(tools: AppealTools, tag: Uint8Array, actor: Actor): Promise<CaseObject> {
  const found = await findCaseObject(tools.transaction, actor, tag);
  assert(found !== null, "the case is there");
  return found;
}

/** The day by which an open case is due. */
export async function dueOf(world: World, tag: Uint8Array): Promise<CivilDate> {
  const row = await findCase(world.portal, tag);
  assert(row !== null && row.due !== null, "an open case has a due day");
  return row.due;
}

/** Bodies that take appeals, with how many they get and how well they answer (share answered in time). */
export const addressees: readonly {
  readonly body: BodyNumber;
  readonly weight: number;
  readonly inTime: number;
  /** Whether its acts stand under its own number. */
  readonly hasRegister: boolean;
}[] = demoBodies
  .filter((body) => body.branch === "executive")
  .map((body) => ({
    body: demoBodyNumber(body.number),
    weight: weightOf(body.number),
    inTime: inTimeOf(body.number),
    hasRegister: body.register === body.number,
  }));

function weightOf(number: number): number {
  const busy: Readonly<Record<number, number>> = {
    31: 12,
    20: 11,
    10: 10,
    30: 8,
    14: 7,
    11: 7,
    32: 5,
    33: 5,
    41: 4,
  };
  return busy[number] ?? (number >= 100 ? 0.4 : 2);
}

function inTimeOf(number: number): number {
  const known: Readonly<Record<number, number>> = {
    31: 0.62,
    20: 0.9,
    10: 0.71,
    30: 0.84,
    14: 0.78,
    11: 0.95,
    41: 0.55,
  };
  return known[number] ?? 0.88;
}
