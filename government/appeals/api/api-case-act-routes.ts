/** The one way in which an act on a case comes as JSON: each once for its Idempotency-Key and for the case it is about. */
import { sha256 } from "@noble/hashes/sha2.js";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { toHex, utf8Bytes } from "#core/bytes.ts";
import { civilDateOfDays } from "#core/clock/civil-date.ts";
import { canonicalJson, type JsonObject, parseJson } from "#core/record/canonical-json.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import type { BodyTree } from "#government/bodies/index.ts";
import type { CaseRow, EnteredActs } from "#government/cases/index.ts";
import { type Actor, stranger } from "#platform/authority/actor.ts";
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
export interface Holder {
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
  /** For the sentences of refusals. */
  readonly t: Translate;
  /** Read before: a transaction that waited for a second connection could wait for ever. */
  readonly tree: BodyTree;
}

/** Who opens a case with what a request brings, and as whom they then act on it. */
export interface Opening<Opener> {
  /** `full`: as its applicant; `null`: as anybody. */
  readonly right: "full" | null;
  readonly find: (request: FastifyRequest, sent: Opener) => Promise<Result<CaseRow, ApiRefusal>>;
}

/** Whoever has opened a case by its secret. */
export function applicantOf({ tag }: Pick<CaseRow, "tag">): Actor {
  return { kind: "visitor", opened: new Map([[toHex(tag), "full"]]) };
}

/** Whoever holds the secret acts as the applicant. */
export function bySecret(tools: PortalTools): Opening<Holder> {
  return { right: "full", find: (request, sent) => caseOfSecret(tools, request, sent) };
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
  readonly enter: (acting: Acting, sent: Sent) => Promise<Result<EnteredActs, ApiRefusal>>;
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

/** The same for a verb that enters an act: without the grant, or against the order of acts, it may not follow. */
export async function enteredBy<Act extends Parameters<typeof grantedFor>[2]>(
  acting: Acting,
  act: Act,
  run: (grant: Grant<Act>) => Promise<Result<EnteredActs, unknown>>,
): Promise<Result<EnteredActs, ApiRefusal>> {
  const entered = await granted(acting, act, run);
  if (entered?.ok) return entered;
  const isWrongCode = entered !== null && entered.problem === "code-not-accepted";
  return refused({ code: isWrongCode ? "not-accepted" : "may-not-follow" });
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
  registerOnCase<Schema, Standing, Holder>(api, tools, body, {
    ...act,
    opening: bySecret(tools),
    response: answered("Entered", responses.entered),
    enter: async (acting, sent) => {
      const entered = await act.enter(acting, sent);
      return entered.ok ? ok({ phase: entered.value.row.phase, due: entered.value.row.due }) : entered;
    },
    answer: async ({ phase, due }, { row }) => ({
      number: row.number,
      phase,
      due: dateOrNull(due === null ? null : civilDateOfDays(due)),
    }),
  });
}

/** What is done with a case, with an outcome of its own that is kept for a repeat and an answer that is made of it. */
interface OnCase<Sent extends Opener, Outcome extends JsonObject, Opener extends object>
  extends Omit<CaseAct<Sent>, "enter"> {
  /** Where it lies, when not below `/api/v1/appeals/`. */
  readonly below?: string;
  readonly opening: Opening<Opener>;
  /** As OpenAPI has it. */
  readonly response: object;
  readonly enter: (acting: Acting, sent: Sent) => Promise<Result<Outcome, ApiRefusal>>;
  readonly answer: (outcome: Outcome, at: AnsweredAt) => Promise<object>;
}

/** Of which case and which request an answer is. */
interface AnsweredAt {
  readonly row: CaseRow;
  readonly key: string;
  readonly digest: string;
}

type Route = { Body: object; Headers: FromSchema<typeof requests.idempotency> };

/** Registers a route by which something is done with a case. */
export function registerOnCase<
  const Schema extends object,
  Outcome extends JsonObject,
  Opener extends object,
>(
  api: FastifyInstance,
  tools: PortalTools,
  body: Schema,
  act: OnCase<FromSchema<Schema> & Opener, Outcome, Opener>,
): void {
  const { below = "appeals", path, operationId, summary } = act;
  const response = { 201: act.response, ...problemResponses };
  const schema = { tags: ["cases"], operationId, summary, headers: requests.idempotency, body, response };
  api.post<Route>(`/api/v1/${below}/${path}`, { bodyLimit: actBytesMax, schema }, (request, reply) => {
    const { body: sent, headers } = request;
    assert(fits<Schema, Opener>(request, sent, body), "what does not fit the schema was refused before this");
    return carryOut<FromSchema<Schema> & Opener, Outcome, Opener>(tools, request, reply, {
      ...{ act, sent },
      key: headers["idempotency-key"],
    });
  });
}

/** Whether a body is of a schema, in types too: the framework has no word for a schema that is a parameter. */
function fits<Schema extends object, Opener extends object>(
  request: FastifyRequest<Route>,
  sent: unknown,
  schema: Schema,
): sent is FromSchema<Schema> & Opener {
  return request.validateInput(sent, schema);
}

async function carryOut<Sent extends Opener, Outcome extends JsonObject, Opener extends object>(
  tools: PortalTools,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: { readonly act: OnCase<Sent, Outcome, Opener>; readonly sent: Sent; readonly key: string },
): Promise<FastifyReply> {
  const { act, sent, key } = asked;
  const t = translateFor(request);
  const wrong = act.wrong?.(sent, t) ?? null;
  if (wrong !== null) return sendRefusal(request, reply, wrong);
  const found = await act.opening.find(request, sent);
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
  const { right } = act.opening;
  const actor: Actor = right === null ? stranger : { kind: "visitor", opened: new Map([[tag, right]]) };
  // Keys are the clients' to draw: they count within one act and one case, so that nobody meets a stranger's.
  const tree = await tools.bodyTree();
  const keyed = { key, scope: `api ${act.path} ${tag}`, bodyDigest, now: tools.now() };
  const done = await inTransaction(tools, "portal", async (appealTools) =>
    once<Outcome, ApiRefusal>(appealTools.transaction, keyed, () =>
      act.enter({ tools: appealTools, bearer: { row, actor }, key, digest, t, tree }, sent),
    ),
  );
  if (!done.ok) {
    const { problem } = done;
    return sendRefusal(request, reply, typeof problem === "string" ? { code: problem } : problem);
  }
  await giveGuessesBack(tools, guesses);
  return reply.status(201).send(await act.answer(done.value.outcome, { row, key, digest }));
}
