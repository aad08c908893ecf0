/** Filing and following a case as JSON. Codes come in bodies only; wrong ones are counted as on the pages. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type JsonValue, parseJson } from "#core/record/canonical-json.ts";
import { receiptText } from "#core/record/receipt.ts";
import { assert, type Result, refused } from "#core/result.ts";
import {
  type CaseRow,
  caseObjectFor,
  parseCaseNumber,
  type Viewer,
  viewCase,
} from "#government/cases/index.ts";
import { type OpenedRight, stranger } from "#platform/authority/actor.ts";
import { readPart } from "#platform/record/part-store.ts";
import { isBare, openingFor, receiptFor } from "#platform/record/receipts.ts";
import { networkPrefix } from "#platform/session/network-prefix.ts";
import type { ThrottleRule } from "#platform/session/throttle-store.ts";
import { countCoSigners } from "../co-sign/co-sign-store.ts";
import { withoutCoSigner } from "../co-sign/co-signature.ts";
import { takeGuesses } from "../guess-limits.ts";
import { higherRemedies } from "../higher-remedy.ts";
import { codeOf, openByCode } from "../open-by-code.ts";
import type { PortalTools } from "../portal-tools.ts";
import { actRequests } from "./api-act-schemas.ts";
import { type ApiRefusal, sendRefusal, translateFor } from "./api-problem-routes.ts";
import { answered, problemResponses, responses } from "./api-responses.ts";
import { apiFilingBytesMax, type FromSchema, requests } from "./api-schemas.ts";
import { dateOrNull, statusJson, wholeCaseJson } from "./case-json.ts";
import { fileByApi } from "./file-by-api.ts";

const tags = ["cases"];
const smallBytesMax = 131_072;
/** A village behind one address files less in an hour; a program that files more waits. */
const filingsOfNetwork: ThrottleRule = { name: "api.filing.network", attemptsMax: 300, windowMs: 3_600_000 };

/** Registers filing, status, reading, files and receipt. */
export function apiCaseRoutes(api: FastifyInstance, tools: PortalTools): void {
  filingRoute(api, tools);
  statusRoute(api, tools);
  readRoute(api, tools);
  attachmentRoute(api, tools);
  receiptRoute(api, tools);
}

function filingRoute(api: FastifyInstance, tools: PortalTools): void {
  api.post<{ Body: FromSchema<typeof requests.filing>; Headers: FromSchema<typeof requests.idempotency> }>(
    "/api/v1/appeals",
    {
      bodyLimit: apiFilingBytesMax,
      schema: {
        tags,
        operationId: "fileAppeal",
        summary:
          "File an appeal; it is registered at once. The same key and body give the same answer for a day",
        headers: requests.idempotency,
        body: requests.filing,
        response: { 201: answered("Registered", responses.filed), ...problemResponses },
      },
    },
    async (request, reply) => {
      const network = { rule: filingsOfNetwork, subject: networkPrefix(request.ip) };
      if (!(await takeGuesses(tools, [network]))) return sendRefusal(request, reply, { code: "held-up" });
      const key = request.headers["idempotency-key"];
      const filed = await fileByApi(tools, request.body, key, translateFor(request));
      if (!filed.ok) return sendRefusal(request, reply, filed.problem);
      const { number, statusCode, secret, withdrawalCode, due, actId } = filed.value;
      const receipt = await receiptJson(tools, actId);
      return reply.status(201).send({
        ...{ number, statusCode, secret, due: dateOrNull(due), receipt },
        // A piece of its own, for whoever will hold it apart: only when it was asked for.
        ...(request.body.withdrawalCode === true ? { withdrawalCode } : {}),
      });
    },
  );
}

/** The receipt of what was just filed, as its answer carries it. */
export async function receiptJson(tools: PortalTools, actId: string): Promise<JsonValue> {
  const receipt = await receiptFor(tools.receipts, actId);
  assert(receipt !== null, "what was filed has a receipt");
  const json = parseJson(receiptText(receipt));
  assert(json.ok, "a receipt is JSON");
  return json.value;
}

function statusRoute(api: FastifyInstance, tools: PortalTools): void {
  api.post<{ Body: FromSchema<typeof requests.status> }>(
    "/api/v1/appeals/status",
    {
      bodyLimit: smallBytesMax,
      schema: {
        tags,
        operationId: "getStatus",
        summary: "Where a case stands, by number and status code",
        body: requests.status,
        response: { 200: answered("Where it stands, without texts", responses.status), ...problemResponses },
      },
    },
    async (request, reply) => {
      const { number, statusCode } = request.body;
      const row = await caseOf(tools, request, { number, code: statusCode, right: "status" });
      if (!row.ok) return sendRefusal(request, reply, row.problem);
      const { view, parameters } = await viewOf(tools, row.value, { kind: "status-holder" });
      return reply.send(statusJson(translateFor(request), view, parameters));
    },
  );
}

