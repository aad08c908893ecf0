/** Files in pieces as JSON, and what becomes of what they name: the mechanism of the pages, under a key of the client's. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { fromBase64 } from "#core/bytes.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { namesSomething } from "#platform/file-metadata/metadata.ts";
import { networkPrefix } from "#platform/session/network-prefix.ts";
import type { ThrottleRule } from "#platform/session/throttle-store.ts";
import { readDraftFiles, removeDraftFile } from "../attaching/draft-files.ts";
import { settleFile } from "../attaching/settle-file.ts";
import { pieceBytesMax, takePiece } from "../attaching/take-piece.ts";
import { type DraftKey, draftKeyOfClient } from "../filing/draft.ts";
import { fileProblem } from "../filing/filing-words-pages.ts";
import { takeGuesses } from "../guess-limits.ts";
import type { PortalTools } from "../portal-tools.ts";
import { fileRequests, pieceRequestBytesMax } from "./api-file-schemas.ts";
import { type ApiRefusal, sendRefusal, translateFor } from "./api-problem-routes.ts";
import { answered, problemResponses, responses } from "./api-responses.ts";
import type { FromSchema } from "./api-schemas.ts";

const tags = ["files"];
const smallBytesMax = 16_384;
/** As many files as filings with three files each may bring. */
const filesOfNetwork: ThrottleRule = { name: "api.file.network", attemptsMax: 900, windowMs: 3_600_000 };

/** Registers the two routes. */
export function apiFileRoutes(api: FastifyInstance, tools: PortalTools): void {
  pieceRoute(api, tools);
  choiceRoute(api, tools);
}

type SentPiece = FromSchema<typeof fileRequests.piece>;

function pieceRoute(api: FastifyInstance, tools: PortalTools): void {
  api.post<{ Body: SentPiece }>(
    "/api/v1/files/piece",
    {
      bodyLimit: pieceRequestBytesMax,
      schema: {
        tags,
        operationId: "sendPiece",
        summary:
          "One piece of a file, in order; after a break, how far it came. Taken when the last has come",
        body: fileRequests.piece,
        response: {
          200: answered("How far it came, and what lies there", responses.piece),
          ...problemResponses,
        },
      },
    },
    async (request, reply) => {
      const taken = await takeSent(tools, request, request.body);
      if (!taken.ok) return sendRefusal(request, reply, taken.problem);
      const { received } = taken.value;
      const files = await filesJson(tools, draftKeyOfClient(request.body.key));
      return reply.send({ received, done: received === request.body.total, files });
    },
  );
}

async function takeSent(
  tools: PortalTools,
  request: FastifyRequest,
  { key, upload, start, total, fileName, base64 }: SentPiece,
): Promise<Result<{ readonly received: number }, ApiRefusal>> {
  const t = translateFor(request);
  const bytes = base64 === undefined ? null : fromBase64(base64);
  const isReadable = base64 === undefined || (bytes !== null && bytes.length > 0);
  if (!isReadable || (bytes?.length ?? 0) > pieceBytesMax) {
    return refused({ code: "attachment", errors: [{ pointer: "#/base64", detail: t("api-not-base64") }] });
  }
  if (bytes !== null && start === 0) {
    const network = { rule: filesOfNetwork, subject: networkPrefix(request.ip) };
    if (!(await takeGuesses(tools, [network]))) return refused({ code: "held-up" });
  }
  const taken = await takePiece(tools, draftKeyOfClient(key), { upload, start, total, fileName, bytes });
  if ("problem" in taken) {
    return refused({ code: "attachment", errors: [{ pointer: "#", detail: fileProblem(t, taken.problem) }] });
  }
  return ok({ received: "done" in taken ? total : taken.received });
}

function choiceRoute(api: FastifyInstance, tools: PortalTools): void {
  api.post<{ Body: FromSchema<typeof fileRequests.choice> }>(
    "/api/v1/files/choice",
    {
      bodyLimit: smallBytesMax,
      schema: {
        tags,
        operationId: "chooseAboutFile",
        summary: "What becomes of what a file names beside its text, before it goes along with an act",
        body: fileRequests.choice,
        response: { 200: answered("What lies there now", responses.files), ...problemResponses },
      },
    },
    async (request, reply) => {
      const { position, choice } = request.body;
      const key = draftKeyOfClient(request.body.key);
      const files = await readDraftFiles(tools.portal, key, tools.now());
      if (!files.some((file) => file.position === position)) {
        return sendRefusal(request, reply, { code: "no-such-file" });
      }
      const problem =
        choice === "remove"
          ? await removeDraftFile(tools.portal, key, position)
          : await settleFile(tools, key, position, choice);
      if (typeof problem === "string") {
        const detail = translateFor(request)(`file-names-cannot-${problem}`);
        return sendRefusal(request, reply, { code: "attachment", errors: [{ pointer: "#/choice", detail }] });
      }
      return reply.send({ files: await filesJson(tools, key) });
    },
  );
}

/** What lies under a key, each with what it names beside its text. */
async function filesJson(tools: PortalTools, key: DraftKey) {
  const files = await readDraftFiles(tools.portal, key, tools.now());
  return files.map(({ position, fileName, mediaType, bytes, metadata, isSettled }) => ({
    ...{ position, fileName, mediaType, byteLength: bytes.length },
    names: metadata.findings.map(({ what, value }) => ({ what, value })),
    isUndecided: !isSettled && namesSomething(metadata),
  }));
}
