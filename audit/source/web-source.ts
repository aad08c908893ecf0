import { concatBytes } from "#core/bytes.ts";
import { isPublishedPath } from "#core/record/publication.ts";
import { ok, type Result, refused } from "#core/result.ts";
import type { LogSource, SourceProblem } from "./log-source.ts";

/** A reply must begin within this time, and no gap between two pieces of it may be longer. */
const silenceMsMax = 20_000;
export const attemptsMax = 5;
const firstWaitMs = 500;

/** What the web source needs from outside; tests pass a network that fails on purpose. */
export interface WebAccess {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly silenceMsMax?: number;
}

/** The published files of a log at an address such as "http://localhost:8080/log/executive". Plain HTTP suffices: everything is checked. */
export function webSource(address: string, access: WebAccess): LogSource {
  const prefix = address.replace(/\/+$/, "");
  return {
    place: address,
    read: (path, bytesMax) => readWithRetries(prefix, path, bytesMax, access),
    list: async () => null,
  };
}

/** What an attempt left behind: the next one asks for the rest only. */
interface Download {
  received: Uint8Array[];
  length: number;
  /** Strong entity tag of the bytes received; without one a rest cannot be trusted to belong to them (RFC 9110 section 13.1.5). */
  tag: string | null;
}

type Attempt =
  | { readonly kind: "done"; readonly bytes: Uint8Array }
  | { readonly kind: "final"; readonly problem: SourceProblem }
  | { readonly kind: "again"; readonly detail: string };

async function readWithRetries(
  prefix: string,
  path: string,
  bytesMax: number,
  access: WebAccess,
): Promise<Result<Uint8Array, SourceProblem>> {
  if (!isPublishedPath(path)) return refused({ kind: "missing", path });
  const download: Download = { received: [], length: 0, tag: null };
  let detail = "";
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    if (attempt > 0) await access.wait(firstWaitMs * 2 ** (attempt - 1));
    const outcome = await readOnce(`${prefix}/${path}`, path, bytesMax, download, access);
    if (outcome.kind === "done") return ok(outcome.bytes);
    if (outcome.kind === "final") return refused(outcome.problem);
    detail = outcome.detail;
  }
  return refused({ kind: "unreachable", path, detail: `${detail} (tried ${attemptsMax} times)` });
}

async function readOnce(
  address: string,
  path: string,
  bytesMax: number,
  download: Download,
  access: WebAccess,
): Promise<Attempt> {
  const abort = new AbortController();
  const silence = silenceTimer(abort, access.silenceMsMax ?? silenceMsMax);
  try {
    const response = await access.fetch(address, {
      headers: rangeHeaders(download),
      signal: abort.signal,
      redirect: "follow",
      cache: "no-store",
    });
    silence.heard();
    const refusal = refusalOf(response, path);
    if (refusal !== null) {
      await response.body?.cancel();
      return refusal;
    }
    prepare(download, response);
    return await receive(response, path, bytesMax, download, silence);
  } catch (error) {
    return { kind: "again", detail: networkDetail(error, abort.signal.aborted) };
  } finally {
    silence.stop();
  }
}

function rangeHeaders(download: Download): Record<string, string> {
  if (download.length === 0 || download.tag === null) return {};
  // Ranges count encoded bytes; only the plain encoding lets the pieces be joined.
  return { range: `bytes=${download.length}-`, "if-range": download.tag, "accept-encoding": "identity" };
}

function refusalOf(response: Response, path: string): Attempt | null {
  if (response.status === 404 || response.status === 410)
    return { kind: "final", problem: { kind: "missing", path } };
  if (response.ok) return null;
  const detail = `the server answered ${response.status}`;
  const mayPass =
    response.status >= 500 || response.status === 429 || response.status === 408 || response.status === 416;
  return mayPass
    ? { kind: "again", detail }
    : { kind: "final", problem: { kind: "unreachable", path, detail } };
}

/** Keeps the bytes received before if the reply continues them; drops them otherwise. */
function prepare(download: Download, response: Response): void {
  const continues =
    response.status === 206 &&
    response.headers.get("content-encoding") === null &&
    (response.headers.get("content-range") ?? "").startsWith(`bytes ${download.length}-`);
  if (continues) return;
  download.received = [];
  download.length = 0;
  const tag = response.headers.get("etag");
  const plain = response.headers.get("content-encoding") === null;
  download.tag = plain && tag !== null && !tag.startsWith("W/") ? tag : null;
}

async function receive(
  response: Response,
  path: string,
  bytesMax: number,
  download: Download,
  silence: SilenceTimer,
): Promise<Attempt> {
  const reader = response.body?.getReader();
  while (reader !== undefined) {
    const { done, value } = await reader.read();
    if (done) break;
    silence.heard();
    download.length += value.length;
    if (download.length > bytesMax) {
      await reader.cancel();
      return { kind: "final", problem: { kind: "too-large", path, bytesMax } };
    }
    download.received.push(value);
  }
  return { kind: "done", bytes: concatBytes(...download.received) };
}

interface SilenceTimer {
  heard(): void;
  stop(): void;
}

function silenceTimer(abort: AbortController, milliseconds: number): SilenceTimer {
  let timer = setTimeout(() => abort.abort(), milliseconds);
  return {
    heard() {
      clearTimeout(timer);
      timer = setTimeout(() => abort.abort(), milliseconds);
    },
    stop: () => clearTimeout(timer),
  };
}

function networkDetail(error: unknown, silent: boolean): string {
  if (silent) return "no answer in time";
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause;
  const reason = cause instanceof Error && cause.message !== "" ? cause.message : error.message;
  return reason === "" ? "the connection failed" : reason;
}
