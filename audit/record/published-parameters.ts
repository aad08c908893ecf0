import { utf8Text } from "#core/bytes.ts";
import { parseVerifierKey, type VerifierKey } from "#core/log/note.ts";
import { parseParameterPart, publicPartName } from "#core/record/parameter-acts.ts";
import {
  type BodyKey,
  bodyKeysFrom,
  type Parameters,
  type PublicAct,
  parametersFrom,
  parseParametersFile,
} from "#core/record/parameters.ts";
import { parametersFile } from "#core/record/publication.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { type LogSource, parametersBytesMax } from "../source/log-source.ts";
import type { RecordFinding } from "./record-finding.ts";

/** What a log publishes about itself. Nobody has compared the acts with the leaves yet: `OpeningCheck` does. */
export interface PublishedParameters {
  readonly origin: string;
  readonly acts: readonly PublicAct[];
  readonly parameters: Parameters;
  /** Keys of every witness that the log ever named: an old cosignature is by an old key. */
  readonly witnessKeys: readonly VerifierKey[];
  /** Every key that a body ever had. */
  readonly bodyKeys: readonly BodyKey[];
}

/** Reads parameters.json and folds its acts. */
export async function readPublishedParameters(
  source: LogSource,
): Promise<Result<PublishedParameters, RecordFinding>> {
  const bytes = await source.read(parametersFile, parametersBytesMax);
  if (!bytes.ok) return refused({ kind: "published-file", problem: bytes.problem });
  const text = utf8Text(bytes.value);
  const file = text === null ? null : parseParametersFile(text);
  if (!file?.ok)
    return refused({ kind: "published-malformed", path: parametersFile, problem: "not its shape" });
  const { origin, acts } = file.value;
  const parameters = parametersFrom(origin, acts);
  if (!parameters.ok) return refused({ kind: "parameters-unusable", ...parameters.problem });
  const bodyKeys = bodyKeysFrom(acts);
  return ok({
    origin,
    acts,
    parameters: parameters.value,
    witnessKeys: witnessKeysFrom(acts),
    bodyKeys: bodyKeys.ok ? bodyKeys.value : [],
  });
}

function witnessKeysFrom(acts: readonly PublicAct[]): VerifierKey[] {
  const keys = new Map<string, VerifierKey>();
  for (const { opening } of acts) {
    const bytes = opening.parts.find((part) => part.name === publicPartName)?.bytes;
    const parsed = bytes === undefined ? null : parseParameterPart("key-changed", bytes);
    if (!parsed?.ok || parsed.value.kind !== "key-changed" || parsed.value.part.holder !== "witness")
      continue;
    const key = parseVerifierKey(parsed.value.part.verifierKey ?? "");
    if (key.ok && key.value.algorithm === "cosignature-v1") keys.set(key.value.text, key.value);
  }
  return [...keys.values()];
}
