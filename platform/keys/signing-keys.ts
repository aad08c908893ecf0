/**
 * The private keys of logs and state bodies, in a folder of their own that the worker alone opens: a portal that is
 * broken into, or run by another user, has none of them. Missing ones are drawn at first use, except that a log's key is
 * never drawn again once its log has begun: the worker sees to that.
 */
import { join } from "node:path";
import type { Signer } from "#core/log/engine.ts";
import { type VerifierKey, verifierKey } from "#core/log/note.ts";
import { nativeEngine, nativeSigner } from "#engines/native-engine.ts";
import { checkedName, type KeyFolderOptions, readOrDrawSecret, readSecret } from "./key-folder.ts";

export interface BodyKey {
  readonly signer: Signer;
  /** What stands in the act that registers the body. */
  readonly verifierKey: VerifierKey;
}

/** All methods throw when a file is there but not as we wrote it. */
export interface SigningKeys {
  /** Signs the checkpoints of one log (Ed25519). */
  logSigner(log: string): Signer;
  /** Whether a log's key was drawn before. */
  hasLogKey(log: string): boolean;
  /** The key of a body that is about to be registered: drawn when there is none yet. */
  drawBodyKey(logOrigin: string, body: number): BodyKey;
  /** The key of a body; `null` when none was ever drawn. Signs its replies and its promises. */
  bodyKey(logOrigin: string, body: number): BodyKey | null;
}

/** Opens the folder of signing keys; it and its files are made as they are asked for. */
export function openSigningKeys(folder: string, options: KeyFolderOptions): SigningKeys {
  const logPath = (log: string): string => join(folder, "logs", `${checkedName(log)}.seed`);
  const bodyPath = (body: number): string => join(folder, "bodies", `${checkedName(String(body))}.seed`);
  const signers = new Map<string, Signer>();
  const signerOf = (path: string): Signer => {
    const signer = signers.get(path) ?? nativeSigner(readOrDrawSecret(path, options));
    signers.set(path, signer);
    return signer;
  };
  const isDrawn = (path: string): boolean => signers.has(path) || readSecret(path) !== null;
  const drawBodyKey = (logOrigin: string, body: number): BodyKey => {
    const signer = signerOf(bodyPath(body));
    const name = `${logOrigin}/body/${body}`;
    return { signer, verifierKey: verifierKey(nativeEngine, name, "ed25519", signer.publicKey) };
  };
  return {
    logSigner: (log) => signerOf(logPath(log)),
    hasLogKey: (log) => isDrawn(logPath(log)),
    drawBodyKey,
    bodyKey: (logOrigin, body) => (isDrawn(bodyPath(body)) ? drawBodyKey(logOrigin, body) : null),
  };
}
