/** What a command's exit code says; scripts depend on these numbers, so they never change their meaning. */
export const exitCodes = {
  /** Verified; for `report`, `mirror`, `watch`: done, nothing to complain of. */
  verified: 0,
  /** Something is wrong: the bytes contradict what they claim. */
  failed: 1,
  /** The command was not understood, or a file named on the command line cannot be used. */
  usage: 2,
  /** In the log, but without a policy nobody judged whether its witnesses suffice. */
  witnessesNotJudged: 3,
  /** A receipt that the body has signed and that is not in the log yet: a promise, not a proof. */
  queuedOnly: 4,
  /** `watch --once` found something to be alarmed about. */
  alarms: 5,
  /** The log could not be reached: nothing is known, good or bad. */
  unreachable: 6,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const exitCodesHelp = `Exit codes:
  0  verified (or: done, nothing to complain of)
  1  something is wrong; the messages say what
  2  the command was not understood, or a file named on it cannot be used
  3  in the log, but the witnesses were not judged: no --policy was given
  4  the receipt is queued only: a signed promise, not a proof
  5  watch --once: there are alarms
  6  the log could not be reached: nothing is known, good or bad`;
