-- The rooms of the database and who may enter them. Every later migration grants its own tables, one by one.
--
--   ledger    the logs: leaves, tiles, checkpoints, cosignatures; keyed (log, ...)
--   record    acts and their open parts
--   sealed    identity parts and what leads to a person: ciphertext only; closed to the desks
--   bodies    state bodies, posts, working time
--   cases     cases, drafts of replies, assignments
--   identity  people who sign in
--   platform  sessions, drafts, idempotency, throttles, jobs, migrations

-- Roles belong to the whole server: another database on it may have made them already.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['aydyn_portal', 'aydyn_desk', 'aydyn_worker'] loop
    begin
      execute format('create role %I nologin', wanted);
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
end
$$;

create schema if not exists ledger;
create schema if not exists record;
create schema if not exists sealed;
create schema if not exists bodies;
create schema if not exists cases;
create schema if not exists identity;
create schema if not exists platform;

-- Search in Turkmen has no configuration of its own: simple, unaccent and trigrams (public, read by all roles).
create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;

revoke all on schema public from public;
grant usage on schema public to aydyn_portal, aydyn_desk, aydyn_worker;

grant usage on schema ledger, record, bodies, cases, identity, platform to aydyn_portal, aydyn_desk, aydyn_worker;
-- Not aydyn_desk: an official's pages cannot name the sealed schema, whatever the code asks.
grant usage on schema sealed to aydyn_portal, aydyn_worker;

-- Nothing is granted by default. A function with its owner's rights would otherwise be open to everyone.
alter default privileges revoke execute on functions from public;
