import { type BodyNumber, parseBodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import type { Queryable } from "./case-store.ts";

/** How many cases began at each body between two instants, the second not in it. Bodies without any are left out. */
export async function countFilings(
  sql: Queryable,
  from: number,
  until: number,
): Promise<ReadonlyMap<BodyNumber, number>> {
  const rows = await sql<{ body: number; count: string }[]>`
    select filed_body as body, count(*) as count from cases.case
    where filed_at >= ${from} and filed_at < ${until} group by filed_body`;
  return new Map(
    rows.map(({ body, count }) => {
      const number = parseBodyNumber(body);
      assert(number !== null, "a case is stored with its body");
      return [number, Number(count)];
    }),
  );
}
