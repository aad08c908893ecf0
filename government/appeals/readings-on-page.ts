import type { Sql } from "#platform/database/database.ts";
import { countReadings, type Reading, readingsOf } from "./reading-store.ts";

const readingsPerPage = 25;

/** Who opened what of a case, page by page, the latest first; `null` for a page that there is not. */
export async function readingsOnPage(
  sql: Sql,
  tag: Uint8Array,
  page: number,
): Promise<{ readonly count: number; readonly pages: number; readonly readings: readonly Reading[] } | null> {
  const count = await countReadings(sql, tag);
  const pages = Math.max(1, Math.ceil(count / readingsPerPage));
  if (page > pages) return null;
  const readings = await readingsOf(sql, tag, { skip: (page - 1) * readingsPerPage, count: readingsPerPage });
  return { count, pages, readings };
}
