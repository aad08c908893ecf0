/** The one way in which an act on a case comes as JSON: each once for its Idempotency-Key and for the case it is about. */
import { sha256 } from "@noble/hashes/sha2.js";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { toHex, utf8Bytes } from "#core/bytes.ts";
import { civilDateOfDays } from "#core/clock/civil-date.ts";
import { canonicalJson, type JsonObject, parseJson } from "#core/record/canonical-json.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import type { CaseRow, EnteredActs } from "#government/cases/index.ts";
import type { Grant } from "#platform/authority/grant.ts";
import { once } from "#platform/http/idempotency-store.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { AppealTools } from "../appeal-tools.ts";
import { grantedFor } from "../applicant-grant.ts";
import { giveGuessesBack, guessLimits, takeGuesses } from "../guess-limits.ts";
import { inTransaction, type PortalTools } from "../portal-tools.ts";
import { caseOfSecret } from "./api-case-routes.ts";
import { type ApiRefusal, sendRefusal, translateFor } from "./api-problem-routes.ts";
import { answered, problemResponses, responses } from "./api-responses.ts";
import { type FromSchema, requests } from "./api-schemas.ts";
import { dateOrNull } from "./case-json.ts";

const actBytesMax = 131_072;

/** Who acts: whoever holds the secret of a case. */
interface Holder {
  readonly number: string;
  readonly secret: string;
}

/** The case and its bearer inside the transaction that enters the act. */
export interface Acting {
  readonly tools: AppealTools;
  readonly bearer: Parameters<typeof grantedFor>[1] & { readonly row: CaseRow };
  readonly key: string;
  /** SHA-256 of the request's canonical JSON, in hexadecimal. */
  readonly digest: string;
}

/** One act: where it lies below `/api/v1/appeals/`, how it is described, and what it does. */
export interface CaseAct<Sent> {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  /** What is wrong with the words, before anything else is looked at. */
  readonly wrong?: (sent: Sent, t: Translate) => ApiRefusal | null;
  /** Counted against guessing the withdrawal code. */
  readonly isGuess?: true;
  /** `null`: it may not follow. */
  readonly enter: (acting: Acting, sent: Sent) => Promise<Result<EnteredActs, unknown> | null>;
}

/** Runs a verb by the grant that it demands; `null` where there is none. */
export async function granted<Act extends Parameters<typeof grantedFor>[2], T>(
  { tools, bearer }: Acting,
  act: Act,
  run: (grant: Grant<Act>) => Promise<T>,
): Promise<T | null> {
  const grant = await grantedFor(tools, bearer, act);
  return grant && (await run(grant));
}

/** What is kept of an act for a repeat. */
interface Standing extends JsonObject {
  readonly phase: string;
  readonly due: number | null;
}

/** Registers the route of one act, which is answered by how the case stands after it. */
export function registerAct<const Schema extends object>(
  api: FastifyInstance,
  tools: PortalTools,
  body: Schema,
  act: CaseAct<FromSchema<Schema> & Holder>,
): void {
  registerOnCase<Schema, Standing>(api, tools, body, {
    ...act,
    response: answered("Entered", responses.entered),
    enter: async (acting, sent) => {
      const entered = await act.enter(acting, sent);
      if (entered?.ok) return ok({ phase: entered.value.row.phase, due: entered.value.row.due });
      const isWrongCode = entered !== null && entered.problem === "code-not-accepted";
      return refused(isWrongCode ? "not-accepted" : "may-not-follow");
    },
    answer: async ({ phase, due }, { row }) => ({
      number: row.number,
      phase,
      due: dateOrNull(due === null ? null : civilDateOfDays(due)),
    }),
  });
}

/** What is done with a case, with an outcome of its own that is kept for a repeat and an answer that is made of it. */
interface OnCase<Sent, Outcome extends JsonObject> extends Omit<CaseAct<Sent>, "enter"> {
  /** As OpenAPI has it. */
  readonly response: object;
  readonly enter: (acting: Acting, sent: Sent) => Promise<Result<Outcome, ApiRefusal["code"]>>;
  readonly answer: (outcome: Outcome, at: AnsweredAt) => Promise<object>;
}

/** Of which case and which request an answer is. */
interface AnsweredAt {
  readonly row: CaseRow;
  readonly key: string;
  readonly digest: string;
}

/** Registers a route by which something is done with a case. */
export function registerOnCase<const Schema extends object, Outcome extends JsonObject>(
  api: FastifyInstance,
  tools: PortalTools,
  body: Schema,
  act: OnCase<FromSchema<Schema> & Holder, Outcome>,
): void {
  const { path, operationId, summary } = act;
  const response = { 201: act.response, ...problemResponses };
  const schema = { tags: ["cases"], operationId, summary, headers: requests.idempotency, body, response };
  type Route = { Body: Holder; Headers: FromSchema<typeof requests.idempotency> };
  api.post<Route>(`/api/v1/appeals/${path}`, { bodyLimit: actBytesMax, schema }, (request, reply) => {
    const { body: sent, headers } = request;
    assert(fits(request, sent, body), "what does not fit the schema was refused before this");
    return carryOut(tools, request, reply, { act, sent, key: headers["idempotency-key"] });
  });
}

/** Whether a body is of a schema, in types too: the framework has no word for a schema that is a parameter. */
function fits<Schema extends object>(
  request: FastifyRequest<{ Body: Holder; Headers: FromSchema<typeof requests.idempotency> }>,
  sent: Holder,
  schema: Schema,
): sent is FromSchema<Schema> & Holder {
  return request.validateInput(sent, schema);
}

async function carryOut<Sent extends Holder, Outcome extends JsonObject>(
  tools: PortalTools,
  request: FastifyRequest,
  reply: FastifyReply,
  { act, sent, key }: { readonly act: OnCase<Sent, Outcome>; readonly sent: Sent; readonly key: string },
): Promise<FastifyReply> {
  const wrong = act.wrong?.(sent, translateFor(request)) ?? null;
  if (wrong !== null) return sendRefusal(request, reply, wrong);
  const found = await caseOfSecret(tools, request, sent);
  if (!found.ok) return sendRefusal(request, reply, found.problem);
  const row = found.value;
  const guesses =
    act.isGuess === true ? [{ rule: guessLimits.withdrawalOfCase, subject: String(row.number) }] : [];
  if (!(await takeGuesses(tools, guesses))) return sendRefusal(request, reply, { code: "held-up" });
  const json = parseJson(JSON.stringify(sent));
  // Half a surrogate pair is in no text and cannot be digested.
  if (!json.ok) return sendRefusal(request, reply, { code: "unreadable" });
  const bodyDigest = sha256(utf8Bytes(canonicalJson(json.value)));
  const digest = toHex(bodyDigest);
  const tag = toHex(row.tag);
  const actor = { kind: "visitor", opened: new Map([[tag, "full" as const]]) } as const;
  // Keys are the clients' to draw: they count within one act and one case, so that nobody meets a stranger's.
  const asked = { key, scope: `api ${act.path} ${tag}`, bodyDigest, now: tools.now() };
  const done = await inTransaction(tools, "portal", async (appealTools) =>
    once<Outcome, ApiRefusal["code"]>(appealTools.transaction, asked, () =>
      act.enter({ tools: appealTools, bearer: { row, actor }, key, digest }, sent),
    ),
  );
  if (!done.ok) return sendRefusal(request, reply, { code: done.problem });
  await giveGuessesBack(tools, guesses);
  return reply.status(201).send(await act.answer(done.value.outcome, { row, key, digest }));
}
