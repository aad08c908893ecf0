/** Appeals that others let everyone read, like the one that somebody is about to write. */
import type { PublicationRow, Queryable } from "./publication-store.ts";
import { similarPublications } from "./search-store.ts";
import { searchQuestion } from "./search-words.ts";

const similarMax = 3;
/** One word in common is chance; of a single word that was asked for, it is all there is. */
const sharedWordsMin = 2;
const wordsMax = 10;
/** Shorter words ("ýok", "нет", "the") stand everywhere. */
const wordLengthMin = 3;

/** What somebody is about to write about, as far as they have said it. */
export interface WrittenAbout {
  readonly words: string;
  /** Words of the bodies that answer for the place, if one was named. */
  readonly places: readonly string[];
}

/** At most three, those of the same place and the likest first; none when nothing in `words` says what it is about. */
export async function similarPublished(
  sql: Queryable,
  log: string,
  { words, places }: WrittenAbout,
): Promise<readonly PublicationRow[]> {
  const asked = searchQuestion(words, Number.POSITIVE_INFINITY);
  const telling = (asked?.words ?? []).filter((word) => word.length >= wordLengthMin).slice(0, wordsMax);
  if (asked === null || telling.length === 0) return [];
  return await similarPublications(
    sql,
    { words: telling, typed: asked.typed },
    {
      filter: {
        ...{ log, body: null, kind: null, matter: null, place: null, outcome: null, overdueOn: null },
      },
      places,
      sharedWordsMin: Math.min(sharedWordsMin, telling.length),
      count: similarMax,
    },
  );
}
