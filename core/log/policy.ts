/** Witness policies (C2SP tlog-policy): which logs, and whose cosignatures suffice. The user gets the file elsewhere. */
import { equalBytes, toHex, utf8Bytes } from "../bytes.ts";
import { ok, type Result, refused } from "../result.ts";
import type { Engine } from "./engine.ts";
import { type KeyAlgorithm, parseVerifierKey, type VerifierKey } from "./verifier-key.ts";

export interface PolicyLog {
  readonly key: VerifierKey;
  readonly url?: string;
}

export interface PolicyWitness {
  /** The name within the policy; the name of the key may differ. */
  readonly name: string;
  readonly key: VerifierKey;
  readonly url?: string;
}

export interface PolicyGroup {
  readonly name: string;
  /** How many of the members must be met: 1 to their number. */
  readonly threshold: number;
  /** Names of witnesses or of groups defined before. */
  readonly members: readonly string[];
}

export interface WitnessPolicy {
  readonly logs: readonly PolicyLog[];
  readonly witnesses: readonly PolicyWitness[];
  readonly groups: readonly PolicyGroup[];
  /** Name of a witness or group, or `none`. */
  readonly quorum: string;
}

export type PolicyReason =
  | "too-long"
  | "too-many-lines"
  | "forbidden-character"
  | "unknown-keyword"
  | "wrong-number-of-words"
  | "bad-key"
  | "bad-url"
  | "bad-threshold"
  | "duplicate-key"
  | "duplicate-name"
  | "reserved-name"
  | "unknown-name"
  | "member-of-two-groups"
  | "second-quorum"
  | "missing-quorum";

/** What is wrong and where (lines from 1; 0 for the file as a whole). */
export interface PolicyProblem {
  readonly reason: PolicyReason;
  readonly line: number;
}

const policyLengthMax = 262_144;
/** Far above the 32 logs, witnesses and groups that the format asks for; bounds the nesting of groups. */
const policyLinesMax = 1_024;
const noQuorum = "none";
const thresholdPattern = /^[1-9][0-9]{0,3}$/;
const urlPattern = /^https?:\/\/./;

/** The policy while its lines are read. */
interface Draft {
  readonly logs: PolicyLog[];
  readonly witnesses: PolicyWitness[];
  readonly groups: PolicyGroup[];
  /** Names of witnesses and groups: one namespace. */
  readonly defined: Set<string>;
  /** Names that are a member of some group. */
  readonly grouped: Set<string>;
  quorum: string | null;
}

type LineProblem = PolicyReason | null;

function nameProblem(draft: Draft, name: string): LineProblem {
  if (name === noQuorum) return "reserved-name";
  return draft.defined.has(name) ? "duplicate-name" : null;
}

/** Reads `<vkey> [url]`, refusing a key that is there already, be it under another name. */
function readKey(
  words: readonly string[],
  algorithms: readonly KeyAlgorithm[],
  known: readonly { readonly key: VerifierKey }[],
): Result<{ key: VerifierKey; url?: string }, PolicyReason> {
  const [keyText, url, ...rest] = words;
  if (keyText === undefined || rest.length > 0) return refused("wrong-number-of-words");
  const key = parseVerifierKey(keyText);
  if (!key.ok || !algorithms.includes(key.value.algorithm)) return refused("bad-key");
  if (url !== undefined && !urlPattern.test(url)) return refused("bad-url");
  if (known.some((other) => equalBytes(other.key.publicKey, key.value.publicKey)))
    return refused("duplicate-key");
  return ok({ key: key.value, ...(url === undefined ? {} : { url }) });
}

function readLog(draft: Draft, words: readonly string[]): LineProblem {
  const log = readKey(words, ["ed25519", "ml-dsa-44"], draft.logs);
  if (!log.ok) return log.problem;
  draft.logs.push(log.value);
  return null;
}

function readWitness(draft: Draft, words: readonly string[]): LineProblem {
  const [name, ...keyWords] = words;
  if (name === undefined) return "wrong-number-of-words";
  const witness = readKey(keyWords, ["cosignature-v1", "ml-dsa-44"], draft.witnesses);
  if (!witness.ok) return witness.problem;
  const problem = nameProblem(draft, name);
  if (problem !== null) return problem;
  draft.witnesses.push({ name, ...witness.value });
  draft.defined.add(name);
  return null;
}

function readThreshold(text: string, members: number): number | null {
  if (text === "all") return members;
  if (text === "any") return 1;
  return thresholdPattern.test(text) && Number(text) <= members ? Number(text) : null;
}

