/**
 * Public answers kept in memory as they go over the line, so that a page that a whole country reads is rendered once.
 * Kept is only what says of itself that anyone may keep it (`publicSeconds`), asked for without a cookie; it is served
 * no longer than it says, and not at all once the data behind it has changed. The key is all that such an answer may
 * depend on: its address as sent, and the encoding.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { chosenEncoding } from "./compression.ts";

export interface PublicPageCacheOptions {
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** Another value as soon as anything may have changed that public pages show, whichever process changed it. */
  readonly dataVersion: () => number;
  /** Told of each answer out of the memory, for the log of requests. */
  readonly onServed: (route: string, status: number) => void;
}

/** What a handler answered, as it is about to be sent. */
export interface SentAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | string[] | undefined>>;
  readonly body: Buffer;
  /** The route's pattern, for the log. */
  readonly route: string;
}

interface Kept {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | string[]>>;
  readonly body: Buffer;
  readonly route: string;
  readonly tag: string;
  readonly begunAt: number;
  readonly freshMs: number;
  readonly version: number;
}

interface Begun {
  readonly key: string;
  readonly at: number;
  readonly version: number;
}

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

const bytesMax = 32 * 1024 * 1024;
const answerBytesMax = 512 * 1024;
const urlLengthMax = 500;
/**
 * A changed page is rendered anew at once, but all pages together only so often: while filings pour in, readers see
 * figures that are a moment old, as every cache on their way may show them too, and the machine is left to the filings.
 */
const renewalsPerSecondMax = 10;
const publicCaching = /^public, max-age=(\d+)$/;
const knownVary: ReadonlySet<string> = new Set(["cookie", "accept-encoding"]);

export class PublicPageCache {
  readonly #options: PublicPageCacheOptions;
  readonly #kept = new Map<string, Kept>();
  readonly #begun = new WeakMap<IncomingMessage, Begun>();
  /** Requests for a page that somebody else's request is rendering at this moment. */
  readonly #waiting = new Map<string, (() => void)[]>();
  #bytes = 0;
  #renewals = renewalsPerSecondMax;
  #renewalsAt = 0;
  #closed = false;

  constructor(options: PublicPageCacheOptions) {
    this.#options = options;
  }

  /** Answers out of the memory, or lets `handle` answer. */
  take(request: IncomingMessage, response: ServerResponse, handle: Handle): void {
    const key = this.#closed ? null : keyOf(request);
    const kept = key === null ? undefined : this.#kept.get(key);
    if (key === null) handle(request, response);
    else if (kept !== undefined && this.#mayServe(key, kept)) this.#serve(kept, request, response);
    else if (kept !== undefined) this.#renew(key, request, response, handle);
    else {
      // Whether it is public is not known yet: what is private waits for nobody.
      this.#begin(key, request);
      handle(request, response);
    }
  }

  /** Keeps an answer, when it is one that anybody may have. */
  offer(request: IncomingMessage, answer: SentAnswer): void {
    const begun = this.#begun.get(request);
    if (begun === undefined) return;
    const seconds = publicSecondsOf(answer);
    this.#forget(begun.key);
    if (seconds !== null && answer.body.length <= answerBytesMax) {
      const { at, version } = begun;
      const tag = String(answer.headers.etag ?? "");
      const headers = sentHeaders(answer);
      this.#kept.set(begun.key, { ...answer, headers, tag, begunAt: at, freshMs: seconds * 1_000, version });
      this.#bytes += answer.body.length;
      this.#makeRoom();
    }
    this.#letGo(begun.key);
  }

  /** From now on nothing is served: the server is being closed. */
  close(): void {
    this.#closed = true;
    this.#kept.clear();
  }

  #begin(key: string, request: IncomingMessage): void {
    this.#begun.set(request, { key, at: this.#options.now(), version: this.#options.dataVersion() });
  }

