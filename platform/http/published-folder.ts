/** Serves a published log: plain files that anyone mirrors. Open to every origin; what never changes is kept for ever. */
import { relative } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { immutableSeconds } from "./limits.ts";

/** The media type of a file of the record (record.md section 3), by its path within the log's folder. */
function publishedMediaType(path: string): string {
  if (path.endsWith(".json")) return "application/json; charset=utf-8";
  if (path.endsWith(".html")) return "text/html; charset=utf-8";
  if (/(^|\/)tile\//.test(path)) return "application/octet-stream";
  return "text/plain; charset=utf-8";
}

/** How long a file may be kept without asking again. Tiles never change; heads and erasable payloads do. */
function publishedCaching(path: string): string {
  if (/(^|\/)tile\//.test(path)) return `public, max-age=${immutableSeconds}, immutable`;
  if (/(^|\/)checkpoints\//.test(path)) return "public, max-age=60";
  return "no-cache";
}

/** Serves a folder under a prefix with slashes at both ends, such as "/log/". */
export async function registerPublishedFolder(
  fastify: FastifyInstance,
  options: { readonly prefix: string; readonly folder: string },
): Promise<void> {
  const { prefix, folder } = options;
  await fastify.register(fastifyStatic, {
    root: folder,
    prefix,
    index: false,
    redirect: false,
    dotfiles: "deny",
    decorateReply: false,
    cacheControl: false,
    schemaHide: true,
    setHeaders(response, path) {
      const inside = relative(folder, path);
      response.header("content-type", publishedMediaType(inside));
      response.header("cache-control", publishedCaching(inside));
      response.header("access-control-allow-origin", "*");
      response.header("cross-origin-resource-policy", "cross-origin");
    },
  });
}
