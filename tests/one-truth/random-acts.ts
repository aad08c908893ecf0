/** Acts as a life throws them at a case: any kind that may follow, with details drawn from the closed lists. */
import {
  type AppealDetails,
  type AppealDetailsOf,
  type AppealKind,
  clarificationReasons,
  disputeReasons,
  explanationGrounds,
  extensionReasons,
  forwardReasons,
  isAppealKind,
  partialGrounds,
  refusalGrounds,
  terminationGrounds,
} from "#core/acts/appeal.ts";
import { type CaseStatus, kindsAfter } from "#core/acts/case.ts";
import { addDays, type CivilDate } from "#core/clock/civil-date.ts";
import type { ActKind } from "#core/record/kinds.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { Decision } from "#government/appeals/index.ts";
import type { ActToEnter, CaseRow } from "#government/cases/index.ts";

/** Whole numbers from 0 up, one for each choice. */
export type Choices = (below: number) => number;

const legalBasis = ["Administrative code, art. 76"] as const;

function pick<T>(choices: Choices, of: readonly T[]): T {
  const one = of[choices(of.length)];
  if (one === undefined) throw new Error("nothing to choose from");
  return one;
}

type DetailsDrawn = {
  readonly [Kind in AppealKind]?: (choices: Choices, today: CivilDate) => AppealDetailsOf<Kind>;
};

/** What a life may hold after its filing; an appeal's own acts, without those that the system alone enters. */
const drawn: DetailsDrawn = {
  assigned: () => ({ post: "gas-supply" }),
  "clarification-asked": (choices) => ({ reason: pick(choices, clarificationReasons) }),
  "clarification-given": () => ({}),
  "hearing-announced": (choices, today) => ({
    on: dateText(addDays(today, 1 + choices(20))),
    place: "Çynar",
  }),
  disputed: (choices) => ({ reason: pick(choices, disputeReasons) }),
  withdrawn: () => ({}),
  "withdrawal-revoked": () => ({}),
  added: () => ({ what: "statement" }),
  rated: () => ({ answer: "done" }),
};

function dateText(day: CivilDate): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** What is tried next in a case. */
export type Attempt =
  | { readonly kind: "acts"; readonly acts: readonly ActToEnter[] }
  /** An answer is entered in the cases that were joined with this one too. */
  | { readonly kind: "answer"; readonly decision: Decision }
  /** A second filing of the same is joined with this one. */
  | { readonly kind: "join" }
  /** The applicant takes it to the body above, where a case of its own begins. */
  | { readonly kind: "higher" }
  /** Behind a refusal stand two people: it has a way of its own. */
  | { readonly kind: "refusal"; readonly decision: Decision };

/** One act, the two of a forwarding, or a refusal. `null` when nothing of the drawn kinds may follow. */
export function nextAttempt(
  row: CaseRow,
  tools: {
    readonly choices: Choices;
    readonly today: CivilDate;
    readonly bodies: readonly BodyNumber[];
  },
): Attempt | null {
  const { choices } = tools;
  const apart: readonly ActKind[] = [
    ...(["forwarded", "extended", "refused", "terminated", "answered", "explained"] as const),
    ...(["merged", "appealed"] as const),
  ];
  const kinds = kindsAfter(statusOfRow(row)).filter(
    (kind) => apart.includes(kind) || (isAppealKind(kind) && kind in drawn),
  );
  if (kinds.length === 0) return null;
  const kind = pick(choices, kinds);
  if (kind === "refused") {
    const grounds = [pick(choices, refusalGrounds)];
    return { kind: "refusal", decision: { outcome: kind, grounds, legalBasis: [...legalBasis] } };
  }
  if (kind === "terminated") {
    const grounds = [pick(choices, terminationGrounds)];
    return { kind: "refusal", decision: { outcome: kind, grounds, legalBasis: [...legalBasis] } };
  }
  if (kind === "answered") return { kind: "answer", decision: answerDrawn(choices) };
  if (kind === "explained") {
    const grounds = [pick(choices, explanationGrounds)];
    return { kind: "answer", decision: { outcome: kind, grounds, legalBasis: [...legalBasis] } };
  }
  if (kind === "merged") return { kind: "join" };
  if (kind === "appealed") return { kind: "higher" };
  const acts = actsOf(kind, row, tools);
  return acts === null ? null : { kind: "acts", acts };
}

function answerDrawn(choices: Choices): Decision {
  if (choices(2) === 0) return { outcome: "satisfied" };
  const grounds = [pick(choices, partialGrounds)];
  return { outcome: "partly-satisfied", grounds, legalBasis: [...legalBasis] };
}

function actsOf(
  kind: ActKind,
  row: CaseRow,
  { choices, today, bodies }: Parameters<typeof nextAttempt>[1],
): readonly ActToEnter[] | null {
  if (kind === "forwarded") return forwarding(row, choices, bodies);
  if (kind === "extended") {
    const until = addDays(row.due ?? today, 1 + choices(45));
    const details = { reason: pick(choices, extensionReasons), until: dateText(until) };
    return [{ kind, actor: "head", details, parts: [], chosenDue: until }];
  }
  if (!isAppealKind(kind)) return null;
  const details: AppealDetails | undefined = drawn[kind]?.(choices, today);
  if (details === undefined) return null;
  return [{ kind, actor: "head", details: { ...details }, parts: [] }];
}

const statuses: readonly CaseStatus[] = [
  "open",
  "awaiting-applicant",
  "disputed",
  "in-transit",
  "closed",
  "withdrawn",
];

function statusOfRow({ phase }: CaseRow): CaseStatus {
  const status = statuses.find((each) => each === phase);
  if (status === undefined) throw new Error(`a filed case is not ${phase}`);
  return status;
}

function forwarding(row: CaseRow, choices: Choices, bodies: readonly BodyNumber[]): readonly ActToEnter[] {
  const to = pick(
    choices,
    bodies.filter((body) => body !== row.holderBody),
  );
  const reason = pick(choices, forwardReasons);
  return [
    { kind: "forwarded", actor: "head", details: { reason, toBody: to }, parts: [] },
    { kind: "received", actor: "head", details: { fromBody: row.holderBody }, parts: [], receiver: to },
  ];
}
