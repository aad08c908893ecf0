/** Appeals that their authors let everyone read, for other programs: the list of the public pages, no more. */
import type { FastifyInstance } from "fastify";
import { piecesJson } from "#core/acts/published-appeal.ts";
import { civilDateText } from "#core/clock/civil-date.ts";
import type { PortalTools } from "../portal-tools.ts";
import { slugsOf } from "../public/public-figures.ts";
import type { PublicationRow } from "../published/publication-store.ts";
import { readPublishedList, readQuestion } from "../published/published-list.ts";
import { sendRefusal } from "./api-problem-routes.ts";
import { answered, problemResponses, responses } from "./api-responses.ts";
import { type FromSchema, requests } from "./api-schemas.ts";

const listSeconds = 30;

/** Registers the list. */
export function apiPublishedRoutes(api: FastifyInstance, tools: PortalTools): void {
  api.get<{ Querystring: FromSchema<typeof requests.publishedQuery> }>(
    "/api/v1/published",
    {
      schema: {
        tags: ["public data"],
        operationId: "listPublished",
        summary: "Appeals that their authors let everyone read; no case is named by its number",
        querystring: requests.publishedQuery,
        response: { 200: answered("One page of the list", responses.published), ...problemResponses },
      },
    },
    async (request, reply) => {
      const question = readQuestion(request.query, await tools.bodyTree());
      if (question === null) return sendRefusal(request, reply, { code: "fields" });
      const { rows, next, found } = await readPublishedList(tools, question);
      const slugOf = slugsOf(await tools.parametersReader.read(tools.portal));
      // What somebody looks for is nobody else's business: a search is kept by no cache.
      const caching = question.words === "" ? `public, max-age=${listSeconds}` : "no-store";
      return reply
        .header("cache-control", caching)
        .header("access-control-allow-origin", "*")
        .header("cross-origin-resource-policy", "cross-origin")
        .send({
          found,
          next: next === null ? null : `${next.at}.${next.id}`,
          appeals: rows.map((row) => publishedJson(row, slugOf)),
        });
    },
  );
}

function publishedJson(
  { appeal, holderBody, filedDay, publishedAt, due, outcome }: PublicationRow,
  slugOf: (body: number) => string,
) {
  const { id, kind, language, matter, place, subject, text, reply, pictures } = appeal;
  return {
    ...{ id, kind, language, matter, place, outcome },
    body: slugOf(holderBody),
    filed: civilDateText(filedDay),
    due: due === null ? null : civilDateText(due),
    publishedAt: new Date(publishedAt).toISOString(),
    ...{ subject: piecesJson(subject), text: piecesJson(text) },
    reply: reply === null ? null : piecesJson(reply),
    pictures: pictures.map((picture, at) =>
      "held" in picture
        ? { path: null, held: picture.held }
        : {
            ...{ path: `/tk/appeals/${id}/picture/${at + 1}`, held: null },
            ...{ mediaType: picture.mediaType, byteLength: picture.byteLength, sha256: picture.sha256 },
          },
    ),
  };
}
