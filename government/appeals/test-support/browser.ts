/** A browser without scripts: keeps its cookie, follows redirects, says where its forms were, sends files. */
import type { Server } from "#platform/http/server.ts";
import { origin } from "./portal.ts";

export interface Page {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The address that the browser ended at. */
  readonly url: string;
}

export interface SentFile {
  readonly field: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface TestBrowser {
  open(url: string): Promise<Page>;
  /** Sends a form as the page on display would: with its hidden fields, and those given. */
  send(page: Page, url: string, fields: Readonly<Record<string, string>>, file?: SentFile): Promise<Page>;
  /** The same with names that come more than once. */
  postEach(page: Page, url: string, fields: readonly (readonly [string, string])[]): Promise<Page>;
  /** Sends exactly these fields. */
  post(url: string, fields: Readonly<Record<string, string>>): Promise<Page>;
  cookie: string;
  /** Every address that stood in the address bar or in a redirect. */
  readonly addresses: readonly string[];
}

const boundary = "----aydyn-test-boundary";
const redirectsMax = 5;

/** Opens a browser at an address of a network. */
export function browserAt({ fastify }: Server, remoteAddress = "10.1.2.3"): TestBrowser {
  const addresses: string[] = [];
  let cookie = "";
  const request = async (url: string, options: Record<string, unknown>): Promise<Page> => {
    addresses.push(url);
    const headers = { host: "localhost", origin, ...(cookie ? { cookie } : {}), ...Object(options.headers) };
    const reply = await fastify.inject({ ...options, url, headers, remoteAddress });
    const given = reply.headers["set-cookie"];
    if (given !== undefined) cookie = String(given).split(";")[0] ?? "";
    return { status: reply.statusCode, body: reply.body, headers: reply.headers, url };
  };
  const followed = async (first: Page): Promise<Page> => {
    let page = first;
    for (let hop = 0; page.status === 303 && hop < redirectsMax; hop += 1) {
      page = await request(String(page.headers.location), {});
    }
    return page;
  };
  const postPairs = async (url: string, pairs: readonly (readonly [string, string])[]) =>
    followed(
      await request(url, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams(
          pairs.map(([name, value]): [string, string] => [name, value]),
        ).toString(),
      }),
    );
  const post = (url: string, fields: Readonly<Record<string, string>>) =>
    postPairs(url, Object.entries(fields));
  const multipart = async (url: string, fields: Readonly<Record<string, string>>, file: SentFile) =>
    followed(
      await request(url, {
        method: "POST",
        headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
        payload: multipartBody(fields, file),
      }),
    );
  return {
    open: async (url) => followed(await request(url, {})),
    post,
    postEach: (page, url, fields) =>
      postPairs(url, [...Object.entries(hiddenFields(page.body, url)), ...fields]),
    send: (page, url, fields, file) => {
      const all = { ...hiddenFields(page.body, url), ...fields };
      return file === undefined ? post(url, all) : multipart(url, all, file);
    },
    get cookie() {
      return cookie;
    },
    set cookie(value: string) {
      cookie = value;
    },
    addresses,
  };
}

/** A browser in which whoever holds the secret has opened their case. */
export async function browserOfApplicant(
  server: Server,
  filed: { readonly row: { readonly number: string }; readonly secret: string },
): Promise<TestBrowser> {
  const browser = browserAt(server);
  await browser.post("/en/case", { number: filed.row.number, code: filed.secret });
  return browser;
}

/** The hidden fields of the forms of a page that are posted to an address; of several, the first. */
function hiddenFields(body: string, url: string): Record<string, string> {
  const forms = body.match(/<form [^>]*action="[^"]*"[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((each) => each.includes(`action="${url}"`)) ?? "";
  const fields: Record<string, string> = {};
  for (const [, name = "", value = ""] of form.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)) {
    if (name !== "next") fields[name] = value;
  }
  return fields;
}

function multipartBody(fields: Readonly<Record<string, string>>, file: SentFile): Buffer {
  const texts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="${file.field}"; filename="${file.fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return Buffer.concat([
    Buffer.from(texts.join("") + head),
    file.bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}
