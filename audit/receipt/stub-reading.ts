import { utf8Text } from "#core/bytes.ts";
import type { Engine } from "#core/log/engine.ts";
import { kindOfLeafNumber } from "#core/record/kinds.ts";
import { decodeLeaf, type Leaf } from "#core/record/leaf.ts";
import { verifyOpening } from "#core/record/payload.ts";
import { parsePublishedPayload, payloadPath } from "#core/record/publication.ts";
import { isStubActKind, parseStubPart, type StubAct, type StubActKind } from "#core/record/stub-acts.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { describeFinding } from "../finding.ts";
import { payloadBytesMax } from "../source/log-source.ts";
import type { Progress } from "../terminal/progress.ts";
import { auditTree } from "../tree/audit-tree.ts";
import type { LogAtHand } from "./receipt-against.ts";

/** A public act about stubs, opened against its leaf. */
export interface PlacedStubAct {
  readonly index: number;
  readonly leaf: Leaf;
  readonly act: StubAct;
}

/**
 * Every act about stubs that a log holds. That a paper was never registered can be said only when each of them was
 * read: one that cannot be opened is a reason to say nothing.
 */
export async function readStubActs(
  engine: Engine,
  log: LogAtHand,
  progress: Progress,
): Promise<Result<readonly PlacedStubAct[], string>> {
  const places: { readonly index: number; readonly leaf: Leaf; readonly kind: StubActKind }[] = [];
  const read = await readWholeLog(engine, log, progress, (index, leaf) => {
    const kind = kindOfLeafNumber(leaf.kind);
    if (kind !== null && isStubActKind(kind)) places.push({ index, leaf, kind });
  });
  if (!read.ok) return read;
  const acts: PlacedStubAct[] = [];
  for (const { index, leaf, kind } of places) {
    const act = await openStubAct(log, index, leaf, kind);
    if (act === null) {
      return refused(
        `entry ${index} (${kind}) is not opened by ${payloadPath(index)}: the copy is not whole`,
      );
    }
    acts.push({ index, leaf, act });
  }
  return ok(acts);
}

/** The entry whose leaf carries a commitment; `null` when there is none. */
export async function findCommitment(
  engine: Engine,
  log: LogAtHand,
  isWanted: (commitment: Uint8Array) => boolean,
  progress: Progress,
): Promise<Result<{ readonly index: number; readonly leaf: Leaf } | null, string>> {
  const found: { readonly index: number; readonly leaf: Leaf }[] = [];
  const read = await readWholeLog(engine, log, progress, (index, leaf) => {
    if (found.length === 0 && isWanted(leaf.commitment)) found.push({ index, leaf });
  });
  return read.ok ? ok(found[0] ?? null) : read;
}

/** Reads every entry and compares the tree with the signed root: nothing can have been left out. */
async function readWholeLog(
  engine: Engine,
  log: LogAtHand,
  progress: Progress,
  visit: (index: number, leaf: Leaf) => void,
): Promise<Result<null, string>> {
  const { size, root } = log.head.checkpoint;
  const unreadable: number[] = [];
  const outcome = await auditTree({
    ...{ engine, source: log.source, size, knownSize: 0, progress },
    signedRoots: new Map([[size, [root]]]),
    visit: async ({ firstIndex, entries }) => {
      for (const [offset, entry] of entries.entries()) {
        const leaf = decodeLeaf(entry);
        if (leaf.ok) visit(firstIndex + offset, leaf.value);
        else unreadable.push(firstIndex + offset);
      }
    },
  });
  const [finding] = outcome.findings;
  if (finding !== undefined) return refused(describeFinding(finding));
  if (unreadable[0] !== undefined) return refused(`entry ${unreadable[0]} is no leaf`);
  return outcome.root === null ? refused("the log cannot be read whole") : ok(null);
}

async function openStubAct(
  log: LogAtHand,
  index: number,
  leaf: Leaf,
  kind: StubActKind,
): Promise<StubAct | null> {
  const bytes = await log.source.read(payloadPath(index), payloadBytesMax);
  const text = bytes.ok ? utf8Text(bytes.value) : null;
  const published = text === null ? null : parsePublishedPayload(text);
  if (!published?.ok || published.value.index !== index) return null;
  const { opening } = published.value;
  if (!verifyOpening(leaf, opening).ok) return null;
  const part = opening.parts.find(({ name }) => name === "public");
  const act = part === undefined ? null : parseStubPart(kind, part.bytes);
  return act?.ok ? act.value : null;
}
