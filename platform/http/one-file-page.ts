import { policyOfPage } from "#engines/one-file/build-page.ts";
import type { Server } from "./server.ts";

const pageAgeSeconds = 3_600;

/**
 * Hands out a page of one file, which people save. Its own content policy is sent as a header too, since ours allows no
 * script at all. `read` gives `null` where there is no such page (yet).
 */
export function serveOneFilePage(server: Server, path: string, read: () => Promise<string | null>): void {
  server.fastify.get(path, { schema: { hide: true } }, async (_request, reply) => {
    const page = await read();
    const policy = page === null ? null : policyOfPage(page);
    if (page === null || policy === null) return await reply.callNotFound();
    return await reply
      .header("content-security-policy", policy)
      .header("cache-control", `public, max-age=${pageAgeSeconds}`)
      .type("text/html; charset=utf-8")
      .send(page);
  });
}
