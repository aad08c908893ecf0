import type { ActKind } from "../record/kinds.ts";
import type { CalendarVersion } from "./calendar.ts";
import type { CivilDate, Instant } from "./civil-date.ts";
import type { FilingKind, RuleVersion } from "./rules.ts";

/**
 * An act as the clock sees it. The portal gives true days; the auditor, who has only leaves, gives the days that
 * favour the body most (see `foldLeaf` in core/acts), so that it never finds a fault where there was none.
 */
export interface DutyAct {
  readonly kind: ActKind;
  /** The body in whose register the act is entered. */
  readonly body: number;
  /** The civil day on which it was done: for a paper brought in from a village, the day it was handed over. */
  readonly day: CivilDate;
  /** Of a filing: `day` is the day of a posting receipt, and the letter counts as delivered when the rules say so. */
  readonly posted?: boolean;
  /** When it was entered: which calendar and which rules were known. */
  readonly at: Instant;
  /** The earliest moment at which it may have been entered, for a reader who cannot know better; `at` when left out. */
  readonly atEarliest?: Instant;
  /** The due day that somebody wrote or, in an extension, chose; `null` leaves it to the law. */
  readonly claimedDue: CivilDate | null;
}

/** A pause for the applicant's reply. It lapses by itself. */
export interface Pause {
  readonly since: CivilDate;
  /** Its last day when no reply comes. */
  readonly until: CivilDate;
  readonly dueBefore: CivilDate;
  readonly latestBefore: CivilDate;
  readonly workingDaysUsedBefore: number;
}

/** The last closing of a case, kept for a dispute or for a withdrawal taken back. */
export interface ClosedDuty {
  readonly kind: ActKind;
  readonly day: CivilDate;
  /** The due that would stand again. */
  readonly due: CivilDate;
  readonly latest: CivilDate;
}

/** A hearing that the body announced, as far as leaves tell of it: its day stands in the payload. */
export interface AnnouncedHearing {
  /** The earliest day for which it may have been announced. */
  readonly earliest: CivilDate;
  /** The due that stood then: a hearing is never after it. */
  readonly due: CivilDate;
}

/** Where the clock of one case stands. A fold of its acts: never stored, never given from outside. */
export interface DeadlineState {
  readonly kind: FilingKind | "received";
  /** The rules of the day of filing; later ones only as far as they say that they move open cases. */
  readonly rules: RuleVersion;
  readonly calendar: CalendarVersion;
  /** Changes of calendar and rules up to here have been applied. */
  readonly knownThrough: Instant;
  readonly registered: CivilDate;
  /** The body that owes the next act. */
  readonly holder: number;
  /** From when its term for forwarding counts. */
  readonly heldFrom: CivilDate;
  /** The day from which the present due has been counted. */
  readonly countedFrom: CivilDate;
  /** The same for a reader of leaves, to whom a filing may be of the day before; whichever gives more time holds. */
  readonly countedFromEarliest: CivilDate;
  /** The due that stands: the earlier of what the law allows at most and what was promised. `null` when nothing is owed. */
  readonly due: CivilDate | null;
  /** The latest due that the law allows, were nothing promised earlier. */
  readonly latest: CivilDate | null;
  readonly pause: Pause | null;
  readonly pausesUsed: number;
  readonly pauseWorkingDaysUsed: number;
  readonly extensionsUsed: number;
  readonly closed: ClosedDuty | null;
  /** The last hearing that the present holder announced. */
  readonly hearing: AnnouncedHearing | null;
}

/** What the clock holds against an act. Such an act does not move the due, but for a closing, which closes all the same. */
export type ClockProblem =
  | { readonly finding: "due-disputed"; readonly claimed: CivilDate; readonly lawful: CivilDate | null }
  | { readonly finding: "late-forward"; readonly until: CivilDate; readonly day: CivilDate }
  | { readonly finding: "late-extension"; readonly due: CivilDate; readonly day: CivilDate }
  | { readonly finding: "extensions-exhausted"; readonly timesMax: number }
  | { readonly finding: "late-pause"; readonly due: CivilDate; readonly day: CivilDate }
  | {
      readonly finding: "pause-exhausted";
      readonly workingDaysMax: number;
      readonly pausesMax: number;
    }
  | { readonly finding: "closed-before-hearing"; readonly earliest: CivilDate; readonly day: CivilDate }
  | { readonly finding: "late-revocation"; readonly until: CivilDate; readonly day: CivilDate };
