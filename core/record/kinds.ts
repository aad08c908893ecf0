/**
 * Kinds of act, as they stand in a leaf (record decision 1). Coarse on purpose: a kind is public for ever.
 * Numbers are never re-used; later functions append theirs.
 */
export const actKinds = {
  "filed-application": 1,
  "filed-complaint": 2,
  "filed-suggestion": 3,
  "filed-request": 4,
  "filed-message": 5,
  "filed-elsewhere": 6,
  received: 7,
  forwarded: 8,
  assigned: 9,
  "clarification-asked": 10,
  "clarification-given": 11,
  extended: 12,
  "deadline-moved": 13,
  "hearing-announced": 14,
  answered: 15,
  explained: 16,
  refused: 17,
  disputed: 18,
  withdrawn: 19,
  "withdrawal-revoked": 20,
  merged: 21,
  terminated: 22,
  appealed: 23,
  added: 24,
  read: 25,
  published: 26,
  erased: 27,
  rated: 28,
  "body-registered": 29,
  "key-changed": 30,
  "calendar-changed": 31,
  "rules-changed": 32,
  "pad-issued": 33,
  "checkpoint-of": 34,
  "stub-registered": 35,
  "stubs-voided": 36,
  escalated: 37,
  "country-changed": 38,
} as const;

export type ActKind = keyof typeof actKinds;

const kindOfNumber = new Map<number, ActKind>(
  Object.entries(actKinds).map(([kind, number]) => [number, kind as ActKind]),
);

/** The number that stands in the leaf. */
export function numberOfKind(kind: ActKind): number {
  return actKinds[kind];
}

/** The kind for a leaf's number; `null` for one that this version does not know, which must be shown as such, never skipped. */
export function kindOfLeafNumber(number: number): ActKind | null {
  return kindOfNumber.get(number) ?? null;
}

/** Whether a text names a kind. */
export function isActKind(text: string): text is ActKind {
  return Object.hasOwn(actKinds, text);
}
