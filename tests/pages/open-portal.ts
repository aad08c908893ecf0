/** The portal as people reach it, within the test's own process: a seeded demo country, every route, a free port. */

import { randomBytes } from "node:crypto";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { FastifyInstance } from "fastify";
import { registerPortal } from "#apps/portal/routes.ts";
import { openPortal, type Portal } from "#apps/portal/tools.ts";
import { languages } from "#platform/language/language.ts";
import { withDemoCountry } from "#tests/country/demo-country.ts";
import { serveDemoSigner } from "#tests/country/demo-signer.ts";

interface Routes {
  readonly get: readonly string[];
  readonly post: readonly string[];
}

export interface OpenPortal {
  readonly portal: Portal;
  /** Where it listens, such as "http://127.0.0.1:40123". */
  readonly origin: string;
  /** Every address without its language, in order, each once: "/bodies/:slug", "/log/*". */
  readonly routes: Routes;
}

const appeals = 40;

/** Seeds the country, opens the portal, runs, and removes everything. */
export async function withOpenPortal(run: (open: OpenPortal) => Promise<void>): Promise<void> {
  await withDemoCountry(appeals, async ({ configuration }) => {
    const signing = await serveDemoSigner(configuration);
    const portal = await openPortal(configuration, { now: Date.now, randomBytes: (n) => randomBytes(n) });
    const found = { GET: new Set<string>(), POST: new Set<string>() };
    // Routes are declared while the server is built; Fastify tells of a new server before it has any.
    const listen = (message: unknown) => {
      if (!isNewServer(message)) return;
      message.fastify.addHook("onRoute", ({ method, url }) => {
        for (const verb of ["GET", "POST"] as const) {
          if ([method].flat().includes(verb)) found[verb].add(withoutLanguage(url));
        }
      });
    };
    subscribe("fastify.initialization", listen);
    try {
      const server = await registerPortal(portal, null);
      try {
        const origin = await server.fastify.listen({ port: 0, host: "127.0.0.1" });
        await run({ portal, origin, routes: { get: [...found.GET].sort(), post: [...found.POST].sort() } });
      } finally {
        await server.fastify.close();
      }
    } finally {
      unsubscribe("fastify.initialization", listen);
      await portal.close();
      await signing.close();
    }
  });
}

function isNewServer(message: unknown): message is { readonly fastify: FastifyInstance } {
  return typeof message === "object" && message !== null && "fastify" in message;
}

function withoutLanguage(url: string): string {
  const language = languages.find((each) => url === `/${each}` || url.startsWith(`/${each}/`));
  if (language === undefined) return url;
  const rest = url.slice(language.length + 1);
  return rest === "" ? "/" : rest;
}
