import type { Engine } from "#core/log/engine.ts";
import { ok, type Result, refused } from "#core/result.ts";
import type { Finding } from "./finding.ts";
import { type PublishedParameters, readPublishedParameters } from "./record/published-parameters.ts";
import type { LogSource, SourceProblem } from "./source/log-source.ts";
import { publishedPaths } from "./source/published-paths.ts";
import { type JudgedCheckpoint, readHead } from "./tree/checkpoints.ts";
import { type Trust, withWitnessesOfLog } from "./tree/trust.ts";

/** How often a checkpoint is read again that is smaller than what is published under it. */
const headReadsMax = 3;

/** Nothing could be audited: the log was out of reach, or its checkpoint says nothing that can be used. */
export type PublishedProblem =
  | { readonly kind: "unreachable"; readonly problem: SourceProblem }
  | { readonly kind: "unusable"; readonly finding: Finding };

/** What is read of a log before its entries: which files there are, what it says about itself, and its head. */
export interface Published {
  readonly paths: ReadonlySet<string>;
  readonly parameters: PublishedParameters | null;
  readonly trust: Trust;
  readonly head: JudgedCheckpoint;
}

/** Reads all this, in an order that a log which is being written cannot confuse. */
export async function readPublished(
  options: { readonly engine: Engine; readonly source: LogSource; readonly trust: Trust },
  find: (finding: Finding) => void,
): Promise<Result<Published, PublishedProblem>> {
  const { engine, source } = options;
  // The list first: what it names, the head that is read after it contains.
  const paths = await publishedPaths(source);
  if (!paths.ok && paths.problem.kind !== "malformed") {
    return refused({ kind: "unreachable", problem: paths.problem });
  }
  if (!paths.ok)
    find({ kind: "published-malformed", path: paths.problem.path, problem: "not a list of paths" });
  const parameters = await readPublishedParameters(source);
  if (!parameters.ok) find(parameters.problem);
  const trust = withWitnessesOfLog(options.trust, parameters.ok ? parameters.value.witnessKeys : []);
  const lastAct = parameters.ok ? (parameters.value.acts.at(-1)?.index ?? -1) : -1;
  const head = await readHeadBeyond(engine, source, trust, lastAct);
  if (!head.ok) {
    return refused(
      head.problem.kind === "source"
        ? { kind: "unreachable", problem: head.problem.problem }
        : { kind: "unusable", finding: head.problem.finding },
    );
  }
  if (parameters.ok && parameters.value.origin !== head.value.checkpoint.origin) {
    find({ kind: "parameters-unusable", reason: `they are of ${parameters.value.origin}`, index: null });
  }
  return ok({
    paths: paths.ok ? paths.value : new Set(),
    parameters: parameters.ok ? parameters.value : null,
    trust,
    head: head.value,
  });
}

/** A log publishes the acts on its parameters a moment before the checkpoint over them: that moment is waited out. */
async function readHeadBeyond(
  engine: Engine,
  source: LogSource,
  trust: Trust,
  lastAct: number,
): ReturnType<typeof readHead> {
  let head = await readHead(engine, source, trust);
  for (let again = 0; again < headReadsMax && head.ok && head.value.checkpoint.size <= lastAct; again += 1) {
    head = await readHead(engine, source, trust);
  }
  return head;
}
