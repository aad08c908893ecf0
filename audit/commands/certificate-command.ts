import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type CivilDate, civilDateText, parseCivilDate } from "#core/clock/civil-date.ts";
import { certificateHtml } from "../certificate/certificate-pages.ts";
import { statementWords } from "../certificate/certificate-words.ts";
import {
  type Certificate,
  type CertificateFailure,
  type CertificateRefusal,
  makeCertificate,
} from "../certificate/make-certificate.ts";
import { sourceOfPlace } from "../source/source-of-place.ts";
import { progressOn } from "../terminal/progress.ts";
import { printable, type Terminal } from "../terminal/terminal.ts";
import {
  type Command,
  type GivenArguments,
  readNamedText,
  type Surroundings,
  UsageError,
} from "./command.ts";
import { type ExitCode, exitCodes, exitCodesHelp } from "./exit-codes.ts";
import { saveEvidence, sayLabelled } from "./output.ts";
import { policyGiven, trustGiven, trustOptions } from "./trust-options.ts";

const receiptBytesMax = 64 * 1024 * 1024;
const tagLettersInName = 8;
const fileSuffix = ".html";

export const certificateCommand: Command = {
  name: "certificate",
  summary: "certify from a mirror that a body was silent, late, or gave no answer",
  arguments: ["RECEIPT"],
  options: {
    mirror: { value: "DIR", help: "a mirror of the log, such as on a USB stick (or the log's address)" },
    ...trustOptions,
    at: {
      value: "DATE",
      help: "as of the end of this day; the day of the mirror's checkpoint when left out",
    },
    out: { value: "DIR", help: "where the file is written; the present folder when left out" },
  },
  details: `Verifies the receipt and the whole mirror, derives the due day from acts, calendar and rules, and writes one HTML
file in Turkmen, Russian and English that says only what the record proves: no answer by the due day, an answer that came
late, a closing without an answer, or a disputed one. Nothing is certified when the body answered in time, when the mirror
is older than the due day, when receipt or mirror do not hold, or when the policy's witnesses did not sign. Without
--policy the certificate says that the witnesses were not judged, and the exit code is 3. It holds no text and no name of
a person. Anyone makes it again: aydyn verify certificate FILE --mirror DIR.

${exitCodesHelp}`,
  run: runCertificate,
};

async function runCertificate(given: GivenArguments, surroundings: Surroundings): Promise<ExitCode> {
  const { terminal, engine, now } = surroundings;
  const [file = ""] = given.positionals;
  const made = await makeCertificate({
    engine,
    source: sourceOfPlace(mirrorGiven(given), surroundings.web),
    trust: await trustGiven(given, engine),
    policy: await policyGiven(given),
    receipt: await readNamedText(file, receiptBytesMax),
    asOf: dayGiven(given),
    checkpoint: null,
    progress: (what) => progressOn(terminal, what, now),
  });
  if (!made.ok) return await sayRefusal(made.problem, file, terminal);
  const path = await writeCertificate(made.value, given.value("out") ?? ".");
  sayCertificate(terminal, made.value);
  sayLabelled(terminal, "Written to", path);
  return made.value.judged ? exitCodes.verified : exitCodes.witnessesNotJudged;
}

/** The mirror's place; it has to be named. */
export function mirrorGiven(given: GivenArguments): string {
  const place = given.value("mirror");
  if (place === null) throw new UsageError("name the mirror with --mirror DIR");
  return place;
}

function dayGiven(given: GivenArguments): CivilDate | null {
  const text = given.value("at");
  if (text === null) return null;
  const day = parseCivilDate(text);
  if (!day.ok) throw new UsageError("--at is a day such as 2026-11-24");
  return day.value;
}

async function writeCertificate(certificate: Certificate, folder: string): Promise<string> {
  const { certified, asOf } = certificate;
  const name = ["certificate", certified.caseTag.slice(0, tagLettersInName), civilDateText(asOf)].join("-");
  const path = join(folder, `${name}${fileSuffix}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path, certificateHtml(certificate));
  return path;
}

/** What a certificate says, on the terminal. */
export function sayCertificate(terminal: Terminal, certificate: Certificate): void {
  const { certified, head, judged, policyDigest } = certificate;
  terminal.say(`CERTIFIED: ${certified.finding.kind}`);
  terminal.say(printable(statementWords(certificate, "en")));
  sayLabelled(terminal, "Log", head.checkpoint.origin);
  sayLabelled(terminal, "Case", certified.caseTag);
  sayLabelled(terminal, "Due", civilDateText(certified.due));
  sayLabelled(
    terminal,
    "Checkpoint",
    `${head.checkpoint.size} entries, ${civilDateText(certificate.headOn)}`,
  );
  sayLabelled(terminal, "Fingerprint", certificate.fingerprint);
  sayLabelled(
    terminal,
    "Witnesses",
    judged ? head.cosignatures.map(({ name }) => name).join(", ") : "witnesses not judged",
  );
  sayLabelled(terminal, "Policy", policyDigest === null ? "none" : `SHA-256 ${policyDigest}`);
  for (const fault of certificate.faultsElsewhere) {
    terminal.note(`The record has a fault that changes nothing here: ${printable(fault)}`);
  }
}

const refusals: Readonly<Record<CertificateRefusal, string>> = {
  "not-a-filing": "the receipt's case does not begin with a filing in this log",
  "not-a-case": "the receipt is of an act that is about no case",
  "answered-in-time": "the body answered in time",
  withdrawn: "the applicant withdrew the appeal: nothing was owed",
  "not-yet-due":
    "by the mirror's last checkpoint the deadline has not passed; bring a newer mirror after the due day",
  "sequence-broken": "the acts of the case contradict each other",
  "due-before-the-law": "the register claims an earlier deadline than the law gives",
  "mirror-unreachable": "the mirror cannot be read",
  "mirror-does-not-verify": "the mirror does not verify",
  "receipt-does-not-hold": "the receipt does not hold",
  "receipt-only-queued": "the receipt is a promise whose act is not in this mirror",
  "mirror-older-than-receipt":
    "the mirror is smaller than what is proved already: it is old, or entries were removed",
  "log-key-unknown": "nothing says which key the log signs with: give --policy or --log-key",
  "policy-not-satisfied":
    "the checkpoint lacks the policy's quorum of witnesses: witnesses not judged, nothing certified",
  "checkpoint-not-dated": "no known witness has signed the checkpoint, so nobody says when it was seen",
  "mirror-older-than-day": "the mirror knows nothing of that day yet",
  "other-history": "the mirror shows another history than the certificate's checkpoint",
  "answer-brought-in":
    "an answer was entered by those to whom it came; when the body gave it, the record does not prove",
  "sending-not-shown":
    "how the appeal was sent is neither in the receipt nor published: nothing is proved by it",
};

/** Says why nothing is certified. Nothing is wrong with a body that answered, but nothing can be certified of it. */
export async function sayRefusal(
  { reason, details, evidence, headOn }: CertificateFailure,
  file: string,
  terminal: Terminal,
): Promise<ExitCode> {
  terminal.say(`NOTHING IS CERTIFIED: ${refusals[reason]} (${reason})`);
  for (const detail of details.slice(0, 5)) terminal.say(`  ${printable(detail)}`);
  if (headOn !== null) sayLabelled(terminal, "Mirror of", civilDateText(headOn));
  if (evidence !== null) await saveEvidence(terminal, evidence, file);
  return reason === "mirror-unreachable" ? exitCodes.unreachable : exitCodes.failed;
}
