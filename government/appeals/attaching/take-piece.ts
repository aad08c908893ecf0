/**
 * A file in small pieces, for a line that breaks (participation.md section 4): sent by the pages' script or by a program.
 * Pieces lie encrypted under the draft's key until the last has come.
 */
import { concatBytes } from "#core/bytes.ts";
import { assert } from "#core/result.ts";
import { type AttachmentProblem, attachmentBytesMax } from "../attachment-type.ts";
import { type DraftKey, decryptUnder, encryptUnder } from "../filing/draft.ts";
import type { PortalTools } from "../portal-tools.ts";
import { addFile } from "./add-file.ts";
import {
  deleteChunks,
  insertChunk,
  markUploadDone,
  openUploads,
  readChunks,
  readUploadState,
} from "./draft-chunk-store.ts";

/** Four times what the script sends at once. */
export const pieceBytesMax = 131_072;
/** Under way at once in one draft. */
const uploadsMax = 3;

type PieceTools = Pick<PortalTools, "portal" | "now" | "randomBytes">;

export interface Piece {
  /** Names the file that is being sent, drawn by whoever sends it. */
  readonly upload: string;
  readonly start: number;
  readonly total: number;
  readonly fileName: string;
  /** `null`: the sender only asks. */
  readonly bytes: Uint8Array | null;
}

/** How much has come, that the file is taken, or why it is not. */
export type PieceTaken =
  | { readonly received: number }
  | { readonly done: true }
  | { readonly problem: AttachmentProblem | "too-many" };

/** Keeps a piece that continues what has come; any other is no harm, the sender is told how far it is. */
export async function takePiece(tools: PieceTools, key: DraftKey, piece: Piece): Promise<PieceTaken> {
  const { portal, now, randomBytes } = tools;
  const { upload, start, total, bytes } = piece;
  if (total === 0) return { problem: "empty" };
  if (total > attachmentBytesMax) return { problem: "too-large" };
  const { received, isDone } = await readUploadState(portal, key.id, upload, now());
  if (isDone) return { done: true };
  if (bytes === null || start !== received || start + bytes.length > total) return { received };
  if (start === 0) await makeRoom(tools, key);
  const ciphertext = encryptUnder(key, placeOf(upload, start), bytes, randomBytes);
  const expiresAt = now() + key.lifetimeMs;
  await insertChunk(portal, {
    draftId: key.id,
    upload,
    start,
    byteLength: bytes.length,
    ciphertext,
    expiresAt,
  });
  if (start + bytes.length < total) return { received: start + bytes.length };
  const problem = await putTogether(tools, key, piece);
  return problem === null ? { done: true } : { problem };
}

/** Whoever begins another file again and again does not fill the store. */
async function makeRoom({ portal }: PieceTools, key: DraftKey): Promise<void> {
  const open = await openUploads(portal, key.id);
  for (const upload of open.slice(0, Math.max(0, open.length - uploadsMax + 1))) {
    await deleteChunks(portal, key.id, upload);
  }
}

/** Makes a file of the draft out of all pieces, once; gives why it was not taken. */
async function putTogether(
  tools: PieceTools,
  key: DraftKey,
  { upload, fileName }: Piece,
): Promise<AttachmentProblem | "too-many" | null> {
  const { portal, now } = tools;
  const problems: (AttachmentProblem | "too-many")[] = [];
  await portal.begin(async (transaction) => {
    const expiresAt = now() + key.lifetimeMs;
    if (!(await markUploadDone(transaction, { draftId: key.id, upload, expiresAt }))) return;
    const rows = await readChunks(transaction, key.id, upload);
    const pieces = rows.map(({ start, ciphertext }) => decryptUnder(key, placeOf(upload, start), ciphertext));
    const whole = concatBytes(
      ...pieces.map((piece) => {
        assert(piece !== null, "a piece opens under the key that it was sealed under");
        return piece;
      }),
    );
    const problem = await addFile(tools, transaction, key, { fileName, bytes: whole });
    if (problem !== null) problems.push(problem);
    await deleteChunks(transaction, key.id, upload);
  });
  return problems[0] ?? null;
}

function placeOf(upload: string, start: number): string {
  return `chunk ${upload} ${start}`;
}
