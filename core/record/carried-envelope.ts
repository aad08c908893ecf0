import { toBase64, utf8Bytes, utf8Text } from "../bytes.ts";
import { assert } from "../result.ts";
import { bytes, exactly, integer, object, type ReadBy } from "../strict-json.ts";
import { canonicalJson, parseCanonicalJson } from "./canonical-json.ts";
import { type CarriedAppeal, carriedBytesMax, carriedOptional, carriedOutside } from "./carried-file.ts";
import { hashLength } from "./leaf.ts";
import { offlineStub, registeredMark } from "./stub.ts";

/**
 * What stands outside on a carried file, in a stanza of its own in the header of age, where every program of age passes it
 * over: enough for an office that cannot open the file to register it on its day, and no word of what was written. The
 * mark is that of the stub, so whoever holds the stub finds the registration, and whoever carries the file cannot ask in
 * its name.
 */
export const envelopeStanza = "aydyn.carried/v1";

const readEnvelope = object(
  {
    v: exactly(1),
    ...carriedOutside,
    /** The registered mark of the stub. */
    mark: bytes(hashLength),
    /** How many bytes were encrypted: a file that was cut off is told without opening it. */
    length: integer(1, carriedBytesMax),
  },
  carriedOptional,
);

export type CarriedEnvelope = Omit<ReadBy<typeof readEnvelope>, "v">;

/** The body of the stanza for an appeal whose bytes were written by `carriedBytes`. */
export function envelopeBytes(appeal: CarriedAppeal, written: Uint8Array): Uint8Array {
  const { origin, body, kind, language, day, hour } = appeal;
  const mark = toBase64(registeredMark(origin, offlineStub(body, written)));
  const { withdrawal } = appeal;
  const envelope = {
    ...{ v: 1, origin, body, kind, language, day, hour, mark, length: written.length },
    ...(withdrawal === undefined ? {} : { withdrawal }),
  };
  const made = utf8Bytes(canonicalJson(envelope));
  assert(parseEnvelope(made) !== null, "the reader refuses this envelope");
  return made;
}

/** Reads the body of the stanza; `null` for anything but what `envelopeBytes` writes. */
export function parseEnvelope(body: Uint8Array): CarriedEnvelope | null {
  const text = utf8Text(body);
  const json = text === null ? null : parseCanonicalJson(text);
  const read = json?.ok ? readEnvelope(json.value) : undefined;
  if (read === undefined) return null;
  const { v: _, ...envelope } = read;
  return envelope;
}
