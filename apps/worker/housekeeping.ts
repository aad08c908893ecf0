/** What the worker does beside the log: moves deadlines, judges registers each month, raises what is late, sweeps. */
import { changesBetween } from "#core/clock/clock-parameters.ts";
import { assert } from "#core/result.ts";
import { describedError } from "#engines/operations/event-log.ts";
import { releaseDue, sweepDrafts } from "#government/appeals/housekeeping.ts";
import {
  bodiesToLookAt,
  createParametersReader,
  escalateCases,
  moveDeadlines,
  type ParametersReader,
} from "#government/cases/index.ts";
import type { Sql } from "#platform/database/database.ts";
import { deleteExpiredOutcomes } from "#platform/http/idempotency-store.ts";
import type { WorkerEvent } from "#platform/operations/log-events.ts";
import type { LogName } from "#platform/record/act.ts";
import { sweepSessions } from "#platform/session/session-store.ts";
import { sweepAttempts } from "#platform/session/throttle-store.ts";
import { pause } from "./pause.ts";
import { judgeRegisters } from "./registers.ts";

export interface Housekeeping {
  readonly sql: Sql;
  readonly log: LogName;
  readonly origin: string;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly stop: AbortSignal;
  readonly report: (event: WorkerEvent) => void;
  /** Not in the demo, whose few appeals stand for many. */
  readonly judgesRegisters: boolean;
}

const decreeEveryMs = 1_000;
const sweepEveryMs = 60_000;
/** A month is judged in the first hour of the next one; what follows in that month finds nothing to do. */
const judgeEveryMs = 3_600_000;
const zeroTag = new Uint8Array(16);

/** Runs until `stop`. A failure is reported and tried again: each task may be done twice without harm. */
export async function keepHouse(house: Housekeeping): Promise<void> {
  const reader = createParametersReader(house.log, house.origin);
  let movedFor = -1;
  let sweptAt = Number.NEGATIVE_INFINITY;
  let judgedAt = Number.NEGATIVE_INFINITY;
  while (!house.stop.aborted) {
    try {
      // Rules may have been announced for a day to come: they move what they move when that day begins.
      const parameters = await reader.read(house.sql);
      const inForce = changesBetween(parameters, Number.NEGATIVE_INFINITY, house.now()).length;
      if (inForce !== movedFor) await moveAll(house, reader);
      movedFor = inForce;
      if (house.judgesRegisters && house.now() - judgedAt >= judgeEveryMs) {
        judgedAt = house.now();
        await judgeAll(house, reader);
      }
      if (house.now() - sweptAt >= sweepEveryMs) {
        sweptAt = house.now();
        await sweep(house);
        await raiseAll(house, reader);
        await releaseAll(house, reader);
      }
    } catch (error) {
      house.report({ event: "housekeeping-failed", error: describedError(error) });
    }
    await pause(decreeEveryMs, house.stop);
  }
}

async function judgeAll(house: Housekeeping, reader: ParametersReader): Promise<void> {
  for (const { body, from, to } of await judgeRegisters(house, await reader.read(house.sql))) {
    house.report({ event: "register-moved", body, from, to });
  }
}

/** Every open case that a decree moves, in bounded transactions. */
async function moveAll(house: Housekeeping, reader: ParametersReader): Promise<void> {
  let moved = 0;
  for (let after: Uint8Array | null = zeroTag; after !== null; ) {
    const from: Uint8Array = after;
    const batch = await house.sql.begin(async (transaction) => {
      const parameters = await reader.read(transaction);
      const { now, randomBytes } = house;
      return await moveDeadlines({ transaction, parameters, now, randomBytes, personKeys: null }, from);
    });
    moved += batch.moved;
    after = batch.next;
    assert(after === null || after !== from, "each batch goes on from where the last one ended");
  }
  if (moved > 0) house.report({ event: "deadlines-moved", cases: moved });
}

/** Every open case that is near its day or over it, in bounded transactions, each step once. */
async function raiseAll(house: Housekeeping, reader: ParametersReader): Promise<void> {
  const { sql, now, randomBytes } = house;
  const bodies = await bodiesToLookAt(sql, { now, parameters: await reader.read(sql) });
  let raised = 0;
  for (const body of bodies) {
    for (let more = true; more && !house.stop.aborted; ) {
      const batch = await sql.begin(async (transaction) => {
        const parameters = await reader.read(transaction);
        return await escalateCases({ transaction, parameters, now, randomBytes, personKeys: null }, body);
      });
      raised += batch.raised;
      more = batch.more;
    }
  }
  if (raised > 0) house.report({ event: "cases-raised", cases: raised });
}

/** Every text that its head has left lying over its day, in bounded transactions. */
async function releaseAll(house: Housekeeping, reader: ParametersReader): Promise<void> {
  const { sql, log, now, randomBytes } = house;
  let released = 0;
  for (let more = true; more && !house.stop.aborted; ) {
    const batch = await sql.begin(async (transaction) => {
      const parameters = await reader.read(transaction);
      return await releaseDue({ transaction, parameters, now, randomBytes, personKeys: null, log });
    });
    released += batch.released;
    more = batch.more;
  }
  if (released > 0) house.report({ event: "texts-released", texts: released });
}

async function sweep({ sql, now }: Housekeeping): Promise<void> {
  await sweepSessions(sql, now());
  await sweepAttempts(sql, now());
  await sweepDrafts(sql, now());
  await sql.begin((transaction) => deleteExpiredOutcomes(transaction, now()));
}
