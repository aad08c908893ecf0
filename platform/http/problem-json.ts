/** Errors of the API as problem details (RFC 9457): titles in English, for programs and their makers; details for people. */
import type { FastifyError, FastifyReply } from "fastify";

const problemMediaType = "application/problem+json; charset=utf-8";

/** Fields beyond those of RFC 9457: `errors` point into the body (RFC 6901), `incident` finds the line in the log. */
export interface ProblemJson {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly incident?: string;
}

/** The JSON Schema of a problem, for the responses of API routes. */
export const problemSchema = {
  type: "object",
  required: ["type", "title", "status"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["pointer", "detail"],
        properties: { pointer: { type: "string" }, detail: { type: "string" } },
      },
    },
    incident: { type: "string" },
  },
} as const;

const titles: Readonly<Record<number, string>> = {
  400: "The request does not fit the schema",
  403: "This is not allowed",
  404: "There is nothing here",
  409: "This contradicts what is already there",
  410: "This is gone",
  413: "The request is too large",
  415: "This kind of content is not read here",
  422: "The request is well formed but cannot be carried out",
  429: "Too many requests",
  500: "Something broke on our side",
  503: "Not available at the moment",
};

/** A problem. `code` names it for programs, as the last part of its type; "about:blank" says no more than the status. */
export function problemJson(
  status: number,
  more: Partial<Omit<ProblemJson, "status" | "type">> & { readonly code?: string } = {},
): ProblemJson {
  const { code, title, ...rest } = more;
  return {
    type: code === undefined ? "about:blank" : `/problems/${code}`,
    title: title ?? titles[status] ?? "Error",
    status,
    ...rest,
  };
}

/** The problem of a request that the schema refuses: every place at once. */
export function validationProblem(error: FastifyError): ProblemJson {
  const where = error.validationContext ?? "body";
  return problemJson(400, {
    code: "schema",
    errors: (error.validation ?? []).map(({ instancePath, message }) => ({
      pointer: where === "body" ? `#${instancePath}` : `${where}${instancePath}`,
      detail: message ?? "does not fit the schema",
    })),
  });
}

/** Sends a problem from an API route. */
export function sendProblem(reply: FastifyReply, problem: ProblemJson): FastifyReply {
  return reply.status(problem.status).header("content-type", problemMediaType).send(JSON.stringify(problem));
}
