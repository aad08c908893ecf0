-- The record: what was done (schema record), who did it (schema sealed, ciphertext only) and the logs that prove it
-- (schema ledger). Instants are milliseconds since the Unix epoch, days are days since 1970-01-01, as in leaves.

-- ---------------------------------------------------------------- ledger: keyed (log, ...), never distributed

-- The head of each log. Whoever changes it must name the size that it replaces: that is the sequencer's fence.
create table ledger.head (
  log text primary key,
  origin text not null,
  size bigint not null check (size >= 0),
  root bytea not null check (octet_length(root) = 32),
  -- The signed checkpoint of this size, without cosignatures.
  note text not null,
  -- Time of the last leaf: a later batch never carries an earlier one.
  leaf_time bigint not null,
  -- Entries below this index are covered by a published, cosigned checkpoint.
  witnessed_size bigint not null default 0
);

-- Last serial per body and last leaf hash per case: what the next leaf continues.
create table ledger.body_head (
  log text not null,
  body integer not null,
  serial bigint not null,
  primary key (log, body)
);
create table ledger.case_head (
  log text not null,
  case_tag bytea not null check (octet_length(case_tag) = 16),
  leaf_hash bytea not null check (octet_length(leaf_hash) = 32),
  primary key (log, case_tag)
);

-- Acts that wait for their leaf: written in the act's own transaction, deleted in the one that gives the index.
-- The id only orders; it may have gaps. The unique commitment makes a repeated submission the same act.
create table ledger.pending (
  log text not null,
  id bigint generated always as identity,
  group_id uuid not null,
  act_id uuid not null,
  subject bytea not null,
  kind integer not null,
  body integer not null,
  due integer not null,
  case_tag bytea not null check (octet_length(case_tag) = 16),
  commitment bytea not null check (octet_length(commitment) = 32),
  publishes boolean not null,
  release_at bigint not null,
  primary key (log, id),
  unique (log, commitment)
);
create index pending_released on ledger.pending (log, release_at);
create index pending_group on ledger.pending (log, group_id);
create index pending_case on ledger.pending (log, case_tag, id);

create table ledger.entry (
  log text not null,
  index bigint not null,
  leaf bytea not null check (octet_length(leaf) = 118),
  leaf_hash bytea not null check (octet_length(leaf_hash) = 32),
  commitment bytea not null check (octet_length(commitment) = 32),
  subject bytea not null,
  act_id uuid not null,
  publishes boolean not null,
  -- The first published checkpoint over the entry and its earliest cosignature; null while no quorum has seen it.
  witnessed_size bigint,
  witnessed_at bigint,
  primary key (log, index),
  unique (log, commitment)
);
create index entry_act on ledger.entry (act_id);
create index entry_publishes on ledger.entry (log, index) where publishes;

-- ---------------------------------------------------------------- record: distributed by subject

-- One row per act. `subject` is the case tag, or 16 random bytes for an act about no case. What erasure takes away
-- may be null: payload and nonce; what the leaf shows anyway stays.
create table record.act (
  subject bytea not null check (octet_length(subject) = 16),
  act_id uuid not null,
  -- Order of registration: within one case, the order of the acts.
  registered bigint generated always as identity,
  log text not null,
  kind text not null,
  body integer not null,
  case_tag bytea check (case_tag is null or case_tag = subject),
  due integer,
  actor text not null,
  at bigint not null,
  payload text,
  nonce bytea check (nonce is null or octet_length(nonce) = 32),
  commitment bytea not null check (octet_length(commitment) = 32),
  -- Whether anything of the act is published beside the leaf.
  publishes boolean not null,
  erased_at bigint,
  primary key (subject, act_id),
  unique (subject, log, commitment),
  check ((payload is null) = (erased_at is not null))
);
create index act_in_order on record.act (subject, registered);
create index act_by_id on record.act (act_id);
create index act_by_body on record.act (body, kind, at);
create index act_public on record.act (log, registered) where publishes;

-- Open parts: what a desk may read. Published ones are shown to everyone beside the log.
create table record.part (
  subject bytea not null,
  act_id uuid not null,
  name text not null,
  position integer not null,
  media_type text not null,
  published boolean not null,
  nonce bytea check (nonce is null or octet_length(nonce) = 32),
  commitment bytea not null check (octet_length(commitment) = 32),
  bytes bytea,
  byte_length integer not null,
  erased_at bigint,
  primary key (subject, act_id, name),
  check ((bytes is null) = (erased_at is not null)),
  check ((nonce is null) = (erased_at is not null))
);

-- Erasures that were asked for. The worker finishes them: keys, published copies. Done twice, they are done once.
create table record.erasure (
  subject bytea not null,
  erasure_id uuid not null,
  log text not null,
  act_id uuid not null,
  -- Null: the whole act with its payload.
  part_names text[],
  requested_at bigint not null,
  finished_at bigint,
  primary key (subject, erasure_id)
);
create index erasure_open on record.erasure (requested_at) where finished_at is null;

-- ---------------------------------------------------------------- sealed: identity parts, ciphertext only

-- The nonce is inside the ciphertext: whoever holds it could test guesses of a name. The key is a file outside the
-- database, one per part, so that a restored dump stays unreadable once the key is gone.
create table sealed.part (
  subject bytea not null,
  act_id uuid not null,
  name text not null,
  position integer not null,
  media_type text not null,
  key_id uuid not null,
  ciphertext bytea,
  commitment bytea not null check (octet_length(commitment) = 32),
  erased_at bigint,
  primary key (subject, act_id, name),
  check ((ciphertext is null) = (erased_at is not null))
);

-- ---------------------------------------------------------------- readings

-- Acts with their place in the log and the instant from which "on time" counts (record.md section 1).
create view record.act_witnessed as
  select act.subject, act.act_id, act.registered, act.log, act.kind, act.body, act.case_tag, act.due, act.actor,
    act.at, act.erased_at, entry.index, entry.witnessed_size, entry.witnessed_at
  from record.act left join ledger.entry on entry.log = act.log and entry.act_id = act.act_id;

-- ---------------------------------------------------------------- who may do what

grant select on ledger.head, ledger.entry to aydyn_portal, aydyn_desk;
grant select, insert, update (release_at) on ledger.pending to aydyn_portal, aydyn_desk;
grant select, insert, update (payload, nonce, erased_at) on record.act to aydyn_portal, aydyn_desk;
grant select, insert, update (bytes, nonce, erased_at) on record.part to aydyn_portal, aydyn_desk;
grant select, insert on record.erasure to aydyn_portal, aydyn_desk;
grant select on record.act_witnessed to aydyn_portal, aydyn_desk, aydyn_worker;
grant select, insert on sealed.part to aydyn_portal;

grant select, insert, update, delete on all tables in schema ledger to aydyn_worker;
grant select, insert, update on record.act, record.part, record.erasure to aydyn_worker;
grant select, insert, update on sealed.part to aydyn_worker;
