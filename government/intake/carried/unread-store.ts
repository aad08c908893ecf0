/** Files that were registered unread: rows of `intake.unread_file`. */
import type { Sql, Transaction } from "#platform/database/database.ts";

type Queryable = Sql | Transaction;

/** A file that was registered without being opened. */
export interface UnreadFile {
  /** SHA-256 of its bytes. */
  readonly fileDigest: Uint8Array;
  readonly caseTag: Uint8Array;
}

/** The registration of these very bytes; `null` when there is none. */
export async function findUnread(sql: Queryable, fileDigest: Uint8Array): Promise<UnreadFile | null> {
  const [row] = await sql<UnreadFile[]>`
    select file_digest as "fileDigest", case_tag as "caseTag" from intake.unread_file
    where file_digest = ${fileDigest}`;
  return row === undefined ? null : copied(row);
}

/** The first registration under a mark of a stub; `null` when there is none. */
export async function findUnreadByMark(sql: Queryable, mark: Uint8Array): Promise<UnreadFile | null> {
  const [row] = await sql<UnreadFile[]>`
    select file_digest as "fileDigest", case_tag as "caseTag" from intake.unread_file
    where mark = ${mark} order by entered_at, file_digest limit 1`;
  return row === undefined ? null : copied(row);
}

/** Remembers a file that was registered unread. */
export async function insertUnread(
  transaction: Transaction,
  file: UnreadFile & { readonly mark: Uint8Array; readonly at: number },
): Promise<void> {
  await transaction`
    insert into intake.unread_file (file_digest, mark, case_tag, entered_at)
    values (${file.fileDigest}, ${file.mark}, ${file.caseTag}, ${file.at})`;
}

function copied({ fileDigest, caseTag }: UnreadFile): UnreadFile {
  return { fileDigest: Uint8Array.from(fileDigest), caseTag: Uint8Array.from(caseTag) };
}