function readGroup(draft: Draft, words: readonly string[]): LineProblem {
  const [name, thresholdText, ...members] = words;
  if (name === undefined || thresholdText === undefined || members.length === 0)
    return "wrong-number-of-words";
  const threshold = readThreshold(thresholdText, members.length);
  if (threshold === null) return "bad-threshold";
  const problem = nameProblem(draft, name);
  if (problem !== null) return problem;
  for (const member of members) {
    if (!draft.defined.has(member)) return "unknown-name";
    if (draft.grouped.has(member)) return "member-of-two-groups";
    draft.grouped.add(member);
  }
  draft.groups.push({ name, threshold, members });
  draft.defined.add(name);
  return null;
}

function readQuorum(draft: Draft, words: readonly string[]): LineProblem {
  const [name, ...rest] = words;
  if (name === undefined || rest.length > 0) return "wrong-number-of-words";
  if (draft.quorum !== null) return "second-quorum";
  if (name !== noQuorum && !draft.defined.has(name)) return "unknown-name";
  draft.quorum = name;
  return null;
}

const lineReaders: ReadonlyMap<string, (draft: Draft, words: readonly string[]) => LineProblem> = new Map([
  ["log", readLog],
  ["witness", readWitness],
  ["group", readGroup],
  ["quorum", readQuorum],
]);

function readLine(draft: Draft, line: string): LineProblem {
  // The format is about octets: only space and tab separate, and a no-break space is a letter like any other.
  const [keyword, ...words] = line.split(/[ \t]+/).filter((word) => word !== "");
  if (keyword === undefined || keyword.startsWith("#")) return null;
  const read = lineReaders.get(keyword);
  return read === undefined ? "unknown-keyword" : read(draft, words);
}

/** Reads a policy file strictly: everything it names is defined above, exactly one quorum, no key twice. */
export function parsePolicy(text: string): Result<WitnessPolicy, PolicyProblem> {
  if (text.length > policyLengthMax) return refused({ reason: "too-long", line: 0 });
  const draft: Draft = {
    logs: [],
    witnesses: [],
    groups: [],
    defined: new Set(),
    grouped: new Set(),
    quorum: null,
  };
  const lines = text.split("\n");
  if (lines.length > policyLinesMax) return refused({ reason: "too-many-lines", line: 0 });
  for (const [at, line] of lines.entries()) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very octets that tlog-policy forbids
    const isForbidden = !line.isWellFormed() || /[\u0000-\u0008\u000B-\u001F\u007F]/.test(line);
    const reason = isForbidden ? "forbidden-character" : readLine(draft, line);
    if (reason !== null) return refused({ reason, line: at + 1 });
  }
  if (draft.quorum === null) return refused({ reason: "missing-quorum", line: 0 });
  const { logs, witnesses, groups, quorum } = draft;
  return ok({ logs, witnesses, groups, quorum });
}

/** Whether the named part of the policy is met by the witnesses that signed. */
function isMet(policy: WitnessPolicy, name: string, signed: ReadonlySet<string>): boolean {
  const group = policy.groups.find((candidate) => candidate.name === name);
  if (group === undefined) return signed.has(name);
  return group.members.filter((member) => isMet(policy, member, signed)).length >= group.threshold;
}

function quorumMetByWitnesses(policy: WitnessPolicy, witnesses: readonly PolicyWitness[]): boolean {
  if (policy.quorum === noQuorum) return true;
  return isMet(policy, policy.quorum, new Set(witnesses.map((witness) => witness.name)));
}

/** Whether the quorum is met by these verified keys, given as vkey texts: the exact question. */
export function quorumMetByKeys(policy: WitnessPolicy, keyTexts: ReadonlySet<string>): boolean {
  return quorumMetByWitnesses(
    policy,
    policy.witnesses.filter((witness) => keyTexts.has(witness.key.text)),
  );
}

/**
 * Whether the quorum is met by verified cosignatures under these key names. A name that two witnesses of the policy
 * share counts for neither, since it does not say which of them signed; `quorumMetByKeys` can tell.
 */
export function quorumMet(policy: WitnessPolicy, names: ReadonlySet<string>): boolean {
  const bearers = (name: string): number =>
    policy.witnesses.filter((witness) => witness.key.name === name).length;
  return quorumMetByWitnesses(
    policy,
    policy.witnesses.filter(({ key }) => names.has(key.name) && bearers(key.name) === 1),
  );
}

/** Hexadecimal SHA-256 of a policy file: which policy a verdict was given under. */
export function policyDigest(engine: Engine, text: string): string {
  return toHex(engine.sha256(utf8Bytes(text)));
}
