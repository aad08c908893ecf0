/** A draft as a letter on paper: what stands on it, whatever it is printed as. */
import type { CivilDate } from "#core/clock/civil-date.ts";
import type { Body, BodyTree } from "#government/bodies/index.ts";
import { dateInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { postWithBody } from "../citizen/case-act-pages.ts";
import { aboutIn } from "../filing/about-draft.ts";
import type { Draft } from "../filing/draft.ts";
import { identityIn, kindIn, typedOf } from "../filing/filing-draft.ts";

/** A line to be filled in by hand where `value` is empty. */
export interface LetterLine {
  readonly label: string;
  readonly value: string;
}

export interface Letter {
  /** To whom: body, its head's post, its address. */
  readonly to: readonly string[];
  readonly from: readonly LetterLine[];
  /** What it is: complaint, application and so on. */
  readonly title: string;
  readonly subject: string;
  /** In the writer's own line ends; empty lines to write on where nothing was typed. */
  readonly text: string;
  /** Whom a complaint is about. */
  readonly about: readonly string[];
  readonly enclosures: readonly string[];
  readonly date: string;
  /** The tear-off part: it says nothing of who wrote what. */
  readonly stub: { readonly known: readonly LetterLine[]; readonly byClerk: readonly string[] };
}

/** Lays a draft out as a letter to its body. What has not been typed is left to be written by hand. */
export function letterOf(
  t: Translate,
  written: {
    readonly draft: Draft;
    readonly body: Body;
    readonly tree: BodyTree;
    readonly fileNames: readonly string[];
    readonly today: CivilDate;
  },
): Letter {
  const { draft, body, tree, fileNames, today } = written;
  const first = (step: "text" | "you", field: string) => typedOf(draft, step)[field]?.[0]?.trim() ?? "";
  const kind = kindIn(draft);
  const title = t(kind === null ? "letter-title-any" : `appeal-kind-kind-option-${kind}`);
  const [head] = body.about.posts;
  const name = body.name[t.language];
  const date = dateInWords(t.language, today);
  return {
    to: [...(head === undefined ? [] : [head.name[t.language]]), name, body.about.address[t.language]],
    // A nameless letter has no lines that ask for a name.
    from:
      identityIn(draft) === "nameless"
        ? []
        : [
            { label: t("appeal-you-name"), value: first("you", "name") },
            { label: t("appeal-you-address"), value: first("you", "address") },
            { label: t("appeal-you-contact"), value: first("you", "contact") },
          ],
    title,
    subject: first("text", "subject"),
    text: first("text", "text"),
    about: kind === "filed-complaint" ? namedIn(t, draft, tree) : [],
    enclosures: fileNames,
    date,
    stub: {
      known: [
        { label: t("letter-stub-kind"), value: title },
        { label: t("letter-stub-body"), value: name },
        { label: t("letter-stub-written"), value: date },
        { label: t("letter-stub-enclosures"), value: String(fileNames.length) },
      ],
      byClerk: [
        t("letter-stub-sheets"),
        t("letter-stub-received"),
        t("letter-stub-number"),
        t("letter-stub-clerk"),
        t("letter-stub-signature"),
      ],
    },
  };
}

function namedIn(t: Translate, draft: Draft, tree: BodyTree): readonly string[] {
  const about = aboutIn(draft, tree);
  if (about === null) return [];
  const posts = about.officials.map(({ body, post }) => postWithBody(t, tree, body, post));
  return about.who === "" ? posts : [...posts, about.who];
}
