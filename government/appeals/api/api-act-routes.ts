/** What an applicant does with a case, as JSON: each act once for its Idempotency-Key, and for the case it is about. */
import { sha256 } from "@noble/hashes/sha2.js";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { toHex, utf8Bytes } from "#core/bytes.ts";
import { civilDateOfDays } from "#core/clock/civil-date.ts";
import { canonicalJson, parseJson } from "#core/record/canonical-json.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { type CaseRow, type EnteredActs, parseWithdrawalCode } from "#government/cases/index.ts";
import { once } from "#platform/http/idempotency-store.ts";
import { addToAppeal } from "../add-to-appeal.ts";
import { caseAddForm, caseClarifyForm, caseDisputeForm } from "../appeal-forms.ts";
import type { AppealTools } from "../appeal-tools.ts";
import { grantedFor } from "../applicant-grant.ts";
import { askErasure, takeErasureBack } from "../ask-erasure.ts";
import { giveClarification } from "../clarify-appeal.ts";
import { disputeAppeal } from "../dispute-appeal.ts";
import { giveGuessesBack, guessLimits, takeGuesses } from "../guess-limits.ts";
import { inTransaction, type PortalTools } from "../portal-tools.ts";
import { rateAnswer } from "../rate-answer.ts";
import { revokeWithdrawal } from "../revoke-withdrawal.ts";
import { withdrawAppeal } from "../withdraw-appeal.ts";
import { actRequests } from "./api-act-schemas.ts";
import { caseOfSecret } from "./api-case-routes.ts";
import { formRefusal } from "./api-forms.ts";
import { type ApiRefusal, sendRefusal, translateFor } from "./api-problem-routes.ts";
import { answered, problemResponses, responses } from "./api-responses.ts";
import { type FromSchema, requests } from "./api-schemas.ts";
import { dateOrNull } from "./case-json.ts";

const actBytesMax = 131_072;

interface Route<S> {
  Body: FromSchema<S>;
  Headers: FromSchema<typeof requests.idempotency>;
}

/** Whoever holds the secret, inside the transaction that enters the act. */
type Bearer = Parameters<typeof grantedFor>[1] & { readonly row: CaseRow };

/** One act as it was sent. */
interface ActSent {
  readonly path: string;
  readonly body: { readonly number: string; readonly secret: string };
  /** What is wrong with the words, before anything else is looked at. */
  readonly wrong?: ApiRefusal | null;
  readonly isGuess?: true;
  readonly enter: (tools: AppealTools, bearer: Bearer) => Promise<Result<EnteredActs, unknown> | null>;
}

/** What is kept for a repeat. */
type Outcome = { readonly phase: string; readonly due: number | null };

/** Registers every act. */
export function apiActRoutes(api: FastifyInstance, tools: PortalTools): void {
  disputes(api, tools);
  additions(api, tools);
  withdrawals(api, tools);
  erasures(api, tools);
}

function disputes(api: FastifyInstance, tools: PortalTools): void {
  const disputing = described(
    "disputeAnswer",
    "The answer is none: the deadline that stood before it stands again. Once for each answer",
    actRequests.dispute,
  );
  api.post<Route<typeof actRequests.dispute>>(addressOf("dispute"), disputing, (request, reply) => {
    const { reason, text = "" } = request.body;
    return answer(tools, request, reply, {
      path: "dispute",
      body: request.body,
      wrong: formRefusal(translateFor(request), caseDisputeForm, { reason, text }),
      enter: async (appealTools, bearer) => {
        const grant = await grantedFor(appealTools, bearer, "appeal.dispute");
        return grant && (await disputeAppeal(grant, { reason, text }, appealTools));
      },
    });
  });
  const rating = described(
    "rateAnswer",
    "Whether what was answered was done. Once for each answer; changes no deadline",
    actRequests.rate,
  );
  api.post<Route<typeof actRequests.rate>>(addressOf("rate"), rating, (request, reply) =>
    answer(tools, request, reply, {
      path: "rate",
      body: request.body,
      enter: async (appealTools, bearer) => {
        const grant = await grantedFor(appealTools, bearer, "appeal.rate");
        return grant && (await rateAnswer(grant, request.body.answer, appealTools));
      },
    }),
  );
}

function additions(api: FastifyInstance, tools: PortalTools): void {
  const adding = described(
    "addToAppeal",
    "Something more for whoever handles the case. Changes no deadline",
    actRequests.add,
  );
  api.post<Route<typeof actRequests.add>>(addressOf("add"), adding, (request, reply) => {
    const { what, text } = request.body;
    return answer(tools, request, reply, {
      path: "add",
      body: request.body,
      wrong: formRefusal(translateFor(request), caseAddForm, { what, text }),
      enter: async (appealTools, bearer) => {
        const grant = await grantedFor(appealTools, bearer, "appeal.add");
        return grant && (await addToAppeal(grant, { what, text, attachments: [] }, appealTools));
      },
    });
  });
  const clarifying = described(
    "giveClarification",
    "The answer to what the body asked: the clock runs again",
    actRequests.clarify,
  );
  api.post<Route<typeof actRequests.clarify>>(addressOf("clarify"), clarifying, (request, reply) => {
    const { text } = request.body;
    return answer(tools, request, reply, {
      path: "clarify",
      body: request.body,
      wrong: formRefusal(translateFor(request), caseClarifyForm, { text }),
      enter: async (appealTools, bearer) => {
        // As on the page: an answer belongs to a question.
        if (bearer.row.phase !== "awaiting-applicant") return null;
        const grant = await grantedFor(appealTools, bearer, "appeal.give-clarification");
        return grant && (await giveClarification(grant, { text, attachments: [] }, appealTools));
      },
    });
  });
}

