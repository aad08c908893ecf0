import type { ActKind } from "#core/record/kinds.ts";

/**
 * What a mail may say of an act: that somebody has the case, asks something, needs longer, has replied. Never what was
 * replied: an outcome is content, and a mail is read by whoever runs the servers on its way.
 */
export const noticeWords = [
  "given",
  "passed-on",
  "asked",
  "extended",
  "deadline-moved",
  "hearing",
  "replied",
  "joined",
  "raised",
  "withdrawn",
  "erased",
  "something",
] as const;
export type NoticeWord = (typeof noticeWords)[number];

/** Every kind of act, with the word for it; `null` for what is told to nobody. */
const wordOfKind: Readonly<Record<ActKind, NoticeWord | null>> = {
  // The applicant's own acts. Entered by somebody else in their place, they are told as "something".
  "filed-application": null,
  "filed-complaint": null,
  "filed-suggestion": null,
  "filed-request": null,
  "filed-message": null,
  "filed-elsewhere": null,
  "clarification-given": "something",
  disputed: "something",
  "withdrawal-revoked": "something",
  appealed: "something",
  added: "something",
  rated: "something",
  // Told even to whoever did it: a withdrawal that was not theirs can be revoked for three days only.
  withdrawn: "withdrawn",
  assigned: "given",
  // The pair of passing on is one event: the other half is told.
  received: null,
  forwarded: "passed-on",
  "clarification-asked": "asked",
  extended: "extended",
  "deadline-moved": "deadline-moved",
  "hearing-announced": "hearing",
  answered: "replied",
  explained: "replied",
  refused: "replied",
  terminated: "replied",
  merged: "joined",
  published: "something",
  erased: "erased",
  escalated: "raised",
  // About no case.
  read: null,
  "body-registered": null,
  "key-changed": null,
  "calendar-changed": null,
  "rules-changed": null,
  "country-changed": null,
  "pad-issued": null,
  "stub-registered": null,
  "stubs-voided": null,
  "checkpoint-of": null,
};

/** The word for an act by who entered it (a payload's `actor`); `null` when the applicant need not be told. */
export function noticeWordOf(kind: ActKind, actor: string): NoticeWord | null {
  if (actor === "applicant" && kind !== "withdrawn") return null;
  return wordOfKind[kind];
}
