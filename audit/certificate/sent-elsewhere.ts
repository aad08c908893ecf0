import { parseAppealDetails } from "#core/acts/appeal.ts";
import { utf8Text } from "#core/bytes.ts";
import { parseCivilDate } from "#core/clock/civil-date.ts";
import type { Engine } from "#core/log/engine.ts";
import { parseCanonicalJson } from "#core/record/canonical-json.ts";
import { kindOfLeafNumber } from "#core/record/kinds.ts";
import { decodeLeaf } from "#core/record/leaf.ts";
import { type Opening, verifyOpening } from "#core/record/payload.ts";
import { parsePublishedPayload, payloadPath } from "#core/record/publication.ts";
import { assert } from "#core/result.ts";
import { type LogAtHand, provedLeaf } from "../receipt/receipt-against.ts";
import { type LogSource, payloadBytesMax } from "../source/log-source.ts";
import type { SentElsewhere } from "./certified-case.ts";

/** How a filing elsewhere was sent, by the act itself: opened in the receipt or published beside the log. */
export async function sentElsewhere(
  { engine, source }: { readonly engine: Engine; readonly source: LogSource },
  log: LogAtHand,
  index: number,
  fromReceipt: Opening | null,
): Promise<SentElsewhere | null | "not-shown"> {
  const entry = await provedLeaf(engine, log, index);
  const leaf = entry === null ? null : decodeLeaf(entry);
  if (!leaf?.ok) return null;
  if (kindOfLeafNumber(leaf.value.kind) !== "filed-elsewhere") return null;
  const opening = fromReceipt ?? (await publishedOpening(source, index));
  if (opening === null || !verifyOpening(leaf.value, opening).ok) return "not-shown";
  const bytes = opening.parts.find((part) => part.name === "public")?.bytes;
  const text = bytes === undefined ? null : utf8Text(bytes);
  const json = text === null ? null : parseCanonicalJson(text);
  const details = json?.ok ? parseAppealDetails("filed-elsewhere", json.value) : null;
  if (!details?.ok || !("sentOn" in details.value)) return "not-shown";
  const { way, proof, sentOn } = details.value;
  const day = parseCivilDate(sentOn);
  assert(day.ok, "the reader of details accepts days alone");
  return { way, proof, sentOn: day.value };
}

async function publishedOpening(source: LogSource, index: number): Promise<Opening | null> {
  const bytes = await source.read(payloadPath(index), payloadBytesMax);
  const text = bytes.ok ? utf8Text(bytes.value) : null;
  const published = text === null ? null : parsePublishedPayload(text);
  return published?.ok && published.value.index === index ? published.value.opening : null;
}
