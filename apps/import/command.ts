/** The command line of `aydyn import`: what is read, shown and, when asked to, entered. */
import { parseArgs } from "node:util";
import { inTransaction, namedByWords } from "#government/appeals/index.ts";
import { type Body, parseBodySlug } from "#government/bodies/index.ts";
import {
  demoHashCost,
  personHashCost,
  type Questions,
  signInByQuestions,
} from "#government/identity/index.ts";
import { stubKeysOf } from "#government/intake/index.ts";
import {
  columnsProblemText,
  fileProblemText,
  findColumns,
  importRegister,
  isRegisterField,
  type RegisterEntry,
  type RegisterField,
  readRegisterFile,
  registerReport,
  understandRegister,
} from "#government/mail-register/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { type Language, languages } from "#platform/language/language.ts";
import { type Translate, translator } from "#platform/language/texts.ts";
import type { Portal } from "../portal/tools.ts";

/** What the command is given from outside. */
export interface ImportSurroundings {
  readonly openPortal: () => Promise<Portal>;
  readonly readFile: (path: string) => Uint8Array;
  readonly say: (line: string) => void;
  readonly questions: (t: Translate) => Questions & { close(): void };
}

const importUsage = `aydyn import FILE --body NAME [--column "HEADING=FIELD"]… [--language tk|ru|en] [--enter]

Reads a register of incoming mail (.xlsx, .csv), says what it understood and what not, and with --enter enters the
appeals that are still owed an answer. Runs where the portal runs, with its settings (AYDYN_DATA, DATABASE_URL).

  --body NAME              the body whose register it is, as in its address: alagoz-etrap
  --column "HEADING=FIELD" what a column holds: number, receivedOn, kind, applicant, address, contact, subject,
                           handler, dueOn, answeredOn, outcome
  --language               of what is said here and of the answers; tk unless said otherwise
  --enter                  enter them; whoever does signs in, and needs an office that may register papers

Exit codes: 0 read or entered; 1 the register or the person was not accepted; 2 the command was not understood.`;

const refusedCode = 1;
const usageCode = 2;

interface Request {
  readonly file: string;
  readonly body: string;
  readonly told: ReadonlyMap<string, RegisterField>;
  readonly language: Language;
  readonly enter: boolean;
}

/** Runs the command with the words after its name; gives the exit code. */
export async function importCommand(
  words: readonly string[],
  surroundings: ImportSurroundings,
): Promise<number> {
  const request = readRequest(words);
  if (request === null) {
    surroundings.say(importUsage);
    return words.includes("--help") ? 0 : usageCode;
  }
  const t = translator(request.language);
  const portal = await surroundings.openPortal();
  try {
    const problem = await importInto(portal, request, t, surroundings);
    if (problem === null) return 0;
    surroundings.say(problem);
    return refusedCode;
  } finally {
    await portal.close();
  }
}

function readRequest(words: readonly string[]): Request | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        body: { type: "string" },
        column: { type: "string", multiple: true },
        language: { type: "string", default: "tk" },
        enter: { type: "boolean", default: false },
      },
    });
    const [file, ...more] = positionals;
    const language = languages.find((each) => each === values.language);
    const told = readColumns(values.column ?? []);
    if (file === undefined || more.length > 0 || values.body === undefined) return null;
    if (language === undefined || told === null) return null;
    return { file, body: values.body, told, language, enter: values.enter };
  } catch {
    // parseArgs throws for options that it does not know; the usage says which there are.
    return null;
  }
}

function readColumns(given: readonly string[]): ReadonlyMap<string, RegisterField> | null {
  const told = new Map<string, RegisterField>();
  for (const one of given) {
    const end = one.lastIndexOf("=");
    const field = one.slice(end + 1);
    if (end < 1 || !isRegisterField(field)) return null;
    told.set(one.slice(0, end), field);
  }
  return told;
}

/** `null` when all went well, otherwise what stood against it. */
async function importInto(
  portal: Portal,
  request: Request,
  t: Translate,
  { readFile, say, questions }: ImportSurroundings,
): Promise<string | null> {
  const { tools, timeZone } = portal;
  const slug = parseBodySlug(request.body);
  const body = slug === null ? undefined : (await tools.bodyTree()).bySlug.get(slug);
  if (body === undefined) return t("register-no-such-body", { slug: printable(request.body) });
  const rows = await readRegisterFile(readFile(request.file));
  if (!rows.ok) return fileProblemText(t, rows.problem);
  const columns = findColumns(rows.value, request.told);
  if (!columns.ok) return printable(columnsProblemText(t, columns.problem));
  const understood = understandRegister(rows.value, columns.value, { now: tools.now(), timeZone });
  for (const line of registerReport(t, rows.value, columns.value, understood)) say(printable(line));
  if (!request.enter) {
    say(t("register-preview", { count: understood.open.length }));
    return null;
  }
  const asked = questions(t);
  try {
    return await enterAs(portal, asked, { t, say, body, entries: understood.open });
  } finally {
    asked.close();
  }
}

async function enterAs(
  { configuration, throttleKey, tools }: Portal,
  questions: Questions,
  work: {
    readonly t: Translate;
    readonly say: (line: string) => void;
    readonly body: Body;
    readonly entries: readonly RegisterEntry[];
  },
): Promise<string | null> {
  const { t, say, body, entries } = work;
  const { portal: sql, now, randomBytes } = tools;
  const hashCost = configuration.mode === "demo" ? demoHashCost : personHashCost;
  const signedIn = await signInByQuestions(
    questions,
    { sql, now, randomBytes, throttleKey, hashCost },
    async (actor) => {
      const subject = { kind: "paper-filing", takenAt: body.number, body: body.number } as const;
      const grant = ask(actor, "appeal.register-paper", subject);
      if (!grant.ok) return t("register-not-allowed", { body: body.name[t.language] });
      const tree = await tools.bodyTree();
      const { entered, known, overdue } = await importRegister(grant.value, entries, {
        keys: stubKeysOf(tools),
        complaintOf: (words, { transaction, now: at }) =>
          namedByWords(transaction, tree, { body, words, now: at() }),
        language: t.language,
        inTransaction: (run) => inTransaction(tools, "portal", run),
        progress: progressLines(t, say),
      });
      say(t("register-entered", { entered, known }));
      if (overdue > 0) say(t("register-overdue", { count: overdue }));
      return null;
    },
  );
  return signedIn.ok ? signedIn.value : t("register-sign-in-refused");
}

const progressStep = 0.05;

function progressLines(t: Translate, say: (line: string) => void): (done: number, total: number) => void {
  let said = 0;
  return (done, total) => {
    if (done < total && done / total < said + progressStep) return;
    said = done / total;
    say(`${t("register-entering")}: ${done} / ${total}`);
  };
}

/** Headings come from a file that somebody sent: nothing in them moves the cursor or recolours the screen. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (character) => (character === "\n" ? " " : "?"));
}
