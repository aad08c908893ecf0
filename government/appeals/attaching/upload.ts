/**
 * A file in small pieces, for a line that breaks (participation.md section 4). The page's script sends them and asks after
 * a break how far the last ones came; without the script the form sends the whole file, as ever. Pieces lie encrypted
 * under the draft's key.
 */
import { concatBytes } from "#core/bytes.ts";
import { assert } from "#core/result.ts";
import { type Answer, fileAnswer } from "#platform/http/answer.ts";
import { registerScript } from "#platform/http/assets.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { type AttachmentProblem, attachmentBytesMax } from "../attachment-type.ts";
import { type DraftKey, decryptUnder, encryptUnder } from "../filing/draft.ts";
import { fileProblem } from "../filing/filing-words-pages.ts";
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
import { uploadScript } from "./upload-script.ts";

/** Four times what the script sends at once. */
const chunkBytesMax = 131_072;
/** Under way at once in one draft. */
const uploadsMax = 3;
const uploadPattern = /^[A-Za-z0-9_-]{22}$/;
const numberPattern = /^(?:0|[1-9][0-9]{0,8})$/;

/** What the script is told: how much has come, that the file is taken, or why it is not. */
type Told = { readonly received: number } | { readonly done: true } | { readonly problem: string };

interface Piece {
  readonly upload: string;
  readonly start: number;
  readonly total: number;
  readonly fileName: string;
  /** `null`: the script only asks. */
  readonly bytes: Uint8Array | null;
}

/**
 * Registers where the pieces of a form's files go: below the form's own address. `open` runs `take` with the draft in which
 * they lie, or answers `visitOver` when the form is not open to the request any more.
 */
export function filePartRoute(
  server: Server,
  tools: PortalTools,
  formPath: string,
  open: (visit: Visit, take: (key: DraftKey) => Promise<Answer>) => Promise<Answer>,
): void {
  server.post(`${formPath}/part`, (visit) => open(visit, (key) => takePart(tools, visit, key)));
}

/** The answer to a piece for a form that is not open any more. */
export function visitOver({ t }: Visit): Answer {
  return told({ problem: t("appeal-file-visit-over") });
}

/** Registers the script. */
export function uploadScriptRoute(server: Server): void {
  registerScript(server.fastify, uploadScript);
}

async function takePart(tools: PortalTools, visit: Visit, key: DraftKey): Promise<Answer> {
  tools.sessions.stayOnPage(visit.request);
  const piece = pieceOf(visit);
  if (piece === null) return told({ problem: visit.t("appeal-file-part-wrong") });
  return told(await takePiece(tools, visit, key, piece));
}

function told(word: Told): Answer {
  return fileAnswer(Buffer.from(JSON.stringify(word)), "application/json");
}

function pieceOf({ body, files }: Visit): Piece | null {
  const upload = firstValue(body, "upload");
  const start = firstValue(body, "start");
  const total = firstValue(body, "total");
  if (!uploadPattern.test(upload) || !numberPattern.test(start) || !numberPattern.test(total)) return null;
  const bytes = files.find(({ field }) => field === "chunk")?.bytes ?? null;
  if (bytes !== null && (bytes.length === 0 || bytes.length > chunkBytesMax)) return null;
  return { upload, start: Number(start), total: Number(total), fileName: firstValue(body, "name"), bytes };
}

/** Keeps a piece that continues what has come; any other is no harm, the script is told how far it is. */
async function takePiece(tools: PortalTools, visit: Visit, key: DraftKey, piece: Piece): Promise<Told> {
  const { portal, now, randomBytes } = tools;
  const { upload, start, total, bytes } = piece;
  const refuse = (problem: AttachmentProblem | "too-many") => ({ problem: fileProblem(visit.t, problem) });
  if (total === 0) return refuse("empty");
  if (total > attachmentBytesMax) return refuse("too-large");
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
  return problem === null ? { done: true } : refuse(problem);
}

/** Whoever begins another file again and again does not fill the store. */
async function makeRoom({ portal }: PortalTools, key: DraftKey): Promise<void> {
  const open = await openUploads(portal, key.id);
  for (const upload of open.slice(0, Math.max(0, open.length - uploadsMax + 1))) {
    await deleteChunks(portal, key.id, upload);
  }
}

/** Makes a file of the draft out of all pieces, once; gives why it was not taken. */
async function putTogether(
  tools: PortalTools,
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
