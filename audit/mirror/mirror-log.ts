import { utf8Bytes } from "#core/bytes.ts";
import type { Engine } from "#core/log/engine.ts";
import { entriesPath, type TileCoordinates, tilePath, tilesBetween, tileWidth } from "#core/log/tile.ts";
import { checkpointFile, checkpointPath, filesFile, filesText } from "#core/record/publication.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { compareHeads } from "../evidence/compare-heads.ts";
import type { FraudEvidence } from "../evidence/fraud-file.ts";
import { folderSource } from "../source/folder-source.ts";
import { describeSourceProblem, type LogSource, type SourceProblem } from "../source/log-source.ts";
import { type PathsProblem, publishedPaths } from "../source/published-paths.ts";
import type { Progress } from "../terminal/progress.ts";
import { auditTree } from "../tree/audit-tree.ts";
import {
  type JudgedCheckpoint,
  judgeCheckpoint,
  keptSizes,
  readHead,
  readKeptCheckpoints,
} from "../tree/checkpoints.ts";
import { describeTreeFinding, type TreeFinding } from "../tree/tree-finding.ts";
import type { Trust } from "../tree/trust.ts";
import { fetchTiles } from "./fetch-tiles.ts";
import { MirrorFolder } from "./mirror-folder.ts";
import { mirrorOpenFiles } from "./mirror-open-files.ts";

export interface MirrorOptions {
  readonly engine: Engine;
  readonly source: LogSource;
  readonly folder: string;
  readonly trust: Trust;
  readonly progress: (what: string) => Progress;
}

export interface MirrorDone {
  readonly head: JudgedCheckpoint;
  readonly entriesNew: number;
  readonly filesFetched: number;
  readonly payloads: number;
  readonly erased: number;
}

export type MirrorProblem =
  | { readonly kind: "unreachable"; readonly problem: SourceProblem }
  | { readonly kind: "own-head-unusable"; readonly problem: string }
  | { readonly kind: "not-verified"; readonly findings: readonly TreeFinding[] }
  | {
      readonly kind: "split-view";
      readonly evidence: FraudEvidence;
      readonly finding: TreeFinding & { readonly kind: "head-contradicts-known" };
    };

/**
 * Brings a mirror up to date: fetches what is new, verifies it against what the mirror verified before, and only then
 * shows the new checkpoint. Interrupted at any point, the next run goes on from the files that are there.
 */
export async function mirrorLog(options: MirrorOptions): Promise<Result<MirrorDone, MirrorProblem>> {
  const { engine, source, trust } = options;
  const mirror = new MirrorFolder(options.folder);
  const own = await ownHead(engine, mirror, trust);
  if (!own.ok) return own;
  const paths = await publishedPaths(source);
  if (!paths.ok) return refused(pathsProblem(paths.problem));
  const head = await readHead(engine, source, trust);
  if (!head.ok) {
    return refused(
      head.problem.kind === "source"
        ? { kind: "unreachable", problem: head.problem.problem }
        : { kind: "not-verified", findings: [head.problem.finding] },
    );
  }
  if (head.value.quorum === false) {
    const witnesses = head.value.cosignatures.map(({ name }) => name);
    return refused({ kind: "not-verified", findings: [{ kind: "quorum-missing", witnesses }] });
  }
  const regress = own.value === null ? null : await judgeRegress(options, own.value, head.value);
  if (regress !== null) return refused(regress);
  const knownSize = own.value?.checkpoint.size ?? 0;
  const tiles = tilesBetween(knownSize, head.value.checkpoint.size);
  const fetched = await fetchTiles(options, mirror, tiles);
  if (!fetched.ok) return refused(fetchProblem(fetched.problem));
  const kept = await fetchKept(options, mirror, paths.value, head.value);
  if (!kept.ok) return kept;
  const verified = await verifyFetched(options, own.value, head.value, kept.value);
  if (verified !== null) {
    await removeUnverified(mirror, verified, fetched.value);
    return refused(verified);
  }
  const open = await mirrorOpenFiles(options, mirror, paths.value, head.value.checkpoint);
  if (!open.ok) return refused({ kind: "unreachable", problem: open.problem });
  await showHead(mirror, head.value, tiles);
  return ok({
    head: head.value,
    entriesNew: head.value.checkpoint.size - knownSize,
    filesFetched: fetched.value.length + open.value.filesFetched,
    payloads: open.value.payloads,
    erased: open.value.erased,
  });
}

