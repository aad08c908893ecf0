import { toBase64 } from "#core/bytes.ts";
import { fraudFileBytesMax, parseFraud } from "../evidence/fraud-file.ts";
import { describeFraudProblem, judgeFraud, type ProvedFraud } from "../evidence/judge-fraud.ts";
import { grouped } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { JudgedCheckpoint } from "../tree/checkpoints.ts";
import {
  type Command,
  type GivenArguments,
  readNamedText,
  type Surroundings,
  UsageError,
} from "./command.ts";
import { type ExitCode, exitCodes, exitCodesHelp } from "./exit-codes.ts";
import { jsonText, sayLabelled, secondsText } from "./output.ts";
import { trustGiven, trustOptions } from "./trust-options.ts";

export const verifyFraudCommand: Command = {
  name: "verify fraud",
  summary: "check evidence that a log showed two histories",
  arguments: ["FILE"],
  options: { ...trustOptions, json: { help: "answer as JSON" } },
  details: `Checks a .tlog-fraud file by itself: two checkpoints signed by one log that cannot both be true. Exit code 0
means that the fraud is proved. The signatures are checked with the key in the file, which you compare with the one that
you know; with --policy or --log-key this is done for you. Without any key the exit code is 3.

${exitCodesHelp}`,
  run: runVerifyFraud,
};

async function runVerifyFraud(given: GivenArguments, { terminal, engine }: Surroundings): Promise<ExitCode> {
  const [file = ""] = given.positionals;
  const evidence = parseFraud(await readNamedText(file, fraudFileBytesMax));
  if (!evidence.ok) throw new UsageError(`${file} is not a .tlog-fraud file`);
  const judged = judgeFraud(engine, evidence.value, await trustGiven(given, engine));
  if (given.has("json")) {
    terminal.say(
      jsonText(judged.ok ? { ok: true, ...judged.value } : { ok: false, problem: judged.problem }),
    );
  } else if (judged.ok) {
    sayFraud(terminal, judged.value, evidence.value.logKey?.text ?? null);
  } else {
    terminal.say(`NOT PROVED: ${describeFraudProblem(judged.problem)}`);
  }
  if (!judged.ok) return exitCodes.failed;
  return judged.value.logJudged ? exitCodes.verified : exitCodes.witnessesNotJudged;
}

function sayFraud(terminal: Terminal, fraud: ProvedFraud, key: string | null): void {
  terminal.say(
    fraud.contradiction === "same-size-other-root"
      ? "PROVED: the log signed two different contents of the same size."
      : "PROVED: the log signed a checkpoint and later another one that contradicts it.",
  );
  sayLabelled(terminal, "Log", fraud.first.checkpoint.origin);
  sayLabelled(
    terminal,
    "Signed by",
    fraud.logJudged ? (key ?? "the log's key that you named") : "not judged: give --log-key or --policy",
  );
  sayLabelled(terminal, "First", checkpointLine(fraud.first));
  sayLabelled(terminal, "Second", checkpointLine(fraud.second));
}

function checkpointLine({ checkpoint, cosignatures }: JudgedCheckpoint): string {
  const seen = cosignatures.map(
    ({ name, timeSeconds }) => `\ncosigned by ${name} at ${secondsText(timeSeconds)}`,
  );
  return `${grouped(checkpoint.size)} entries, root ${toBase64(checkpoint.root)}${seen.join("")}`;
}
