import { tileIndexPath } from "../log/tile-path.ts";
import { assert, ok, type Result, refused } from "../result.ts";
import { anyText, exactly, integer, list, object } from "../strict-json.ts";
import { canonicalJson, parseJson } from "./canonical-json.ts";
import { openingJson, readOpening } from "./opening-json.ts";
import type { Opening } from "./payload.ts";

/** What a log publishes beside its tiles, by name and shape (record decision 3). All are plain files. */

export const checkpointFile = "checkpoint";
export const parametersFile = "parameters.json";
export const erasedFile = "erased.json";
export const filesFile = "files.txt";

const indexPathPattern = /^(?:x\d{3}\/)*\d{3}$/;
const sizePattern = /^(?:0|[1-9]\d{0,15})$/;
const pathSegmentPattern = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const pathLengthMax = 200;
const originLengthMax = 300;
const erasedMax = 10_000_000;

/** Where the published payload of an act lies, grouped as tile paths are: `payloads/x001/x234/067.json`. */
export function payloadPath(index: number): string {
  return `payloads/${tileIndexPath(index)}.json`;
}

/** The index in a payload's path; `null` for any text that `payloadPath` would not give. */
export function indexOfPayloadPath(path: string): number | null {
  const inner = /^payloads\/(.+)\.json$/.exec(path)?.[1];
  if (inner === undefined || !indexPathPattern.test(inner)) return null;
  const index = Number(inner.replaceAll(/[x/]/g, ""));
  return Number.isSafeInteger(index) && payloadPath(index) === path ? index : null;
}

/** Where the cosigned checkpoint of a size is kept for ever: `checkpoints/600`. */
export function checkpointPath(size: number): string {
  assert(Number.isSafeInteger(size) && size >= 0, "a size is a whole number");
  return `checkpoints/${size}`;
}

/** The size in a kept checkpoint's path; `null` for any other text. */
export function sizeOfCheckpointPath(path: string): number | null {
  const text = /^checkpoints\/(.+)$/.exec(path)?.[1];
  if (text === undefined || !sizePattern.test(text)) return null;
  const size = Number(text);
  return Number.isSafeInteger(size) ? size : null;
}

/** A published payload: only parts that were published with warning and consent. Mutable, for parts can be erased. */
export interface PublishedPayload {
  readonly index: number;
  readonly opening: Opening;
}

/** The text of `payloads/<index>.json`. */
export function publishedPayloadText(published: PublishedPayload): string {
  return canonicalJson({ v: 1, index: published.index, opening: openingJson(published.opening) });
}

const readIndex = integer(0, Number.MAX_SAFE_INTEGER);
const readPublished = object({ v: exactly(1), index: readIndex, opening: readOpening });
const readErased = object({
  v: exactly(1),
  origin: anyText(originLengthMax),
  indexes: list(readIndex, 0, erasedMax),
});

/** Reads `payloads/<index>.json`. Whether it opens the leaf at that index is for `verifyOpening` to say. */
export function parsePublishedPayload(text: string): Result<PublishedPayload, "malformed-payload-file"> {
  const json = parseJson(text);
  const published = json.ok ? readPublished(json.value) : undefined;
  if (published === undefined) return refused("malformed-payload-file");
  return ok({ index: published.index, opening: published.opening });
}

/** The acts whose published payload was erased, wholly or in part: a mirror deletes its copy and asks again. */
export interface Erased {
  readonly origin: string;
  /** Indexes, ascending, none twice. */
  readonly indexes: readonly number[];
}

/** The text of `erased.json`. */
export function erasedText(erased: Erased): string {
  assert(isAscending(erased.indexes), "erased indexes are ascending");
  return canonicalJson({ v: 1, origin: erased.origin, indexes: erased.indexes });
}

/** Reads `erased.json`. */
export function parseErased(text: string): Result<Erased, "malformed-erased-file"> {
  const json = parseJson(text);
  const erased = json.ok ? readErased(json.value) : undefined;
  if (erased === undefined || !isAscending(erased.indexes)) return refused("malformed-erased-file");
  return ok({ origin: erased.origin, indexes: erased.indexes });
}

/** The text of `files.txt`: every current path, one a line, sorted, so that wget can fetch a whole log. */
export function filesText(paths: Iterable<string>): string {
  const sorted = [...new Set(paths)].sort();
  for (const path of sorted) assert(isPublishedPath(path), `not a path of a log: ${path}`);
  return sorted.map((path) => `${path}\n`).join("");
}

/** Reads `files.txt`. A path that could lead a mirror out of its folder refuses the whole file. */
export function parseFiles(text: string): Result<readonly string[], "malformed-files-list"> {
  if (text !== "" && !text.endsWith("\n")) return refused("malformed-files-list");
  const paths = text.split("\n").slice(0, -1);
  return paths.every(isPublishedPath) ? ok(paths) : refused("malformed-files-list");
}

/** Whether a path stays inside the log's folder and uses plain characters only. */
export function isPublishedPath(path: string): boolean {
  return path.length <= pathLengthMax && path.split("/").every((segment) => pathSegmentPattern.test(segment));
}

function isAscending(indexes: readonly number[]): boolean {
  return indexes.every((index, at) => at === 0 || index > (indexes[at - 1] ?? index));
}
