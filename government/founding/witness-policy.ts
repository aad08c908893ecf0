/** The witness policy of a country that is founded: by whose cosignatures its record publishes, and receipts verify. */
import { type PolicyReason, parsePolicy, type WitnessPolicy } from "#core/log/policy.ts";
import type { VerifierKey } from "#core/log/verifier-key.ts";
import { ok, type Result, refused } from "#core/result.ts";
import type { Fault } from "#core/strict-json.ts";
import { judgeProductionPolicy, type ProductionPolicyProblem } from "#platform/record/production-policy.ts";
import type { Country } from "./country-file.ts";

/** The text of the policy, in the form of C2SP tlog-policy. */
export function policyText({ witnesses, groups = [], quorum }: Country, logKey: string): string {
  return [
    `log ${logKey}`,
    ...witnesses.map(
      ({ name, verifierKey, url }) => `witness ${name} ${verifierKey}${url === null ? "" : ` ${url}`}`,
    ),
    ...groups.map(({ name, atLeast, of }) => `group ${name} ${atLeast} ${of.join(" ")}`),
    `quorum ${quorum}`,
    "",
  ].join("\n");
}

const expectedOfProblem: Readonly<Record<ProductionPolicyProblem, string>> = {
  "no-witness-needed": "a witness or a group: a record that nobody else has seen proves nothing",
  "cannot-be-met": "a quorum that the witnesses of this file can meet",
  "own-witnesses-suffice":
    "a quorum that needs a witness run by others: those of the demo run on this very computer",
};

const expectedOfReason: Readonly<Partial<Record<PolicyReason, string>>> = {
  "duplicate-name": "names of witnesses and groups that differ",
  "duplicate-key": "a key of its own for each witness",
  "reserved-name": 'a name other than "none"',
  "unknown-name": "names of witnesses of this file, or of groups that stand before",
  "member-of-two-groups": "each witness or group in one group only",
  "bad-threshold": "at most as many as the group has members",
};

/** Judges what the file says of witnesses, groups and quorum. `isOwn` knows the witnesses that come with the installation. */
export function judgePolicyOf(
  country: Country,
  isOwn: (witness: { readonly name: string; readonly key: VerifierKey }) => boolean,
  logKey: string,
): Result<WitnessPolicy, readonly Fault[]> {
  const policy = parsePolicy(policyText(country, logKey));
  if (!policy.ok) {
    const { line, reason } = policy.problem;
    return refused([{ path: pathOfLine(country, line), expected: expectedOfReason[reason] ?? reason }]);
  }
  const judged = judgeProductionPolicy(policy.value, isOwn);
  return judged.ok
    ? ok(policy.value)
    : refused([{ path: "quorum", expected: expectedOfProblem[judged.problem] }]);
}

/** Where the file says what stands in a line of the policy: the log's comes first, lines count from 1. */
function pathOfLine({ witnesses, groups = [] }: Country, line: number): string {
  const at = line - 2;
  if (at < witnesses.length) return `witnesses[${at}]`;
  return at < witnesses.length + groups.length ? `groups[${at - witnesses.length}]` : "quorum";
}
