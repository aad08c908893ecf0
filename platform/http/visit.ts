/** What a page's handler learns of a request. */
import type { FastifyRequest } from "fastify";
import type { FormBody } from "#platform/form/form.ts";
import type { Language } from "#platform/language/language.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { UploadedFile } from "./form-bodies.ts";
import type { FormKey } from "./form-key.ts";

export interface Visit {
  readonly language: Language;
  readonly t: Translate;
  /** The path without its language and without a query, such as "/bodies/gas". */
  readonly path: string;
  /** The same with its language: where a form of this page is posted to. */
  readonly fullPath: string;
  /** Named parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: FormBody;
  /** Fields of a posted form; empty otherwise. */
  readonly body: FormBody;
  readonly files: readonly UploadedFile[];
  /** Draws a key for a form that this page shows. */
  readonly drawFormKey: () => FormKey;
  /** For the session and the throttles: cookies and the client's address. Never log anything of it. */
  readonly request: FastifyRequest;
}

/** The first value of a field or query, "" if it is not there. */
export function firstValue(body: FormBody, name: string): string {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  return (typeof value === "string" ? value : value?.[0]) ?? "";
}
