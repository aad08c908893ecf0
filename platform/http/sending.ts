/** How answers go out: security headers, caching, ETags, compression. */
import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { unreachable } from "#core/result.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { Answer, Caching, ErrorStatus, ExtraHeaders } from "./answer.ts";
import { chosenEncoding, compressed, isCompressible } from "./compression.ts";
import { compressBytesMin } from "./limits.ts";
import type { PublicPageCache } from "./public-page-cache.ts";
import { loggedRoute } from "./request-log.ts";
import { securityHeaders } from "./security-headers.ts";

/** Replies that hold a secret beside text that others may influence: their length must say nothing. */
const uncompressed = new WeakSet<FastifyReply>();

/** Says who may keep this reply. What was framed for somebody who is signed in is never public. */
function setCaching(reply: FastifyReply, caching: Caching, isPersonal: boolean): void {
  if (caching === "secret") uncompressed.add(reply);
  if (typeof caching === "string" || isPersonal) reply.header("cache-control", "no-store");
  else reply.header("cache-control", `public, max-age=${caching.publicSeconds}`).header("vary", "Cookie");
}

function addHeaders(reply: FastifyReply, headers: ExtraHeaders): void {
  for (const [name, value] of Object.entries(headers)) {
    reply.header(name, typeof value === "string" ? value : [...value]);
  }
}

function addVary(reply: FastifyReply, name: string): void {
  const before = reply.getHeader("vary");
  if (typeof before !== "string") reply.header("vary", name);
  else if (!before.includes(name)) reply.header("vary", `${before}, ${name}`);
}

/** `inline` or `attachment` with a name in ASCII and, for others, in UTF-8 (RFC 6266, RFC 8187). */
function contentDisposition(fileName: string): string {
  const ascii = fileName.replace(/[^A-Za-z0-9._-]/g, "_");
  if (ascii === fileName) return `attachment; filename="${ascii}"`;
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/**
 * Links shows its memory of an address whatever `no-store` says (its setting "aggressive cache", on unless changed), and
 * after a form that leads back to the same page people saw the page of before. An address that it has never seen helps.
 */
function unseenBefore(to: string, { method, headers, id }: FastifyRequest): string {
  if (method !== "POST" || !/^Links /.test(headers["user-agent"] ?? "")) return to;
  const [path = "", anchor] = to.split("#");
  return `${path}${path.includes("?") ? "&" : "?"}again=${id}${anchor === undefined ? "" : `#${anchor}`}`;
}

/** Turns a handler's answer into the response. */
export async function sendAnswer(
  answer: Answer,
  reply: FastifyReply,
  frame: (content: PageContent) => Promise<{ readonly text: string; readonly signedIn: boolean }>,
  sendError: (status: ErrorStatus) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  addHeaders(reply, answer.headers);
  switch (answer.kind) {
    case "page": {
      const { text, signedIn } = await frame(answer.content);
      setCaching(reply, answer.caching, signedIn);
      return reply.status(answer.status).header("content-type", "text/html; charset=utf-8").send(text);
    }
    case "redirect":
      return reply
        .status(303)
        .header("cache-control", "no-store")
        .header("location", unseenBefore(answer.to, reply.request))
        .send("");
    case "file":
      setCaching(reply, answer.caching, false);
      if (answer.fileName !== null) reply.header("content-disposition", contentDisposition(answer.fileName));
      return reply.header("content-type", answer.mediaType).send(Buffer.from(answer.bytes));
    case "error":
      return sendError(answer.status);
    default:
      return unreachable(answer);
  }
}

function bytesOf(payload: unknown): Buffer | null {
  if (typeof payload === "string") return Buffer.from(payload);
  return Buffer.isBuffer(payload) ? payload : null;
}

/** A weak tag: compressed and plain forms of a page are the same page (RFC 9110 section 8.8.1). */
function entityTag(bytes: Uint8Array): string {
  return `W/"${createHash("sha256").update(bytes).digest("base64url").slice(0, 16)}"`;
}

function isPublicPage(reply: FastifyReply): boolean {
  const caching = reply.getHeader("cache-control");
  return reply.statusCode === 200 && typeof caching === "string" && /^public, max-age=\d+$/.test(caching);
}

/** The headers of every reply, where it does not bring its own. */
function addSecurity(reply: FastifyReply, always: readonly (readonly [string, string])[]): void {
  for (const [name, value] of always) {
    // What other sites may frame says so in its policy; the older header knows only "nobody".
    if (name === "x-frame-options" && mayBeFramed(reply)) continue;
    if (!reply.hasHeader(name)) reply.header(name, value);
  }
}

/** Whether a reply brought a policy of its own that lets every site frame it. */
function mayBeFramed(reply: FastifyReply): boolean {
  return /frame-ancestors \*/.test(String(reply.getHeader("content-security-policy") ?? ""));
}

/** Adds headers to every reply, tags public ones, compresses what shrinks, and offers all of it to be kept. */
export function registerSending(
  fastify: FastifyInstance,
  options: { readonly https: boolean; readonly cache: PublicPageCache | null },
): void {
  const always = Object.entries(securityHeaders(options));
  fastify.addHook("onSend", async (request, reply, payload) => {
    addSecurity(reply, always);
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
    const bytes = bytesOf(payload);
    if (bytes === null) return payload;
    if (isPublicPage(reply) && !reply.hasHeader("etag")) {
      const tag = entityTag(bytes);
      reply.header("etag", tag);
      if (request.headers["if-none-match"]?.split(/,\s*/).includes(tag)) {
        reply.status(304).removeHeader("content-length");
        return null;
      }
    }
    const body = await compressedReply(request.headers["accept-encoding"], reply, bytes);
    options.cache?.offer(request.raw, {
      status: reply.statusCode,
      headers: reply.getHeaders(),
      body,
      route: loggedRoute(request),
    });
    return body;
  });
}

async function compressedReply(
  accepted: string | undefined,
  reply: FastifyReply,
  bytes: Buffer,
): Promise<Buffer> {
  const mediaType = String(reply.getHeader("content-type") ?? "");
  if (bytes.length < compressBytesMin || reply.hasHeader("content-encoding") || !isCompressible(mediaType)) {
    return bytes;
  }
  addVary(reply, "Accept-Encoding");
  const encoding = uncompressed.has(reply) ? null : chosenEncoding(accepted);
  if (encoding === null) return bytes;
  const smaller = await compressed(bytes, encoding);
  reply.header("content-encoding", encoding).header("content-length", smaller.length);
  return smaller;
}
