import type { Stanza } from "age-encryption";
import { type CarriedEnvelope, envelopeStanza, parseEnvelope } from "#core/record/carried-envelope.ts";

/** A header holds a stanza for the recipient and one for the envelope. */
const headerBytesMax = 8_192;
/** The last line of a header: a MAC of 32 bytes in base64 (C2SP age, "Header MAC"). */
const lastHeaderLine = /\n--- [A-Za-z0-9+/]{43}\n/;
const nonceBytes = 16;
const chunkBytes = 65_536;
const tagBytes = 16;

/**
 * What stands outside on a file of the offline page; `null` where nothing does, or where the file is not as long as it
 * says. Nobody can say without the key whether bytes inside were altered.
 */
export async function readEnvelope(file: Uint8Array): Promise<CarriedEnvelope | null> {
  const bodies: Uint8Array[] = [];
  // Loaded with the first file: it brings a hundred modules along, and most visits need none of them.
  const { Decrypter } = await import("age-encryption");
  const decrypter = new Decrypter();
  // An identity that opens nothing sees every stanza: so the library's own reader reads the header.
  decrypter.addIdentity({
    unwrapFileKey: (stanzas: readonly Stanza[]) => {
      for (const { args, body } of stanzas) if (args[0] === envelopeStanza) bodies.push(body);
      return null;
    },
  });
  await decrypter.decrypt(file).catch(() => null);
  const [only, ...more] = bodies;
  const envelope = only === undefined || more.length > 0 ? null : parseEnvelope(only);
  return envelope !== null && isWhole(file, envelope.length) ? envelope : null;
}

function isWhole(file: Uint8Array, length: number): boolean {
  const header = new TextDecoder("latin1").decode(file.subarray(0, headerBytesMax));
  const end = lastHeaderLine.exec(header);
  if (end === null) return false;
  const chunks = Math.ceil(length / chunkBytes);
  return file.length === end.index + end[0].length + nonceBytes + length + chunks * tagBytes;
}
