/** Public data: bodies, figures, who waits longest. The same for everyone, readable from any page. */
import type { FastifyInstance, FastifyReply } from "fastify";
import { type Body, type BodyTree, takesAppeals } from "#government/bodies/index.ts";
import type { PortalTools } from "../portal-tools.ts";
import {
  bodyOfSlug,
  figuresJson,
  figuresOfAllJson,
  overdueJson,
  publicFigures,
  slugsOf,
  spanJson,
} from "../public/public-figures.ts";
import { statedBeside, statedBesideJson } from "../public/stated-beside.ts";
import { sendRefusal } from "./api-problem-routes.ts";
import { answered, problemResponses, responses } from "./api-responses.ts";
import { type FromSchema, requests } from "./api-schemas.ts";

const tags = ["public data"];
const figuresSeconds = 5;
const bodiesSeconds = 60;

/** Registers the routes that only read what everyone may see. */
export function apiDataRoutes(api: FastifyInstance, tools: PortalTools): void {
  bodyRoutes(api, tools);
  figureRoutes(api, tools);
}

function open(reply: FastifyReply, seconds: number): FastifyReply {
  return reply
    .header("cache-control", `public, max-age=${seconds}`)
    .header("access-control-allow-origin", "*")
    .header("cross-origin-resource-policy", "cross-origin");
}

function bodyRoutes(api: FastifyInstance, tools: PortalTools): void {
  api.get(
    "/api/v1/bodies",
    {
      schema: {
        tags,
        operationId: "listBodies",
        summary: "Every state body, parents before children",
        response: { 200: answered("All bodies", responses.bodies), ...problemResponses },
      },
    },
    async (_, reply) => {
      const tree = await tools.bodyTree();
      return open(reply, bodiesSeconds).send({ bodies: tree.all.map((body) => summaryOf(body, tree)) });
    },
  );
  api.get<{ Params: FromSchema<typeof requests.bodyParams> }>(
    "/api/v1/bodies/:slug",
    {
      schema: {
        tags,
        operationId: "getBody",
        summary: "One body and what it says of itself",
        params: requests.bodyParams,
        response: { 200: answered("The body", responses.body), ...problemResponses },
      },
    },
    async (request, reply) => {
      const tree = await tools.bodyTree();
      const body = bodyOfSlug(tree, request.params.slug);
      if (body === undefined) return sendRefusal(request, reply, { code: "no-such-body" });
      return open(reply, bodiesSeconds).send(wholeBody(body, tree));
    },
  );
}

function figureRoutes(api: FastifyInstance, tools: PortalTools): void {
  type Period = { Querystring: FromSchema<typeof requests.figuresQuery> };
  api.get<Period & { Params: FromSchema<typeof requests.bodyParams> }>(
    "/api/v1/bodies/:slug/figures",
    {
      schema: {
        tags,
        operationId: "getBodyFigures",
        summary: "How one body answers; of a body without register of its own, the register's figures",
        params: requests.bodyParams,
        querystring: requests.figuresQuery,
        response: { 200: answered("Its figures", responses.bodyFigures), ...problemResponses },
      },
    },
    async (request, reply) => {
      const body = bodyOfSlug(await tools.bodyTree(), request.params.slug);
      const period = request.query.period ?? "year";
      const { figures, parameters } = await publicFigures(tools, period);
      const counts = body === undefined ? undefined : figures.bodies.get(body.register);
      if (body === undefined || counts === undefined)
        return sendRefusal(request, reply, { code: "no-such-body" });
      return open(reply, figuresSeconds).send({
        ...spanJson(figures),
        body: body.slug,
        register: slugsOf(parameters)(body.register),
        figures: figuresJson(counts),
        stated: statedBesideJson(await statedBeside(tools, parameters, period), counts, body.register),
      });
    },
  );
  api.get<Period>(
    "/api/v1/figures",
    {
      schema: {
        tags,
        operationId: "getFigures",
        summary: "How every body answers, and all together",
        querystring: requests.figuresQuery,
        response: { 200: answered("All figures", responses.figures), ...problemResponses },
      },
    },
    async (request, reply) => {
      const period = request.query.period ?? "year";
      const counted = await publicFigures(tools, period);
      return open(reply, figuresSeconds).send(
        figuresOfAllJson(counted, await statedBeside(tools, counted.parameters, period)),
      );
    },
  );
  overdueRoute(api, tools);
}

function overdueRoute(api: FastifyInstance, tools: PortalTools): void {
  api.get<{ Querystring: FromSchema<typeof requests.overdueQuery> }>(
    "/api/v1/overdue",
    {
      schema: {
        tags,
        operationId: "listOverdue",
        summary: "Every open case beyond its due day, the earliest due day first; no case is named",
        querystring: requests.overdueQuery,
        response: { 200: answered("The whole list", responses.overdue), ...problemResponses },
      },
    },
    async (request, reply) => {
      const { figures, parameters } = await publicFigures(tools, "all");
      const asked = request.query.body;
      const body = asked === undefined ? null : bodyOfSlug(await tools.bodyTree(), asked);
      if (body === undefined) return sendRefusal(request, reply, { code: "no-such-body" });
      const slugOf = slugsOf(parameters);
      const cases = figures.overdue
        .filter(({ charged }) => body === null || charged === body.register)
        .map((row) => overdueJson(row, figures.asOf, slugOf));
      return open(reply, figuresSeconds).send({ asOf: spanJson(figures).asOf, cases });
    },
  );
}

function summaryOf(body: Body, tree: BodyTree) {
  const { number, slug, name, parent, register, about } = body;
  const slugAt = (at: Body["number"]) => tree.byNumber.get(at)?.slug ?? String(at);
  return {
    ...{ number, slug, name },
    parent: parent === null ? null : slugAt(parent),
    register: slugAt(register),
    branch: about.branch,
    takesAppeals: takesAppeals(body),
    oversight: body.oversight ?? null,
  };
}

function wholeBody(body: Body, tree: BodyTree) {
  const { verifierKey, workingDays, about } = body;
  const { address, places, competences, posts, reception } = about;
  return {
    ...summaryOf(body, tree),
    ...{ verifierKey, workingDays, address, places, posts, reception },
    competences: competences.map(({ name }) => name),
  };
}
