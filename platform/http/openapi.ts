/** OpenAPI 3.1 out of the very schemas that validate. Only routes under /api/ are listed. */
import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";

const openApiPath = "/api/v1/openapi.json";

/** To be registered before any route. */
export async function registerOpenApi(fastify: FastifyInstance): Promise<void> {
  await fastify.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Aydyn",
        version: "1",
        description: "Every act of the state is an entry in a public record that anyone can check.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
    },
    transform: ({ schema, url }) => ({
      schema: url.startsWith("/api/") ? schema : { ...schema, hide: true },
      url,
    }),
  });
  fastify.get(openApiPath, { schema: { hide: true } }, async (_request, reply) => {
    reply.header("content-type", "application/json; charset=utf-8");
    reply.header("cache-control", "public, max-age=300");
    return reply.send(JSON.stringify(fastify.swagger()));
  });
}