function pathsProblem(problem: PathsProblem): MirrorProblem {
  if (problem.kind !== "malformed") return { kind: "unreachable", problem };
  return {
    kind: "unreachable",
    problem: { kind: "unreachable", path: problem.path, detail: "it is malformed" },
  };
}

/** A file that the checkpoint needs and the log does not have speaks against the log; a dead line does not. */
function fetchProblem(problem: SourceProblem): MirrorProblem {
  if (problem.kind === "unreachable") return { kind: "unreachable", problem };
  return { kind: "not-verified", findings: [{ kind: "file-problem", problem }] };
}

async function ownHead(
  engine: Engine,
  mirror: MirrorFolder,
  trust: Trust,
): Promise<Result<JudgedCheckpoint | null, MirrorProblem>> {
  const text = await mirror.rememberedHead();
  if (text === null) return ok(null);
  const judged = judgeCheckpoint(engine, text, trust);
  return judged.ok ? judged : refused({ kind: "own-head-unusable", problem: judged.problem });
}

/** A head that does not go beyond the mirror's own is judged by the mirror's own tiles: it must be a part of them. */
async function judgeRegress(
  options: MirrorOptions,
  own: JudgedCheckpoint,
  head: JudgedCheckpoint,
): Promise<MirrorProblem | null> {
  if (own.checkpoint.origin !== head.checkpoint.origin) {
    const finding = {
      kind: "checkpoint-not-of-this-log",
      path: checkpointFile,
      problem: `this mirror is of ${own.checkpoint.origin}`,
    } as const;
    return { kind: "not-verified", findings: [finding] };
  }
  const [size, knownSize] = [head.checkpoint.size, own.checkpoint.size];
  if (size > knownSize) return null;
  const compared = await compareHeads(options.engine, folderSource(options.folder), options.trust, {
    one: own,
    other: head,
  });
  if (compared.ok && compared.value.kind === "contradiction") {
    return {
      kind: "split-view",
      evidence: compared.value.evidence,
      finding: { kind: "head-contradicts-known", size, knownSize },
    };
  }
  return size < knownSize ? { kind: "not-verified", findings: [{ kind: "shrunk", size, knownSize }] } : null;
}

async function fetchKept(
  options: MirrorOptions,
  mirror: MirrorFolder,
  paths: ReadonlySet<string>,
  head: JudgedCheckpoint,
): Promise<Result<readonly JudgedCheckpoint[], MirrorProblem>> {
  const missing: number[] = [];
  for (const size of keptSizes(paths, -1)) {
    if (size <= head.checkpoint.size && !(await mirror.has(checkpointPath(size)))) missing.push(size);
  }
  const kept = await readKeptCheckpoints(options.engine, options.source, options.trust, {
    sizes: missing,
    head,
    progress: options.progress("Fetching checkpoints"),
  });
  if (kept.findings.length > 0) return refused({ kind: "not-verified", findings: kept.findings });
  return ok(kept.checkpoints);
}

