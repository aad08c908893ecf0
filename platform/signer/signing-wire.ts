/** How a request to sign and its answer are written: one line of JSON each, read strictly on both sides. */
import { toBase64, utf8Bytes, utf8Text } from "#core/bytes.ts";
import { canonicalJson, parseJson } from "#core/record/canonical-json.ts";
import { caseTagLength, hashLength, parseBodyNumber } from "#core/record/leaf.ts";
import { partsMax } from "#core/record/payload.ts";
import type { Result } from "#core/result.ts";
import { ok, refused, unreachable } from "#core/result.ts";
import {
  anyText,
  bytes,
  either,
  exactly,
  integer,
  list,
  made,
  object,
  oneOf,
  type Reader,
} from "#core/strict-json.ts";
import type { Signed, SigningProblem, SigningRequest } from "./body-signer.ts";

/** A reply of the most parts, in base64, with room to spare. */
export const requestBytesMax = 8_192;
export const answerBytesMax = 1_024;

const unsigned32Max = 0xffff_ffff;
const signatureLength = 64;
const keyLengthMax = 300;

const readBody = made(integer(1, unsigned32Max), "a body", (number) => parseBodyNumber(number) ?? undefined);
const readRequest: Reader<SigningRequest> = either(
  object({
    what: exactly("reply"),
    body: readBody,
    caseTag: bytes(caseTagLength),
    digests: list(bytes(hashLength), 1, partsMax),
  }),
  object({
    what: exactly("queued"),
    body: readBody,
    commitment: bytes(hashLength),
    time: integer(0, Number.MAX_SAFE_INTEGER),
    due: integer(0, unsigned32Max),
  }),
);
const readAnswer = either(
  object({ bodyKey: anyText(keyLengthMax), signature: bytes(signatureLength) }),
  object({ problem: oneOf(["signer-refused"]) }),
);

/** The line of a request. */
export function requestLine(request: SigningRequest): string {
  switch (request.what) {
    case "reply": {
      const { what, body, caseTag, digests } = request;
      return `${canonicalJson({ what, body, caseTag: toBase64(caseTag), digests: digests.map(toBase64) })}\n`;
    }
    case "queued": {
      const { what, body, commitment, time, due } = request;
      return `${canonicalJson({ what, body, commitment: toBase64(commitment), time, due })}\n`;
    }
    default:
      return unreachable(request);
  }
}

/** Reads a request without its newline; `null` for anything that is none. */
export function parseRequestLine(line: Uint8Array): SigningRequest | null {
  const json = parseJson(utf8Text(line) ?? "");
  return (json.ok ? readRequest(json.value) : undefined) ?? null;
}

/** The line of an answer. */
export function answerLine(answer: Result<Signed, SigningProblem>): Uint8Array {
  const said = answer.ok
    ? { bodyKey: answer.value.bodyKey, signature: toBase64(answer.value.signature) }
    : { problem: "signer-refused" };
  return utf8Bytes(`${canonicalJson(said)}\n`);
}

/** Reads an answer without its newline. What is no answer comes from no signer. */
export function parseAnswerLine(line: Uint8Array): Result<Signed, SigningProblem> {
  const json = parseJson(utf8Text(line) ?? "");
  const answer = json.ok ? readAnswer(json.value) : undefined;
  if (answer === undefined) return refused("signer-away");
  return "problem" in answer ? refused(answer.problem) : ok(answer);
}
