/** A browser without scripts, for tests of pages: it posts forms as a person would, hidden fields and all. */
import assert from "node:assert/strict";
import type { InjectOptions } from "fastify";
import type { Server } from "#platform/http/server.ts";

export interface Reply {
  readonly status: number;
  readonly body: string;
  readonly location: string;
  readonly type: string;
}

export interface Browser {
  readonly get: (url: string) => Promise<Reply>;
  readonly post: (url: string, fields: Record<string, string | readonly string[]>) => Promise<Reply>;
  readonly upload: (url: string, fields: Record<string, string>, file: UploadSample) => Promise<Reply>;
  /** Fetches a page and posts its form: the hidden fields go along. */
  readonly fill: (url: string, fields: Record<string, string | readonly string[]>) => Promise<Reply>;
  /** What it sends as `Cookie`. */
  readonly cookie: () => Promise<string>;
}

interface UploadSample {
  readonly field: string;
  readonly fileName: string;
  readonly content: string | Uint8Array;
}

/** A browser without scripts; `cookieNow` gives what it sends. */
export function browserAt({ fastify }: Server, cookieNow: () => Promise<string>): Browser {
  const send = async (request: InjectOptions): Promise<Reply> => {
    const cookie = await cookieNow();
    const headers = {
      host: "localhost",
      origin: "http://localhost",
      ...(cookie ? { cookie } : {}),
      ...request.headers,
    };
    const reply = await fastify.inject({ ...request, headers });
    const { location = "", "content-type": type = "" } = reply.headers;
    return { status: reply.statusCode, body: reply.body, location: String(location), type: String(type) };
  };
  const post: Browser["post"] = (url, fields) => {
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      for (const one of typeof value === "string" ? [value] : value) form.append(name, one);
    }
    return send({
      method: "POST",
      url,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: form.toString(),
    });
  };
  return {
    cookie: cookieNow,
    get: (url) => send({ url }),
    post,
    fill: async (url, fields) => {
      const page = await send({ url });
      return await post(url, { ...hiddenIn(page.body), ...fields });
    },
    upload: (url, fields, file) => {
      const boundary = "a-line-that-no-file-holds";
      const part = (head: string, content: string | Uint8Array) =>
        Buffer.concat([
          Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
          Buffer.from(content),
          Buffer.from("\r\n"),
        ]);
      const payload = Buffer.concat([
        ...Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value)),
        part(`name="${file.field}"; filename="${file.fileName}"`, file.content),
        Buffer.from(`--${boundary}--\r\n`),
      ]);
      return send({
        method: "POST",
        url,
        headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
        payload,
      });
    },
  };
}

/** The hidden fields of a page's forms. */
export function hiddenIn(page: string): Record<string, string> {
  return Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
      ([, name = "", value = ""]) => [name, value],
    ),
  );
}

/** The hidden fields of the form that is posted to a path. */
export function formAt(page: string, action: string): Record<string, string> {
  const form = page.split("<form ").find((text) => text.includes(`action="${action}"`));
  assert.ok(form, `a form for ${action}`);
  return hiddenIn(form.split("</form>")[0] ?? "");
}
