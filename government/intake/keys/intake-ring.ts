import { toHex } from "#core/bytes.ts";
import { carriedBytesMax } from "#core/record/carried-file.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { intakeIdentity, intakeRecipient } from "./intake-key.ts";

/**
 * The keys of intake that are kept here: the country's, those of bodies that leave theirs with the portal, and the older
 * ones of all of them. None is ever deleted by changing to another: pages that somebody saved long ago encrypt to it.
 */
export interface IntakeRing {
  /** The recipients whose files open here. */
  recipients(): Promise<ReadonlySet<string>>;
  /** Opens a file with whichever key fits. */
  open(file: Uint8Array): Promise<Result<Uint8Array, EncryptedProblem>>;
  /** The secret of a recipient, to be printed; `null` when it is not kept here. */
  secretOf(recipient: string): Promise<Uint8Array | null>;
}

/** What is wrong with a file before anybody reads in it. */
export type EncryptedProblem = "not-of-the-page" | "for-somebody-else" | "damaged";

/** The name under which all keys of intake are kept, the first as it is, later ones with an end of their own. */
export const intakeKeyPurpose = "intake";

const firstLine = "age-encryption.org/v1\n";
/** Letters of a recipient by which its file is told from others. */
const nameLetters = 16;
/** The header and, for each chunk of 64 KiB, a tag. */
const encryptedBytesMax = carriedBytesMax + 4_096;

/** Where a key is kept: by its recipient, so that one key is one file whoever's it is. */
export function intakeKeyName(recipient: string): string {
  return `${intakeKeyPurpose}-${recipient.slice(-nameLetters)}`;
}

/** The ring over what is kept; `kept` is asked each time, so that a key that was added meanwhile opens too. */
export function intakeRing(kept: () => readonly Uint8Array[]): IntakeRing {
  // A recipient is a multiplication on the curve: done once for each key.
  const known = new Map<string, string>();
  const recipientOf = async (secret: Uint8Array): Promise<string> => {
    const name = toHex(secret);
    const recipient = known.get(name) ?? (await intakeRecipient(secret));
    known.set(name, recipient);
    return recipient;
  };
  return {
    recipients: async () => new Set(await Promise.all(kept().map(recipientOf))),
    open: (file) => openEncrypted(kept(), file),
    secretOf: async (recipient) => {
      for (const secret of kept()) if ((await recipientOf(secret)) === recipient) return secret;
      return null;
    },
  };
}

async function openEncrypted(
  secrets: readonly Uint8Array[],
  file: Uint8Array,
): Promise<Result<Uint8Array, EncryptedProblem>> {
  const beginning = new TextDecoder("latin1").decode(file.subarray(0, firstLine.length));
  if (beginning !== firstLine || file.length > encryptedBytesMax) return refused("not-of-the-page");
  const { Decrypter } = await import("age-encryption");
  const decrypter = new Decrypter();
  for (const secret of secrets) decrypter.addIdentity(intakeIdentity(secret));
  try {
    return ok(await decrypter.decrypt(file));
  } catch (error) {
    // The library tells its outcomes apart by words alone; what it does not name is a file that was cut or altered.
    const isForeign = error instanceof Error && /^no identity matched/.test(error.message);
    return refused(isForeign ? "for-somebody-else" : "damaged");
  }
}