function withdrawals(api: FastifyInstance, tools: PortalTools): void {
  const withdrawing = described(
    "withdrawAppeal",
    "The applicant withdraws, by a code of its own; it can be taken back for some days",
    actRequests.withdraw,
  );
  api.post<Route<typeof actRequests.withdraw>>(addressOf("withdraw"), withdrawing, (request, reply) => {
    const code = parseWithdrawalCode(request.body.withdrawalCode);
    return answer(tools, request, reply, {
      path: "withdraw",
      body: request.body,
      isGuess: true,
      wrong: code.ok ? null : { code: "code-malformed" },
      enter: async (appealTools, bearer) => {
        const grant = await grantedFor(appealTools, bearer, "appeal.withdraw");
        return grant && code.ok ? await withdrawAppeal(grant, code.value, appealTools) : null;
      },
    });
  });
  const revoking = described(
    "revokeWithdrawal",
    "The withdrawal is taken back: the deadline that stood before it stands again",
    actRequests.bare,
  );
  api.post<Route<typeof actRequests.bare>>(addressOf("revoke-withdrawal"), revoking, (request, reply) =>
    answer(tools, request, reply, {
      path: "revoke-withdrawal",
      body: request.body,
      enter: async (appealTools, bearer) => {
        const grant = await grantedFor(appealTools, bearer, "appeal.revoke-withdrawal");
        return grant && (await revokeWithdrawal(grant, appealTools));
      },
    }),
  );
}

function erasures(api: FastifyInstance, tools: PortalTools): void {
  const asking = described(
    "askErasure",
    "Asks to have texts, files or the name erased; decided by a head, not before three days are over",
    actRequests.erase,
  );
  api.post<Route<typeof actRequests.erase>>(addressOf("ask-erasure"), asking, (request, reply) =>
    answer(tools, request, reply, {
      path: "ask-erasure",
      body: request.body,
      enter: async (appealTools, bearer) => {
        const grant = await grantedFor(appealTools, bearer, "appeal.ask-erasure");
        return grant && (await askErasure(grant, request.body.scope, appealTools));
      },
    }),
  );
  const keeping = described(
    "takeErasureBack",
    "Takes the request to erase back, as long as it is not decided",
    actRequests.bare,
  );
  api.post<Route<typeof actRequests.bare>>(addressOf("take-erasure-back"), keeping, (request, reply) =>
    answer(tools, request, reply, {
      path: "take-erasure-back",
      body: request.body,
      enter: async (appealTools, bearer) => {
        const grant = await grantedFor(appealTools, bearer, "appeal.ask-erasure");
        return grant && (await takeErasureBack(grant, appealTools));
      },
    }),
  );
}

function addressOf(path: string): string {
  return `/api/v1/appeals/${path}`;
}

function described(operationId: string, summary: string, body: object) {
  const response = { 201: answered("Entered", responses.entered), ...problemResponses };
  const schema = { tags: ["cases"], operationId, summary, headers: requests.idempotency, body, response };
  return { bodyLimit: actBytesMax, schema };
}

async function answer(
  tools: PortalTools,
  request: FastifyRequest<{ Headers: FromSchema<typeof requests.idempotency> }>,
  reply: FastifyReply,
  sent: ActSent,
): Promise<FastifyReply> {
  if (sent.wrong != null) return sendRefusal(request, reply, sent.wrong);
  const found = await caseOfSecret(tools, request, sent.body);
  if (!found.ok) return sendRefusal(request, reply, found.problem);
  const row = found.value;
  const guesses =
    sent.isGuess === true ? [{ rule: guessLimits.withdrawalOfCase, subject: String(row.number) }] : [];
  if (!(await takeGuesses(tools, guesses))) return sendRefusal(request, reply, { code: "held-up" });
  const entered = await enterOnce(tools, sent, row, request.headers["idempotency-key"]);
  if (!entered.ok) return sendRefusal(request, reply, entered.problem);
  await giveGuessesBack(tools, guesses);
  const { phase, due } = entered.value;
  return reply.status(201).send({ number: row.number, phase, due: dateOrNull(due) });
}

/** Keys are the clients' to draw: they count within one act and one case, so that nobody meets a stranger's. */
async function enterOnce(
  tools: PortalTools,
  { path, body, enter }: ActSent,
  row: CaseRow,
  key: string,
): Promise<Result<{ readonly phase: string; readonly due: CaseRow["due"] }, ApiRefusal>> {
  const json = parseJson(JSON.stringify(body));
  // Half a surrogate pair is in no text and cannot be digested.
  if (!json.ok) return refused({ code: "unreadable" });
  const tag = toHex(row.tag);
  const actor = { kind: "visitor", opened: new Map([[tag, "full" as const]]) } as const;
  const request = {
    key,
    scope: `api ${path} ${tag}`,
    bodyDigest: sha256(utf8Bytes(canonicalJson(json.value))),
    now: tools.now(),
  };
  const done = await inTransaction(tools, "portal", async (appealTools) =>
    once<Outcome, ApiRefusal["code"]>(appealTools.transaction, request, async () => {
      const entered = await enter(appealTools, { row, actor });
      if (entered?.ok) return ok({ phase: entered.value.row.phase, due: entered.value.row.due });
      const isWrongCode = entered !== null && entered.problem === "code-not-accepted";
      return refused(isWrongCode ? "not-accepted" : "may-not-follow");
    }),
  );
  if (!done.ok) return refused({ code: done.problem });
  const { phase, due } = done.value.outcome;
  return ok({ phase, due: due === null ? null : civilDateOfDays(due) });
}
