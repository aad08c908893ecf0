import { equalBytes, toHex, utf8Text } from "#core/bytes.ts";
import type { CivilDate } from "#core/clock/civil-date.ts";
import { parseCanonicalJson } from "#core/record/canonical-json.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { Sql } from "#platform/database/database.ts";
import { likeness, wordRuns } from "#platform/language/similar-texts.ts";
import { tagOf } from "./appeal-tools.ts";
import { type ComparableCase, comparableCases, shownCasesOfSameApplicant } from "./similar-store.ts";

/** So many of the latest open cases of a desk are compared: a few hundred milliseconds, and weeks of filings. */
const comparedMax = 1_000;
/** From this share of common runs of words on, two texts are called alike. */
const likenessMin = 0.5;
const foundMax = 20;

/** A case that may be the same matter. Numbers and days only: no text and nobody's name. */
export interface SimilarAppeal {
  readonly number: string;
  readonly filedDay: CivilDate;
  readonly due: CivilDate;
  /** From 0 to 100. */
  readonly likenessPercent: number;
  /** Whether both were filed under one account, whose holder lets the name be seen in both. */
  readonly isSameApplicant: boolean;
}

/**
 * The open cases of the same desk that may repeat this one: near-identical texts, or the same applicant. Of whoever
 * sealed the name nobody learns that two appeals are theirs.
 */
export async function similarAppeals(
  grant: Grant<"appeal.merge">,
  sql: Sql,
): Promise<readonly SimilarAppeal[]> {
  requireGrant(grant, "appeal.merge");
  const tag = tagOf(grant.object);
  const [cases, same] = await Promise.all([
    comparableCases(sql, tag, comparedMax),
    shownCasesOfSameApplicant(sql, tag),
  ]);
  const asked = cases.find((one) => equalBytes(one.tag, tag));
  if (asked === undefined) return [];
  const own = new Set(same.map(toHex));
  const runs = wordRuns(textOf(asked));
  return cases
    .filter((one) => one !== asked)
    .map((one) => ({
      number: one.number,
      filedDay: one.filedDay,
      due: one.due,
      likenessPercent: Math.round(likeness(runs, wordRuns(textOf(one))) * 100),
      isSameApplicant: own.has(toHex(one.tag)),
    }))
    .filter((one) => one.isSameApplicant || one.likenessPercent >= likenessMin * 100)
    .sort((one, other) => other.likenessPercent - one.likenessPercent || one.due - other.due)
    .slice(0, foundMax);
}

/** Subject and text of a filing; "" once erased. */
function textOf({ texts }: ComparableCase): string {
  const written = texts === null ? null : utf8Text(Uint8Array.from(texts));
  const json = written === null ? null : parseCanonicalJson(written);
  if (json?.ok !== true || typeof json.value !== "object" || json.value === null) return "";
  const { subject, text } = { subject: "", text: "", ...json.value };
  return `${String(subject)} ${String(text)}`;
}
