/** The command line of `aydyn emergency-numbers`: what stands in the record, and what its cabinet's head says anew. */
import { parseArgs } from "node:util";
import { utf8Text } from "#core/bytes.ts";
import { canonicalJson, parseJson } from "#core/record/canonical-json.ts";
import { type EmergencyNumber, readEmergencyNumbers } from "#core/record/emergency-numbers.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { readStrictly } from "#core/strict-json.ts";
import { inTransaction } from "#government/appeals/index.ts";
import { changeEmergencyNumbers } from "#government/cases/index.ts";
import {
  demoHashCost,
  personHashCost,
  type Questions,
  signInByQuestions,
} from "#government/identity/index.ts";
import { type Language, languages } from "#platform/language/language.ts";
import { type Translate, translator } from "#platform/language/texts.ts";
import { leaveForCountry } from "../leave-for-country.ts";
import type { Portal } from "../portal/tools.ts";

/** What the command is given from outside. */
export interface EmergencyNumbersSurroundings {
  readonly openPortal: () => Promise<Portal>;
  readonly readFile: (path: string) => Uint8Array;
  readonly say: (line: string) => void;
  readonly questions: (t: Translate) => Questions & { close(): void };
}

const usage = `aydyn emergency-numbers list
aydyn emergency-numbers change FILE

Whom to call in danger, as pages show it to whoever writes where nobody reads at once. Runs where the portal runs, with its
settings (AYDYN_DATA, DATABASE_URL). Says everything in Turkmen unless --language ru or en is given.

  list      what the record says, as JSON: the field emergencyNumbers of docs/founding.md
  change    says it anew, from a file of that form; [] takes everything back. The head of the cabinet signs in

Exit codes: 0 done; 1 not accepted; 2 the command was not understood.`;

const refusedCode = 1;
const usageCode = 2;
const indent = 2;

type Request = { readonly language: Language } & (
  | { readonly verb: "list" }
  | { readonly verb: "change"; readonly file: string }
);

/** Runs the command with the words after its name; gives the exit code. */
export async function emergencyNumbersCommand(
  words: readonly string[],
  surroundings: EmergencyNumbersSurroundings,
): Promise<number> {
  const { openPortal, say } = surroundings;
  const request = readWords(words);
  if (request === null) {
    say(usage);
    return words.includes("--help") ? 0 : usageCode;
  }
  const portal = await openPortal();
  try {
    if (request.verb === "list") {
      say(JSON.stringify(await standing(portal), null, indent));
      return 0;
    }
    const t = translator(request.language);
    const changed = await change(portal, t, request.file, surroundings);
    say(changed.ok ? t("emergency-numbers-changed") : changed.problem);
    return changed.ok ? 0 : refusedCode;
  } finally {
    await portal.close();
  }
}

function readWords(words: readonly string[]): Request | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { language: { type: "string", default: "tk" } },
    });
    const language = languages.find((each) => each === values.language);
    const [verb, file, ...more] = positionals;
    if (language === undefined || more.length > 0) return null;
    if (verb === "list" && file === undefined) return { verb, language };
    return verb === "change" && file !== undefined ? { verb, language, file } : null;
  } catch {
    // parseArgs throws for options that it does not know; the usage says which there are.
    return null;
  }
}

async function standing({ tools }: Portal): Promise<readonly EmergencyNumber[]> {
  return (await tools.parametersReader.read(tools.portal)).emergencyNumbers;
}

async function change(
  portal: Portal,
  t: Translate,
  path: string,
  { readFile, questions }: EmergencyNumbersSurroundings,
): Promise<Result<null, string>> {
  const numbers = read(t, readFile(path));
  if (!numbers.ok) return numbers;
  if (isSame(numbers.value, await standing(portal))) return refused(t("emergency-numbers-same"));
  const { configuration, throttleKey } = portal;
  const { portal: sql, now, randomBytes } = portal.tools;
  const hashCost = configuration.mode === "demo" ? demoHashCost : personHashCost;
  const asked = questions(t);
  try {
    const signedIn = await signInByQuestions(
      asked,
      { sql, now, randomBytes, throttleKey, hashCost },
      async (actor): Promise<Result<null, string>> => {
        const leave = leaveForCountry(actor, await portal.tools.bodyTree());
        if (leave === null) return refused(t("emergency-numbers-not-allowed"));
        const { grant, issuer } = leave;
        await inTransaction(portal.tools, "portal", (tools) =>
          changeEmergencyNumbers(grant, numbers.value, { ...tools, issuer }),
        );
        return ok(null);
      },
    );
    return signedIn.ok ? signedIn.value : refused(t("register-sign-in-refused"));
  } finally {
    asked.close();
  }
}

/** The numbers in a file, or every fault of it by its path. */
function read(t: Translate, bytes: Uint8Array): Result<readonly EmergencyNumber[], string> {
  const json = parseJson(utf8Text(bytes) ?? "");
  if (!json.ok) return refused(`${t("emergency-numbers-faulty")}\n  JSON, UTF-8`);
  const numbers = readStrictly(readEmergencyNumbers, json.value);
  if (numbers.ok) return numbers;
  const lines = numbers.problem.map(({ path, expected }) => `  ${path}: ${expected}`);
  return refused([t("emergency-numbers-faulty"), ...lines].join("\n"));
}

function isSame(one: readonly EmergencyNumber[], other: readonly EmergencyNumber[]): boolean {
  const textOf = (numbers: readonly EmergencyNumber[]) =>
    canonicalJson(numbers.map((each) => ({ ...each, text: { ...each.text }, for: [...each.for] })));
  return textOf(one) === textOf(other);
}
