/** The text of a publication, the same wherever it is shown: to its author, to the head, to everyone. */
import { type Pieces, type PublishedAppeal, textOfPieces } from "#core/acts/published-appeal.ts";
import { type BodyTree, takesAppeals } from "#government/bodies/index.ts";
import { tag, wordsIn } from "#platform/html/elements.ts";
import { attributes, type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { Language } from "#platform/language/language.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { PersonalWords } from "./personal-words.ts";

/** What of an appeal is read: its words, and in which language they were written. */
export type ReadableText = Pick<PublishedAppeal, "subject" | "text" | "reply" | "language">;

/** A text with its gaps, each with the reason why words are missing, in the language of whoever reads. */
export function piecesHtml(t: Translate, pieces: Pieces): Html {
  return html`${pieces.map((piece) =>
    typeof piece === "string"
      ? piece
      : wordsIn(t.language, tag(t("published-cut", { reason: t(`published-cut-${piece.cut}`) }))),
  )}`;
}

/** Subject, text and reply. The headings are of the level below the page's. */
export function readableText(t: Translate, shown: ReadableText): Html {
  const { subject, language } = shown;
  return html`<h2 lang="${language}">${piecesHtml(t, subject)}</h2>${textAndReply(t, shown)}`;
}

/** The same under a heading that the page has already. */
export function textAndReply(t: Translate, { text, reply, language }: ReadableText): Html {
  return html`${written(t, text, language)}${
    reply !== null && html`<h2>${t("published-reply")}</h2>${written(t, reply, language)}`
  }`;
}

function written(t: Translate, pieces: Pieces, language: string): Html {
  return html`<div class="written" ${attributes({ lang: language })}>${piecesHtml(t, pieces)}</div>`;
}

/** A line of plain text, for titles and lists: gaps are three points in brackets. */
export function plainLine(pieces: Pieces, charactersMax: number): string {
  const line = textOfPieces(pieces, "[…]").replace(/\s+/g, " ").trim();
  const characters = [...line];
  return characters.length <= charactersMax
    ? line
    : `${characters
        .slice(0, charactersMax)
        .join("")
        .replace(/\s+\S*$/u, "")} …`;
}

/** Words that whoever decides should look at once more. */
export function personalList(t: Translate, found: readonly PersonalWords[], language: Language): HtmlValue {
  return (
    found.length > 0 &&
    html`<p>${t("publish-personal")}</p><ul>${found.map(
      ({ passage, kind }) =>
        html`<li><b lang="${language}">${passage}</b>: ${t(`publish-personal-${kind}`)}</li>`,
    )}</ul>`
  );
}

/**
 * The places that can be chosen: those of the bodies that answer appeals for a place, each once. A court has a district
 * too, but nobody writes to it here, and two entries of one name would look like two places.
 */
export function placesOf(
  t: Translate,
  tree: BodyTree,
): readonly { readonly value: string; readonly label: string }[] {
  const byLabel = new Map<string, string>();
  for (const body of tree.all) {
    const label = placesInWords(t, body);
    if (label !== "" && takesAppeals(body) && !byLabel.has(label)) byLabel.set(label, body.slug);
  }
  return [...byLabel].map(([label, value]) => ({ value, label }));
}

function placesInWords(t: Translate, { about }: BodyTree["all"][number]): string {
  return about.places.map((place) => place[t.language]).join(", ");
}

/** The name of a place by the word of its body. */
export function placeInWords(t: Translate, tree: BodyTree, place: string | null): string {
  if (place === null) return t("published-place-country");
  const body = tree.all.find(({ slug }) => slug === place);
  return body === undefined ? place : placesInWords(t, body) || place;
}
