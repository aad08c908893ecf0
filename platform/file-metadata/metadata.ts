/**
 * What a document says of whoever made it, beside what it shows: read for its sender, so that nobody gives a name away
 * without knowing it. What we do not look for may still be there; SECURITY.md says what that is.
 */

/**
 * `person`, `organisation`, `date`, `program`, `title`: fields that programs fill in by themselves. `path`: where it lay on
 * a computer, which often names its user. `picture`: a picture within that tells of place or device. `preview`: a small
 * picture of how it looked once. `earlier-version`: text that was changed or deleted still lies in the file. `comment-author`:
 * who wrote a comment or a tracked change. `file-within`: another file, into which nobody looked. `signature`: by a certificate, which names a person. Told in this order.
 */
export const metadataKinds = [
  "person",
  "comment-author",
  "signature",
  "organisation",
  "path",
  "earlier-version",
  "file-within",
  "picture",
  "preview",
  "title",
  "other",
  "date",
  "program",
] as const;
export type MetadataKind = (typeof metadataKinds)[number];

export interface MetadataFinding {
  readonly what: MetadataKind;
  /** As it stands in the file, shortened; "" when there is nothing to quote. */
  readonly value: string;
}

export interface FileMetadata {
  readonly findings: readonly MetadataFinding[];
  /** The file is locked, or built so that we cannot look inside: nobody knows what it names. */
  readonly isClosed: boolean;
}

/** `signed`: any change would break a signature that is part of the evidence. `no-program`: see `PdfRewriter`. */
export type CleaningProblem = "signed" | "closed" | "no-program" | "failed" | "busy";

export const noMetadata: FileMetadata = { findings: [], isClosed: false };
export const closedFile: FileMetadata = { findings: [], isClosed: true };

const findingsMax = 12;
const findingCharactersMax = 80;

/** Part of what the document shows: we never take it out, its author must. */
const shownKinds: ReadonlySet<MetadataKind> = new Set<MetadataKind>([
  "comment-author",
  "signature",
  "path",
  "file-within",
]);

/** Whether a finding stays when the metadata are taken out. */
export function staysInText({ what }: MetadataFinding): boolean {
  return shownKinds.has(what);
}

/** Whether there is anything that a sender should know of before the file is sent. */
export function namesSomething({ findings, isClosed }: FileMetadata): boolean {
  return isClosed || findings.length > 0;
}

/** Collects findings: each once, few and short, persons first. */
export function findingList(found: Iterable<MetadataFinding>): readonly MetadataFinding[] {
  const byText = new Map<string, MetadataFinding>();
  for (const { what, value } of found) {
    const plain = value
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\ufffd]/gu, " ")
      .replace(/\s+/g, " ")
      .trim();
    const short = [...plain].slice(0, findingCharactersMax).join("");
    byText.set(`${what} ${short}`, { what, value: short });
  }
  const all = [...byText.values()];
  return all.sort((one, other) => weightOf(one) - weightOf(other)).slice(0, findingsMax);
}

function weightOf({ what }: MetadataFinding): number {
  return metadataKinds.indexOf(what);
}
