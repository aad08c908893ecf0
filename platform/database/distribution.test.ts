/** The statements of docs/scale.md against the schema: each table has its place, and no constraint forbids it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { withTestDatabase } from "./test-database.ts";

const text = readFileSync(join(import.meta.dirname, "..", "..", "docs", "scale.md"), "utf8");
const statement =
  /create_distributed_table\('([a-z_.]+)', '([a-z_]+)'(?:, colocate_with => '([a-z_.]+)')?\)/g;

interface Table {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  /** Columns of each index that admits a row once. */
  readonly unique: readonly (readonly string[])[];
}

test("every table is distributed or stays, and each key is part of all that is unique", async () => {
  const distributed = new Map(
    [...text.matchAll(statement)].map(([, table = "", key = "", beside]) => [table, { key, beside }]),
  );
  const stays = (/```\n(ledger\.head[^`]*)```/.exec(text)?.[1] ?? "")
    .split(/\s+/)
    .filter((name) => name !== "");
  await withTestDatabase(async ({ owner }) => {
    const tables = await owner<Table[]>`
      select format('%s.%s', nspname, relname) as name,
        (select json_object_agg(attname, format_type(atttypid, atttypmod)) from pg_attribute
          where attrelid = pg_class.oid and attnum > 0 and not attisdropped) as columns,
        coalesce((select json_agg((select json_agg(attname) from pg_attribute
            where attrelid = pg_class.oid and attnum = any(indkey)))
          from pg_index where indrelid = pg_class.oid and indisunique), '[]') as unique
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where relkind = 'r' and nspname in ('ledger', 'record', 'sealed', 'bodies', 'cases', 'identity', 'intake', 'platform')`;
    assert.deepEqual(
      [...distributed.keys(), ...stays].sort(),
      tables.map(({ name }) => name).sort(),
      "docs/scale.md gives every table its place, once",
    );
    const typeOf = (name: string, column: string) =>
      tables.find((table) => table.name === name)?.columns[column];
    for (const { name, columns, unique } of tables) {
      const { key, beside } = distributed.get(name) ?? { key: null, beside: undefined };
      if (key === null) continue;
      assert.ok(columns[key], `${name} has the column ${key}`);
      for (const index of unique)
        assert.ok(index.includes(key), `${name}: unique by ${index.join()} without ${key}`);
      if (beside === undefined) continue;
      const other = distributed.get(beside);
      assert.ok(other, `${name} lies beside ${beside}, which is distributed`);
      assert.equal(columns[key], typeOf(beside, other.key), `${name} has a key like that of ${beside}`);
    }
  });
});
