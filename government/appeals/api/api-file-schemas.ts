/** What the API takes about files that are sent before the act they go along with, as JSON Schema. */
import { pieceBytesMax } from "../attaching/take-piece.ts";
import { attachmentBytesMax, attachmentsMax } from "../attachment-type.ts";

/** A name that is many times too long is refused before it is looked at; its true limit is the file's. */
const fileNameCharactersMax = 1_000;
/** Four characters of base64 carry three bytes. */
const pieceCharactersMax = 4 * Math.ceil(pieceBytesMax / 3);
/** Largest body of a piece: its bytes, and what is said of them. */
export const pieceRequestBytesMax = pieceCharactersMax + 16_384;

const key = {
  type: "string",
  pattern: "^[A-Za-z0-9_-]{22,86}$",
  description:
    "Drawn by the client, 128 bits or more: the files lie encrypted under it, and nobody here keeps it. They go with the act that names it, or after twelve hours.",
} as const;

/** The files that go along with an act: those that lie under a key. */
export const filesSent = {
  type: "object",
  description: "Files that were sent in pieces before (sendPiece).",
  required: ["key"],
  additionalProperties: false,
  properties: { key },
} as const;

export const fileRequests = {
  piece: {
    type: "object",
    required: ["key", "upload", "start", "total", "fileName"],
    additionalProperties: false,
    properties: {
      key,
      upload: {
        type: "string",
        pattern: "^[A-Za-z0-9_-]{22}$",
        description: "Names the file that is being sent; drawn anew for each.",
      },
      start: { type: "integer", minimum: 0, maximum: attachmentBytesMax, description: "Its first byte." },
      total: { type: "integer", minimum: 0, maximum: 999_999_999, description: "Bytes of the whole file." },
      fileName: { type: "string", maxLength: fileNameCharactersMax },
      base64: {
        type: "string",
        maxLength: pieceCharactersMax,
        description: "At most 128 KiB. Left out after a break: then only how far it came is asked.",
      },
    },
  },
  choice: {
    type: "object",
    required: ["key", "position", "choice"],
    additionalProperties: false,
    properties: {
      key,
      position: { type: "integer", minimum: 1, maximum: attachmentsMax },
      choice: {
        enum: ["as-it-is", "without", "remove"],
        description:
          "The names, dates and places beside the text stay, are taken out, or the whole file goes.",
      },
    },
  },
} as const;
