import type { Engine } from "#core/log/engine.ts";
import { type Trust, trustLogKey, trustNobody, trustPolicy } from "../tree/trust.ts";
import { type GivenArguments, type OptionDeclaration, readNamedText, UsageError } from "./command.ts";

export const trustOptions: Readonly<Record<"policy" | "log-key", OptionDeclaration>> = {
  policy: {
    value: "FILE",
    help: "the witnesses that you trust (C2SP tlog-policy); get this file from people you know, not from the log",
  },
  "log-key": { value: "VKEY", help: "the log's own key, when there is no policy file" },
};

const policyBytesMax = 256 * 1024;

/** The text of the policy file that was given; `null` without one. */
export async function policyGiven(given: GivenArguments): Promise<string | null> {
  const file = given.value("policy");
  return file === null ? null : await readNamedText(file, policyBytesMax);
}

/** Whom to trust, by the options given; nobody when there are none. */
export async function trustGiven(given: GivenArguments, engine: Engine): Promise<Trust> {
  const file = given.value("policy");
  const key = given.value("log-key");
  if (file !== null && key !== null)
    throw new UsageError("give either --policy or --log-key: a policy names the log's key");
  if (key !== null) {
    const trust = trustLogKey(key);
    if (!trust.ok) throw new UsageError("--log-key is not an Ed25519 verifier key (name+id+base64)");
    return trust.value;
  }
  if (file === null) return trustNobody;
  const trust = trustPolicy(engine, await readNamedText(file, policyBytesMax));
  if (trust.ok) return trust.value;
  const { line, reason } = trust.problem;
  throw new UsageError(`${file} is not a policy: ${reason}${line > 0 ? ` in line ${line}` : ""}`);
}
