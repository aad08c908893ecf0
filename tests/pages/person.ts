/** Somebody with a browser that keeps one cookie, whose every byte on the line is counted. */
import assert from "node:assert/strict";
import { formAt } from "#government/appeals/test-support/browser-samples.ts";
import { bytesOnTheWire, type WireResponse } from "#tests/wire/wire.ts";

/** Some names come more than once, as a form's boxes do. */
type Fields = Readonly<Record<string, string | readonly string[]>>;

interface Sent {
  readonly type: string;
  readonly body: string | Uint8Array;
}

export class Person {
  readonly origin: string;
  /** What the browser sends as `Cookie`; empty before the first one was set. */
  cookie = "";
  /** Bytes received so far, headers included. */
  bytes = 0;

  constructor(origin: string) {
    this.origin = origin;
  }

  async get(path: string): Promise<WireResponse> {
    return await this.#send({ path });
  }

  /** Posts fields as a form does. */
  async post(path: string, fields: Fields): Promise<WireResponse> {
    const body = new URLSearchParams(pairsOf(fields)).toString();
    return await this.#send({ path, sent: { type: "application/x-www-form-urlencoded", body } });
  }

  /**
   * Opens a page, fills in the form that is posted to `action` (hidden fields go along), sends it, and gives the page
   * to which that leads. Fails when the form is shown again.
   */
  async fill(
    path: string,
    fields: Fields,
    action = path,
  ): Promise<{ readonly page: WireResponse; readonly at: string }> {
    const form = formAt((await this.#page(path)).body.toString(), action);
    const sent = await this.post(action, { ...form, ...fields });
    const at = sent.headers.get("location")?.[0];
    assert.ok(sent.status === 303 && at !== undefined, `${action}: ${sent.status}\n${textOf(sent)}`);
    return { page: await this.#page(at), at };
  }

  /** Opens a page and sends its form with a file, as a browser without scripts does. */
  async attach(path: string, field: string, file: File): Promise<void> {
    const form = new FormData();
    for (const [name, value] of pairsOf(formAt((await this.#page(path)).body.toString(), path)))
      form.append(name, value);
    form.append(field, file);
    const encoded = new Response(form);
    const type = encoded.headers.get("content-type") ?? "";
    const taken = await this.#send({
      path,
      sent: { type, body: new Uint8Array(await encoded.arrayBuffer()) },
    });
    assert.equal(taken.status, 303, `${path}: ${textOf(taken)}`);
  }

  async #page(path: string): Promise<WireResponse> {
    const page = await this.get(path);
    assert.ok(page.status === 200, `${path}: ${page.status} ${page.headers.get("location") ?? ""}`);
    return page;
  }

  async #send({ path, sent }: { readonly path: string; readonly sent?: Sent }): Promise<WireResponse> {
    const headers = {
      ...(this.cookie === "" ? {} : { Cookie: this.cookie }),
      ...(sent === undefined ? {} : { Origin: this.origin, "Content-Type": sent.type }),
    };
    const posted = sent === undefined ? {} : ({ method: "POST", body: sent.body } as const);
    const response = await bytesOnTheWire({ path, ...posted, origin: this.origin, headers });
    this.bytes += response.bytes;
    const set = response.headers.get("set-cookie")?.[0]?.split(";")[0];
    if (set !== undefined) this.cookie = set;
    return response;
  }
}

function pairsOf(fields: Fields): [string, string][] {
  return Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  );
}

/** The main part of a page without its marks, for messages. */
function textOf({ body }: WireResponse): string {
  const main = body.toString().split("<main")[1] ?? "";
  return main.replace(/<[^>]*>/g, " ").slice(0, 400);
}
