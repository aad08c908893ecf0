/** Refusals of the API: a stable code for programs, a sentence in the asker's language for people (RFC 9457). */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { problemJson, sendProblem } from "#platform/http/problem-json.ts";
import { languageAccepted } from "#platform/language/accept-language.ts";
import type { Language } from "#platform/language/language.ts";
import { type Translate, translator } from "#platform/language/texts.ts";

/** Each with the status that goes with it. A code never changes its meaning. */
const statusOfCode = {
  schema: 400,
  unreadable: 400,
  "idempotency-key": 400,
  "not-accepted": 403,
  "no-such-body": 404,
  "no-such-act": 404,
  "no-such-file": 404,
  "no-such-page": 404,
  "may-not-follow": 409,
  "different-body": 409,
  "not-open": 409,
  full: 409,
  "another-copy": 409,
  erased: 410,
  "too-large": 413,
  "not-json": 415,
  "takes-no-appeals": 422,
  fields: 422,
  attachment: 422,
  "number-malformed": 422,
  "number-check-digit": 422,
  "code-malformed": 422,
  "held-up": 429,
  "signature-follows": 503,
} as const;

export type ApiCode = keyof typeof statusOfCode;

export interface ApiRefusal {
  readonly code: ApiCode;
  /** Places in the body (RFC 6901) and what is wrong there. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

const retryAfterSeconds = { 429: 900, 503: 60 } as const;
const languageDefault: Language = "en";

/** The texts for whoever asks. */
export function translateFor(request: FastifyRequest): Translate {
  return translator(languageAccepted(request.headers["accept-language"], languageDefault));
}

/** Sends a refusal. */
export function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: ApiRefusal): FastifyReply {
  const t = translateFor(request);
  const { code, errors } = refusal;
  const status = statusOfCode[code];
  if (status === 429 || status === 503) reply.header("retry-after", String(retryAfterSeconds[status]));
  reply.header("content-language", t.language);
  const problem = { ...problemJson(status, { code, detail: t(`api-problem-${code}`) }), code };
  return sendProblem(reply, errors === undefined ? problem : { ...problem, errors });
}

/** What the framework refuses gets a code and a sentence too; what broke on our side is the server's to tell. */
export function registerApiErrors(api: FastifyInstance): void {
  api.setErrorHandler(async (error: FastifyError, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return sendRefusal(request, reply, refusal);
  });
}

function refusalOf(error: FastifyError): ApiRefusal | null {
  if (error.validation !== undefined) {
    if (error.validationContext === "headers") return { code: "idempotency-key" };
    const where = error.validationContext === "body" ? "#" : (error.validationContext ?? "");
    return {
      code: "schema",
      errors: error.validation.map(({ instancePath, message }) => ({
        pointer: `${where}${instancePath}`,
        detail: message ?? "",
      })),
    };
  }
  const { statusCode = 500 } = error;
  if (statusCode === 413) return { code: "too-large" };
  if (statusCode === 415) return { code: "not-json" };
  return statusCode >= 400 && statusCode < 500 ? { code: "unreadable" } : null;
}
