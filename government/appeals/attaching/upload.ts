/**
 * Where the pages' script sends a file in small pieces, and asks after a break how far the last ones came; without the
 * script the form sends the whole file, as ever.
 */
import { type Answer, fileAnswer } from "#platform/http/answer.ts";
import { registerScript } from "#platform/http/assets.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import type { DraftKey } from "../filing/draft.ts";
import { fileProblem } from "../filing/filing-words-pages.ts";
import type { PortalTools } from "../portal-tools.ts";
import { type Piece, pieceBytesMax, takePiece } from "./take-piece.ts";
import { uploadScript } from "./upload-script.ts";

const uploadPattern = /^[A-Za-z0-9_-]{22}$/;
const numberPattern = /^(?:0|[1-9][0-9]{0,8})$/;

/** What the script is told: how much has come, that the file is taken, or why it is not. */
type Told = { readonly received: number } | { readonly done: true } | { readonly problem: string };

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
  const taken = await takePiece(tools, key, piece);
  return told("problem" in taken ? { problem: fileProblem(visit.t, taken.problem) } : taken);
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
  if (bytes !== null && (bytes.length === 0 || bytes.length > pieceBytesMax)) return null;
  return { upload, start: Number(start), total: Number(total), fileName: firstValue(body, "name"), bytes };
}