function readRoute(api: FastifyInstance, tools: PortalTools): void {
  api.post<{ Body: FromSchema<typeof requests.read> }>(
    "/api/v1/appeals/read",
    {
      bodyLimit: smallBytesMax,
      schema: {
        tags,
        operationId: "readCase",
        summary: "The whole case as its applicant sees it, by number and secret",
        body: requests.read,
        response: { 200: answered("The case", responses.read), ...problemResponses },
      },
    },
    async (request, reply) => {
      const { number, secret } = request.body;
      const row = await caseOf(tools, request, { number, code: secret, right: "full" });
      if (!row.ok) return sendRefusal(request, reply, row.problem);
      const { view, parameters } = await viewOf(tools, row.value, { kind: "applicant" });
      const { complainedOf } = await caseObjectFor(tools.portal, stranger, row.value);
      const tree = await tools.bodyTree();
      const remedies = higherRemedies(view, { parameters, tree, complainedOf, now: tools.now() });
      const signatures = await countCoSigners(tools.portal, row.value.tag);
      return reply.send(wholeCaseJson(translateFor(request), { view, parameters, remedies, signatures }));
    },
  );
}

function attachmentRoute(api: FastifyInstance, tools: PortalTools): void {
  api.post<{ Body: FromSchema<typeof actRequests.attachment> }>(
    "/api/v1/appeals/attachment",
    {
      bodyLimit: smallBytesMax,
      schema: {
        tags,
        operationId: "getAttachment",
        summary: "The bytes of one file of the case, by number and secret",
        body: actRequests.attachment,
        response: { 200: responses.attachment, ...problemResponses },
      },
    },
    async (request, reply) => {
      const found = await caseOfSecret(tools, request, request.body);
      if (!found.ok) return sendRefusal(request, reply, found.problem);
      const { act, name } = request.body;
      const { view } = await viewOf(tools, found.value, { kind: "applicant" });
      const named = view.acts[act - 1];
      if (named === undefined) return sendRefusal(request, reply, { code: "no-such-act" });
      if (named.erasedParts.includes(name)) return sendRefusal(request, reply, { code: "erased" });
      // What the view does not list may not be seen, whatever lies in the table.
      const listed = named.attachments.some((attachment) => attachment.name === name);
      const place = { subject: found.value.tag, actId: named.actId, name };
      const part = listed ? await readPart(tools.portal, place) : null;
      if (part === null) return sendRefusal(request, reply, { code: "no-such-file" });
      return reply
        .header("content-type", part.mediaType)
        .header("content-disposition", "attachment")
        .header("x-content-type-options", "nosniff")
        .send(Buffer.from(part.bytes));
    },
  );
}

/** The case of a number and its secret, as every act of an applicant names it. */
export async function caseOfSecret(
  tools: PortalTools,
  request: FastifyRequest,
  { number, secret }: { readonly number: string; readonly secret: string },
): Promise<Result<CaseRow, ApiRefusal>> {
  return await caseOf(tools, request, { number, code: secret, right: "full" });
}

function receiptRoute(api: FastifyInstance, tools: PortalTools): void {
  api.post<{ Body: FromSchema<typeof requests.receipt> }>(
    "/api/v1/appeals/receipt",
    {
      bodyLimit: smallBytesMax,
      schema: {
        tags,
        operationId: "getReceipt",
        summary: "The receipt of one act of the case, as `aydyn verify receipt` takes it",
        body: requests.receipt,
        response: { 200: answered("The receipt", responses.receipt), ...problemResponses },
      },
    },
    async (request, reply) => {
      const { number, secret, act = 1, opening = false } = request.body;
      const row = await caseOf(tools, request, { number, code: secret, right: "full" });
      if (!row.ok) return sendRefusal(request, reply, row.problem);
      const { view } = await viewOf(tools, row.value, { kind: "applicant" });
      const named = view.acts[act - 1];
      if (named === undefined) return sendRefusal(request, reply, { code: "no-such-act" });
      return await sendReceipt(tools, request, reply, { actId: named.actId, opening });
    },
  );
}

/** The receipt of an act, once there is something that proves it. */
export async function sendReceipt(
  tools: PortalTools,
  request: FastifyRequest,
  reply: FastifyReply,
  { actId, opening }: { readonly actId: string; readonly opening: boolean },
): Promise<FastifyReply> {
  const { portal, personKeys, receipts } = tools;
  const opened = opening ? await openingFor(portal, actId, { parts: "all", personKeys }) : null;
  if (opening && opened === null) return sendRefusal(request, reply, { code: "erased" });
  const receipt = await receiptFor(receipts, actId, opened === null ? undefined : withoutCoSigner(opened));
  if (receipt === null) return sendRefusal(request, reply, { code: "no-such-act" });
  if (isBare(receipt)) return sendRefusal(request, reply, { code: "signature-follows" });
  return reply.header("content-type", "application/json; charset=utf-8").send(receiptText(receipt));
}

interface CodeSent {
  readonly number: string;
  readonly code: string;
  readonly right: OpenedRight;
}

/** The case of a number and the code of that right; counts what is wrong as a guess of the network. */
async function caseOf(
  tools: PortalTools,
  request: FastifyRequest,
  sent: CodeSent,
): Promise<Result<CaseRow, ApiRefusal>> {
  const number = parseCaseNumber(sent.number);
  if (!number.ok) return refused({ code: number.problem });
  const code = codeOf(sent.code);
  if (code?.right !== sent.right) return refused({ code: "code-malformed" });
  const found = await openByCode(tools, networkPrefix(request.ip), number.value, code);
  return found.ok ? found : refused({ code: found.problem });
}

async function viewOf(tools: PortalTools, row: CaseRow, viewer: Viewer) {
  const parameters = await tools.parametersReader.read(tools.portal);
  return { parameters, view: await viewCase(tools.portal, viewer, row, parameters, tools.now()) };
}
