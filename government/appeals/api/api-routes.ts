/** The API under /api/v1. Its OpenAPI 3.1 is made from the schemas that validate (platform/http/openapi.ts). */
import type { Server } from "#platform/http/server.ts";
import type { PortalTools } from "../portal-tools.ts";
import { apiActRoutes } from "./api-act-routes.ts";
import { apiCaseRoutes } from "./api-case-routes.ts";
import { apiCoSignRoutes } from "./api-co-sign-routes.ts";
import { apiDataRoutes } from "./api-data-routes.ts";
import { apiFileRoutes } from "./api-file-routes.ts";
import { apiHigherRoutes } from "./api-higher-routes.ts";
import { registerApiErrors } from "./api-problem-routes.ts";
import { apiPublicationRoutes } from "./api-publication-routes.ts";
import { apiPublishedRoutes } from "./api-published-routes.ts";
import { apiReadingsRoutes } from "./api-readings-routes.ts";

/** Registers every route of the API. They are there once the server is ready. */
export function registerApiRoutes(server: Server, tools: PortalTools): void {
  server.fastify.register((api, _options, done) => {
    api.removeAllContentTypeParsers();
    api.addContentTypeParser(
      "application/json",
      { parseAs: "string" },
      api.getDefaultJsonParser("error", "error"),
    );
    registerApiErrors(api);
    apiDataRoutes(api, tools);
    apiPublishedRoutes(api, tools);
    apiCaseRoutes(api, tools);
    apiActRoutes(api, tools);
    apiHigherRoutes(api, tools);
    apiFileRoutes(api, tools);
    apiCoSignRoutes(api, tools);
    apiPublicationRoutes(api, tools);
    apiReadingsRoutes(api, tools);
    done();
  });
}
