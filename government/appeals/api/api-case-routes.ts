/** Filing and following a case as JSON. Codes come in bodies only; wrong ones are counted as on the pages. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { toHex } from "#core/bytes.ts";
import { parseJson } from "#core/record/canonical-json.ts";
import { receiptText } from "#core/record/receipt.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import {
  type CaseRow,
  caseObjectFor,
  findCase,
  parseCaseNumber,
  type Viewer,
  viewCase,
} from "#government/cases/index.ts";
import type { OpenedRight } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import { parseForm } from "#platform/form/parse-form.ts";
import { problemText } from "#platform/html/form-fields.ts";
import { isBare, openingFor, receiptFor } from "#platform/record/receipts.ts";
import { networkPrefix } from "#platform/session/network-prefix.ts";
import type { ThrottleRule } from "#platform/session/throttle-store.ts";
import { caseDisputeForm } from "../appeal-forms.ts";
import { disputeAppeal } from "../dispute-appeal.ts";
import { takeGuesses } from "../guess-limits.ts";
import { codeOf, openByCode } from "../open-by-code.ts";
import { inTransaction, type PortalTools } from "../portal-tools.ts";
import { type ApiRefusal, sendRefusal, translateFor } from "./api-problem-routes.ts";
import { answered, problemResponses, responses } from "./api-responses.ts";
import { apiFilingBytesMax, type FromSchema, requests } from "./api-schemas.ts";
import { dateOrNull, statusJson, wholeCaseJson } from "./case-json.ts";
import { fileByApi } from "./file-by-api.ts";

const tags = ["cases"];
const smallBytesMax = 131_072;
/** A village behind one address files less in an hour; a program that files more waits. */
const filingsOfNetwork: ThrottleRule = { name: "api.filing.network", attemptsMax: 300, windowMs: 3_600_000 };

/** Registers filing, status, reading, dispute and receipt. */
export function apiCaseRoutes(api: FastifyInstance, tools: PortalTools): void {
  filingRoute(api, tools);
  statusRoute(api, tools);
  readRoute(api, tools);
  disputeRoute(api, tools);
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
      const { number, statusCode, secret, due, actId } = filed.value;
      const receipt = await receiptFor(tools.receipts, actId);
      assert(receipt !== null, "what was filed has a receipt");
      const json = parseJson(receiptText(receipt));
      assert(json.ok, "a receipt is JSON");
      return reply
        .status(201)
        .send({ number, statusCode, secret, due: dateOrNull(due), receipt: json.value });
    },
  );
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
      return reply.send(wholeCaseJson(translateFor(request), view, parameters));
    },
  );
}

function disputeRoute(api: FastifyInstance, tools: PortalTools): void {
  api.post<{ Body: FromSchema<typeof requests.dispute> }>(
    "/api/v1/appeals/dispute",
    {
      bodyLimit: smallBytesMax,
      schema: {
        tags,
        operationId: "disputeAnswer",
        summary: "The answer is none: the deadline that stood before it stands again. Once for each answer",
        body: requests.dispute,
        response: { 201: answered("Entered", responses.disputed), ...problemResponses },
      },
    },
    async (request, reply) => {
      const { number, secret, reason, text = "" } = request.body;
      const t = translateFor(request);
      const parsed = parseForm(caseDisputeForm, { reason, text });
      if (!parsed.ok) {
        const errors = parsed.problem.map((problem) => ({
          pointer: `#/${problem.field}`,
          detail: problemText(t, caseDisputeForm, problem),
        }));
        return sendRefusal(request, reply, { code: "fields", errors });
      }
      const found = await caseOf(tools, request, { number, code: secret, right: "full" });
      if (!found.ok) return sendRefusal(request, reply, found.problem);
      const disputed = await dispute(tools, found.value, parsed.value);
      if (!disputed.ok) return sendRefusal(request, reply, disputed.problem);
      const { row } = disputed.value;
      return reply.status(201).send({ number: row.number, phase: row.phase, due: dateOrNull(row.due) });
    },
  );
}

async function dispute(
  tools: PortalTools,
  { tag }: CaseRow,
  words: Parameters<typeof disputeAppeal>[1],
): Promise<Result<{ readonly row: CaseRow }, ApiRefusal>> {
  const holder = { kind: "visitor", opened: new Map([[toHex(tag), "full" as const]]) } as const;
  return await inTransaction(tools, "portal", async (appealTools) => {
    const row = await findCase(appealTools.transaction, tag);
    if (row === null) return refused({ code: "may-not-follow" });
    const grant = ask(holder, "appeal.dispute", await caseObjectFor(appealTools.transaction, holder, row));
    const entered = grant.ok ? await disputeAppeal(grant.value, words, appealTools) : null;
    return entered?.ok ? ok({ row: entered.value.row }) : refused({ code: "may-not-follow" });
  });
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

async function sendReceipt(
  tools: PortalTools,
  request: FastifyRequest,
  reply: FastifyReply,
  { actId, opening }: { readonly actId: string; readonly opening: boolean },
): Promise<FastifyReply> {
  const { portal, personKeys, receipts } = tools;
  const opened = opening ? await openingFor(portal, actId, { parts: "all", personKeys }) : null;
  if (opening && opened === null) return sendRefusal(request, reply, { code: "erased" });
  const receipt = await receiptFor(receipts, actId, opened ?? undefined);
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
