/** The command line of `aydyn intake-key`: what is shown, drawn, printed and named in public. */
import { utf8Text } from "#core/bytes.ts";
import { intakeRecipientOf } from "#core/record/intake-recipient.ts";
import { readIntakeRecipient } from "#core/record/parameter-acts.ts";
import { bodyObject, inTransaction } from "#government/appeals/index.ts";
import { type Body, parseBodySlug, takesAppeals } from "#government/bodies/index.ts";
import {
  demoHashCost,
  personHashCost,
  type Questions,
  signInByQuestions,
} from "#government/identity/index.ts";
import {
  changeIntakeKey,
  type IntakeKeyGrant,
  intakeRecipient,
  keyPaper,
  secretInText,
} from "#government/intake/index.ts";
import type { Actor } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import { type Translate, translator } from "#platform/language/texts.ts";
import { leaveForCountry } from "../leave-for-country.ts";
import type { Portal } from "../portal/tools.ts";
import { type IntakeKeyRequest, intakeKeyUsage, readIntakeKeyWords } from "./read-words.ts";

/** What the command is given from outside. */
export interface IntakeKeySurroundings {
  readonly openPortal: () => Promise<Portal>;
  readonly readFile: (path: string) => Uint8Array;
  /** Writes a file that only its owner may read. */
  readonly writeFile: (path: string, bytes: Uint8Array) => void;
  readonly say: (line: string) => void;
  readonly questions: (t: Translate) => Questions & { close(): void };
}

interface Work extends IntakeKeySurroundings {
  readonly portal: Portal;
  readonly t: Translate;
}

const refusedCode = 1;
const usageCode = 2;
const secretBytes = 32;

/** Runs the command with the words after its name; gives the exit code. */
export async function intakeKeyCommand(
  words: readonly string[],
  surroundings: IntakeKeySurroundings,
): Promise<number> {
  const request = readIntakeKeyWords(words);
  if (request === null) {
    surroundings.say(intakeKeyUsage);
    return words.includes("--help") ? 0 : usageCode;
  }
  const portal = await surroundings.openPortal();
  try {
    const problem = await carryOut({ ...surroundings, portal, t: translator(request.language) }, request);
    if (problem === null) return 0;
    surroundings.say(problem);
    return refusedCode;
  } finally {
    await portal.close();
  }
}

/** `null` when it was done, otherwise what stood against it. */
async function carryOut(work: Work, request: IntakeKeyRequest): Promise<string | null> {
  switch (request.verb) {
    case "list":
      return await listKeys(work);
    case "change":
      return await changeKey(work, request);
    case "print":
      return await printKey(work, request);
    case "restore":
      return await restoreKey(work, request.file);
  }
}

async function listKeys({ portal, t, say }: Work): Promise<null> {
  const { tools, intake } = portal;
  const parameters = await tools.parametersReader.read(tools.portal);
  const kept = await intake.ring.recipients();
  const line = (name: string, recipient: string | null | undefined, own: boolean) => {
    const where = recipient && t(kept.has(recipient) ? "intake-key-kept" : "intake-key-elsewhere");
    const whose = recipient && !own ? `, ${t("intake-key-from-above")}` : "";
    say(`${name}: ${recipient ? `${recipient} (${where}${whose})` : t("intake-key-none")}`);
  };
  line(t("intake-key-country"), parameters.intakeRecipient, true);
  for (const body of (await tools.bodyTree()).all.filter(takesAppeals)) {
    const own = parameters.bodies.find(({ number }) => number === body.number)?.intakeRecipient;
    line(body.slug, intakeRecipientOf(parameters, body.number), own !== undefined);
  }
  return null;
}

async function changeKey(
  work: Work,
  { body: slug, recipient }: Extract<IntakeKeyRequest, { readonly verb: "change" }>,
): Promise<string | null> {
  const { portal, t, questions } = work;
  const { tools, throttleKey, configuration } = portal;
  if (recipient !== null && readIntakeRecipient(recipient) === undefined) return t("intake-key-no-recipient");
  const named = slug === null ? null : parseBodySlug(slug);
  const body = named === null ? undefined : (await tools.bodyTree()).bySlug.get(named);
  if (slug !== null && body === undefined) return t("intake-key-no-such-body");
  const asked = questions(t);
  try {
    const { portal: sql, now, randomBytes } = tools;
    const hashCost = configuration.mode === "demo" ? demoHashCost : personHashCost;
    const signedIn = await signInByQuestions(
      asked,
      { sql, now, randomBytes, throttleKey, hashCost },
      async (actor) => {
        const grant = await leaveFor(work, actor, body);
        return grant === null ? t("intake-key-not-allowed") : await nameKey(work, grant, recipient);
      },
    );
    return signedIn.ok ? signedIn.value : t("register-sign-in-refused");
  } finally {
    asked.close();
  }
}

/** Leave to change the key of a body, or without one that of the country; `null` when it is not given. */
async function leaveFor(
  { portal: { tools } }: Work,
  actor: Actor,
  body: Body | undefined,
): Promise<IntakeKeyGrant | null> {
  const tree = await tools.bodyTree();
  if (body !== undefined) {
    const grant = ask(actor, "intake-key.change", bodyObject(tree, body.number));
    return grant.ok ? grant.value : null;
  }
  return leaveForCountry(actor, tree)?.grant ?? null;
}

async function nameKey(
  { portal, t, say }: Work,
  grant: IntakeKeyGrant,
  given: string | null,
): Promise<string | null> {
  const recipient = given ?? (await drawKey(portal));
  await inTransaction(portal.tools, "portal", (appealTools) =>
    changeIntakeKey(grant, recipient, appealTools),
  );
  say(t("intake-key-named", { recipient }));
  say(t(given === null ? "intake-key-print-it" : "intake-key-outside"));
  return null;
}

/** On disk before anything in public names it: a key that is named and lost opens nothing. */
async function drawKey({ tools, keepIntakeKey }: Portal): Promise<string> {
  const secret = tools.randomBytes(secretBytes);
  const recipient = await intakeRecipient(secret);
  keepIntakeKey(recipient, secret);
  return recipient;
}

async function printKey(
  { portal, t, say, writeFile }: Work,
  { recipient, file }: Extract<IntakeKeyRequest, { readonly verb: "print" }>,
): Promise<string | null> {
  const { tools, intake } = portal;
  const secret = await intake.ring.secretOf(recipient);
  if (secret === null) return t("intake-key-not-kept");
  const parameters = await tools.parametersReader.read(tools.portal);
  const holder = parameters.bodies.find(({ intakeRecipient: own }) => own === recipient)?.name ?? null;
  const country = parameters.intakeRecipient === recipient ? parameters.bodies[0]?.name : null;
  const paper = { secret, holder: holder ?? country ?? null, origin: parameters.origin };
  writeFile(file, await keyPaper({ ...paper, printedAt: tools.now() }));
  say(t("intake-key-printed", { file }));
  return null;
}

async function restoreKey({ portal, t, say, readFile }: Work, file: string): Promise<string | null> {
  // A sheet has the key in short lines.
  const secret = secretInText((utf8Text(readFile(file)) ?? "").replace(/\s/g, ""));
  if (secret === null) return t("intake-key-none-in-file");
  const recipient = await intakeRecipient(secret);
  const isKept = (await portal.intake.ring.recipients()).has(recipient);
  if (!isKept) portal.keepIntakeKey(recipient, secret);
  say(t(isKept ? "intake-key-was-kept" : "intake-key-restored", { recipient }));
  return null;
}
