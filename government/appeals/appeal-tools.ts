import { fromHex, utf8Bytes } from "#core/bytes.ts";
import { canonicalJson, type JsonValue } from "#core/record/canonical-json.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { replySignatureMessage, signaturePartName } from "#core/record/reply-signature.ts";
import { assert } from "#core/result.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { type CaseTools, registerOf } from "#government/cases/index.ts";
import type { CaseObject } from "#platform/authority/objects.ts";
import type { LogName, PartToAppend } from "#platform/record/act.ts";

/** What the verbs of this slice need: everything that is not pure comes in here. */
export interface AppealTools extends CaseTools {
  readonly log: LogName;
  /** Signs for a body (Ed25519): its replies. The keys lie with whoever builds the tools. */
  readonly signForBody: (body: BodyNumber, message: Uint8Array) => Uint8Array;
}

/** A file that comes with an appeal or a reply. */
export interface Attachment {
  readonly fileName: string;
  /** By content, see attachment-type.ts. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The case's tag out of the object of a grant. */
export function tagOf(object: CaseObject): Uint8Array {
  const tag = fromHex(object.tag);
  assert(tag !== null, "a case object carries its tag");
  return tag;
}

/** A part of canonical JSON for applicant and desk. */
export function partiesPart(texts: JsonValue): PartToAppend {
  return jsonPart("parties", texts, "open");
}

/** A part of canonical JSON. */
export function jsonPart(name: string, value: JsonValue, store: "open" | "sealed"): PartToAppend {
  return { name, bytes: utf8Bytes(canonicalJson(value)), mediaType: "application/json", store };
}

/** The files of an act, each a part of its own: opened, verified and erased alone. */
export function attachmentParts(attachments: readonly Attachment[]): readonly PartToAppend[] {
  return attachments.map(({ mediaType, bytes }, at) => ({
    name: `attachment-${at + 1}`,
    bytes,
    mediaType,
    store: "open" as const,
  }));
}

/** The names under which files were sent, beside the texts: a file name can tell as much as a text. */
export function fileNames(attachments: readonly Attachment[]): readonly string[] {
  return attachments.map((attachment) => attachment.fileName);
}

/** The body's signature over its reply, under the key of the register in which the reply stands (record decision 4). */
export function signaturePart(
  tools: AppealTools,
  body: BodyNumber,
  caseTag: Uint8Array,
  details: JsonValue,
  parts: readonly PartToAppend[],
): PartToAppend {
  const bytes = [utf8Bytes(canonicalJson(details)), ...parts.map((part) => part.bytes)];
  const message = replySignatureMessage(nativeEngine, caseTag, bytes);
  return {
    name: signaturePartName,
    bytes: tools.signForBody(registerOf(tools.parameters, body), message),
    mediaType: "application/octet-stream",
    store: "open",
  };
}
