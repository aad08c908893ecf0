import { type CivilDate, civilDateText, readCivilDate } from "#core/clock/civil-date.ts";
import { canonicalJson, parseJson } from "#core/record/canonical-json.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { anyText, exactly, made, object, orNull, type Reader } from "#core/strict-json.ts";

/**
 * What a certificate carries so that a third person makes it again from any mirror: the receipt without texts and
 * names, the checkpoint up to which it was drawn, the day, and the policy by which its witnesses were judged. Nothing
 * else goes into a certificate, so one that says a word more or less than the record does not come out the same.
 */
export interface CertificateProof {
  /** The text of a receipt, full or small. */
  readonly receipt: string;
  /** The signed and cosigned checkpoint. */
  readonly checkpoint: string;
  readonly asOf: CivilDate;
  /** The text of the policy file; `null` when the witnesses were not judged. */
  readonly policy: string | null;
}

export const certificateBytesMax = 1024 * 1024;
const textLengthMax = 400_000;
const blockStart = '<pre id="aydyn-proof">';
const blockEnd = "</pre>";

/** The block of a certificate's file that holds the proof, as text before markup is made of it. */
function proofText(proof: CertificateProof): string {
  return canonicalJson({
    v: 1,
    type: "aydyn-certificate",
    receipt: proof.receipt,
    checkpoint: proof.checkpoint,
    asOf: civilDateText(proof.asOf),
    policy: proof.policy,
  });
}

/** The block with its markup: the one place where a reader of the file looks for it. */
export function proofMarkup(proof: CertificateProof): string {
  return `${blockStart}${escaped(proofText(proof))}${blockEnd}`;
}

/** Text as markup. */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Reads the proof out of a certificate's file. Verifies nothing. */
export function readProof(html: string): Result<CertificateProof, "not-a-certificate"> {
  const start = html.indexOf(blockStart);
  const end = html.indexOf(blockEnd, start);
  if (start < 0 || end < 0 || html.indexOf(blockStart, start + 1) >= 0) return refused("not-a-certificate");
  return parseProofText(unescaped(html.slice(start + blockStart.length, end)));
}

function unescaped(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
}

const readProofBlock: Reader<CertificateProof> = made(
  object({
    v: exactly(1),
    type: exactly("aydyn-certificate"),
    receipt: anyText(textLengthMax),
    checkpoint: anyText(textLengthMax),
    asOf: readCivilDate,
    policy: orNull(anyText(textLengthMax)),
  }),
  "a proof",
  ({ receipt, checkpoint, asOf, policy }) => ({ receipt, checkpoint, asOf, policy }),
);

function parseProofText(text: string): Result<CertificateProof, "not-a-certificate"> {
  const json = parseJson(text);
  const proof = json.ok ? readProofBlock(json.value) : undefined;
  return proof === undefined ? refused("not-a-certificate") : ok(proof);
}