  /** One request has the page rendered; those that come meanwhile wait for it. */
  #renew(key: string, request: IncomingMessage, response: ServerResponse, handle: Handle): void {
    const waiting = this.#waiting.get(key);
    if (waiting !== undefined) {
      waiting.push(() => this.take(request, response, handle));
      return;
    }
    const own: (() => void)[] = [];
    this.#waiting.set(key, own);
    this.#begin(key, request);
    // Also when nothing was sent that could be kept: nobody waits for an answer that never comes.
    response.once("close", () => {
      if (this.#waiting.get(key) === own) this.#letGo(key);
    });
    handle(request, response);
  }

  #mayServe(key: string, kept: Kept): boolean {
    const ageMs = this.#options.now() - kept.begunAt;
    // A clock that was set back says nothing about the age.
    if (ageMs < 0 || ageMs >= kept.freshMs) return false;
    return kept.version === this.#options.dataVersion() || (!this.#waiting.has(key) && !this.#mayRenew());
  }

  #mayRenew(): boolean {
    const now = this.#options.now();
    const elapsed = now - this.#renewalsAt;
    if (elapsed < 0 || elapsed >= 1_000) {
      this.#renewalsAt = now;
      this.#renewals = renewalsPerSecondMax;
    }
    if (this.#renewals === 0) return false;
    this.#renewals -= 1;
    return true;
  }

  #serve(kept: Kept, request: IncomingMessage, response: ServerResponse): void {
    const age = Math.floor((this.#options.now() - kept.begunAt) / 1_000);
    const headers = age === 0 ? kept.headers : { ...kept.headers, age };
    if (kept.tag !== "" && request.headers["if-none-match"]?.split(/,\s*/).includes(kept.tag)) {
      const { "content-length": _length, "content-encoding": _encoding, ...withoutBody } = headers;
      response.writeHead(304, withoutBody).end();
      this.#options.onServed(kept.route, 304);
      return;
    }
    response.writeHead(kept.status, headers).end(kept.body);
    this.#options.onServed(kept.route, kept.status);
  }

  #letGo(key: string): void {
    const waiting = this.#waiting.get(key);
    this.#waiting.delete(key);
    for (const goOn of waiting ?? []) goOn();
  }

  #forget(key: string): void {
    this.#bytes -= this.#kept.get(key)?.body.length ?? 0;
    this.#kept.delete(key);
  }

  /** The oldest go first. */
  #makeRoom(): void {
    for (const key of this.#kept.keys()) {
      if (this.#bytes <= bytesMax) return;
      this.#forget(key);
    }
  }
}

function sentHeaders({ headers, body }: SentAnswer): Kept["headers"] {
  const sent: Record<string, string | number | string[]> = { "content-length": body.length };
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) sent[name] = value;
  }
  return sent;
}

/** What an answer may be kept under; `null` for a request whose answer is for nobody else. */
function keyOf({ method, url = "", headers }: IncomingMessage): string | null {
  const isPlain =
    method === "GET" &&
    headers.cookie === undefined &&
    headers.authorization === undefined &&
    headers["content-length"] === undefined &&
    headers["transfer-encoding"] === undefined;
  if (!isPlain || url.length > urlLengthMax) return null;
  const accepted = headers["accept-encoding"];
  return `${chosenEncoding(typeof accepted === "string" ? accepted : undefined) ?? "plain"} ${url}`;
}

/** For how long anybody may keep an answer; `null` for one that nobody may, or that depends on more than its key. */
function publicSecondsOf({ status, headers }: SentAnswer): number | null {
  const seconds = publicCaching.exec(String(headers["cache-control"] ?? ""))?.[1];
  if (status !== 200 || seconds === undefined || headers["set-cookie"] !== undefined) return null;
  const vary = String(headers.vary ?? "").toLowerCase();
  const isKeyed = vary.split(",").every((name) => name.trim() === "" || knownVary.has(name.trim()));
  return isKeyed ? Number(seconds) : null;
}
