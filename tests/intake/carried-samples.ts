/** Files of the offline page, made as the page makes them. */
import { Encrypter, Stanza } from "age-encryption";
import { envelopeBytes, envelopeStanza } from "#core/record/carried-envelope.ts";
import { type CarriedAppeal, type CarriedFile, carriedBytes } from "#core/record/carried-file.ts";
import type { IntakeCountry } from "./intake-country.ts";

export { plainJpeg } from "#platform/file-metadata/test-support/pictures.ts";

/** A file for a recipient, with what stands outside on it. */
export async function carriedFor(
  recipient: string,
  appeal: CarriedAppeal,
  files: readonly CarriedFile[] = [],
): Promise<Uint8Array> {
  const written = carriedBytes(appeal, files);
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const envelope = new Stanza([envelopeStanza], envelopeBytes(appeal, written));
  encrypter.addRecipient({ wrapFileKey: () => [envelope] });
  return await encrypter.encrypt(written);
}

/** Brings files to the office of the country's operator. */
export async function bringFiles(country: IntakeCountry, whose: string, ...files: readonly Uint8Array[]) {
  const boundary = "a-line-that-no-file-holds";
  const parts = files.flatMap((bytes, at) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file-${at + 1}"; filename="${at + 1}.age"\r\n\r\n`,
    ),
    Buffer.from(bytes),
    Buffer.from("\r\n"),
  ]);
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="whose"\r\n\r\n${whose}\r\n`;
  const reply = await country.server.fastify.inject({
    method: "POST",
    url: "/en/intake/carried",
    headers: {
      ...{ host: "localhost", origin: "http://localhost", cookie: await country.operator.cookie() },
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([Buffer.from(head), ...parts, Buffer.from(`--${boundary}--\r\n`)]),
  });
  return { status: reply.statusCode, body: reply.body };
}
