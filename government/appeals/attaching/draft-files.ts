/** The files of a draft: encrypted under its key, each with what it names beside its text. */
import { concatBytes, utf8Bytes, utf8Text } from "#core/bytes.ts";
import { type JsonValue, parseJson } from "#core/record/canonical-json.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import { type FileMetadata, type MetadataFinding, metadataKinds } from "#platform/file-metadata/metadata.ts";
import type { Attachment } from "../appeal-tools.ts";
import { type DraftKey, decryptUnder, encryptUnder } from "../filing/draft.ts";
import { deleteDraftFileRow, readDraftFileRows, saveDraftFileRow } from "../filing/draft-store.ts";

type Queryable = Sql | Transaction;

export interface DraftFile extends Attachment {
  /** 1 to `attachmentsMax` of attachment-type.ts. */
  readonly position: number;
  readonly metadata: FileMetadata;
  /** Nothing is named in it, or its sender has chosen what becomes of that. */
  readonly isSettled: boolean;
}

/** Keeps a file of a draft at a position, replacing what was there. */
export async function keepDraftFile(
  sql: Queryable,
  key: DraftKey,
  file: DraftFile,
  tools: { readonly now: number; readonly randomBytes: (length: number) => Uint8Array },
): Promise<void> {
  const { fileName, mediaType, metadata, isSettled } = file;
  const head = utf8Bytes(JSON.stringify({ fileName, mediaType, metadata, isSettled }));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, head.length);
  const content = concatBytes(length, head, file.bytes);
  const ciphertext = encryptUnder(key, `file ${file.position}`, content, tools.randomBytes);
  const expiresAt = tools.now + key.lifetimeMs;
  await saveDraftFileRow(sql, { id: key.id, position: file.position, ciphertext, expiresAt });
}

/** The files of a draft. */
export async function readDraftFiles(
  sql: Queryable,
  key: DraftKey,
  now: number,
): Promise<readonly DraftFile[]> {
  const rows = await readDraftFileRows(sql, key.id, now);
  return rows.flatMap(({ position, ciphertext }) => {
    const content = decryptUnder(key, `file ${position}`, ciphertext);
    return content === null ? [] : (fileFrom(position, content) ?? []);
  });
}

/** Takes one file out of a draft. */
export async function removeDraftFile(sql: Queryable, key: DraftKey, position: number): Promise<void> {
  await deleteDraftFileRow(sql, key.id, position);
}

function fileFrom(position: number, content: Uint8Array): DraftFile | null {
  const headLength = new DataView(content.buffer, content.byteOffset, 4).getUint32(0);
  const head = utf8Text(content.subarray(4, 4 + headLength));
  const json = head === null ? null : parseJson(head);
  const { fileName, mediaType, metadata, isSettled } = fieldsOf(json?.ok === true ? json.value : null);
  if (typeof fileName !== "string" || typeof mediaType !== "string") return null;
  const bytes = content.slice(4 + headLength);
  return {
    position,
    fileName,
    mediaType,
    bytes,
    metadata: metadataFrom(metadata),
    isSettled: isSettled !== false,
  };
}

function metadataFrom(value: JsonValue | undefined): FileMetadata {
  const { findings, isClosed } = fieldsOf(value);
  const read = Array.isArray(findings) ? findings.flatMap(findingFrom) : [];
  return { findings: read, isClosed: isClosed === true };
}

function findingFrom(value: JsonValue): readonly MetadataFinding[] {
  const { what, value: quoted } = fieldsOf(value);
  const kind = metadataKinds.find((each) => each === what);
  return kind === undefined || typeof quoted !== "string" ? [] : [{ what: kind, value: quoted }];
}

/** The members of an object; none of anything else. */
function fieldsOf(value: JsonValue | undefined): Readonly<Record<string, JsonValue | undefined>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}
