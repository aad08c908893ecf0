/**
 * The web server. Slices register pages and API routes; everything that must be the same everywhere is done here:
 * languages, forms, headers, compression, caching, errors, the check against forged requests.
 */
import { createServer, type Server as HttpServer } from "node:http";
import Fastify, {
  type FastifyHttpOptions,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { type PageAssets, type PageSurroundings, page } from "#platform/html/page.ts";
import { type Language, languages } from "#platform/language/language.ts";
import { type Translate, translator } from "#platform/language/texts.ts";
import type { DataVersion } from "#platform/record/data-version.ts";
import type { Answer } from "./answer.ts";
import { registerPageAssets } from "./assets.ts";
import { registerErrors, type SendError } from "./errors.ts";
import { parseUrlencoded, registerFormBodies, sentForm } from "./form-bodies.ts";
import { type FormKeys, formKeys } from "./form-key.ts";
import * as limits from "./limits.ts";
import { registerOpenApi } from "./openapi.ts";
import { type FramePage, splitPath } from "./page-path.ts";
import { PublicPageCache } from "./public-page-cache.ts";
import { frameworkLog, type Report, registerRequestLog, servedCounter } from "./request-log.ts";
import { isOwnRequest } from "./same-origin.ts";
import { serializersWhenAsked, validatorsWhenAsked } from "./schemas-when-asked.ts";
import { registerSending, sendAnswer } from "./sending.ts";
import { registerSlowSenderGuard } from "./slow-senders.ts";
import type { Visit } from "./visit.ts";

export interface ServerOptions {
  /** How people reach the portal, such as "https://example.org": HTTPS brings HSTS. */
  readonly origin: string;
  /** Addresses or networks of proxies whose X-Forwarded headers are believed; none by default. */
  readonly trustedProxies?: readonly string[];
  /** 32 secret bytes from the keys folder; form keys are made with it. */
  readonly serverKey: Uint8Array;
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  /** What stands around every page at this moment. When it throws, an error page is framed without it. */
  readonly surroundings: (language: Language, request: FastifyRequest) => Promise<PageSurroundings>;
  readonly translator?: (language: Language) => Translate;
  /** What tells that public pages may have changed; without it none is kept in memory. */
  readonly dataVersion?: Pick<DataVersion, "current" | "changedHere">;
  /** Told of each request, and of what failed; `null` for nobody (tests). */
  readonly log: Report | null;
}

export type PageHandler = (visit: Visit) => Promise<Answer>;

export interface Server {
  /** For API routes (with schemas), hooks and assets. */
  readonly fastify: FastifyInstance;
  readonly formKeys: FormKeys;
  /** A page at a path without language, such as "/bodies/:slug": registered for all three; "/" is Turkmen's too. */
  get(path: string, handler: PageHandler, logging?: RouteLogging): void;
  /** What a form is posted to; also registered for each language. Forged requests never reach it. */
  post(path: string, handler: PageHandler, logging?: RouteLogging): void;
}

export interface RouteLogging {
  /** Stands in the log of requests in the route's place, where the route itself would tell what somebody chose. */
  readonly loggedAs: string;
}

/** The same server, whose routes registered through this one are told apart by no log. */
export function loggedAlike(server: Server, loggedAs: string): Server {
  return {
    ...server,
    get: (path, handler) => server.get(path, handler, { loggedAs }),
    post: (path, handler) => server.post(path, handler, { loggedAs }),
  };
}

/** The framework sets none of these where it is given its server. */
const httpSettings = {
  maxHeaderSize: limits.headerBytesMax,
  headersTimeout: limits.headersTimeoutMs,
  requestTimeout: limits.requestTimeoutMs,
  keepAliveTimeout: limits.keepAliveTimeoutMs,
  connectionsCheckingInterval: 5_000,
};

function createFastify(
  options: ServerOptions,
  cache: PublicPageCache | null,
  report: Report,
): FastifyInstance {
  const fastifyOptions: FastifyHttpOptions<HttpServer> = {
    loggerInstance: frameworkLog(report),
    logController: new Fastify.LogController({ disableRequestLogging: true }),
    genReqId: () => drawRequestId(options),
    trustProxy: options.trustedProxies ? [...options.trustedProxies] : false,
    bodyLimit: limits.multipartBytesMax,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    forceCloseConnections: "idle",
    serverFactory: (handle) =>
      createServer(httpSettings, (request, response) => {
        if (cache === null) handle(request, response);
        else cache.take(request, response, handle);
      }),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: limits.pathBytesMax },
    schemaController: {
      compilersFactory: { buildValidator: validatorsWhenAsked, buildSerializer: serializersWhenAsked },
    },
    // Nothing is added, dropped or turned into another type: what the schema says is what comes.
    ajv: {
      customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false, allErrors: true },
    },
  };
  return Fastify(fastifyOptions);
}

