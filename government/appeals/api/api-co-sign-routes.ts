/** Collective appeals by the API: the applicant draws a code to pass on; others read, sign, and may take it back. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { ok, type Result, refused } from "#core/result.ts";
import { type CaseRow, codeHash, coSigningCodeFrom, parseWithdrawalCode } from "#government/cases/index.ts";
import { coSignForm } from "../appeal-forms.ts";
import { coSigningKey } from "../case-codes.ts";
import { fitsCoSigning, withGuess } from "../co-sign/co-sign-access.ts";
import { takesSignatures } from "../co-sign/co-sign-appeal.ts";
import { signatureCode } from "../co-sign/co-sign-session.ts";
import { maySignNow, signOnce, takeSignatureBack, textToSign } from "../co-sign/co-sign-steps.ts";
import { countCoSigners, wasSigned } from "../co-sign/co-sign-store.ts";
import { drawCoSigningCode } from "../co-sign/gather-signatures.ts";
import { openSignature } from "../co-sign/open-signature.ts";
import type { PortalTools } from "../portal-tools.ts";
import { slugsOf } from "../public/public-figures.ts";
import { actRequests } from "./api-act-schemas.ts";
import { bySecret, granted, type Holder, type Opening, registerOnCase } from "./api-case-act-routes.ts";
import { receiptJson, sendReceipt } from "./api-case-routes.ts";
import { coSignRequests } from "./api-co-sign-schemas.ts";
import { formRefusal } from "./api-forms.ts";
import { type ApiRefusal, sendRefusal } from "./api-problem-routes.ts";
import { answered, problemResponses, responses } from "./api-responses.ts";
import type { FromSchema } from "./api-schemas.ts";

const tags = ["cases"];
const below = "co-sign";
const smallBytesMax = 16_384;

/** Registers all of it. */
export function apiCoSignRoutes(api: FastifyInstance, tools: PortalTools): void {
  codeRoute(api, tools);
  readRoute(api, tools);
  signRoute(api, tools);
  receiptRoute(api, tools);
  takeBackRoute(api, tools);
}

/** What whoever passed the code on gave. */
interface Invited {
  readonly number: string;
  readonly coSigningCode: string;
}

/** What whoever has signed holds. */
interface Signed {
  readonly number: string;
  readonly signatureCode: string;
}

function codeRoute(api: FastifyInstance, tools: PortalTools): void {
  const path = "co-signing-code";
  const keyOf = (key: string, digest: string) =>
    coSigningKey(tools.serverKey, `api ${path} ${key} ${digest}`);
  registerOnCase<typeof actRequests.bare, { readonly drawn: true }, Holder>(api, tools, actRequests.bare, {
    path,
    opening: bySecret(tools),
    operationId: "drawCoSigningCode",
    summary:
      "A code with which others read and sign an appeal that was filed together; it ends the one before",
    response: answered("The code to pass on", responses.coSigningCode),
    enter: async (acting) => {
      const code = await granted(acting, "appeal.gather-signatures", (grant) =>
        drawCoSigningCode(grant, keyOf(acting.key, acting.digest), acting.tools),
      );
      // What opens the text is not kept for a repeat: it is made from key and request again.
      return code?.ok ? ok({ drawn: true }) : refused({ code: "may-not-follow" });
    },
    answer: async (_, { row, key, digest }) => ({
      ...{ number: row.number, coSigningCode: coSigningCodeFrom(keyOf(key, digest)) },
      signatures: await countCoSigners(tools.portal, row.tag),
    }),
  });
}

/** The case of a number and the code that was passed on last; every attempt is counted with those of the pages. */
async function invitedTo(
  tools: PortalTools,
  request: FastifyRequest,
  { number, coSigningCode }: Invited,
): Promise<Result<CaseRow, ApiRefusal>> {
  const opened = await withGuess(tools, { request }, number, (row) =>
    fitsCoSigning(tools, row, coSigningCode),
  );
  if (!opened.ok) return refused({ code: opened.problem });
  return takesSignatures(opened.row.phase) ? ok(opened.row) : refused({ code: "not-open" });
}

