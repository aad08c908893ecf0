import { certificateCommand } from "./certificate-command.ts";
import { type Command, commandHelp, parseCommandLine, type Surroundings, UsageError } from "./command.ts";
import { type ExitCode, exitCodes, exitCodesHelp } from "./exit-codes.ts";
import { mirrorCommand } from "./mirror-command.ts";
import { reportCommand } from "./report-command.ts";
import { verifyCertificateCommand } from "./verify-certificate-command.ts";
import { verifyFraudCommand } from "./verify-fraud-command.ts";
import { verifyLogCommand } from "./verify-log-command.ts";
import { verifyReceiptCommand } from "./verify-receipt-command.ts";
import { verifyStubCommand } from "./verify-stub-command.ts";
import { watchCommand } from "./watch-command.ts";

const commands: readonly Command[] = [
  verifyReceiptCommand,
  verifyLogCommand,
  verifyStubCommand,
  verifyFraudCommand,
  certificateCommand,
  verifyCertificateCommand,
  mirrorCommand,
  reportCommand,
  watchCommand,
];

/** Runs `aydyn` with the words after its name, all but `aydyn witness`. Gives the exit code. */
export async function runAydyn(words: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { terminal } = surroundings;
  const command = commands.find(({ name }) => name === words.slice(0, name.split(" ").length).join(" "));
  if (command === undefined) return runWithoutCommand(words, surroundings);
  const rest = words.slice(command.name.split(" ").length);
  if (rest.includes("--help") || rest.includes("-h")) {
    terminal.say(commandHelp(command));
    return exitCodes.verified;
  }
  const given = parseCommandLine(command, rest);
  if (!given.ok) {
    terminal.note(`aydyn ${command.name}: ${given.problem}`);
    terminal.note(`Try: aydyn ${command.name} --help`);
    return exitCodes.usage;
  }
  try {
    return await command.run(given.value, surroundings);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.note(`aydyn ${command.name}: ${error.message}`);
    return exitCodes.usage;
  }
}

function runWithoutCommand(words: readonly string[], { terminal }: Surroundings): ExitCode {
  const [first, second] = words;
  const isGroup = commands.some(({ name }) => name.startsWith(`${first} `));
  const asksForHelp = [first, isGroup ? second : first].some(
    (word) => word === "--help" || word === "-h" || word === "help",
  );
  if (first === undefined || asksForHelp) {
    terminal.say(generalHelp());
    return first === undefined ? exitCodes.usage : exitCodes.verified;
  }
  terminal.note(`aydyn: there is no command "${words.slice(0, 2).join(" ")}"`);
  terminal.note("Try: aydyn --help");
  return exitCodes.usage;
}

function generalHelp(): string {
  const width = Math.max(...commands.map(({ name }) => name.length), "emergency-numbers".length);
  const lines = commands.map(({ name, summary }) => `  aydyn ${name.padEnd(width)}  ${summary}`);
  return `aydyn checks the public record of a state without asking the state.

${lines.join("\n")}
  aydyn ${"witness".padEnd(width)}  sign that a log never rewrites its past, pushed to or from a USB stick
  aydyn ${"answer-joining".padEnd(width)}  where a worker runs: show an outside register that a body is the body
  aydyn ${"import".padEnd(width)}  where a portal runs: enter what a register of incoming mail still owes
  aydyn ${"intake-key".padEnd(width)}  where a portal runs: the keys to which the page for writing without a line encrypts
  aydyn ${"emergency-numbers".padEnd(width)}  where a portal runs: whom to call in danger, for the cabinet's head to change

"aydyn COMMAND --help" explains each.

${exitCodesHelp}`;
}
