/** What a co-signer does, on the pages and by the API alike. */
import { toHex, utf8Text } from "#core/bytes.ts";
import { parseJson } from "#core/record/canonical-json.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { type CaseRow, maySeePart, type WithdrawalCode } from "#government/cases/index.ts";
import { stranger } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import type { Visit } from "#platform/http/visit.ts";
import { actsOfCase } from "#platform/record/act-store.ts";
import { readPart } from "#platform/record/part-store.ts";
import { networkPrefix } from "#platform/session/network-prefix.ts";
import type { AppealTools } from "../appeal-tools.ts";
import { textIn } from "../citizen/case-act-pages.ts";
import { guessLimits, takeGuesses } from "../guess-limits.ts";
import type { PortalTools } from "../portal-tools.ts";
import { fitsCoSigning } from "./co-sign-access.ts";
import { type CoSignProblem, coSignAppeal } from "./co-sign-appeal.ts";
import { type GivenSignature, signatureCode } from "./co-sign-session.ts";
import { type CoSigner, signerDigest } from "./co-signature.ts";
import { withdrawSignature } from "./withdraw-signature.ts";

/** What somebody would sign; `null` once it was erased: nobody signs what they cannot read. */
export async function textToSign(
  { portal }: Pick<PortalTools, "portal">,
  row: CaseRow,
): Promise<{ readonly subject: string | null; readonly text: string | null }> {
  const facts = { holderBody: row.holderBody, identityShown: row.identityShown };
  const [filing] = await actsOfCase(portal, row.tag);
  const part =
    filing !== undefined && maySeePart({ kind: "co-signer" }, facts, "parties")
      ? await readPart(portal, { subject: row.tag, actId: filing.actId, name: "parties" })
      : null;
  const json = part === null ? null : parseJson(utf8Text(part.bytes) ?? "");
  const texts = json?.ok ? json.value : null;
  return { subject: textIn(texts, "subject"), text: textIn(texts, "text") };
}

/** Counts a signature against the limits of the network and of the case. */
export async function maySignNow(
  tools: PortalTools,
  { request }: Pick<Visit, "request">,
  row: CaseRow,
): Promise<boolean> {
  return await takeGuesses(tools, [
    { rule: guessLimits.signingOfNetwork, subject: networkPrefix(request.ip) },
    { rule: guessLimits.signingOfCase, subject: toHex(row.tag) },
  ]);
}

/** Signs with the code that the applicant has passed on last, as it stands in the transaction. */
export async function signOnce(
  tools: PortalTools,
  appealTools: AppealTools,
  row: CaseRow,
  signer: CoSigner,
  sent: { readonly code: string; readonly formKey: string },
): Promise<Result<GivenSignature, CoSignProblem>> {
  const grant = ask(stranger, "appeal.co-sign", {
    ...{ kind: "co-signature", tag: toHex(row.tag), body: row.holderBody },
    byCode: (await fitsCoSigning(tools, row, sent.code, appealTools.transaction)) ? "co-signing-code" : null,
  });
  if (!grant.ok) return refused("not-open");
  const signing = {
    signer,
    digest: signerDigest(tools.serverKey, row.tag, signer),
    code: signatureCode(tools.serverKey, sent.formKey),
  };
  const signed = await coSignAppeal(grant.value, signing, appealTools);
  if (!signed.ok) return signed;
  return ok({ tag: toHex(row.tag), actId: signed.value.actId, formKey: sent.formKey });
}

/** Takes a signature back by its own code. */
export async function takeSignatureBack(
  appealTools: AppealTools,
  row: CaseRow,
  code: WithdrawalCode,
): Promise<Result<string, "not-open" | "no-such-signature">> {
  const object = { kind: "co-signature", tag: toHex(row.tag), body: row.holderBody } as const;
  const grant = ask(stranger, "appeal.withdraw-signature", { ...object, byCode: "signature-code" });
  if (!grant.ok) return refused("not-open");
  const ended = await withdrawSignature(grant.value, code, appealTools);
  return ended.ok ? ok(ended.value.actId) : ended;
}
