import type { LeafProblem } from "#core/record/leaf.ts";
import { unreachable } from "#core/result.ts";
import { describeSourceProblem, type SourceProblem } from "../source/log-source.ts";

/** What can be wrong with the leaves of the record and with what is published beside them. */
export type RecordFinding =
  | { readonly kind: "leaf-malformed"; readonly index: number; readonly problem: LeafProblem }
  | {
      readonly kind: "time-decreased";
      readonly index: number;
      readonly time: number;
      readonly before: number;
    }
  | {
      readonly kind: "serial-gap";
      readonly index: number;
      readonly body: number;
      readonly from: bigint;
      readonly to: bigint;
    }
  | {
      readonly kind: "serial-repeated";
      readonly index: number;
      readonly body: number;
      readonly serial: bigint;
    }
  | { readonly kind: "previous-differs"; readonly index: number }
  | { readonly kind: "published-file"; readonly problem: SourceProblem }
  | { readonly kind: "published-malformed"; readonly path: string; readonly problem: string }
  | { readonly kind: "parameters-unusable"; readonly reason: string; readonly index: number | null }
  | { readonly kind: "parameter-not-published"; readonly index: number }
  | {
      readonly kind: "opening-fails";
      readonly path: string;
      readonly index: number;
      readonly problem: string;
    }
  | { readonly kind: "erased-yet-whole"; readonly path: string; readonly index: number };

/** A finding as a sentence. */
export function describeRecordFinding(finding: RecordFinding): string {
  switch (finding.kind) {
    case "leaf-malformed":
      return `entry ${finding.index} is not a leaf of the record (${finding.problem})`;
    case "time-decreased":
      return `entry ${finding.index} claims ${instantText(finding.time)}, earlier than ${instantText(finding.before)} before it`;
    case "serial-gap":
      return `body ${finding.body}: ${serialsText(finding.from, finding.to)} missing before entry ${finding.index}`;
    case "serial-repeated":
      return `body ${finding.body}: entry ${finding.index} has the serial ${finding.serial}, which is taken`;
    case "previous-differs":
      return `entry ${finding.index} does not name the act before it in its case`;
    case "published-file":
      return describeSourceProblem(finding.problem);
    case "published-malformed":
      return `${finding.path} is malformed (${finding.problem})`;
    case "parameters-unusable":
      return finding.index === null
        ? `the published parameters cannot be used: ${finding.reason}`
        : `the public act at entry ${finding.index} cannot be used: ${finding.reason}`;
    case "parameter-not-published":
      return `entry ${finding.index} changes the parameters, but parameters.json does not show it`;
    case "opening-fails":
      return `${finding.path}: what it says of entry ${finding.index} is not what the entry commits to (${finding.problem})`;
    case "erased-yet-whole":
      return `${finding.path}: erased.json says that something of entry ${finding.index} was erased, yet all of it is published`;
    default:
      return unreachable(finding);
  }
}

/** An instant for people and scripts alike, to the minute, in UTC. */
export function instantText(instant: number): string {
  return Number.isFinite(new Date(instant).getTime())
    ? `${new Date(instant).toISOString().slice(0, 16).replace("T", " ")} UTC`
    : String(instant);
}

function serialsText(from: bigint, to: bigint): string {
  return from === to ? `serial ${from} is` : `serials ${from} to ${to} are`;
}
