import { toHex } from "#core/bytes.ts";
import { civilDateText } from "#core/clock/civil-date.ts";
import { unreachable } from "#core/result.ts";
import type { Finding } from "../finding.ts";
import { describeFinding } from "../finding.ts";
import { type AuditedOverdue, type CaseFinding, describeCaseFinding } from "../record/case-reading.ts";
import { describeTimeGap, type TimeGap } from "../record/time-gaps.ts";

/** Something that a watcher calls out. */
export type Alarm =
  /** The record contradicts itself: altered, cut short, two histories, gaps, no quorum, a head that does not move. */
  | { readonly alarm: "record"; readonly finding: Finding }
  /** What the law has against an act. */
  | { readonly alarm: "conduct"; readonly found: CaseFinding }
  | { readonly alarm: "time-gap"; readonly gap: TimeGap }
  | { readonly alarm: "overdue"; readonly overdue: AuditedOverdue };

/** An alarm as a sentence. */
export function describeAlarm(alarm: Alarm, nameOf: (body: number) => string): string {
  switch (alarm.alarm) {
    case "record":
      return `RECORD: ${describeFinding(alarm.finding)}`;
    case "conduct":
      return `CONDUCT: ${describeCaseFinding(alarm.found, nameOf)}`;
    case "time-gap":
      return `TIME: ${describeTimeGap(alarm.gap)}`;
    case "overdue": {
      const { due, charged, workingDaysOverdue, filedIndex, caseTag } = alarm.overdue;
      return `OVERDUE: ${nameOf(charged)} owed an answer by ${civilDateText(due)}, ${workingDaysOverdue} working days ago (case ${toHex(caseTag)}, filed at entry ${filedIndex})`;
    }
    default:
      return unreachable(alarm);
  }
}
