/** What is sent when something cannot be done: a page in the user's language, or problem JSON to a program. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { describedError } from "#engines/operations/event-log.ts";
import { type PageAssets, page } from "#platform/html/page.ts";
import { languageAccepted } from "#platform/language/accept-language.ts";
import type { Language } from "#platform/language/language.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { ErrorStatus } from "./answer.ts";
import { errorPage } from "./error-pages.ts";
import type { FramePage } from "./page-path.ts";
import { splitPath } from "./page-path.ts";
import { problemJson, sendProblem, validationProblem } from "./problem-json.ts";
import type { Report } from "./request-log.ts";

const errorStatuses: readonly ErrorStatus[] = [400, 403, 404, 409, 410, 413, 415, 422, 429, 500, 503];
/** Letters and digits that are not mistaken for one another when read out. */
const incidentAlphabet = "23456789bcdfghjkmnpqrstvwxz";
const incidentLength = 8;

export type SendError = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: ErrorStatus,
  incident?: string | null,
) => Promise<FastifyReply>;

/** The status to answer with. What a client did wrong keeps its own status where we have a page for it, else 400. */
function statusOfError(error: { readonly statusCode?: number | undefined }): ErrorStatus {
  const status = error.statusCode ?? 500;
  return errorStatuses.find((one) => one === status) ?? (status >= 400 && status < 500 ? 400 : 500);
}

/** A code for one failure: in the log and on the page, so that a user's report leads to the line. */
function incidentCode(randomBytes: (length: number) => Uint8Array): string {
  return [...randomBytes(incidentLength)]
    .map((byte) => incidentAlphabet.charAt(byte % incidentAlphabet.length))
    .join("");
}

/** Whether the asker is a program: then it gets JSON or plain text, not a page. */
function kindOfAsker(url: string): "api" | "file" | "person" {
  if (url.startsWith("/api/")) return "api";
  return /^\/(assets|log)\/|^\/favicon\.ico/.test(url) ? "file" : "person";
}

/** Registers the handlers for errors and for what does not exist; gives the function that sends an error of ours. */
export function registerErrors(
  fastify: FastifyInstance,
  parts: {
    readonly frame: FramePage;
    readonly assets: PageAssets;
    readonly translate: (language: Language) => Translate;
    readonly randomBytes: (length: number) => Uint8Array;
    readonly report: Report;
  },
): SendError {
  const { frame, assets, translate, randomBytes, report } = parts;

  const framed = async (
    t: Translate,
    path: string,
    request: FastifyRequest,
    status: ErrorStatus,
    incident: string | null,
  ) => {
    const content = errorPage(t, status, incident);
    try {
      return (await frame(t, path, request, content)).text;
    } catch {
      // The database may be what has failed: the page must come all the same.
      const bare = { fingerprint: null, signedIn: null, stateName: "", isDemo: false };
      return page({ ...content, ...bare, ...assets, t, path }).toString();
    }
  };

  const sendError: SendError = async (request, reply, status, incident = null) => {
    reply.header("cache-control", "no-store");
    const asker = kindOfAsker(request.url);
    if (asker === "api") {
      // What is refused before a route is found, too, is said in the language that was asked for.
      const t = translate(languageAccepted(request.headers["accept-language"], "en"));
      reply.header("content-language", t.language);
      const detail = t(`error-${status}-what`);
      return sendProblem(reply, problemJson(status, incident === null ? { detail } : { detail, incident }));
    }
    if (asker === "file") {
      return reply.status(status).header("content-type", "text/plain; charset=utf-8").send(`${status}\n`);
    }
    const { language } = splitPath(request.url);
    // The switch of languages leads to the first pages: the address may belong to a form that was posted.
    const text = await framed(translate(language), "/", request, status, incident);
    return reply.status(status).header("content-type", "text/html; charset=utf-8").send(text);
  };

  fastify.setNotFoundHandler((request, reply) => sendError(request, reply, 404));
  fastify.setErrorHandler(async (error: FastifyError, request, reply) => {
    if (error.validation && kindOfAsker(request.url) === "api") {
      return sendProblem(reply, validationProblem(error));
    }
    const status = statusOfError(error);
    if (status < 500) return sendError(request, reply, status);
    const incident = incidentCode(randomBytes);
    report({ event: "request-failed", request: request.id, incident, error: describedError(error) });
    return sendError(request, reply, status, incident);
  });
  return sendError;
}
