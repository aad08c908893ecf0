import { fromHex } from "#core/bytes.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import { appendCaseActs, codeHash, lockCase, type WithdrawalCode } from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { type AppealTools, jsonPart } from "../appeal-tools.ts";
import { countCoSignatures, insertCoSignature } from "./co-sign-store.ts";
import { type CoSigner, coSignerPartName } from "./co-signature.ts";

/** Whoever gathers more than that starts a petition: each signature is an act that every later one is folded over. */
const coSignaturesMax = 500;

export type CoSignProblem = "not-open" | "full";

/**
 * Signs an appeal that somebody else has filed. The act says that somebody signed; who is in its sealed part, which
 * neither the body nor the one who filed is shown. It enters the log at a random moment of the night.
 */
export async function coSignAppeal(
  grant: Grant<"appeal.co-sign">,
  signing: {
    readonly signer: CoSigner;
    /** See `signerDigest`. */
    readonly digest: Uint8Array;
    /** Takes this one signature back. */
    readonly code: WithdrawalCode;
  },
  tools: AppealTools,
): Promise<Result<{ readonly actId: string }, CoSignProblem>> {
  requireGrant(grant, "appeal.co-sign");
  const tag = fromHex(grant.object.tag);
  assert(tag !== null, "an object carries its tag");
  const row = await lockCase(tools.transaction, tag);
  if (row === null || !takesSignatures(row.phase)) return refused("not-open");
  if ((await countCoSignatures(tools.transaction, tag)) >= coSignaturesMax) return refused("full");
  const { signer } = signing;
  const entered = await appendCaseActs(tools, tag, [
    {
      kind: "added",
      actor: "applicant",
      details: { what: "co-signature" },
      parts: [jsonPart(coSignerPartName, { name: signer.name, address: signer.address }, "sealed")],
      hidesWho: true,
    },
  ]);
  const actId = entered.ok ? entered.value.acts[0]?.actId : undefined;
  if (actId === undefined) return refused("not-open");
  const hash = codeHash(tag, signing.code);
  await insertCoSignature(tools.transaction, tag, { actId, signer: signing.digest, codeHash: hash });
  return ok({ actId });
}

/** Before the answer, and while the body disputes nothing of its own: afterwards there is nothing to sign any more. */
export function takesSignatures(phase: string): boolean {
  return phase === "open" || phase === "awaiting-applicant" || phase === "disputed";
}
