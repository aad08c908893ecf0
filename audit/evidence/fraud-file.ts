import { fromBase64, toBase64 } from "#core/bytes.ts";
import { hashLength, proofHashesMax } from "#core/log/merkle.ts";
import { parseVerifierKey, type VerifierKey } from "#core/log/note.ts";
import { ok, type Result, refused } from "#core/result.ts";

/**
 * Evidence that a log showed two histories: two checkpoints that it signed and that cannot both be true. One text that
 * needs nothing else, so that it can be printed, mailed and checked by anyone.
 *
 *   aydyn tlog-fraud v1
 *   log <vkey>                 the key that both signatures are checked with; left out when unknown
 *   first <lines of the note>  the checkpoint of the smaller size (or either, when the sizes are equal)
 *   second <lines of the note>
 *   <base64 hashes, one a line, as `rebuildRoots` takes them; none when the sizes are equal>
 *                              (blank line)
 *   <first note><second note>  verbatim
 */
export interface FraudEvidence {
  readonly logKey: VerifierKey | null;
  /** The signed checkpoint of the smaller size. */
  readonly first: string;
  readonly second: string;
  /** Hashes out of the larger tree; empty when the sizes are equal. */
  readonly hashes: readonly Uint8Array[];
}

export const fraudFileBytesMax = 1024 * 1024;
export const fraudFileSuffix = ".tlog-fraud";

const heading = "aydyn tlog-fraud v1";
const linesMax = 10_000;
const countPattern = /^[1-9][0-9]{0,4}$/;

/** The text of an evidence file. */
export function fraudText(evidence: FraudEvidence): string {
  const { logKey, first, second, hashes } = evidence;
  const lines = [
    heading,
    ...(logKey === null ? [] : [`log ${logKey.text}`]),
    `first ${lineCount(first)}`,
    `second ${lineCount(second)}`,
    ...hashes.map(toBase64),
  ];
  return `${lines.join("\n")}\n\n${first}${second}`;
}

/** Reads an evidence file. Whether it proves anything is for `judgeFraud` to say. */
export function parseFraud(text: string): Result<FraudEvidence, "not-evidence"> {
  const split = text.indexOf("\n\n");
  const [first, ...lines] = text.slice(0, Math.max(0, split)).split("\n");
  if (first !== heading) return refused("not-evidence");
  const keyText = lines[0]?.startsWith("log ") ? lines.shift()?.slice("log ".length) : undefined;
  const logKey = keyText === undefined ? null : parseVerifierKey(keyText);
  const firstLines = readCount(lines.shift(), "first ");
  const secondLines = readCount(lines.shift(), "second ");
  const hashes = readHashes(lines);
  if (logKey?.ok === false || firstLines === null || secondLines === null || hashes === null) {
    return refused("not-evidence");
  }
  const notes = text.slice(split + 2).split("\n");
  if (notes.length !== firstLines + secondLines + 1 || notes.at(-1) !== "") return refused("not-evidence");
  return ok({
    logKey: logKey === null ? null : logKey.value,
    first: `${notes.slice(0, firstLines).join("\n")}\n`,
    second: `${notes.slice(firstLines, -1).join("\n")}\n`,
    hashes,
  });
}

function lineCount(note: string): number {
  return note.split("\n").length - 1;
}

function readCount(line: string | undefined, keyword: string): number | null {
  const text = line?.startsWith(keyword) ? line.slice(keyword.length) : "";
  return countPattern.test(text) && Number(text) <= linesMax ? Number(text) : null;
}

function readHashes(lines: readonly string[]): Uint8Array[] | null {
  // One more than a consistency proof has: the node that such a proof may leave out.
  if (lines.length > proofHashesMax + 1) return null;
  const hashes: Uint8Array[] = [];
  for (const line of lines) {
    const hash = fromBase64(line);
    if (hash?.length !== hashLength) return null;
    hashes.push(hash);
  }
  return hashes;
}
