/** The command line of `aydyn answer-joining`: what is signed is said before it is written. */
import { utf8Bytes, utf8Text } from "#core/bytes.ts";
import { parseVerifierKey } from "#core/log/note.ts";
import { answerJoining, joiningAnswerText, parseJoiningText } from "#core/record/joining.ts";
import type { BodyKey } from "#platform/keys/signing-keys.ts";

/** What the command is given from outside. */
export interface AnswerJoiningSurroundings {
  /** The key of a body, as the worker holds it; `null` when none was ever drawn. */
  readonly keyOf: (logOrigin: string, body: number) => BodyKey | null;
  readonly readFile: (path: string) => Uint8Array;
  readonly writeFile: (path: string, bytes: Uint8Array) => void;
  readonly now: () => number;
  readonly say: (line: string) => void;
}

const usage = `aydyn answer-joining FILE ANSWER

Signs with a body's key what an outside register drew for it (FILE), to show that register that it is the body, and writes
the answer into a new file (ANSWER) that is carried back. Runs where the worker runs, with its settings (AYDYN_DATA); needs
no line and no database, and draws no key.

Exit codes: 0 written; 1 not signed, and why; 2 the command was not understood.`;

const refusedCode = 1;
const usageCode = 2;
const keyNamePattern = /^(\S+)\/body\/([1-9][0-9]{0,9})$/;

/** Runs the command with the words after its name; gives the exit code. */
export function answerJoiningCommand(
  words: readonly string[],
  { keyOf, readFile, writeFile, now, say }: AnswerJoiningSurroundings,
): number {
  const [path, answerPath, ...more] = words;
  if (path === undefined || answerPath === undefined || more.length > 0 || path.startsWith("--")) {
    say(usage);
    return words.includes("--help") ? 0 : usageCode;
  }
  const text = utf8Text(readFile(path)) ?? "";
  const challenge = parseJoiningText(text);
  if (!challenge.ok) {
    say(`${path} is nothing that an outside register draws: it is not signed.`);
    return refusedCode;
  }
  const { register, body, bodyKey, expires } = challenge.value;
  if (expires <= now()) {
    say("Its time is over: ask the register to draw anew.");
    return refusedCode;
  }
  const key = parseVerifierKey(bodyKey);
  const [, origin = "", number = ""] = keyNamePattern.exec(key.ok ? key.value.name : "") ?? [];
  const held = origin === "" ? null : keyOf(origin, Number(number));
  if (held === null || held.verifierKey.text !== bodyKey) {
    say(`No such key lies here: ${bodyKey}. It is not signed.`);
    return refusedCode;
  }
  writeFile(answerPath, utf8Bytes(joiningAnswerText(answerJoining(held.signer, text))));
  say(
    `Signed with ${bodyKey}: to join the register ${register} as ${body}, until ${new Date(expires).toISOString()}.`,
  );
  say(`Carry ${answerPath} to whoever keeps that register.`);
  return 0;
}
