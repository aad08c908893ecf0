/**
 * Signing for state bodies. The keys of bodies lie with one process, the worker; everybody else knows public keys and
 * asks. There are two things that a body signs when it is asked, and no third: its reply to an appeal, and the promise that
 * an act which waits for its leaf will enter the record. (What an outside register draws is signed at the worker's own
 * command line alone, apps/answer-joining/, never at anybody's asking.)
 */
import { fromBase64, utf8Bytes, utf8Text } from "#core/bytes.ts";
import type { Signer } from "#core/log/engine.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { queuedText } from "#core/record/queued-promise.ts";
import { replySignatureMessage } from "#core/record/reply-signature.ts";
import { ok, type Result, refused, unreachable } from "#core/result.ts";

/** What a body is asked to sign. The text that is signed is made by the signer, never sent to it. */
export type SigningRequest =
  | {
      readonly what: "reply";
      readonly body: BodyNumber;
      /** 16 bytes. */
      readonly caseTag: Uint8Array;
      /** SHA-256 of each part of the reply, in their order. */
      readonly digests: readonly Uint8Array[];
    }
  | {
      readonly what: "queued";
      readonly body: BodyNumber;
      /** 32 bytes. */
      readonly commitment: Uint8Array;
      /** When the act was accepted: milliseconds since the Unix epoch. */
      readonly time: number;
      /** Days since 1970-01-01; 0 for none. */
      readonly due: number;
    };

/** A signature, and the key (vkey text) under which it was made. */
export interface Signed {
  readonly bodyKey: string;
  readonly signature: Uint8Array;
}

export type SigningProblem =
  /** Nobody answers: the worker is down or begins anew. Nothing is lost, and the same can be asked again. */
  | "signer-away"
  /** It answers and does not sign this: a fault in the installation, not in what somebody wrote. */
  | "signer-refused";

/** Signs for bodies, wherever their keys lie. */
export interface BodySigner {
  sign(request: SigningRequest): Promise<Result<Signed, SigningProblem>>;
}

/** A body's key as whoever holds it has it. */
export interface HeldBodyKey {
  readonly signer: Signer;
  readonly verifierKey: { readonly text: string };
}

/** The bytes that a request is about, in the log of that name. Each kind begins with a line of its own. */
export function messageOf(origin: string, request: SigningRequest): Uint8Array {
  switch (request.what) {
    case "reply":
      return replySignatureMessage(request.caseTag, request.digests);
    case "queued": {
      const { body, commitment, time, due } = request;
      return utf8Bytes(queuedText({ origin, body, commitment, time, due }));
    }
    default:
      return unreachable(request);
  }
}

const sizeLine = /^\d+$/;
const rootLength = 32;

/**
 * Whether bytes could pass for the text of a checkpoint of any log: a first line, a size, a root. Wider than
 * `parseCheckpoint`, which also judges the name in the first line: an outsider's reader may be less strict than ours.
 */
export function mightBeCheckpoint(message: Uint8Array): boolean {
  const [, size, root, ...rest] = (utf8Text(message) ?? "").split("\n");
  return rest.length > 0 && sizeLine.test(size ?? "") && fromBase64(root ?? "")?.length === rootLength;
}

/** The signer that holds keys in this very process. `keyOf` gives no key for a body that has none, and draws none. */
export function bodySigner(holder: {
  readonly origin: string;
  readonly keyOf: (body: BodyNumber) => HeldBodyKey | null;
}): BodySigner {
  return {
    sign: async (request) => {
      const message = messageOf(holder.origin, request);
      const key = mightBeCheckpoint(message) ? null : holder.keyOf(request.body);
      if (key === null) return refused("signer-refused");
      return ok({ bodyKey: key.verifierKey.text, signature: key.signer.sign(message) });
    },
  };
}
