import { parseAppealDetails } from "#core/acts/appeal.ts";
import { countWorkingDays } from "#core/clock/calendar.ts";
import { type CivilDate, civilDateAt, parseCivilDate } from "#core/clock/civil-date.ts";
import { calendarAt, weekOf } from "#core/clock/clock-parameters.ts";
import type { ExplanationStep } from "#core/clock/explanation.ts";
import { parseCheckpoint } from "#core/log/checkpoint.ts";
import { parseNote } from "#core/log/note.ts";
import type { JsonValue } from "#core/record/canonical-json.ts";
import { fingerprint } from "#core/record/fingerprint.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { checkpointFile } from "#core/record/publication.ts";
import { smallReceiptText } from "#core/record/small-receipt.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { countedWitnesses, type PortalTools, witnessSignedAt } from "#government/appeals/index.ts";
import { type CaseRow, type CaseView, type Viewer, viewCase } from "#government/cases/index.ts";
import { entryOfAct } from "#platform/record/ledger-store.ts";
import { openingFor } from "#platform/record/receipts.ts";

/** How a case of an outside register was sent, by its own filing. */
export interface SentAs {
  readonly way: "posted" | "handed-in";
  readonly proof: string;
  readonly sentOn: CivilDate;
  /** The number on the posting receipt; "" without one, and for whoever may not see it. */
  readonly tracking: string;
}

/** What the certificate of silence says: nothing that the record does not. */
export interface SilenceFacts {
  readonly row: CaseRow;
  readonly sent: SentAs;
  readonly due: CivilDate;
  readonly today: CivilDate;
  readonly workingDays: number;
  readonly explanation: readonly ExplanationStep[];
  readonly origin: string;
  readonly index: number;
  readonly size: number;
  readonly fingerprint: string;
  readonly rulesConfirmed: boolean;
  /** Who had signed the checkpoint, and when (milliseconds). */
  readonly witnesses: readonly { readonly name: string; readonly at: number }[];
  /** The small receipt's letters, for the QR code. */
  readonly small: string;
}

/** Why there is no certificate, for the page that says so. */
export type NoCertificate = "not-sent-past-a-body" | "answered" | "not-yet-due" | "not-in-the-record-yet";

/** How the case was sent; `null` for one that was filed with a body that takes part. */
export function sentAs(view: CaseView): SentAs | null {
  const [filing] = view.acts;
  const sent = filing?.kind === "filed-elsewhere" ? sentBy(filing.details) : null;
  if (filing === undefined || sent === null) return null;
  const { texts } = filing;
  const tracking =
    typeof texts === "object" && texts !== null && "tracking" in texts ? String(texts.tracking) : "";
  return { ...sent, tracking };
}

/** The same by the details of the filing alone; `null` once they are erased. */
export function sentBy(filingDetails: JsonValue | null): Omit<SentAs, "tracking"> | null {
  const details = parseAppealDetails("filed-elsewhere", filingDetails);
  if (!details.ok || !("sentOn" in details.value)) return null;
  const day = parseCivilDate(details.value.sentOn);
  return day.ok ? { way: details.value.way, proof: details.value.proof, sentOn: day.value } : null;
}

/** The facts of silence as of now, for a viewer of the case. */
export async function silenceFacts(
  tools: PortalTools,
  row: CaseRow,
  viewer: Viewer,
): Promise<Result<SilenceFacts, NoCertificate>> {
  const parameters = await tools.parametersReader.read(tools.portal);
  const now = tools.now();
  const view = await viewCase(tools.portal, viewer, row, parameters, now);
  const sent = sentAs(view);
  if (sent === null) return refused("not-sent-past-a-body");
  if (view.state.status === "closed" || view.due === null) return refused("answered");
  const today = civilDateAt(now, parameters.timeZone);
  // On the due day itself there is still time.
  if (view.due >= today) return refused("not-yet-due");
  const place = await placeInRecord(tools, view, parameters);
  if (place === null) return refused("not-in-the-record-yet");
  const week = weekOf(parameters, row.holderBody);
  return ok({
    row,
    sent,
    due: view.due,
    today,
    workingDays: countWorkingDays(calendarAt(parameters, now), week, view.due, today),
    explanation: view.explanation,
    origin: tools.receipts.origin,
    rulesConfirmed: view.state.deadline.rules.confirmedByLawyer,
    ...place,
  });
}

type Place = Pick<SilenceFacts, "index" | "size" | "fingerprint" | "witnesses" | "small">;

/** Where the filing stands, under the published checkpoint; `null` while witnesses have not seen it. */
async function placeInRecord(
  { portal, log, receipts }: PortalTools,
  view: CaseView,
  parameters: Parameters,
): Promise<Place | null> {
  const [filing] = view.acts;
  const last = view.acts.at(-1);
  const note = receipts.readPublished(checkpointFile);
  if (filing === undefined || note === null || last?.place.witnessedSize == null) return null;
  const entry = await entryOfAct(portal, log, filing.actId);
  const opening = await openingFor(portal, filing.actId, { parts: [], personKeys: null });
  const parsed = parseNote(note);
  const checkpoint = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed;
  if (entry === null || opening === null || !checkpoint.ok) return null;
  const { index, leaf } = entry;
  if (checkpoint.value.size <= index) return null;
  return {
    index,
    size: checkpoint.value.size,
    fingerprint: fingerprint(receipts.engine, checkpoint.value),
    witnesses: countedWitnesses(receipts, parameters).flatMap(({ name, verifierKey }) => {
      const at = witnessSignedAt(receipts.engine, note, verifierKey);
      return at === null ? [] : [{ name, at }];
    }),
    small: smallReceiptText({ leaf, nonce: opening.nonce, index }),
  };
}
