import { type Result, unreachable } from "#core/result.ts";

/**
 * Where the published files of a log are read from: a folder (a mirror, a USB stick) or an address. The auditor
 * believes nothing that it reads here; a source only has to say honestly whether a file is absent or unreachable.
 */
export interface LogSource {
  /** The folder or address as the user wrote it. */
  readonly place: string;
  /** The bytes of one published file, at most `bytesMax` of them. */
  read(path: string, bytesMax: number): Promise<Result<Uint8Array, SourceProblem>>;
  /** Paths of existing files below a folder such as "checkpoints/"; `null` where files cannot be listed (plain HTTP). */
  list(folder: string): Promise<readonly string[] | null>;
}

/** A file that is absent says something about the log; one that could not be reached says nothing. */
export type SourceProblem =
  | { readonly kind: "missing"; readonly path: string }
  | { readonly kind: "too-large"; readonly path: string; readonly bytesMax: number }
  | { readonly kind: "unreachable"; readonly path: string; readonly detail: string };

/** Largest sizes that are accepted of each published file; a hostile server cannot fill memory or disk. */
export const checkpointBytesMax = 64 * 1024;
export const tileBytesMax = 256 * 32;
/** 256 entries of the largest size that the format knows (C2SP tlog-tiles, "Log Entries"). */
export const entryBundleBytesMax = 256 * (2 + 65_535);
export const parametersBytesMax = 32 * 1024 * 1024;
export const payloadBytesMax = 1024 * 1024;
export const erasedBytesMax = 32 * 1024 * 1024;
export const fileListBytesMax = 256 * 1024 * 1024;

/** A source problem as a sentence. */
export function describeSourceProblem(problem: SourceProblem): string {
  switch (problem.kind) {
    case "missing":
      return `${problem.path} does not exist`;
    case "too-large":
      return `${problem.path} is larger than ${problem.bytesMax} bytes`;
    case "unreachable":
      return `${problem.path} could not be read: ${problem.detail}`;
    default:
      return unreachable(problem);
  }
}
