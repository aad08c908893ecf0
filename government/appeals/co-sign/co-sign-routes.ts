/** Signing somebody else's appeal: by number and code, after reading it. */
import type { CaseRow } from "#government/cases/index.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import { type Answer, type ExtraHeaders, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { coSignForm, coSignOpenForm } from "../appeal-forms.ts";
import { bodyNames } from "../body-names.ts";
import { carryOutOnce, type PortalTools } from "../portal-tools.ts";
import { fitsCoSigning, withGuess } from "./co-sign-access.ts";
import { takesSignatures } from "./co-sign-appeal.ts";
import { openCoSignPage, readAndSignPage, signedPage } from "./co-sign-pages.ts";
import { keepSignature, openSignature } from "./co-sign-session.ts";
import { maySignNow, signOnce, textToSign } from "./co-sign-steps.ts";
import { receiptOfSignature, withdrawSignatureRoutes } from "./withdraw-signature-routes.ts";

const wrongStatus = 422;
const heldUpStatus = 429;

/** Registers the pages of co-signers. */
export function coSignRoutes(server: Server, tools: PortalTools): void {
  server.get("/co-sign", async ({ t }) => shown(openCoSignPage(t, untouched, null)));
  server.post("/co-sign", (visit) => open(tools, visit));
  server.get("/co-sign/read", async ({ language }) => redirected(`/${language}/co-sign`));
  server.post("/co-sign/read", (visit) => sign(server, tools, visit));
  server.get("/co-sign/receipt", (visit) => showReceipt(tools, visit));
  server.get("/co-sign/receipt.json", (visit) => sendReceipt(tools, visit));
  withdrawSignatureRoutes(server, tools);
}

async function open(tools: PortalTools, visit: Visit): Promise<Answer> {
  const { t, body } = visit;
  const typed = typedIn(coSignOpenForm, body);
  const parsed = parseForm(coSignOpenForm, body);
  const again = (problems: FormState["problems"], stop: "held-up" | "not-open" | null, status: number) =>
    shown(openCoSignPage(t, { typed, problems }, stop), { status, caching: "secret" });
  if (!parsed.ok) return again(parsed.problem, null, wrongStatus);
  const { number, code } = parsed.value;
  const opened = await withGuess(tools, visit, number, (row) => fitsCoSigning(tools, row, code));
  if (!opened.ok) return notOpened(visit, opened.problem);
  if (!takesSignatures(opened.row.phase)) return again([], "not-open", wrongStatus);
  const { headers } = await tools.sessions.ensure(visit.request);
  return showText(tools, visit, opened.row, untouched, { headers });
}

/** The text of the filing, and the form by which it is signed. Number and code go along in the form, in no address. */
async function showText(
  tools: PortalTools,
  visit: Visit,
  row: CaseRow,
  state: FormState,
  options: { readonly headers?: ExtraHeaders; readonly status?: number } = {},
): Promise<Answer> {
  tools.sessions.stayOnPage(visit.request);
  const parameters = await tools.parametersReader.read(tools.portal);
  const page = readAndSignPage(visit.t, {
    body: bodyNames(visit.t, parameters)(row.holderBody),
    kind: row.filingKind,
    ...(await textToSign(tools, row)),
    language: row.language,
    typed: { number: firstValue(visit.body, "number"), code: firstValue(visit.body, "code") },
    state,
    formKey: visit.drawFormKey(),
  });
  return shown(page, { status: options.status ?? 200, headers: options.headers ?? {}, caching: "secret" });
}

async function sign(server: Server, tools: PortalTools, visit: Visit): Promise<Answer> {
  const { t, body, language, request } = visit;
  const codes = parseForm(coSignOpenForm, body);
  if (!codes.ok) return redirected(`/${language}/co-sign`);
  const { number, code } = codes.value;
  const opened = await withGuess(tools, visit, number, (row) => fitsCoSigning(tools, row, code));
  if (!opened.ok) return notOpened(visit, opened.problem);
  const { row } = opened;
  const parsed = parseForm(coSignForm, body);
  const typed = typedIn(coSignForm, body);
  if (!parsed.ok) {
    return showText(tools, visit, row, { typed, problems: parsed.problem }, { status: wrongStatus });
  }
  const { session, headers } = await tools.sessions.ensure(request);
  if (!(await maySignNow(tools, visit, row))) {
    return shown(openCoSignPage(t, untouched, "held-up"), { status: heldUpStatus, headers });
  }
  const { name, address } = parsed.value;
  const done = await carryOutOnce(
    tools,
    { visit, formKeys: server.formKeys, scope: session.id, side: "portal" },
    (appealTools, formKey) => signOnce(tools, appealTools, row, { name, address }, { code, formKey }),
  );
  if (done.ok) {
    await keepSignature(tools, session, done.value.outcome);
    return redirected(`/${language}/co-sign/receipt`, headers);
  }
  switch (done.problem) {
    case "expired":
    case "not-drawn-here":
      return showText(tools, visit, row, { typed, problems: [] }, { headers, status: wrongStatus });
    case "not-open":
    case "full":
      return shown(openCoSignPage(t, untouched, done.problem), { status: wrongStatus, headers });
    case "different-body":
      return errorAnswer(wrongStatus, headers);
  }
}

/** Number and code are asked again; what was typed of them is kept. */
function notOpened({ t, body }: Visit, problem: "held-up" | "not-accepted"): Answer {
  const typed = typedIn(coSignOpenForm, body);
  return problem === "held-up"
    ? shown(openCoSignPage(t, { typed, problems: [] }, "held-up"), { status: heldUpStatus })
    : shown(openCoSignPage(t, { typed, problems: [{ field: "code", code: "not-accepted" }] }, null), {
        status: wrongStatus,
        caching: "secret",
      });
}

async function showReceipt(tools: PortalTools, { t, request, language }: Visit): Promise<Answer> {
  const signature = await openSignature(tools, await tools.sessions.current(request));
  if (signature === null) return redirected(`/${language}/co-sign`);
  const { row, code } = signature;
  return shown(signedPage(t, { number: row.number, code }), { caching: "secret" });
}

async function sendReceipt(tools: PortalTools, { request, language }: Visit): Promise<Answer> {
  const signature = await openSignature(tools, await tools.sessions.current(request));
  if (signature === null) return redirected(`/${language}/co-sign`);
  return await receiptOfSignature(tools, signature.row, signature.actId);
}
