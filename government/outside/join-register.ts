import { utf8Bytes, utf8Text } from "#core/bytes.ts";
import { canonicalJson } from "#core/record/canonical-json.ts";
import { joiningNonceBytes, joiningText, parseJoiningAnswer, verifyJoining } from "#core/record/joining.ts";
import { parametersFrom, parseParametersFile } from "#core/record/parameters.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { type Body, type BodyTree, parseBodySlug, registerBodyIn } from "#government/bodies/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { Transaction } from "#platform/database/database.ts";
import type { LogName } from "#platform/record/act.ts";
import type { AppendTools } from "#platform/record/append.ts";
import { insertChallenge, useChallenge } from "./joining-store.ts";

export interface JoinTools extends AppendTools {
  readonly transaction: Transaction;
  readonly log: LogName;
}

/** It may travel to a machine without a line and back. */
export const joiningLifetimeMs = 30 * 24 * 3_600_000;

/** The part of the joining act that says how the keeper made sure: by the body's key, or by their own word. */
const proofPartName = "joining";

export type KeyProblem = "no-parameters-file" | "own-record" | "not-listed";

/**
 * The key of a body in the state's own record, out of the `parameters.json` of a mirror that the keeper has verified. The
 * register's own file is refused: of its keys the keeper is the holder.
 */
export function keyInStatesRecord(
  file: Uint8Array,
  asked: { readonly register: string; readonly slug: string },
): Result<string, KeyProblem> {
  const parsed = parseParametersFile(utf8Text(file) ?? "");
  if (!parsed.ok) return refused("no-parameters-file");
  const { origin, acts } = parsed.value;
  if (origin === asked.register) return refused("own-record");
  const parameters = parametersFrom(origin, acts);
  if (!parameters.ok) return refused("no-parameters-file");
  const listed = parameters.value.bodies.find(({ slug }) => slug === asked.slug);
  return listed === undefined ? refused("not-listed") : ok(listed.verifierKey);
}

/** Draws what a body is to sign. */
export async function drawChallenge(
  grant: Grant<"body.register">,
  drawn: { readonly body: Body; readonly bodyKey: string; readonly register: string },
  { transaction, now, randomBytes }: JoinTools,
): Promise<string> {
  requireGrant(grant, "body.register");
  const { body, bodyKey, register } = drawn;
  const nonce = randomBytes(joiningNonceBytes);
  const at = now();
  const expires = at + joiningLifetimeMs;
  const challenge = joiningText({ register, body: body.slug, bodyKey, nonce, expires });
  await insertChallenge(transaction, { nonce, body: body.number, challenge, at, expires });
  return challenge;
}

export type JoinProblem =
  | "answer-malformed"
  | "not-signed-by-its-key"
  /** Another register's, never drawn, used already, or its time is over. */
  | "challenge-not-open"
  | "takes-part-already";

/** A body joins by what its key signed: the challenge is used up in the same transaction. */
export async function joinByKey(
  grant: Grant<"body.register">,
  {
    answer,
    register,
    tree,
  }: { readonly answer: Uint8Array; readonly register: string; readonly tree: BodyTree },
  tools: JoinTools,
): Promise<Result<Body, JoinProblem>> {
  requireGrant(grant, "body.register");
  const parsed = parseJoiningAnswer(utf8Text(answer) ?? "");
  if (!parsed.ok) return refused("answer-malformed");
  const verified = verifyJoining(nativeEngine, parsed.value);
  if (!verified.ok) return refused("not-signed-by-its-key");
  const { nonce, body: slug, register: drawnBy } = verified.value;
  const { challenge, signature } = parsed.value;
  if (drawnBy !== register) return refused("challenge-not-open");
  if (!(await useChallenge(tools.transaction, { nonce, challenge, now: tools.now() })))
    return refused("challenge-not-open");
  const known = parseBodySlug(slug);
  const body = known === null ? undefined : tree.bySlug.get(known);
  const proof = { v: 1, by: "key", challenge, signature: Buffer.from(signature).toString("base64") };
  return body === undefined ? refused("challenge-not-open") : await join(grant, body, proof, tools);
}

/** A body joins at the keeper's word, where no record of a state lists a key: the public act says so. */
export async function joinByWord(
  grant: Grant<"body.register">,
  { body, assured }: { readonly body: Body; readonly assured: readonly string[] },
  tools: JoinTools,
): Promise<Result<Body, JoinProblem>> {
  requireGrant(grant, "body.register");
  return await join(grant, body, { v: 1, by: "word", assured: [...assured] }, tools);
}

/**
 * One public act, after which the body's own officials find at its desk all that waits. What was entered before stays
 * what it was, and its silence stays counted.
 */
async function join(
  grant: Grant<"body.register">,
  { takesPart, ...joined }: Body,
  proof: Parameters<typeof canonicalJson>[0],
  tools: JoinTools,
): Promise<Result<Body, JoinProblem>> {
  if (takesPart !== false) return refused("takes-part-already");
  assert(joined.register === joined.number, "a body outside has its own register");
  const registered = await registerBodyIn(tools.transaction, grant, joined, {
    ...tools,
    more: [
      {
        name: proofPartName,
        bytes: utf8Bytes(canonicalJson(proof)),
        mediaType: "application/json",
        store: "open",
      },
    ],
  });
  assert(registered.ok, `what stood in the record stands there again: ${JSON.stringify(registered)}`);
  return ok(joined);
}
