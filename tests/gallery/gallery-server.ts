/** The gallery behind the real server, for tests and for eyes: `node tests/gallery/gallery-server.ts` serves it on 8099. */
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { shown } from "#platform/http/answer.ts";
import { buildServer, type Server } from "#platform/http/server.ts";
import { loadTexts, textFolders } from "#platform/language/texts.ts";
import { galleryFormPage, galleryPage } from "./gallery-pages.ts";

/** Builds it; nothing listens yet. */
export async function galleryServer(): Promise<Server> {
  const translator = loadTexts([...textFolders(), fileURLToPath(new URL("texts", import.meta.url))]);
  const server = await buildServer({
    origin: "http://localhost:8099",
    serverKey: new Uint8Array(32).fill(7),
    now: () => Date.now(),
    randomBytes: (length) => randomBytes(length),
    translator,
    log: null,
    surroundings: async () => ({
      fingerprint: "1234 5678 9012",
      signedIn: null,
      stateName: "Oguzabat",
      isDemo: true,
    }),
  });
  server.get("/gallery", async (visit) => shown(galleryPage(visit), { caching: { publicSeconds: 60 } }));
  server.get("/form", async (visit) => shown(galleryFormPage(visit, false)));
  server.post("/form", async (visit) => shown(galleryFormPage(visit, true), { status: 422 }));
  return server;
}

if (import.meta.main) {
  const server = await galleryServer();
  await server.fastify.listen({ port: 8099, host: "127.0.0.1" });
  process.stdout.write("http://localhost:8099/tk/gallery and http://localhost:8099/tk/form\n");
}
