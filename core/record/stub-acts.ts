import { toBase64, utf8Bytes, utf8Text } from "../bytes.ts";
import { assert, ok, type Result, refused, unreachable } from "../result.ts";
import { bytes, exactly, integer, list, made, object, oneOf } from "../strict-json.ts";
import { canonicalJson, type JsonObject, type JsonValue, parseCanonicalJson } from "./canonical-json.ts";
import type { ActKind } from "./kinds.ts";
import { hashLength } from "./leaf.ts";
import { padNumberMax, stubNumberMax } from "./stub.ts";

/**
 * The public acts about stubs, as the part named `public` of each states them. All are published whole and never
 * erased: they hold no person's data, and a stub is only worth what can be shown of all of them.
 */
export type StubActKind = "pad-issued" | "stub-registered" | "stubs-voided";

/** A pad of stubs is issued to a body, before any sheet of it is used. Its stubs are numbered from 1. */
export interface PadIssued {
  readonly body: number;
  readonly pad: number;
  /** The issued mark of each stub, in the order of their numbers. */
  readonly marks: readonly Uint8Array[];
}

/** A paper with a stub was registered. */
export interface StubRegistered {
  /** The registered mark of the stub. */
  readonly mark: Uint8Array;
  /** The commitment in the leaf of the filing. */
  readonly filing: Uint8Array;
}

/** Why sheets are taken out of use. */
export const voidReasons = ["spoiled", "lost", "stolen", "withdrawn"] as const;
export type VoidReason = (typeof voidReasons)[number];

/** Sheets of a pad are declared unused from now on: nothing may be registered under them any more. */
export interface StubsVoided {
  readonly body: number;
  readonly pad: number;
  readonly from: number;
  readonly to: number;
  readonly reason: VoidReason;
}

export type StubAct =
  | { readonly kind: "pad-issued"; readonly part: PadIssued }
  | { readonly kind: "stub-registered"; readonly part: StubRegistered }
  | { readonly kind: "stubs-voided"; readonly part: StubsVoided };

/** Sheets of one pad: a clerk's month, and the act stays a few kilobytes. */
export const stubsPerPadMax = 200;

const bodyNumberMax = 0xffff_ffff;

/** Whether acts of a kind are about stubs: every such leaf has its payload published. */
export function isStubActKind(kind: ActKind): kind is StubActKind {
  return kind === "pad-issued" || kind === "stub-registered" || kind === "stubs-voided";
}

/** The bytes of the part `public` of an act about stubs. Throws when the reader would refuse them. */
export function stubPartBytes(act: StubAct): Uint8Array {
  const written = utf8Bytes(canonicalJson({ v: 1, ...partJson(act) }));
  assert(parseStubPart(act.kind, written).ok, `the reader refuses this ${act.kind}`);
  return written;
}

function partJson(act: StubAct): JsonObject {
  if (act.kind === "pad-issued") {
    const { body, pad, marks } = act.part;
    return { body, pad, marks: marks.map(toBase64) };
  }
  if (act.kind === "stub-registered") {
    return { mark: toBase64(act.part.mark), filing: toBase64(act.part.filing) };
  }
  const { body, pad, from, to, reason } = act.part;
  return { body, pad, from, to, reason };
}

/** Reads the part `public` of an act about stubs: canonical JSON of exactly the keys above and `v` = 1. */
export function parseStubPart(
  kind: StubActKind,
  written: Uint8Array,
): Result<StubAct, "malformed-public-part"> {
  const text = utf8Text(written);
  const json = text === null ? null : parseCanonicalJson(text);
  const act = json?.ok ? readPart(kind, json.value) : null;
  return act === null ? refused("malformed-public-part") : ok(act);
}

const place = { body: integer(1, bodyNumberMax), pad: integer(1, padNumberMax) };
const readers = {
  "pad-issued": object({ v: exactly(1), ...place, marks: list(bytes(hashLength), 1, stubsPerPadMax) }),
  "stub-registered": object({ v: exactly(1), mark: bytes(hashLength), filing: bytes(hashLength) }),
  "stubs-voided": made(
    object({
      ...{ v: exactly(1), ...place },
      ...{ from: integer(1, stubNumberMax), to: integer(1, stubNumberMax), reason: oneOf(voidReasons) },
    }),
    "a range that does not end before it begins",
    (range) => (range.from <= range.to ? range : undefined),
  ),
} as const;

function readPart(kind: StubActKind, value: JsonValue): StubAct | null {
  switch (kind) {
    case "pad-issued": {
      const read = readers[kind](value);
      return read ? { kind, part: { body: read.body, pad: read.pad, marks: read.marks } } : null;
    }
    case "stub-registered": {
      const read = readers[kind](value);
      return read ? { kind, part: { mark: read.mark, filing: read.filing } } : null;
    }
    case "stubs-voided": {
      const read = readers[kind](value);
      if (read === undefined) return null;
      const { body, pad, from, to, reason } = read;
      return { kind, part: { body, pad, from, to, reason } };
    }
    default:
      return unreachable(kind);
  }
}
