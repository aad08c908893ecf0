/**
 * Brings a test's database back to what it was, within some milliseconds: to copy one and to log in anew costs as much
 * as a whole test. Only rows and sequences are brought back; a database whose tables, functions, triggers or settings
 * were changed is none that can be.
 */
import { openDatabase, type Sql } from "./database.ts";
import { ourSchemas } from "./prepare.ts";

/** Somebody still works in it: then it is not waited for. */
const lockTimeout = "2s";

/**
 * Lays beside the tables of a database what they hold now, and a function that brings it back. It gives false when the
 * database is not as it was and cannot be: somebody changed more than rows, or a session still does something.
 */
export async function layRestoring(url: string): Promise<void> {
  const owner = openDatabase(url, { role: "owner", connectionsMax: 1 });
  try {
    await owner.sql.begin(async (transaction) => {
      await transaction.unsafe(restoring);
      const names = [...ourSchemas];
      await transaction`select restoring.lay(${names})`;
    });
    // In a transaction of its own: what it remembers is compared with what stands when all of it is committed.
    await owner.sql`insert into restoring.catalog select restoring.catalog_now()`;
  } finally {
    await owner.close();
  }
}

/**
 * Whether the database is again as it was laid. Never where the owner may not let triggers sleep, as on a server whose
 * superuser has not allowed it.
 */
export async function restored(owner: Sql): Promise<boolean> {
  const [row] = await owner<{ done: boolean }[]>`
    select case when has_parameter_privilege('session_replication_role', 'set') then restoring.restore() else false end as done
  `;
  return row?.done === true;
}

const restoring = `
create schema restoring;

create table restoring.relation (
  name text primary key,
  kept text,
  columns text not null
);

create table restoring.sequence (name text primary key, last_value bigint, start_value bigint not null);

create table restoring.catalog (seen text not null);

create function restoring.catalog_now() returns text language sql as $$
  select string_agg(part, ' ') from (
    select 'class ' || count(*) || ' ' || max(xmin::text::bigint) as part from pg_class where oid >= 16384
    union all select 'attribute ' || count(*) || ' ' || max(xmin::text::bigint) from pg_attribute where attrelid >= 16384
    union all select 'trigger ' || count(*) || ' ' || max(xmin::text::bigint) from pg_trigger
    union all select 'constraint ' || count(*) || ' ' || max(xmin::text::bigint) from pg_constraint where oid >= 16384
    union all select 'function ' || count(*) || ' ' || max(xmin::text::bigint) from pg_proc where oid >= 16384
    union all select 'setting ' || count(*) from pg_db_role_setting
      where setdatabase = (select oid from pg_database where datname = current_database())
  ) as parts
$$;

create function restoring.lay(schemas text[]) returns void language plpgsql as $$
declare
  relation record;
  has_rows boolean;
  copy text;
begin
  for relation in
    select format('%I.%I', n.nspname, c.relname) as name, c.oid,
      (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = any (schemas)
  loop
    execute format('select exists (select from %s)', relation.name) into has_rows;
    copy := case when has_rows then format('restoring.rows_%s', relation.oid) end;
    if has_rows then execute format('create table %s as table %s', copy, relation.name); end if;
    insert into restoring.relation values (relation.name, copy, relation.columns);
  end loop;
  insert into restoring.sequence
    select format('%I.%I', schemaname, sequencename), last_value, start_value from pg_sequences
    where schemaname = any (schemas);
end
$$;

create function restoring.restore() returns boolean language plpgsql
  set session_replication_role = replica set lock_timeout = '${lockTimeout}'
as $$
declare
  relation record;
  sequence record;
  has_rows boolean;
begin
  if restoring.catalog_now() is distinct from (select seen from restoring.catalog) then return false; end if;
  -- Whoever is in a transaction holds a lock of some kind: that, and not what a session does, is told to every owner.
  if exists (
    select from pg_locks join pg_stat_activity using (pid)
    where datname = current_database() and usesysid is not null and pid <> pg_backend_pid()
  ) or exists (
    select from pg_locks
    where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
  ) then return false; end if;
  for relation in select * from restoring.relation loop
    execute format('select exists (select from %s)', relation.name) into has_rows;
    if has_rows then execute format('delete from %s', relation.name); end if;
    if relation.kept is not null then
      execute format('insert into %s (%s) overriding system value select %2$s from %s',
        relation.name, relation.columns, relation.kept);
    end if;
  end loop;
  for sequence in
    select laid.* from restoring.sequence laid join pg_sequences now
      on format('%I.%I', now.schemaname, now.sequencename) = laid.name
    where now.last_value is distinct from laid.last_value
  loop
    perform setval(sequence.name::regclass, coalesce(sequence.last_value, sequence.start_value), sequence.last_value is not null);
  end loop;
  return true;
end
$$;
`;
