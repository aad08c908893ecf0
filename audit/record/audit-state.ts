import { fromHex, toBase64, toHex } from "#core/bytes.ts";
import { parseJson } from "#core/record/canonical-json.ts";
import { caseTagLength, hashLength } from "#core/record/leaf.ts";
import { ok, type Result, refused } from "#core/result.ts";
import {
  anyText,
  bytes,
  exactly,
  integer,
  list,
  made,
  matching,
  object,
  orNull,
  tuple,
} from "#core/strict-json.ts";
import { bytesOfKey, keyOfBytes } from "../tree/hot-bytes.ts";
import type { RecordedAct } from "./case-reading.ts";
import type { LeafChainState } from "./leaf-chain.ts";

/** Where an audit ended, so that the next one reads only what is new. It is the auditor's own word: keep it safe. */
export interface AuditState {
  readonly origin: string;
  /** The checkpoint note that was verified. */
  readonly checkpoint: string;
  readonly chain: LeafChainState;
  /** Acts of cases, in the order of the log. */
  readonly acts: readonly RecordedAct[];
}

export const auditStateBytesMax = 1024 * 1024 * 1024;

const listMax = 100_000_000;
const textLengthMax = 262_144;
const numberMax = Number.MAX_SAFE_INTEGER;
const serialPattern = /^(?:0|[1-9][0-9]{0,19})$/;

/** The text of a state file. */
export function auditStateText(state: AuditState): string {
  return `${JSON.stringify({
    v: 1,
    type: "aydyn-audit-state",
    origin: state.origin,
    checkpoint: state.checkpoint,
    time: state.chain.time,
    serials: [...state.chain.serials].map(([body, serial]) => [body, String(serial)]),
    lastHashes: [...state.chain.lastHashes].map(([tag, hash]) => [toHex(bytesOfKey(tag)), toBase64(hash)]),
    acts: state.acts.map((act) => [
      act.index,
      act.kind,
      act.body,
      act.time,
      act.due,
      toHex(act.caseTag),
      act.seenSeconds,
    ]),
  })}\n`;
}

const readTag = made(anyText(2 * caseTagLength), "a case's tag in hexadecimal", (text) => {
  const tag = fromHex(text);
  return tag?.length === caseTagLength ? tag : undefined;
});
const readSerial = made(
  tuple(integer(0, numberMax), matching(20, serialPattern, "a whole number")),
  "a serial number",
  ([body, serial]): readonly [number, bigint] => [body, BigInt(serial)],
);
const readLastHash = made(
  tuple(readTag, bytes(hashLength)),
  "a hash",
  ([tag, hash]): readonly [string, Uint8Array] => [keyOfBytes(tag), hash],
);
const readAct = made(
  tuple(
    integer(0, numberMax),
    integer(1, 0xffff),
    integer(0, 0xffff_ffff),
    integer(0, numberMax),
    integer(0, 0xffff_ffff),
    readTag,
    orNull(integer(1, numberMax)),
  ),
  "an act",
  ([index, kind, body, time, due, caseTag, seenSeconds]): RecordedAct => ({
    index,
    kind,
    body,
    time,
    due,
    caseTag,
    seenSeconds,
  }),
);
const readState = object({
  v: exactly(1),
  type: exactly("aydyn-audit-state"),
  origin: anyText(textLengthMax),
  checkpoint: anyText(textLengthMax),
  time: integer(0, numberMax),
  serials: list(readSerial, 0, listMax),
  lastHashes: list(readLastHash, 0, listMax),
  acts: list(readAct, 0, listMax),
});

/** Reads a state file. */
export function parseAuditState(text: string): Result<AuditState, "not-a-state"> {
  const json = parseJson(text);
  const state = json.ok ? readState(json.value) : undefined;
  if (state === undefined) return refused("not-a-state");
  const { origin, checkpoint, time, acts } = state;
  const chain = { time, serials: new Map(state.serials), lastHashes: new Map(state.lastHashes) };
  return ok({ origin, checkpoint, chain, acts });
}