function readRoute(api: FastifyInstance, tools: PortalTools): void {
  api.post<{ Body: FromSchema<typeof coSignRequests.read> }>(
    `/api/v1/${below}/read`,
    {
      bodyLimit: smallBytesMax,
      schema: {
        tags,
        operationId: "readToSign",
        summary: "The text that a co-signer signs, by number and co-signing code; nobody is named",
        body: coSignRequests.read,
        response: { 200: answered("The text", responses.toSign), ...problemResponses },
      },
    },
    async (request, reply) => {
      const found = await invitedTo(tools, request, request.body);
      if (!found.ok) return sendRefusal(request, reply, found.problem);
      const row = found.value;
      const parameters = await tools.parametersReader.read(tools.portal);
      return reply.send({
        ...{ number: row.number, kind: row.filingKind, language: row.language },
        body: slugsOf(parameters)(row.holderBody),
        ...(await textToSign(tools, row)),
      });
    },
  );
}

function signRoute(api: FastifyInstance, tools: PortalTools): void {
  const formKeyOf = (key: string, digest: string) => `api sign ${key} ${digest}`;
  const opening: Opening<Invited> = {
    right: null,
    find: async (request, sent) => {
      const found = await invitedTo(tools, request, sent);
      if (!found.ok || (await maySignNow(tools, { request }, found.value))) return found;
      return refused({ code: "held-up" });
    },
  };
  registerOnCase<typeof coSignRequests.sign, { readonly actId: string }, Invited>(
    api,
    tools,
    coSignRequests.sign,
    {
      ...{ below, path: "sign", opening },
      operationId: "signAppeal",
      summary:
        "Signs somebody else's appeal: sealed from the body and from whoever filed it, and counted once",
      response: answered("Signed", responses.signed),
      wrong: ({ name, address, agreed }, t) =>
        formRefusal(t, coSignForm, { name, address, ...(agreed ? { agreed: "yes" } : {}) }),
      enter: async ({ bearer: { row }, tools: appealTools, key, digest }, sent) => {
        const { name, address, coSigningCode: code } = sent;
        const given = { code, formKey: formKeyOf(key, digest) };
        const signed = await signOnce(tools, appealTools, row, { name, address }, given);
        return signed.ok ? ok({ actId: signed.value.actId }) : refused({ code: signed.problem });
      },
      answer: async ({ actId }, { row, key, digest }) => ({
        number: row.number,
        signatureCode: signatureCode(tools.serverKey, formKeyOf(key, digest)),
        receipt: await receiptJson(tools, actId),
      }),
    },
  );
}

function receiptRoute(api: FastifyInstance, tools: PortalTools): void {
  api.post<{ Body: FromSchema<typeof coSignRequests.signature> }>(
    `/api/v1/${below}/receipt`,
    {
      bodyLimit: smallBytesMax,
      schema: {
        tags,
        operationId: "getSignatureReceipt",
        summary: "The receipt of one's own signature, by number and its code; it names nobody",
        body: coSignRequests.signature,
        response: { 200: answered("The receipt", responses.receipt), ...problemResponses },
      },
    },
    async (request, reply) => {
      const { number, signatureCode: code } = request.body;
      const found = await openSignature(tools, { request }, number, code);
      if (!found.ok) return sendRefusal(request, reply, { code: found.problem });
      return await sendReceipt(tools, request, reply, { actId: found.value.actId, opening: false });
    },
  );
}

function takeBackRoute(api: FastifyInstance, tools: PortalTools): void {
  const opening: Opening<Signed> = {
    right: null,
    // Also what was taken back: a repeat is answered as the first time.
    find: async (request, { number, signatureCode: typed }) => {
      const code = parseWithdrawalCode(typed);
      const opened = await withGuess(tools, { request }, number, async ({ tag }) =>
        code.ok ? await wasSigned(tools.portal, tag, codeHash(tag, code.value)) : false,
      );
      return opened.ok ? ok(opened.row) : refused({ code: opened.problem });
    },
  };
  registerOnCase<typeof coSignRequests.signature, { readonly taken: true }, Signed>(
    api,
    tools,
    coSignRequests.signature,
    {
      ...{ below, path: "take-back", opening },
      operationId: "takeSignatureBack",
      summary: "Takes one's own signature back, by its code, until the answer",
      response: answered("Taken back", responses.signatureTakenBack),
      enter: async ({ bearer: { row }, tools: appealTools }, sent) => {
        const code = parseWithdrawalCode(sent.signatureCode);
        if (!code.ok) return refused({ code: code.problem });
        const taken = await takeSignatureBack(appealTools, row, code.value);
        if (taken.ok) return ok({ taken: true });
        return refused({ code: taken.problem === "not-open" ? "not-open" : "may-not-follow" });
      },
      answer: async (_, { row }) => ({ number: row.number }),
    },
  );
}
