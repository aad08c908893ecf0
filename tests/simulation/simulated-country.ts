/**
 * The people of a small country and the portal that serves them: which act may follow, and its due day, are decided by
 * core/acts; what is committed is folded; what was acknowledged is kept by whoever it was acknowledged to.
 */
import {
  type CaseAct,
  type CaseState,
  caseAt,
  foldAct,
  kindsAfter,
  mayAct,
  statusOf,
} from "#core/acts/case.ts";
import { toHex, utf8Bytes } from "#core/bytes.ts";
import type { CalendarVersion } from "#core/clock/calendar.ts";
import {
  addDays,
  type CivilDate,
  civilDateAt,
  civilDateOfDays,
  startOfCivilDate,
} from "#core/clock/civil-date.ts";
import type { ClockParameters } from "#core/clock/clock-parameters.ts";
import { filingKinds } from "#core/clock/rules.ts";
import type { ActKind } from "#core/record/kinds.ts";
import { type BodyNumber, parseBodyNumber } from "#core/record/leaf.ts";
import { type ParameterPart, parameterPartBytes } from "#core/record/parameter-acts.ts";
import { assert } from "#core/result.ts";
import type { Chance } from "#demo/year/chance.ts";
import { type ActToAppend, type AppendedAct, delayedRelease, type LogName } from "#platform/record/act.ts";
import type { SimulatedLedger } from "./simulated-ledger.ts";
import { cabinet, clockParametersOf, ministry, timeZone, townHall } from "./simulated-parameters.ts";

/** A case as the portal folds it. */
export interface SimulatedCase {
  readonly tag: Uint8Array;
  state: CaseState<string>;
  /** What was entered, with the state after it and the due that its leaf carries. */
  readonly lived: {
    readonly act: CaseAct<string>;
    readonly due: CivilDate | null;
    readonly state: CaseState<string>;
  }[];
}

/** What a citizen was told: this act is accepted. */
export interface Acknowledged {
  readonly appended: AppendedAct;
  readonly act: ActToAppend;
}

interface Attempt {
  readonly acts: readonly ActToAppend[];
  readonly folds: (appended: readonly AppendedAct[]) => void;
}

export interface SimulatedCountryOptions {
  readonly log: LogName;
  readonly ledger: SimulatedLedger;
  readonly chance: Chance;
  readonly now: () => number;
}

export class SimulatedCountry {
  readonly cases = new Map<string, SimulatedCase>();
  readonly acknowledged: Acknowledged[] = [];
  readonly decrees: CalendarVersion[] = [];
  parameters: ClockParameters;
  /** Sent, and no answer came: the same form is sent again before anything else. */
  #unanswered: Attempt | null = null;
  readonly #options: SimulatedCountryOptions;

  constructor(options: SimulatedCountryOptions) {
    this.#options = options;
    this.parameters = clockParametersOf([]);
  }

