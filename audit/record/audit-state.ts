import { fromBase64, fromHex, toBase64, toHex } from "#core/bytes.ts";
import type { JsonValue } from "#core/record/canonical-json.ts";
import { parseJson } from "#core/record/canonical-json.ts";
import { asListOf, asText, asWholeNumber, objectWithKeys } from "#core/record/json-shape.ts";
import { caseTagLength, hashLength } from "#core/record/leaf.ts";
import { ok, type Result, refused } from "#core/result.ts";
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

/** Reads a state file. */
export function parseAuditState(text: string): Result<AuditState, "not-a-state"> {
  const json = parseJson(text);
  const keys = ["v", "type", "origin", "checkpoint", "time", "serials", "lastHashes", "acts"];
  const shape = json.ok ? objectWithKeys(json.value, keys) : null;
  if (shape?.v !== 1 || shape.type !== "aydyn-audit-state") return refused("not-a-state");
  const origin = asText(shape.origin, textLengthMax);
  const checkpoint = asText(shape.checkpoint, textLengthMax);
  const time = asWholeNumber(shape.time, 0, numberMax);
  const serials = asListOf(shape.serials, listMax, readSerial);
  const lastHashes = asListOf(shape.lastHashes, listMax, readLastHash);
  const acts = asListOf(shape.acts, listMax, readAct);
  if (origin === null || checkpoint === null || time === null) return refused("not-a-state");
  if (serials === null || lastHashes === null || acts === null) return refused("not-a-state");
  const chain = { time, serials: new Map(serials), lastHashes: new Map(lastHashes) };
  return ok({ origin, checkpoint, chain, acts });
}

function readSerial(value: JsonValue): readonly [number, bigint] | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const body = asWholeNumber(value[0], 0, numberMax);
  const serial = asText(value[1], 20);
  return body === null || serial === null || !serialPattern.test(serial) ? null : [body, BigInt(serial)];
}

function readLastHash(value: JsonValue): readonly [string, Uint8Array] | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const tag = readTag(value[0]);
  const hash = fromBase64(asText(value[1], 64) ?? "");
  return tag === null || hash?.length !== hashLength ? null : [keyOfBytes(tag), hash];
}

function readTag(value: JsonValue | undefined): Uint8Array | null {
  const tag = fromHex(asText(value, 2 * caseTagLength) ?? "");
  return tag?.length === caseTagLength ? tag : null;
}

function readAct(value: JsonValue): RecordedAct | null {
  if (!Array.isArray(value) || value.length !== 7) return null;
  const index = asWholeNumber(value[0], 0, numberMax);
  const kind = asWholeNumber(value[1], 1, 0xffff);
  const body = asWholeNumber(value[2], 0, 0xffff_ffff);
  const time = asWholeNumber(value[3], 0, numberMax);
  const due = asWholeNumber(value[4], 0, 0xffff_ffff);
  const caseTag = readTag(value[5]);
  const seenSeconds = value[6] === null ? null : asWholeNumber(value[6], 1, numberMax);
  if (index === null || kind === null || body === null || time === null || due === null) return null;
  if (caseTag === null || (seenSeconds === null && value[6] !== null)) return null;
  return { index, kind, body, time, due, caseTag, seenSeconds };
}
