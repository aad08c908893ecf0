import { utf8Text } from "#core/bytes.ts";
import { filesFile, parseFiles } from "#core/record/publication.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { fileListBytesMax, type LogSource, type SourceProblem } from "./log-source.ts";

export type PathsProblem = SourceProblem | { readonly kind: "malformed"; readonly path: string };

const listedFolders = ["checkpoints", "payloads"] as const;

/**
 * Which kept checkpoints and payloads a log publishes: what files.txt lists and, where files can be listed, what is
 * there besides. A list that is missing altogether is no list, so that a bare tiled log can be audited too.
 */
export async function publishedPaths(source: LogSource): Promise<Result<ReadonlySet<string>, PathsProblem>> {
  const paths = new Set<string>();
  const bytes = await source.read(filesFile, fileListBytesMax);
  if (bytes.ok) {
    const text = utf8Text(bytes.value);
    const listed = text === null ? null : parseFiles(text);
    if (!listed?.ok) return refused({ kind: "malformed", path: filesFile });
    for (const path of listed.value) paths.add(path);
  } else if (bytes.problem.kind !== "missing") return bytes;
  for (const folder of listedFolders) {
    for (const path of (await source.list(folder)) ?? []) paths.add(path);
  }
  return ok(paths);
}
