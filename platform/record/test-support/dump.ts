/** A backup as a text: every table of ours, whichever version of PostgreSQL and its tools is at hand. */
import { once } from "node:events";
import type { Sql } from "#platform/database/database.ts";

const schemas = ["ledger", "record", "sealed", "cases", "bodies", "identity", "platform", "intake"];

/** All rows of all tables in PostgreSQL's own COPY form, each table under its name. */
export async function dumpOf(owner: Sql): Promise<string> {
  const tables = await owner<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ${owner(schemas)} order by 1`;
  let dump = "";
  for (const { name } of tables) {
    const stream = await owner.unsafe(`copy ${name} to stdout`).readable();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
    dump += `# ${name}\n${Buffer.concat(chunks).toString("utf8")}`;
  }
  return dump;
}

/**
 * Puts all tables back to what they were when the dump was made. Triggers sleep meanwhile, as under pg_restore: they
 * judge what is done now, and half of what they look at is not back yet.
 */
export async function restoreDump(owner: Sql, dump: string): Promise<void> {
  for (const section of dump.split(/^# /m).filter((text) => text !== "")) {
    const end = section.indexOf("\n");
    const name = section.slice(0, end);
    await owner.unsafe(`truncate ${name} cascade`);
    await owner.unsafe(`alter table ${name} disable trigger user`);
    const stream = await owner.unsafe(`copy ${name} from stdin`).writable();
    stream.end(section.slice(end + 1));
    await once(stream, "finish");
    await owner.unsafe(`alter table ${name} enable trigger user`);
  }
}
