/** Sentences that several pages of the citizen's side say. */
import { dialled, type EmergencyNumber } from "#core/record/emergency-numbers.ts";
import { unreachable } from "#core/result.ts";
import { notice } from "#platform/html/elements.ts";
import { type Html, html } from "#platform/html/html.ts";
import type { Translate } from "#platform/language/texts.ts";
import { type AttachmentProblem, attachmentMebibytesMax, attachmentsMax } from "../attachment-type.ts";
import type { Said } from "./filing-session.ts";
import type { Hints } from "./hints.ts";

/** Why a file was not taken. */
export function fileProblem(t: Translate, problem: AttachmentProblem | "none-chosen" | "too-many"): string {
  switch (problem) {
    case "none-chosen":
      return t("appeal-file-none-chosen");
    case "too-many":
      return t("appeal-file-full", { count: attachmentsMax });
    case "empty":
      return t("appeal-file-empty");
    case "too-large":
      return t("appeal-file-too-large", { size: attachmentMebibytesMax });
    case "kind-not-taken":
      return t("appeal-file-kind-not-taken");
    case "damaged":
      return t("appeal-file-damaged");
    default:
      return unreachable(problem);
  }
}

/** What has just happened, above the page; nothing when there is nothing to say. */
export function saidNotice(t: Translate, said: Said | null): Html | null {
  switch (said) {
    case null:
      return null;
    case "visit-ended":
      return notice(t("said-visit-ended-title"), html`<p>${t("said-visit-ended")}</p>`, { alert: true });
    case "form-too-old":
      return notice(t("said-form-too-old-title"), html`<p>${t("said-form-too-old")}</p>`, { alert: true });
    case "entered":
      return notice(t("said-entered-title"), html`<p>${t("said-entered")}</p>`, {
        tone: "leaf",
        alert: true,
      });
    default:
      return unreachable(said);
  }
}

/**
 * What the words that were typed call for: whom to call at once, by the numbers that the country has named, and where a
 * matter goes that no body can settle.
 */
export function hintNotices(
  t: Translate,
  { emergencies, elsewhere }: Hints,
  numbers: readonly EmergencyNumber[],
): readonly Html[] {
  const dangers = emergencies.map((danger) => ({
    danger,
    named: numbers.filter((number) => number.for.includes(danger)),
  }));
  const isCalled = dangers.some(({ named }) => named.length > 0);
  const calls =
    emergencies.length > 0
      ? [
          notice(
            t(isCalled ? "hint-emergency-title" : "hint-emergency-title-without"),
            html`<ul>${dangers.map(
              ({ danger, named }) =>
                html`<li>${t(`hint-emergency-${danger}`)}${named.length > 0 && numberList(t, named)}</li>`,
            )}</ul><p>${t("hint-emergency-do-not-wait")}</p>`,
            { tone: "clay" },
          ),
        ]
      : [];
  const ways =
    elsewhere.length > 0
      ? [
          notice(
            t("hint-elsewhere-title"),
            html`<ul>${elsewhere.map((each) => html`<li>${t(`hint-elsewhere-${each}`)}</li>`)}</ul><p>${t("hint-elsewhere-go-on")}</p>`,
          ),
        ]
      : [];
  return [...calls, ...ways];
}

/** Whom to call in danger. Nothing for a country that has named nobody. */
export function emergencyNotice(t: Translate, numbers: readonly EmergencyNumber[]): Html {
  return notice(
    t("appeal-emergency-title"),
    html`<p>${t("appeal-emergency")}</p>${numbers.length > 0 && numberList(t, numbers)}`,
    { tone: "clay" },
  );
}

function numberList(t: Translate, numbers: readonly EmergencyNumber[]): Html {
  return html`<ul>${numbers.map(
    (each) =>
      html`<li>${each.text[t.language]}: <a href="tel:${dialled(each)}"><b>${each.number}</b></a></li>`,
  )}</ul>`;
}
