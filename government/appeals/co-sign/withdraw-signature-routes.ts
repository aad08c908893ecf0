/** One's own signature, by number and its own code: its receipt, and taking it back. */
import { receiptText } from "#core/record/receipt.ts";
import { type CaseRow, parseWithdrawalCode } from "#government/cases/index.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import { type Answer, errorAnswer, fileAnswer, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { isBare, receiptFor } from "#platform/record/receipts.ts";
import { coSignWithdrawForm } from "../appeal-forms.ts";
import { nextField } from "../citizen/citizen-pages.ts";
import { carryOutOnce, type PortalTools } from "../portal-tools.ts";
import { nextReceipt, withdrawnPage, withdrawPage } from "./co-sign-pages.ts";
import { takeSignatureBack } from "./co-sign-steps.ts";
import { openSignature } from "./open-signature.ts";

const wrongStatus = 422;
const heldUpStatus = 429;
/** A signer for bodies that was stopped is started again within this time. */
const signatureAwaitedSeconds = 60;

/** Registers the page and its post. */
export function withdrawSignatureRoutes(server: Server, tools: PortalTools): void {
  server.get("/co-sign/withdraw", async ({ t, drawFormKey }) =>
    shown(withdrawPage(t, untouched, null, drawFormKey())),
  );
  server.post("/co-sign/withdraw", (visit) => withdraw(server, tools, visit));
}

async function withdraw(server: Server, tools: PortalTools, visit: Visit): Promise<Answer> {
  const { t, body, request } = visit;
  const typed = typedIn(coSignWithdrawForm, body);
  const parsed = parseForm(coSignWithdrawForm, body);
  const again = (problems: FormState["problems"], stop: "held-up" | "not-open" | null, status: number) =>
    shown(withdrawPage(t, { typed, problems }, stop, visit.drawFormKey()), { status, caching: "secret" });
  if (!parsed.ok) return again(parsed.problem, null, wrongStatus);
  const code = parseWithdrawalCode(parsed.value.signatureCode);
  const notAccepted = [{ field: "signatureCode", code: "not-accepted" }] as const;
  if (!code.ok) return again(notAccepted, null, wrongStatus);
  const opened = await openSignature(tools, visit, parsed.value.number, parsed.value.signatureCode);
  if (!opened.ok) {
    return opened.problem === "held-up"
      ? again([], "held-up", heldUpStatus)
      : again(notAccepted, null, wrongStatus);
  }
  const { row, actId } = opened.value;
  if (firstValue(body, nextField) === nextReceipt) return await receiptOfSignature(tools, row, actId);
  // The code is worth one withdrawal: a second sending finds nothing to take back, and says so.
  const done = await tools.sessions
    .ensure(request)
    .then(({ session }) =>
      carryOutOnce(
        tools,
        { visit, formKeys: server.formKeys, scope: session.id, side: "portal" },
        (appealTools) => takeSignatureBack(appealTools, row, code.value),
      ),
    );
  if (done.ok) return shown(withdrawnPage(t));
  return done.problem === "not-open" ? again([], "not-open", wrongStatus) : again([], null, wrongStatus);
}

/** The receipt of a signature as a file: first the body's promise, from the morning after a proof. It names nobody. */
export async function receiptOfSignature(tools: PortalTools, row: CaseRow, actId: string): Promise<Answer> {
  const receipt = await receiptFor(tools.receipts, actId);
  if (receipt === null) return errorAnswer(404);
  if (isBare(receipt)) return errorAnswer(503, { "retry-after": String(signatureAwaitedSeconds) });
  return fileAnswer(Buffer.from(receiptText(receipt)), "application/json", {
    fileName: `aydyn-${row.number}-co-signature-receipt.json`,
  });
}
