/** A case as the API gives it: made from the same view as the page, so what the viewer may not see is not in it. */
import { type CivilDate, civilDateText } from "#core/clock/civil-date.ts";
import type { Parameters } from "#core/record/parameters.ts";
import type { ActView, CaseView } from "#government/cases/index.ts";
import { explainDeadline } from "#platform/language/explain-deadline.ts";
import type { Translate } from "#platform/language/texts.ts";
import { bodyNames } from "../body-names.ts";
import type { HigherRemedy } from "../higher-remedy.ts";
import { slugsOf } from "../public/public-figures.ts";
import { awaitsRelease, publicationStanding, releaseTermOf } from "../published/publication.ts";

/** A day as its text. */
export function dateOrNull(date: CivilDate | null): string | null {
  return date === null ? null : civilDateText(date);
}

/** Where the case stands and what was done, without texts. */
export function statusJson(t: Translate, view: CaseView, parameters: Parameters) {
  return {
    ...standing(t, view, parameters),
    acts: view.acts.map((act) => actJson(act, slugsOf(parameters))),
  };
}

/** The same with everything that the viewer may see of each act, and the ways to a higher place that are open. */
export function wholeCaseJson(
  t: Translate,
  whole: {
    readonly view: CaseView;
    readonly parameters: Parameters;
    readonly remedies: readonly HigherRemedy[];
    /** How many others have signed; `null` for an appeal that was not filed together. */
    readonly signatures: number | null;
  },
) {
  const { view, parameters, remedies, signatures } = whole;
  return {
    ...standing(t, view, parameters),
    language: view.row.language,
    signatures,
    publication: publicationJson(view, parameters),
    remedies: remedies.map((remedy) => ({
      to: remedy.forum,
      body: remedy.body.slug,
      against: remedy.against,
      until: remedy.against === "silence" ? null : dateOrNull(remedy.term?.until ?? null),
    })),
    acts: view.acts.map((act) => ({
      ...actJson(act, slugsOf(parameters)),
      ...{
        erased: act.erased,
        erasedParts: act.erasedParts,
        details: act.details,
        texts: act.texts,
        official: act.official,
      },
      attachments: act.attachments.map(({ name, mediaType, byteLength }) => ({
        name,
        mediaType,
        byteLength,
      })),
    })),
  };
}

/** Where it stands in public: what the author agreed to, what the head has released or refused. */
function publicationJson(view: CaseView, parameters: Parameters) {
  const where = publicationStanding(view);
  const { agreement, release, refusal } = where;
  const waits = agreement !== null && awaitsRelease(where);
  return {
    id: release?.appeal.id ?? null,
    waits,
    until: waits ? dateOrNull(releaseTermOf(agreement, parameters)?.due ?? null) : null,
    refused: refusal?.reason ?? null,
  };
}

function standing(t: Translate, view: CaseView, parameters: Parameters) {
  const { row, due, explanation } = view;
  return {
    number: row.number,
    kind: row.filingKind,
    body: slugsOf(parameters)(row.holderBody),
    phase: row.phase,
    filed: civilDateText(row.filedDay),
    due: dateOrNull(due),
    explanation: explainDeadline(t, explanation, bodyNames(t, parameters)),
  };
}

function actJson({ kind, body, at, actor, place }: ActView, slugOf: (body: number) => string) {
  return {
    ...{ kind, actor },
    body: slugOf(body),
    at: new Date(at).toISOString(),
    entry: place.index,
    witnessed: place.witnessedSize !== null,
  };
}
