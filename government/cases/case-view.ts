import type { CaseState } from "#core/acts/case.ts";
import { readPublishedAppeal } from "#core/acts/published-appeal.ts";
import { utf8Text } from "#core/bytes.ts";
import type { CivilDate, Instant } from "#core/clock/civil-date.ts";
import { type ExplanationStep, explainDeadline } from "#core/clock/deadline.ts";
import { type JsonValue, parseCanonicalJson } from "#core/record/canonical-json.ts";
import type { ActKind } from "#core/record/kinds.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { assert } from "#core/result.ts";
import { caseActOf, foldHistory, type RecordedAct, readHistory } from "./case-history.ts";
import type { CaseRow, Queryable } from "./case-store.ts";
import { checkKey, type FileCheck, readFileChecks } from "./file-check-store.ts";
import { type ActPlace, readErasedParts, readPlaces, readTextParts } from "./view-store.ts";
import {
  type CaseVisibility,
  mayFetchFile,
  maySeePart,
  type PartKind,
  partKind,
  type Viewer,
} from "./visibility.ts";

/** A file of an act that the viewer may see. */
export interface AttachmentView {
  readonly name: string;
  readonly mediaType: string;
  readonly byteLength: number;
  /** What was found when it was looked at. */
  readonly check: FileCheck;
  /** Whether the viewer may fetch it: see `mayFetchFile`. */
  readonly mayFetch: boolean;
}

/** One act as one viewer sees it. What the viewer may not see is absent, as what was erased is. */
export interface ActView {
  readonly actId: string;
  readonly kind: ActKind;
  /** The body in whose register the act stands. */
  readonly body: number;
  readonly at: Instant;
  /** When it was entered, if that was later than it happened: a paper. */
  readonly enteredAt: Instant | null;
  readonly actor: string;
  /** The whole act with its payload. */
  readonly erased: boolean;
  /** Names of the parts that were erased; the act itself stands. */
  readonly erasedParts: readonly string[];
  /** The part `public`. */
  readonly details: JsonValue | null;
  /** The part `parties`: the texts of the appeal or of the reply. */
  readonly texts: JsonValue | null;
  /** The part `official`: name and post of whom the case was given to. */
  readonly official: JsonValue | null;
  readonly attachments: readonly AttachmentView[];
  /** The part `publication`: what stands in public of the appeal and its reply. */
  readonly publication: JsonValue | null;
  readonly place: ActPlace;
}

/** A case as one viewer sees it: what page, API and export are made of. */
export interface CaseView {
  readonly row: CaseRow;
  readonly viewer: Viewer;
  readonly state: CaseState<JsonValue>;
  /** The due that stands now, decrees and lapsed pauses applied; `null` when nothing is owed. */
  readonly due: CivilDate | null;
  readonly explanation: readonly ExplanationStep[];
  readonly acts: readonly ActView[];
}

/**
 * Reads a case for a viewer. Runs one fold for the state and asks `maySeePart` for every part; whatever is shown of
 * a case anywhere is made from this.
 */
export async function viewCase(
  sql: Queryable,
  viewer: Viewer,
  row: CaseRow,
  parameters: Parameters,
  now: Instant,
): Promise<CaseView> {
  const [history, parts, places, erased, checks] = await Promise.all([
    readHistory(sql, row.tag),
    readTextParts(sql, row.tag),
    readPlaces(sql, row.tag),
    readErasedParts(sql, row.tag),
    readFileChecks(sql, row.tag),
  ]);
  const state = foldHistory(history, parameters);
  assert(state !== null, "a case has at least the act that filed it");
  const facts = visibilityOf(row, parts.values());
  const { due, explanation } = explainDeadline(
    history.map((act) => caseActOf(act, parameters.timeZone)),
    parameters,
    now,
  );
  const ofFiling = shownPictures(parts.values());
  const acts = history.map((act, at) => ({
    ...actView(act, viewer, facts, parts.get(act.stored.actId) ?? [], {
      ...{ places, checks },
      shownPictures: at === 0 ? ofFiling : new Set(),
    }),
    erasedParts: erased.get(act.stored.actId) ?? [],
  }));
  return { row, viewer, state, due, explanation, acts };
}

/** The facts on which visibility depends, read from the case and its parts that are not erased. */
function visibilityOf(
  { holderBody, identityShown }: CaseRow,
  parts: Iterable<readonly { readonly name: string }[]>,
): CaseVisibility {
  const isPublished = [...parts].some((ofAct) => ofAct.some(({ name }) => partKind(name) === "publication"));
  return { holderBody, identityShown, isPublished };
}

/** Names of the files of the filing that stand in public with the text. */
function shownPictures(
  parts: Iterable<readonly { readonly name: string; readonly bytes: Uint8Array | null }[]>,
): ReadonlySet<string> {
  const published = [...parts].flat().find(({ name }) => partKind(name) === "publication");
  const appeal = published?.bytes == null ? undefined : readPublishedAppeal(jsonOf(published.bytes));
  return new Set(appeal?.pictures.flatMap((each) => ("part" in each ? [each.part] : [])));
}

interface Known {
  readonly places: ReadonlyMap<string, ActPlace>;
  readonly checks: ReadonlyMap<string, FileCheck>;
  /** Names of this act's files that stand in public. */
  readonly shownPictures: ReadonlySet<string>;
}

function actView(
  act: RecordedAct,
  viewer: Viewer,
  facts: CaseVisibility,
  parts: readonly { name: string; mediaType: string; byteLength: number; bytes: Uint8Array | null }[],
  { places, checks, shownPictures }: Known,
): Omit<ActView, "erasedParts"> {
  const visible = parts.filter((part) => {
    const kind = partKind(part.name);
    const isShownPicture = shownPictures.has(part.name);
    return kind !== null && maySeePart(viewer, { ...facts, isShownPicture }, kind);
  });
  const json = (kind: PartKind) => {
    const bytes = visible.find((part) => part.name === kind)?.bytes ?? null;
    return bytes === null ? null : jsonOf(bytes);
  };
  const { actId, kind, body, at, enteredAt, actor, erasedAt } = act.stored;
  return {
    actId,
    kind,
    body,
    at,
    enteredAt,
    actor,
    erased: erasedAt !== null,
    details: maySeePart(viewer, facts, "public") ? act.details : null,
    texts: json("parties"),
    official: json("official"),
    attachments: visible
      .filter((part) => partKind(part.name) === "attachment")
      .map(({ name, mediaType, byteLength }) => {
        const check = checks.get(checkKey(actId, name)) ?? ({ state: "waiting" } as const);
        const isApplicants = actor === "applicant" || actor === "operator";
        const mayFetch = mayFetchFile(viewer, {
          ...{ state: check.state, isApplicants },
          isShownPicture: shownPictures.has(name),
        });
        return { name, mediaType, byteLength, check, mayFetch };
      }),
    publication: json("publication"),
    place: places.get(actId) ?? { index: null, witnessedSize: null, witnessedAt: null },
  };
}

function jsonOf(bytes: Uint8Array): JsonValue | null {
  const text = utf8Text(bytes);
  const json = text === null ? null : parseCanonicalJson(text);
  return json?.ok === true ? json.value : null;
}
