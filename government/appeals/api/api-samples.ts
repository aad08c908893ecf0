/** The API in a small country, for its tests: every answer is held against the document that describes it. */
import assert from "node:assert/strict";
import { Ajv2020 } from "ajv/dist/2020.js";
import { registerApiRoutes, registerPublicRoutes } from "../routes.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

export const marker = "Gyzylgülzar";
export const filing = {
  kind: "filed-complaint",
  body: "ministry-of-springs",
  language: "tk",
  subject: `Gaz ýok ${marker}`,
  text: "Obada üç aý bäri gaz ýok.",
  identity: { name: `Nusga ${marker}`, address: "Çynar", contact: "" },
  identityShown: true,
};

interface ApiReply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what the schema has just confirmed.
  readonly json: any;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

export interface ApiPortal extends TestPortal {
  get(path: string, headers?: Record<string, string>): Promise<ApiReply>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<ApiReply>;
  readonly document: Document;
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: unknown;
  readonly responses: Record<string, { content: Record<string, { schema: object }> }>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
}

/** A portal with its API and its public pages; every answer is held against the schema that the OpenAPI document gives for it. */
export async function withApi(run: (portal: ApiPortal) => Promise<void>): Promise<void> {
  await withPortal(async (portal) => {
    registerApiRoutes(portal.server, portal.tools);
    registerPublicRoutes(portal.server, portal.tools);
    const { fastify } = portal.server;
    const document: Document = JSON.parse((await fastify.inject({ url: "/api/v1/openapi.json" })).body);
    const send = async (
      method: "get" | "post",
      path: string,
      options: Record<string, unknown>,
    ): Promise<ApiReply> => {
      const reply = await fastify.inject({
        method,
        url: `/api/v1${path}`,
        remoteAddress: "10.9.8.7",
        ...options,
      });
      const json = JSON.parse(reply.body);
      conforms(document, {
        method,
        path,
        status: reply.statusCode,
        json,
        type: String(reply.headers["content-type"]),
      });
      return { status: reply.statusCode, json, headers: reply.headers, text: reply.body };
    };
    await run({
      ...portal,
      document,
      get: (path, headers = {}) => send("get", path, { headers }),
      post: (path, payload, headers = {}) => send("post", path, { payload, headers }),
    });
  });
}

export const ajv = new Ajv2020({ strict: false, validateFormats: false });

function conforms(
  document: Document,
  reply: { method: string; path: string; status: number; json: unknown; type: string },
): void {
  const [path = ""] = `/api/v1${reply.path}`.split("?");
  const template = Object.keys(document.paths).find((each) =>
    new RegExp(`^${each.replace(/\{[^}]*\}/g, "[^/]+")}$`).test(path),
  );
  const operation = document.paths[template ?? ""]?.[reply.method];
  assert.ok(operation, `${reply.method} ${path} is described`);
  const described = operation.responses[String(reply.status)] ?? operation.responses["4XX"];
  const [mediaType = ""] = reply.type.split(";");
  const schema = described?.content[mediaType]?.schema;
  assert.ok(schema, `${path} ${reply.status} ${mediaType} is described`);
  const validate = ajv.compile(schema);
  assert.ok(validate(reply.json), `${path} ${reply.status}: ${ajv.errorsText(validate.errors)}`);
}

/** The header under which something is done once. */
export const withKey = (drawn: string, more: Record<string, string> = {}) => ({
  "idempotency-key": drawn,
  ...more,
});
