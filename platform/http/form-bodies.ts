/** Reads what a form sends, urlencoded or multipart, into the same shape, within named limits. */
import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { FormBody } from "#platform/form/form.ts";
import {
  fileBytesMax,
  filesMax,
  formBytesMax,
  formFieldBytesMax,
  formFieldsMax,
  multipartBytesMax,
} from "./limits.ts";

export interface UploadedFile {
  readonly field: string;
  /** As the browser names it, without any folder; the user's own words: treat as text, never as a path. */
  readonly fileName: string;
  /** As the browser claims it: to be checked against the bytes. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface SentForm {
  readonly body: FormBody;
  readonly files: readonly UploadedFile[];
}

/** Thrown while reading a body; the server turns it into its page. */
class BodyError extends Error {
  readonly statusCode: 400 | 413 | 415;
  constructor(statusCode: 400 | 413 | 415, message: string) {
    super(message);
    this.name = "BodyError";
    this.statusCode = statusCode;
  }
}

const emptyForm: SentForm = { body: Object.freeze(Object.create(null)), files: [] };

/** Collects values by name. Without a prototype, so that a field named `__proto__` is a field. */
class FieldCollector {
  readonly #fields: Record<string, string[]> = Object.create(null);
  #count = 0;

  add(name: string, value: string): void {
    this.#count += 1;
    if (this.#count > formFieldsMax) throw new BodyError(413, "too many fields");
    const values = this.#fields[name];
    if (values) values.push(value);
    else this.#fields[name] = [value];
  }

  get body(): FormBody {
    return this.#fields;
  }
}

/** Reads an urlencoded text: a posted form or the query of an address (URL Standard, section 5.1). */
export function parseUrlencoded(text: string): FormBody {
  const fields = new FieldCollector();
  for (const [name, value] of new URLSearchParams(text)) fields.add(name, value);
  return fields.body;
}

/** Teaches the server to read forms. Files are held in memory: they are few, small, and go to the database as parts. */
export async function registerFormBodies(fastify: FastifyInstance): Promise<void> {
  fastify.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: formBytesMax },
    (_request, text, done) => {
      try {
        done(null, { body: parseUrlencoded(String(text)), files: [] });
      } catch (error) {
        done(error instanceof Error ? error : new Error("unreadable form"));
      }
    },
  );
  await fastify.register(multipart, {
    limits: {
      fieldNameSize: 100,
      fieldSize: formFieldBytesMax,
      fields: formFieldsMax,
      fileSize: fileBytesMax,
      files: filesMax,
      parts: formFieldsMax + filesMax,
      headerPairs: 20,
    },
  });
}

/** Whether a parsed body is a form of ours (a JSON body is not). */
function isSentForm(body: unknown): body is SentForm {
  return typeof body === "object" && body !== null && "body" in body && "files" in body;
}

/** Files collected within the limit of the whole: a sender need not say the length beforehand. */
class FileCollector {
  readonly files: UploadedFile[] = [];
  #bytes = 0;

  add(file: UploadedFile): void {
    this.#bytes += file.bytes.length;
    if (this.#bytes > multipartBytesMax) throw new BodyError(413, "form too large");
    // A file field left empty is sent as a file without name and bytes.
    if (file.fileName !== "" || file.bytes.length > 0) this.files.push(file);
  }
}

async function readMultipart(request: FastifyRequest): Promise<SentForm> {
  const length = Number(request.headers["content-length"] ?? 0);
  if (length > multipartBytesMax) throw new BodyError(413, "form too large");
  const fields = new FieldCollector();
  const collected = new FileCollector();
  for await (const part of request.parts()) {
    if (part.type === "file") {
      const bytes = await part.toBuffer();
      const fileName = part.filename.replace(/^.*[\\/]/s, "");
      collected.add({ field: part.fieldname, fileName, mediaType: part.mimetype, bytes });
    } else {
      if (part.valueTruncated) throw new BodyError(413, "field too long");
      fields.add(part.fieldname, String(part.value));
    }
  }
  return { body: fields.body, files: collected.files };
}

/** What the parser calls an error without a status is a body that ends or is divided in the wrong place. */
function asBodyError(error: unknown): never {
  if (error instanceof Error && "statusCode" in error && typeof error.statusCode === "number") throw error;
  throw new BodyError(400, error instanceof Error ? error.message : "unreadable form");
}

/** The form that came with a request; empty for a request without a body. Refuses other kinds of body with 415. */
export async function sentForm(request: FastifyRequest): Promise<SentForm> {
  if (request.method === "GET" || request.method === "HEAD") return emptyForm;
  if (request.isMultipart()) return readMultipart(request).catch(asBodyError);
  if (request.body === undefined || request.body === null) return emptyForm;
  // A browser posts a form without fields with an empty body of the right type.
  if (isSentForm(request.body)) return request.body;
  throw new BodyError(415, "not a form");
}
