import { concatBytes, equalBytes, utf8Bytes } from "../bytes.ts";
import { assert } from "../result.ts";

/**
 * A small archive that everybody's `tar` unpacks (POSIX.1-2017, "ustar Interchange Format"): plain files, no dates, no
 * owners, so that the same files give the same bytes.
 */
export interface ArchiveEntry {
  /** Plain letters, at most 100. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const blockLength = 512;
const namePattern = /^[a-z0-9][a-z0-9.-]{0,99}$/;
const sizeAt = 124;
const sizeDigits = 11;
const sizePattern = /^[0-7]{11}$/;
const checksumAt = 148;
const checksumLength = 8;

/** The bytes of an archive of these files, in this order. */
export function archiveBytes(entries: readonly ArchiveEntry[]): Uint8Array {
  return concatBytes(
    ...entries.flatMap(({ name, bytes }) => [
      headerOf(name, bytes.length),
      bytes,
      new Uint8Array((blockLength - (bytes.length % blockLength)) % blockLength),
    ]),
    new Uint8Array(2 * blockLength),
  );
}

function headerOf(name: string, length: number): Uint8Array {
  assert(namePattern.test(name), `no name for an archive: ${name}`);
  const header = new Uint8Array(blockLength);
  const put = (at: number, text: string) => header.set(utf8Bytes(text), at);
  put(0, name);
  put(100, "0000644\x000000000\x000000000\x00");
  put(sizeAt, length.toString(8).padStart(sizeDigits, "0"));
  put(136, "00000000000\x00        0");
  put(257, "ustar\x0000");
  // Device numbers, which plain files have not: as tar writes them.
  put(329, "0000000\x000000000");
  // The sum is taken with its own field full of spaces.
  const sum = header.reduce((all, byte) => all + byte, 0);
  put(checksumAt, `${sum.toString(8).padStart(checksumLength - 2, "0")}\x00 `);
  return header;
}

/** The files of an archive; `null` for any bytes but those that `archiveBytes` gives for them. */
export function archiveEntries(archive: Uint8Array): readonly ArchiveEntry[] | null {
  const entries: ArchiveEntry[] = [];
  let at = 0;
  while (at + blockLength <= archive.length && archive[at] !== 0) {
    const header = archive.subarray(at, at + blockLength);
    const name = lettersAt(header, 0, header.indexOf(0));
    const size = lettersAt(header, sizeAt, sizeAt + sizeDigits);
    const length = Number.parseInt(size, 8);
    at += blockLength;
    if (!namePattern.test(name) || !sizePattern.test(size) || at + length > archive.length) return null;
    entries.push({ name, bytes: archive.slice(at, at + length) });
    at += Math.ceil(length / blockLength) * blockLength;
  }
  // What was read loosely is judged by writing it anew.
  return equalBytes(archiveBytes(entries), archive) ? entries : null;
}

function lettersAt(bytes: Uint8Array, from: number, to: number): string {
  return Array.from(bytes.subarray(from, to), (byte) => String.fromCharCode(byte)).join("");
}