  /** The acts by which a state begins. Asked again until they are acknowledged. */
  async found(parts: readonly ParameterPart[]): Promise<void> {
    const acts = parts.map((part) => this.#publicAct(part, cabinet));
    await this.#send({ acts, folds: () => {} });
  }

  /** Somebody does something. Throws what the database throws; then the next call repeats it. */
  async live(): Promise<void> {
    if (this.#unanswered !== null) return await this.#send(this.#unanswered);
    const { chance } = this.#options;
    const what = chance.weighted([
      ["file", 30],
      ["act", 66],
      ["decree", 1],
    ] as const);
    if (what === "decree") return await this.#decree();
    const open = [...this.cases.values()].slice(-casesAliveMax);
    if (what === "file" || open.length === 0) return await this.#file();
    const chosen = chance.pick(open);
    await this.#actOn(chosen);
  }

  /** Whether something was sent to which no answer came. */
  get isUnanswered(): boolean {
    return this.#unanswered !== null;
  }

  async repeatUnanswered(): Promise<void> {
    if (this.#unanswered !== null) await this.#send(this.#unanswered);
  }

  /** A holiday or another changed calendar means a `deadline-moved` for each open case whose day moves. */
  async moveDeadlines(): Promise<void> {
    for (const one of this.cases.values()) await this.#moveDeadline(one);
  }

  async #moveDeadline(one: SimulatedCase): Promise<void> {
    const standing = this.#standing(one);
    const written = one.lived.at(-1)?.due ?? null;
    if (standing.deadline.due === written || standing.status === "in-transit") return;
    await this.#enter(one, [{ kind: "deadline-moved", body: standing.deadline.holder, chosen: null }]);
  }

  async #file(): Promise<void> {
    const { chance, now } = this.#options;
    const tag = chance.bytes(16);
    const kind = chance.pick(filingKinds);
    const isSealed = chance.happens(0.2);
    const end = startOfCivilDate(addDays(this.#today(), 1), timeZone);
    const releaseAt = isSealed ? delayedRelease(now(), end, chance.bytes) : undefined;
    await this.#enter(
      { tag, state: null, lived: [] },
      [{ kind, body: chance.pick([ministry, townHall]), chosen: null }],
      releaseAt,
    );
  }

  async #actOn(one: SimulatedCase): Promise<void> {
    const { chance } = this.#options;
    await this.#moveDeadline(one);
    if (this.#unanswered !== null) return;
    const standing = this.#standing(one);
    const { due, holder } = standing.deadline;
    const kind = chance.pick(kindsAfter(statusOf(standing)));
    const chosen = kind === "extended" && due !== null ? civilDateOfDays(due + chance.between(0, 50)) : null;
    const acts = [{ kind, body: holder, chosen }];
    if (kind === "forwarded") {
      acts.push({ kind: "received", body: holder === ministry ? townHall : ministry, chosen: null });
    }
    await this.#enter(one, acts);
  }

  async #enter(
    before: {
      readonly tag: Uint8Array;
      readonly state: CaseState<string> | null;
      readonly lived: SimulatedCase["lived"];
    },
    wanted: readonly { readonly kind: ActKind; readonly body: number; readonly chosen: CivilDate | null }[],
    releaseAt?: number,
  ): Promise<void> {
    const { log, chance, now } = this.#options;
    const submission = chance.bytes(32);
    const entered: SimulatedCase["lived"] = [];
    const acts: ActToAppend[] = [];
    let state = before.state;
    for (const { kind, body, chosen } of wanted) {
      const details = `${kind} ${toHex(chance.bytes(4))}`;
      const act = { kind, body, day: this.#today(), at: now(), claimedDue: chosen, details };
      if (!mayAct(state, act, this.parameters).ok) return;
      state = foldAct(state, act, this.parameters);
      assert(state !== null, "an act that may follow leaves a case");
      const due = kind === "forwarded" ? null : state.deadline.due;
      entered.push({ act, due, state });
      const part = {
        name: "public",
        bytes: utf8Bytes(details),
        mediaType: "text/plain",
        store: "open",
      } as const;
      const place = { log, kind, caseTag: before.tag, body: numberOf(body), due, actor: "head", at: now() };
      acts.push({ ...place, parts: [part], submission, ...(releaseAt === undefined ? {} : { releaseAt }) });
    }
    const after = state;
    if (after === null) return;
    await this.#send({
      acts,
      folds: () => {
        const known = this.cases.get(toHex(before.tag));
        const one = known ?? { tag: before.tag, state: after, lived: [] };
        one.state = after;
        one.lived.push(...entered);
        this.cases.set(toHex(before.tag), one);
      },
    });
  }

  async #decree(): Promise<void> {
    const { chance, now } = this.#options;
    const last = this.decrees.at(-1);
    const days = [
      addDays(this.#today(), chance.between(1, 10)),
      addDays(this.#today(), chance.between(11, 40)),
    ];
    const calendar: CalendarVersion = {
      version: (last?.version ?? 1) + 1,
      announced: now(),
      holidays: [],
      workingDays: [],
      daysOff: [...new Set([...(last?.daysOff ?? []), ...days])].sort((left, right) => left - right),
    };
    const act = this.#publicAct({ kind: "calendar-changed", part: { timeZone, calendar } }, cabinet);
    await this.#send({
      acts: [act],
      folds: () => {
        this.decrees.push(calendar);
        this.parameters = clockParametersOf(this.decrees);
      },
    });
  }

  #publicAct(parameter: ParameterPart, body: number): ActToAppend {
    const { log, chance, now } = this.#options;
    const bytes = parameterPartBytes(parameter);
    return {
      ...{
        log,
        kind: parameter.kind,
        caseTag: null,
        body: numberOf(body),
        due: null,
        actor: "operator",
        at: now(),
      },
      parts: [{ name: "public", bytes, mediaType: "application/json", store: "open" }],
      submission: chance.bytes(32),
    };
  }

  async #send(attempt: Attempt): Promise<void> {
    const { ledger, now, chance } = this.#options;
    this.#unanswered = attempt;
    const appended = await ledger.append(attempt.acts, { now, randomBytes: chance.bytes }, attempt.folds);
    this.#unanswered = null;
    for (const [at, one] of appended.entries()) {
      const act = attempt.acts[at];
      if (act) this.acknowledged.push({ appended: one, act });
    }
  }

  #standing(one: SimulatedCase): CaseState<string> {
    return caseAt(one.state, { at: this.#options.now(), day: this.#today() }, this.parameters);
  }

  #today(): CivilDate {
    return civilDateAt(this.#options.now(), timeZone);
  }
}

/** Cases of the last years sleep: nobody acts on them any more. */
const casesAliveMax = 60;

function numberOf(body: number): BodyNumber {
  const number = parseBodyNumber(body);
  assert(number !== null, "a body has a number");
  return number;
}