async function verifyFetched(
  options: MirrorOptions,
  own: JudgedCheckpoint | null,
  head: JudgedCheckpoint,
  kept: readonly JudgedCheckpoint[],
): Promise<MirrorProblem | null> {
  const source = folderSource(options.folder);
  const signedRoots = new Map<number, Uint8Array[]>();
  for (const { checkpoint } of [head, ...(own === null ? [] : [own]), ...kept]) {
    signedRoots.set(checkpoint.size, [...(signedRoots.get(checkpoint.size) ?? []), checkpoint.root]);
  }
  const outcome = await auditTree({
    engine: options.engine,
    source,
    size: head.checkpoint.size,
    knownSize: Math.min(own?.checkpoint.size ?? 0, ...kept.map(({ checkpoint }) => checkpoint.size)),
    signedRoots,
    visit: async () => undefined,
    progress: options.progress("Verifying"),
  });
  if (outcome.findings.length === 0) {
    const mirror = new MirrorFolder(options.folder);
    for (const { checkpoint, text } of kept)
      await mirror.write(checkpointPath(checkpoint.size), utf8Bytes(text));
    return null;
  }
  // The log's own tiles, not the mirror's: if it shows another past now, they are what proves it.
  const split = await splitView(options, options.source, head, [...(own === null ? [] : [own]), ...kept]);
  return split ?? { kind: "not-verified", findings: outcome.findings };
}

/** Whether the head contradicts a checkpoint that the log signed before: then there is evidence, not only a complaint. */
async function splitView(
  { engine, trust }: MirrorOptions,
  source: LogSource,
  head: JudgedCheckpoint,
  others: readonly JudgedCheckpoint[],
): Promise<MirrorProblem | null> {
  for (const other of others) {
    const compared = await compareHeads(engine, source, trust, { one: other, other: head });
    if (!compared.ok || compared.value.kind !== "contradiction") continue;
    const finding = {
      kind: "head-contradicts-known",
      size: head.checkpoint.size,
      knownSize: other.checkpoint.size,
    } as const;
    return { kind: "split-view", evidence: compared.value.evidence, finding };
  }
  return null;
}

/**
 * Files that did not verify are fetched anew next time: they may have been damaged on the way. When the whole tree is
 * another one, nothing that came with it may mix with what was verified before.
 */
async function removeUnverified(
  mirror: MirrorFolder,
  problem: MirrorProblem,
  fetched: readonly string[],
): Promise<void> {
  const findings = problem.kind === "not-verified" ? problem.findings : [];
  const isAnotherTree = problem.kind === "split-view" || findings.some(({ kind }) => kind === "root-differs");
  for (const path of isAnotherTree ? fetched : findings.flatMap(damagedFiles)) await mirror.remove(path);
}

function damagedFiles(finding: TreeFinding): string[] {
  if (finding.kind === "file-problem")
    return finding.problem.kind === "wrong-shape" ? [finding.problem.path] : [];
  if (finding.kind !== "tile-differs") return [];
  // Either the tile or the bundle that it stands for.
  return [finding.path, finding.path.replace(/^tile\/0\//, "tile/entries/")];
}

async function showHead(
  mirror: MirrorFolder,
  head: JudgedCheckpoint,
  tiles: readonly TileCoordinates[],
): Promise<void> {
  await mirror.rememberHead(head.text);
  await mirror.write(checkpointFile, utf8Bytes(head.text));
  for (const tile of tiles) {
    if (tile.width < tileWidth) continue;
    await mirror.removePartials(tilePath(tile.level, tile.index, tileWidth));
    if (tile.level === 0) await mirror.removePartials(entriesPath(tile.index, tileWidth));
  }
  // The mirror's own list, so that it can be mirrored in turn.
  const paths = new Set(await mirror.paths());
  paths.add(filesFile);
  await mirror.write(filesFile, utf8Bytes(filesText(paths)));
}

/** A problem as sentences. */
export function describeMirrorProblem(problem: MirrorProblem): string[] {
  switch (problem.kind) {
    case "unreachable":
      return [describeSourceProblem(problem.problem)];
    case "own-head-unusable":
      return [`the checkpoint that this mirror remembers cannot be used: ${problem.problem}`];
    case "not-verified":
      return problem.findings.map(describeTreeFinding);
    case "split-view":
      return [describeTreeFinding(problem.finding)];
  }
}
