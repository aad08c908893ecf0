import { createHash } from "node:crypto";
import { type BodyNumber, parseBodyNumber } from "#core/record/leaf.ts";
import { assert, type Result, refused } from "#core/result.ts";
import type { AppealTools } from "#government/appeals/index.ts";
import type { BodyTree } from "#government/bodies/index.ts";
import type { Grant } from "#platform/authority/grant.ts";
import type { StubKeys } from "../issue-pad.ts";
import type { EncryptedProblem, IntakeRing } from "../keys/intake-ring.ts";
import { readEnvelope } from "./read-envelope.ts";
import {
  type CarriedProblem,
  type RegisteredFile,
  readOpened,
  registerCarried,
  type WhoseDay,
  wrongAddress,
} from "./register-carried.ts";
import { registerUnread } from "./register-unread.ts";

/** Where and by whom a file is brought. */
export interface Bringing {
  readonly ring: IntakeRing;
  readonly keys: StubKeys;
  readonly tree: BodyTree;
  /** Leave to register for a body that takes appeals. */
  readonly leaveFor: (addressee: BodyNumber) => Grant<"appeal.register-paper">;
  /** One transaction. */
  readonly transact: <T>(run: (tools: AppealTools) => Promise<T>) => Promise<T>;
}

/**
 * What an office does with a file of the offline page: where one of the keys that are kept here opens it, what stands in it
 * is registered, by the machine; the person who brings it in sees no text. Where none does and the file says from outside
 * for which body it is, it is registered unread.
 */
export async function bringFile(
  file: Uint8Array,
  whoseDay: WhoseDay,
  bringing: Bringing,
): Promise<Result<RegisteredFile, EncryptedProblem | CarriedProblem>> {
  const { ring, keys, tree, transact } = bringing;
  const fileDigest = Uint8Array.from(createHash("sha256").update(file).digest());
  const country = { origin: keys.origin, tree };
  const decrypted = await ring.open(file);
  if (decrypted.ok) {
    const opened = readOpened(decrypted.value, country);
    if (!opened.ok) return opened;
    const leave = leaveIn(bringing, opened.value.appeal.body);
    return await transact((tools) =>
      registerCarried(leave, { ...opened.value, fileDigest, whoseDay, tree }, tools, keys),
    );
  }
  const envelope = decrypted.problem === "for-somebody-else" ? await readEnvelope(file) : null;
  if (envelope === null) return refused(decrypted.problem);
  const wrong = wrongAddress(envelope, country);
  if (wrong !== null) return refused(wrong);
  const leave = leaveIn(bringing, envelope.body);
  return await transact((tools) =>
    registerUnread(leave, { envelope, bytes: file, fileDigest, whoseDay }, tools, keys),
  );
}

function leaveIn({ leaveFor }: Bringing, to: number): Grant<"appeal.register-paper"> {
  const addressee = parseBodyNumber(to);
  assert(addressee !== null, "the address was judged before");
  return leaveFor(addressee);
}
