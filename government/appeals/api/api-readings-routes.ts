/** Who opened my texts, as JSON: for whoever holds the secret alone. */
import type { FastifyInstance } from "fastify";
import type { PortalTools } from "../portal-tools.ts";
import { slugsOf } from "../public/public-figures.ts";
import { readingsOnPage } from "../readings-on-page.ts";
import { actRequests } from "./api-act-schemas.ts";
import { caseOfSecret } from "./api-case-routes.ts";
import { sendRefusal } from "./api-problem-routes.ts";
import { answered, problemResponses, responses } from "./api-responses.ts";
import type { FromSchema } from "./api-schemas.ts";

const smallBytesMax = 16_384;

/** Registers the list. */
export function apiReadingsRoutes(api: FastifyInstance, tools: PortalTools): void {
  api.post<{ Body: FromSchema<typeof actRequests.readings> }>(
    "/api/v1/appeals/readings",
    {
      bodyLimit: smallBytesMax,
      schema: {
        tags: ["cases"],
        operationId: "listReadings",
        summary:
          "Who opened the texts or the name at a desk, the latest first, each with its entry in the record",
        body: actRequests.readings,
        response: { 200: answered("One page of the list", responses.readings), ...problemResponses },
      },
    },
    async (request, reply) => {
      const found = await caseOfSecret(tools, request, request.body);
      if (!found.ok) return sendRefusal(request, reply, found.problem);
      const { page = 1 } = request.body;
      const list = await readingsOnPage(tools.portal, found.value.tag, page);
      if (list === null) return sendRefusal(request, reply, { code: "no-such-page" });
      const slugOf = slugsOf(await tools.parametersReader.read(tools.portal));
      return reply.send({
        ...{ count: list.count, page, pages: list.pages },
        readings: list.readings.map(({ at, actor, body, what, index }) => ({
          at: new Date(at).toISOString(),
          ...{ actor, what, entry: index },
          body: slugOf(body),
        })),
      });
    },
  );
}
