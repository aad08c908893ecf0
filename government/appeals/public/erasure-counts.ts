/** How bodies decide requests to erase: figures that leaves do not show (docs/statistics.md section 9). */
import { type CivilDate, civilDateAt } from "#core/clock/civil-date.ts";
import { erasureTerm } from "#core/clock/side-term.ts";
import type { Parameters } from "#core/record/parameters.ts";
import type { AskedAndDecided } from "./stated-store.ts";

export interface ErasureCounts {
  readonly erasedInTime: number;
  readonly erasedLate: number;
  readonly erasureOverdue: number;
}

type Column = keyof ErasureCounts;

export const noErasures: ErasureCounts = { erasedInTime: 0, erasedLate: 0, erasureOverdue: 0 };

/**
 * Counts by register, as it stood at the end of the span's last day. A decision belongs to its own day, a request that waits beyond its day to that day; what is not
 * due yet, and what no rule gives a day, is not counted.
 */
export function countErasures(
  requests: readonly AskedAndDecided[],
  span: { readonly from: CivilDate; readonly until: CivilDate },
  parameters: Parameters,
): ReadonlyMap<number, ErasureCounts> {
  const counts = new Map<number, ErasureCounts>();
  for (const request of requests) {
    const judged = judge(request, span.until, parameters);
    if (judged === null || judged.day < span.from || judged.day > span.until) continue;
    const known = counts.get(request.body) ?? noErasures;
    counts.set(request.body, { ...known, [judged.column]: known[judged.column] + 1 });
  }
  return counts;
}

function judge(
  { body, askedAt, enteredAt, decidedAt }: AskedAndDecided,
  until: CivilDate,
  parameters: Parameters,
): { readonly column: Column; readonly day: CivilDate } | null {
  const { timeZone } = parameters;
  const term = erasureTerm({ askedOn: civilDateAt(askedAt, timeZone), at: enteredAt, body }, parameters);
  if (term === null) return null;
  const decidedOn = decidedAt === null ? null : civilDateAt(decidedAt, timeZone);
  if (decidedOn === null || decidedOn > until) {
    return term.due <= until ? { column: "erasureOverdue", day: term.due } : null;
  }
  return { column: decidedOn <= term.due ? "erasedInTime" : "erasedLate", day: decidedOn };
}
