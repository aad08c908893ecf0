/** The author's copy of an appeal: what it may be made of and what it gives away, on the pages and by the API alike. */
import { createHash } from "node:crypto";
import { kindsAfter } from "#core/acts/case.ts";
import { cutPassage, type Pieces, wholeText } from "#core/acts/published-appeal.ts";
import { utf8Text } from "#core/bytes.ts";
import { type CivilDate, civilDateAt } from "#core/clock/civil-date.ts";
import { publicationTerm } from "#core/clock/side-term.ts";
import { canonicalJson, parseCanonicalJson } from "#core/record/canonical-json.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { type BodyTree, parseBodySlug } from "#government/bodies/index.ts";
import { type CaseRow, type CaseView, maySeePart, type Viewer } from "#government/cases/index.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import type { FieldProblem, FormBody } from "#platform/form/form.ts";
import { parseForm } from "#platform/form/parse-form.ts";
import { readSealedPart } from "#platform/record/sealed-part-store.ts";
import { isReply, textIn } from "../citizen/case-act-pages.ts";
import type { PortalTools } from "../portal-tools.ts";
import type { OwnIdentity } from "./personal-words.ts";
import { type AgreedText, agreedJson } from "./publication.ts";
import { agreeForm } from "./publish-forms.ts";
import { type FiledPicture, filedPictures } from "./published-pictures.ts";

/** What a copy is read against. */
export interface AuthorOf {
  /** The author's own name and address, to look for them in the text; `null` where none is known. */
  readonly own: OwnIdentity | null;
  /** The reply that stands; `null` while there is none. */
  readonly reply: string | null;
  /** The pictures of the filing, from which the author may choose. */
  readonly pictures: readonly FiledPicture[];
}

/** Whether the author may say a word on it now. */
export function mayAddTo({ state }: Pick<CaseView, "state">): boolean {
  return kindsAfter(state.status).includes("added");
}

/** Where the author's own words are read from: a connection, or the transaction of an act. */
type AuthorTools = { readonly sql: Sql | Transaction } & Pick<PortalTools, "personKeys">;

/** Reads all of it for a viewer of the case. */
export async function authorOf(
  tools: AuthorTools,
  access: { readonly row: CaseRow; readonly viewer: Viewer },
  view: CaseView,
): Promise<AuthorOf> {
  return {
    own: await ownIdentity(tools, access, view),
    reply: standingReply(view),
    pictures: filedPictures(view),
  };
}

function standingReply({ acts, state }: CaseView): string | null {
  if (state.status !== "closed") return null;
  const last = acts.findLast(({ kind }) => isReply(kind));
  return textIn(last?.texts ?? null, "text");
}

async function ownIdentity(
  tools: AuthorTools,
  { row, viewer }: { readonly row: CaseRow; readonly viewer: Viewer },
  { acts }: CaseView,
): Promise<OwnIdentity | null> {
  const facts = { holderBody: row.holderBody, identityShown: row.identityShown };
  const actId = acts[0]?.actId;
  if (actId === undefined || !maySeePart(viewer, facts, "identity")) return null;
  const place = { subject: row.tag, actId, name: "identity" };
  const part = await readSealedPart(tools.sql, tools.personKeys, place);
  const json = part.ok ? parseCanonicalJson(utf8Text(part.value.bytes) ?? "") : null;
  if (json?.ok !== true) return null;
  const field = (name: string) => textIn(json.value, name) ?? "";
  return { name: field("name"), address: field("address"), contact: field("contact") };
}

/** The copy as it was typed, or every problem of it. */
export function readCopy(
  tree: BodyTree,
  body: FormBody,
  { reply, pictures: filed }: Pick<AuthorOf, "reply" | "pictures">,
): Result<AgreedText, readonly FieldProblem[]> {
  const parsed = parseForm(agreeForm, body);
  if (!parsed.ok) return parsed;
  const { subject, text, matter, place: slug, reply: withReply, replyCuts } = parsed.value;
  const place = slug === "" ? null : parseBodySlug(slug);
  if (place !== null && (tree.bySlug.get(place)?.about.places ?? []).length === 0) {
    return refused([{ field: "place", code: "not-an-option" }]);
  }
  const shortened = reply !== null && withReply ? shorten(reply, replyCuts) : null;
  if (reply !== null && withReply && shortened === null) {
    return refused([{ field: "replyCuts", code: "not-accepted" }]);
  }
  const chosen = new Set<string>(parsed.value.pictures);
  // In the order of the filing, however they were sent: the same choice has the same digest.
  const pictures = filed.flatMap(({ part }) => (chosen.has(part) ? [part] : []));
  if (pictures.length < chosen.size) return refused([{ field: "pictures", code: "not-accepted" }]);
  return ok({ subject, text, matter, place, reply: shortened, pictures });
}

/** The reply without the lines' words; `null` when one of them does not stand in it. */
function shorten(reply: string, cuts: string): Pieces | null {
  const passages = cuts.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  return passages.reduce<Pieces | null>(
    (pieces, passage) => (pieces === null ? null : cutPassage(pieces, passage, "author-wishes")),
    wholeText(reply),
  );
}

/** What is agreed to is what was read: a digest of the copy as it was shown. */
export function digestOf(agreed: AgreedText): string {
  return createHash("sha256")
    .update(canonicalJson(agreedJson(agreed)))
    .digest("hex");
}

/** By when it would stand in public if it were agreed to now; `null` where no rule says so. */
export async function publicBy(tools: PortalTools, { acts, row }: CaseView): Promise<CivilDate | null> {
  const parameters = await tools.parametersReader.read(tools.portal);
  const at = tools.now();
  const body = acts.at(-1)?.body ?? row.holderBody;
  const askedOn = civilDateAt(at, parameters.timeZone);
  return publicationTerm({ askedOn, at, body }, parameters)?.due ?? null;
}
