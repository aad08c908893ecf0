import { utf8Text } from "#core/bytes.ts";
import { erasedFile, parametersFile, parseErased, payloadPath } from "#core/record/publication.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { payloadIndexesAmong } from "../record/opening-check.ts";
import {
  erasedBytesMax,
  type LogSource,
  parametersBytesMax,
  payloadBytesMax,
  type SourceProblem,
} from "../source/log-source.ts";
import { readAhead } from "../source/read-ahead.ts";
import type { Progress } from "../terminal/progress.ts";
import type { MirrorFolder } from "./mirror-folder.ts";

export interface OpenFilesDone {
  readonly filesFetched: number;
  readonly payloads: number;
  /** Payloads of which this run deleted its copy, because the log erased them wholly or in part. */
  readonly erased: number;
}

/**
 * The files beside the tree, which may change: the parameters, and published payloads. What the log has erased is
 * deleted here before any payload is fetched (record decision 3).
 */
export async function mirrorOpenFiles(
  options: { readonly source: LogSource; readonly progress: (what: string) => Progress },
  mirror: MirrorFolder,
  paths: ReadonlySet<string>,
  { size }: { readonly size: number },
): Promise<Result<OpenFilesDone, SourceProblem>> {
  const { source } = options;
  const erased = await obeyErased(source, mirror);
  if (!erased.ok) return erased;
  const parameters = await copyIfThere(source, mirror, parametersFile, parametersBytesMax);
  if (!parameters.ok) return parameters;
  const indexes = payloadIndexesAmong(paths).filter((index) => index < size);
  const progress = options.progress("Fetching payloads");
  let filesFetched = 0;
  let done = 0;
  const outcomes = readAhead(indexes, async (index) =>
    (await mirror.has(payloadPath(index)))
      ? ok(false)
      : copyIfThere(source, mirror, payloadPath(index), payloadBytesMax),
  );
  for await (const outcome of outcomes) {
    done += 1;
    progress.at(done, indexes.length);
    if (!outcome.ok) {
      progress.end();
      return outcome;
    }
    if (outcome.value) filesFetched += 1;
  }
  progress.end();
  return ok({ filesFetched, payloads: indexes.length, erased: erased.value });
}

async function obeyErased(source: LogSource, mirror: MirrorFolder): Promise<Result<number, SourceProblem>> {
  const bytes = await source.read(erasedFile, erasedBytesMax);
  if (!bytes.ok) return bytes.problem.kind === "missing" ? ok(0) : bytes;
  const text = utf8Text(bytes.value);
  const erased = text === null ? null : parseErased(text);
  if (!erased?.ok) return refused({ kind: "unreachable", path: erasedFile, detail: "it is malformed" });
  let removed = 0;
  for (const index of erased.value.indexes) {
    const path = payloadPath(index);
    if (!(await mirror.has(path))) continue;
    // What is left of it, if anything, is fetched again below.
    await mirror.remove(path);
    removed += 1;
  }
  await mirror.write(erasedFile, bytes.value);
  return ok(removed);
}

async function copyIfThere(
  source: LogSource,
  mirror: MirrorFolder,
  path: string,
  bytesMax: number,
): Promise<Result<boolean, SourceProblem>> {
  const bytes = await source.read(path, bytesMax);
  if (!bytes.ok) return bytes.problem.kind === "missing" ? ok(false) : bytes;
  await mirror.write(path, bytes.value);
  return ok(true);
}