function drawRequestId({ randomBytes }: ServerOptions): string {
  return Buffer.from(randomBytes(8)).toString("hex");
}

function publicPageCache(
  { now, dataVersion }: ServerOptions,
  onServed: (route: string, status: number) => void,
): PublicPageCache | null {
  if (dataVersion === undefined) return null;
  return new PublicPageCache({ now, dataVersion: () => dataVersion.current(), onServed });
}

/** Whoever has just changed something sees it on the next page, also where the database's word comes a moment later. */
function registerChanges(
  fastify: FastifyInstance,
  { dataVersion }: ServerOptions,
  cache: PublicPageCache | null,
): void {
  if (dataVersion === undefined || cache === null) return;
  fastify.addHook("onSend", async (request, _reply, payload) => {
    if (request.method !== "GET" && request.method !== "HEAD") dataVersion.changedHere();
    return payload;
  });
  fastify.addHook("preClose", async () => cache.close());
}

/** Refuses requests that change something and come from elsewhere. */
function registerForgeryCheck(fastify: FastifyInstance, sendError: SendError): void {
  fastify.addHook("onRequest", async (request, reply) => {
    if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return;
    const { headers, host } = request;
    const site = headers["sec-fetch-site"];
    const own = isOwnRequest({
      secFetchSite: typeof site === "string" ? site : undefined,
      origin: headers.origin,
      referer: headers.referer,
      host,
      hasCookie: headers.cookie !== undefined,
    });
    if (!own) return sendError(request, reply, 403);
  });
}

function pageFramer(options: ServerOptions, assets: PageAssets): FramePage {
  return async (t, path, request, content) => {
    const surroundings = await options.surroundings(t.language, request);
    const text = page({ ...content, ...surroundings, ...assets, t, path }).toString();
    return { text, signedIn: surroundings.signedIn !== null };
  };
}

function isParams(value: unknown): value is Record<string, string> {
  return typeof value === "object" && value !== null;
}

/** Builds the server; nothing listens yet. */
export async function buildServer(options: ServerOptions): Promise<Server> {
  const report: Report = options.log ?? (() => {});
  const cache = publicPageCache(options, servedCounter(report));
  const fastify = createFastify(options, cache, report);
  fastify.server.maxConnections = limits.connectionsMax;
  const translate = options.translator ?? translator;
  const keys = formKeys(options);
  await registerOpenApi(fastify);
  const assets = await registerPageAssets(fastify);
  const frame = pageFramer(options, assets);
  const { randomBytes } = options;
  const sendError = registerErrors(fastify, { frame, assets, translate, randomBytes, report });
  registerSending(fastify, { https: options.origin.startsWith("https://"), cache });
  registerChanges(fastify, options, cache);
  registerRequestLog(fastify, report);
  registerSlowSenderGuard(fastify);
  registerForgeryCheck(fastify, sendError);
  await registerFormBodies(fastify);

  const answer = async (request: FastifyRequest, reply: FastifyReply, handler: PageHandler) => {
    const { language, path, query } = splitPath(request.url);
    const t = translate(language);
    const sent = await sentForm(request);
    const given = await handler({
      language,
      t,
      path,
      fullPath: `/${language}${path}`,
      params: isParams(request.params) ? request.params : {},
      query: parseUrlencoded(query),
      body: sent.body,
      files: sent.files,
      drawFormKey: keys.draw,
      request,
    });
    return sendAnswer(
      given,
      reply,
      (content) => frame(t, path, request, content),
      (status) => sendError(request, reply, status),
    );
  };
  const register = (method: "GET" | "POST", path: string, handler: PageHandler, logging?: RouteLogging) => {
    const paths = languages.map((language) => `/${language}${path}`);
    for (const url of path === "/" && method === "GET" ? ["/", ...paths] : paths) {
      fastify.route({
        method,
        url,
        config: logging ?? {},
        handler: (request, reply) => answer(request, reply, handler),
      });
    }
  };
  return {
    fastify,
    formKeys: keys,
    get: (path, handler, logging) => register("GET", path, handler, logging),
    post: (path, handler, logging) => register("POST", path, handler, logging),
  };
}
