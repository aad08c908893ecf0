import { fromHex, utf8Bytes } from "#core/bytes.ts";
import { canonicalJson, type JsonValue } from "#core/record/canonical-json.ts";
import { signaturePartName } from "#core/record/reply-signature.ts";
import { assert, ok, type Result } from "#core/result.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { type CaseTools, registerOfCase } from "#government/cases/index.ts";
import type { CaseObject } from "#platform/authority/objects.ts";
import type { LogName, PartToAppend } from "#platform/record/act.ts";
import type { BodySigner, SigningProblem } from "#platform/signer/body-signer.ts";

/** What the verbs of this slice need: everything that is not pure comes in here. */
export interface AppealTools extends CaseTools {
  readonly log: LogName;
  /** Signs for a body: its replies. The keys lie elsewhere. */
  readonly signer: BodySigner;
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

/**
 * The body's signature over its reply, under the key of the register in which the reply stands (record decision 4).
 * Refused when nobody signs at this moment: then the reply is not entered, for without it anyone could have written it.
 */
export async function signaturePart(
  tools: AppealTools,
  caseTag: Uint8Array,
  details: JsonValue,
  parts: readonly PartToAppend[],
): Promise<Result<PartToAppend, SigningProblem>> {
  const bytes = [utf8Bytes(canonicalJson(details)), ...parts.map((part) => part.bytes)];
  const digests = bytes.map((part) => nativeEngine.sha256(part));
  const register = await registerOfCase(tools.transaction, caseTag);
  const signed = await tools.signer.sign({ what: "reply", body: register, caseTag, digests });
  if (!signed.ok) return signed;
  const { signature } = signed.value;
  return ok({
    name: signaturePartName,
    bytes: signature,
    mediaType: "application/octet-stream",
    store: "open",
  });
}
