/**
 * The seal: how far an act has come into the public record, in three honest states. It names who runs each witness,
 * since a witness is worth what its operator is worth, and leads to the proof.
 */

import { civilDateAt, type Instant } from "#core/clock/civil-date.ts";
import { unreachable } from "#core/result.ts";
import { shortDate, timeOfDay } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { type Html, html } from "./html.ts";

export interface SealWitness {
  /** Who runs it, in the reader's language. */
  readonly operator: string;
  /** When it signed. */
  readonly time: Instant;
}

export type SealState =
  /** Signed by the body, not yet in the log; with `signatureFollows` nobody could sign for it at this moment. */
  | { readonly state: "queued"; readonly signatureFollows?: true }
  /** In the log under a checkpoint that no witness has signed yet. */
  | { readonly state: "in-record"; readonly number: number }
  | { readonly state: "witnessed"; readonly number: number; readonly witnesses: readonly SealWitness[] };

export interface SealLinks {
  /** Where the proof of this act can be had; none while it is queued. */
  readonly proofHref?: string;
  readonly timeZone: string;
}

function sealWords(t: Translate, seal: SealState): string {
  switch (seal.state) {
    case "queued":
      return t(seal.signatureFollows ? "seal-unsigned" : "seal-queued");
    case "in-record":
      return t("seal-in-record", { number: String(seal.number) });
    case "witnessed":
      return t("seal-witnessed", { count: seal.witnesses.length });
    default:
      return unreachable(seal);
  }
}

function sealExplanation(t: Translate, seal: SealState): string {
  switch (seal.state) {
    case "queued":
      return t(seal.signatureFollows ? "seal-unsigned-explained" : "seal-queued-explained");
    case "in-record":
      return t("seal-in-record-explained");
    case "witnessed":
      return t("seal-witnessed-explained", { number: String(seal.number) });
    default:
      return unreachable(seal);
  }
}

/** A small seal that opens to its witnesses, the proof and "how anyone checks this". */
export function seal(t: Translate, state: SealState, links: SealLinks): Html {
  const { proofHref, timeZone } = links;
  const witnesses = state.state === "witnessed" ? state.witnesses : [];
  // An open ring, a ring with a dot, a full disc: told apart without colour, and drawn by the style sheet alone.
  return html`<details class="seal ${state.state}"><summary>${sealWords(t, state)}</summary><div><p>${sealExplanation(t, state)}</p>${
    witnesses.length > 0 &&
    html`<ul>${witnesses.map(
      ({ operator, time }) =>
        html`<li>${t("seal-witness", {
          operator,
          date: shortDate(t.language, civilDateAt(time, timeZone)),
          time: timeOfDay(time, timeZone),
        })}</li>`,
    )}</ul>`
  }<p>${proofHref !== undefined && html`<a href="${proofHref}">${t("seal-proof")}</a> · `}<a href="/${t.language}/check">${t("check-how")}</a></p></div></details>`;
}
