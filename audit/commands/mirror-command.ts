import { resolve } from "node:path";
import {
  describeMirrorProblem,
  type MirrorDone,
  type MirrorProblem,
  mirrorLog,
} from "../mirror/mirror-log.ts";
import { sourceOfPlace } from "../source/source-of-place.ts";
import { grouped, progressOn } from "../terminal/progress.ts";
import { printable, type Terminal } from "../terminal/terminal.ts";
import type { Command, GivenArguments, Surroundings } from "./command.ts";
import { type ExitCode, exitCodes, exitCodesHelp } from "./exit-codes.ts";
import { jsonText, saveEvidence, secondsText } from "./output.ts";
import { trustGiven, trustOptions } from "./trust-options.ts";

export const mirrorCommand: Command = {
  name: "mirror",
  summary: "copy a log into a folder, or bring a copy up to date",
  arguments: ["URL|DIR", "FOLDER"],
  options: { ...trustOptions, json: { help: "answer as JSON" } },
  details: `Fetches what is new, verifies it, and only then shows the new checkpoint in FOLDER. Interrupted, it goes on
where it was. Everything that the log publishes is copied; what it has erased is deleted here too. The folder is itself
a log that anyone can mirror, verify or cosign: put it on a web server or on a USB stick.

The mirror remembers the last checkpoint that it verified. If the log then shows a history that contradicts it, the
mirror keeps its own, and writes both signed checkpoints to FOLDER-SIZE.tlog-fraud beside the folder: that file proves
the fraud to anyone.

Without this program, wget copies a log too (audit/README.md shows the words); "aydyn verify log FOLDER" checks the copy.

${exitCodesHelp}`,
  run: runMirror,
};

async function runMirror(given: GivenArguments, surroundings: Surroundings): Promise<ExitCode> {
  const { terminal, engine, now } = surroundings;
  const [place = "", folder = ""] = given.positionals;
  const trust = await trustGiven(given, engine);
  const outcome = await mirrorLog({
    engine,
    source: sourceOfPlace(place, surroundings.web),
    folder,
    trust,
    progress: (what) => progressOn(terminal, what, now),
  });
  return outcome.ok
    ? sayDone(outcome.value, given, terminal)
    : sayProblem(outcome.problem, folder, given, terminal);
}

function sayDone(done: MirrorDone, given: GivenArguments, terminal: Terminal): ExitCode {
  const { head, entriesNew, filesFetched, erased } = done;
  if (given.has("json")) {
    terminal.say(jsonText({ ok: true, size: head.checkpoint.size, entriesNew, filesFetched, erased }));
    return exitCodes.verified;
  }
  const newest = head.cosignatures.at(-1);
  const seen = newest === undefined ? "" : `, cosigned ${secondsText(newest.timeSeconds)}`;
  const entries = `${grouped(head.checkpoint.size)} entries (${grouped(entriesNew)} new)`;
  terminal.say(
    `${printable(head.checkpoint.origin)}: ${entries}${seen}; ${grouped(filesFetched)} files fetched`,
  );
  if (erased > 0) terminal.say(`${grouped(erased)} payload(s) deleted, as the log erased them`);
  return exitCodes.verified;
}

async function sayProblem(
  problem: MirrorProblem,
  folder: string,
  given: GivenArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const messages = describeMirrorProblem(problem).map((sentence) => printable(sentence));
  if (given.has("json")) terminal.say(jsonText({ ok: false, problem: problem.kind, messages }));
  for (const message of messages) terminal.note(message);
  if (problem.kind === "unreachable") {
    terminal.note("The mirror keeps what it has. Run the same command again to go on.");
    return exitCodes.unreachable;
  }
  if (problem.kind === "split-view") {
    await saveEvidence(terminal, problem.evidence, `${resolve(folder)}-${problem.finding.size}`);
  }
  terminal.note("NOT MIRRORED: the mirror keeps the checkpoint that it verified before.");
  return exitCodes.failed;
}
