import { certificateHtml } from "../certificate/certificate-pages.ts";
import { type CertificateProof, certificateBytesMax, readProof } from "../certificate/certificate-proof.ts";
import { type Certificate, makeCertificate } from "../certificate/make-certificate.ts";
import { sourceOfPlace } from "../source/source-of-place.ts";
import { progressOn } from "../terminal/progress.ts";
import { judgeCheckpoint } from "../tree/checkpoints.ts";
import { type Trust, trustPolicy } from "../tree/trust.ts";
import { mirrorGiven, sayCertificate, sayRefusal } from "./certificate-command.ts";
import { type Command, type GivenArguments, readNamedText, type Surroundings } from "./command.ts";
import { type ExitCode, exitCodes, exitCodesHelp } from "./exit-codes.ts";
import { sayLabelled } from "./output.ts";
import { trustGiven, trustOptions } from "./trust-options.ts";

export const verifyCertificateCommand: Command = {
  name: "verify certificate",
  summary: "make a certificate anew from a mirror and compare it letter by letter",
  arguments: ["FILE"],
  options: {
    mirror: { value: "DIR", help: "a mirror of the log, such as on a USB stick (or the log's address)" },
    ...trustOptions,
  },
  details: `Takes receipt, checkpoint and day out of the file, verifies them against your own mirror, makes the certificate anew
and compares every letter: one that says more or less than the record does not hold. With --policy your own policy
judges the witnesses of its checkpoint; without one the exit code is 3.

${exitCodesHelp}`,
  run: runVerifyCertificate,
};

async function runVerifyCertificate(given: GivenArguments, surroundings: Surroundings): Promise<ExitCode> {
  const { terminal, engine } = surroundings;
  const [file = ""] = given.positionals;
  const html = await readNamedText(file, certificateBytesMax);
  const proof = readProof(html);
  if (!proof.ok) {
    terminal.say("THE CERTIFICATE DOES NOT HOLD: it carries no proof");
    return exitCodes.failed;
  }
  const own = await trustGiven(given, engine);
  const stated = proof.value.policy === null ? null : trustPolicy(engine, proof.value.policy);
  if (stated !== null && !stated.ok) {
    terminal.say("THE CERTIFICATE DOES NOT HOLD: its policy is malformed");
    return exitCodes.failed;
  }
  const made = await madeAnew(given, surroundings, proof.value, statedTrust(stated?.value ?? null, own));
  if (!made.ok) {
    terminal.say("THE CERTIFICATE DOES NOT HOLD");
    return await sayRefusal(made.problem, file, terminal);
  }
  if (certificateHtml(made.value) !== html) {
    terminal.say("THE CERTIFICATE DOES NOT HOLD: made anew from the record it says something else");
    sayCertificate(terminal, made.value);
    return exitCodes.failed;
  }
  return standing(made.value, own, surroundings);
}

/** Made under the policy that it states; the log's key may come from the verifier. */
function statedTrust(stated: Trust | null, own: Trust): Trust {
  if (stated !== null) return stated;
  return { ...own, policy: null, policyDigest: null, witnessKeys: [], witnessesFromLog: false };
}

function madeAnew(
  given: GivenArguments,
  { terminal, engine, now, web }: Surroundings,
  proof: CertificateProof,
  trust: Trust,
): ReturnType<typeof makeCertificate> {
  return makeCertificate({
    engine,
    source: sourceOfPlace(mirrorGiven(given), web),
    trust,
    policy: proof.policy,
    receipt: proof.receipt,
    asOf: proof.asOf,
    checkpoint: proof.checkpoint,
    progress: (what) => progressOn(terminal, what, now),
  });
}

/** The certificate is what the record says; whether its witnesses suffice is for the verifier's own policy to say. */
function standing(certificate: Certificate, own: Trust, { terminal, engine }: Surroundings): ExitCode {
  const judged = own.policy === null ? null : judgeCheckpoint(engine, certificate.proof.checkpoint, own);
  if (judged !== null && !(judged.ok && judged.value.quorum === true)) {
    terminal.say(
      "THE CERTIFICATE AGREES WITH THE MIRROR, BUT YOUR POLICY'S WITNESSES DID NOT SIGN ITS CHECKPOINT",
    );
    return exitCodes.failed;
  }
  terminal.say("THE CERTIFICATE HOLDS: made anew from this mirror it is the same, letter by letter");
  sayCertificate(terminal, certificate);
  const witnesses = judged === null ? "not judged: no --policy was given" : "judged by your policy";
  sayLabelled(terminal, "Your trust", witnesses);
  return judged === null ? exitCodes.witnessesNotJudged : exitCodes.verified;
}
