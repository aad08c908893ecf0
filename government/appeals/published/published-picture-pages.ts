/** Pictures of a filing on the pages of its publication: never within a page, always as links. */
import type { PublishedAppeal, RedactionReason } from "#core/acts/published-appeal.ts";
import type { CaseView } from "#government/cases/index.ts";
import { checkboxesFrom } from "#platform/html/form-elements.ts";
import { type FormState, problemText } from "#platform/html/form-fields.ts";
import { type HtmlValue, html } from "#platform/html/html.ts";
import type { Translate } from "#platform/language/texts.ts";
import { sizeInWords } from "../attaching/attached-pages.ts";
import { checkInWords } from "../citizen/case-act-pages.ts";
import { agreeForm } from "./publish-forms.ts";
import type { FiledPicture, HeldPicture } from "./published-pictures.ts";

/** The author's choice, picture by picture; nothing where there is none. */
export function pictureChoice(
  t: Translate,
  pictures: readonly FiledPicture[],
  { casePath, state }: { readonly casePath: string; readonly state: FormState },
): HtmlValue {
  if (pictures.length === 0) return null;
  const problem = state.problems.find(({ field }) => field === "pictures");
  return [
    checkboxesFrom(t, {
      name: "pictures",
      label: t("publish-pictures"),
      hint: t("publish-pictures-hint"),
      options: pictures.map(({ part, fileName, byteLength }) => ({
        value: part,
        label: `${fileName} (${sizeInWords(t, byteLength)})`,
      })),
      chosen: state.typed.pictures ?? [],
      message: problem === undefined ? null : problemText(t, agreeForm, problem),
    }),
    chosenPictures(t, pictures, casePath),
  ];
}

/** Pictures as whoever has the case before them fetches them; of one that is held back stands why. */
export function chosenPictures(
  t: Translate,
  pictures: readonly FiledPicture[],
  casePath: string,
  held: readonly HeldPicture[] = [],
): HtmlValue {
  if (pictures.length === 0) return null;
  return html`<p>${t("published-pictures")}</p><ul>${pictures.map(
    ({ part, fileName, byteLength, check, mayFetch }) => {
      const name = mayFetch ? html`<a href="${casePath}/file/1/${part}">${fileName}</a>` : fileName;
      const reason = held.find((each) => each.part === part)?.reason;
      return html`<li>${name} (${sizeInWords(t, byteLength)})${reason !== undefined && html` ${heldBack(t, reason)}`}${checkInWords(t, check)}</li>`;
    },
  )}</ul>`;
}

/** What everyone finds: a link to each picture, and the reason where the head has held one back. */
export function publicPictures(
  t: Translate,
  { id, pictures }: Pick<PublishedAppeal, "id" | "pictures">,
  { acts }: Pick<CaseView, "acts">,
): HtmlValue {
  if (pictures.length === 0) return null;
  // What waits to be looked at or was erased since cannot be fetched.
  const isThere = (part: string) =>
    acts[0]?.attachments.some(({ name, mayFetch }) => name === part && mayFetch) === true;
  return html`<h2>${t("published-pictures")}</h2><ul>${pictures.map((picture, at) => {
    if ("held" in picture) return html`<li>${heldBack(t, picture.held)}</li>`;
    const words = t("published-picture", { number: at + 1 });
    return isThere(picture.part)
      ? html`<li><a href="/${t.language}/appeals/${id}/picture/${at + 1}">${words}</a> (${sizeInWords(t, picture.byteLength)})</li>`
      : html`<li>${words}: ${t("published-picture-gone")}</li>`;
  })}</ul>`;
}

function heldBack(t: Translate, reason: RedactionReason): string {
  return t("published-picture-held", { reason: heldReason(t, reason) });
}

/** Why a picture is held back, in the words by which the head has chosen it. */
export function heldReason(t: Translate, reason: RedactionReason): string {
  return t(`redact-held-reason-option-${reason}`);
}
