-- The case kernel: what the portal needs to find, list and count cases. Everything here but drafts is a projection
-- of the acts in schema record; the texts lie there as parts, the applicant's identity in schema sealed.
-- Distribution column of every growing table: case_tag (number, draft_id, official where a table is looked up by those).

create table cases.case (
  case_tag bytea primary key check (octet_length(case_tag) = 16),
  log text not null,
  number text not null,
  filing_kind text not null,
  language text not null check (language in ('tk', 'ru', 'en')),
  channel text not null,
  identity_shown boolean not null,
  filed_body integer not null,
  filed_at bigint not null,
  filed_day integer not null,
  holder_body integer not null,
  official uuid,
  official_post text,
  phase text not null,
  due integer,
  act_count integer not null,
  last_act_at bigint not null,
  status_code_hash bytea not null,
  secret_hash bytea not null
);

-- A desk's queue: open cases of one body, soonest first; number breaks ties so that pages do not overlap.
create index case_queue on cases.case (holder_body, due, number) where due is not null;
create index case_official_queue on cases.case (official, due, number) where due is not null;
-- The waiting list of the whole country, and the cases that a decree may move.
create index case_due on cases.case (due, number) where due is not null;
create index case_recent on cases.case (holder_body, last_act_at desc);

-- Number to case. A table of its own, since a distributed table can only be unique by its distribution column.
create table cases.number (
  number text primary key,
  case_tag bytea not null
);

-- Who owed the next act, from when to when: the rows behind days held and the charge of lateness.
create table cases.holding (
  case_tag bytea not null,
  sequence integer not null,
  body integer not null,
  from_act uuid not null,
  until_act uuid,
  primary key (case_tag, sequence)
);

-- Every act that closed a case, with the due day that stood before it. A closing lasts until a later act undoes it.
create table cases.closing (
  case_tag bytea not null,
  act_id uuid not null,
  act_kind text not null,
  body integer not null,
  due_before integer,
  outcome text,
  undone_by_act uuid,
  undone_by_kind text,
  primary key (case_tag, act_id)
);
create index closing_by_body on cases.closing (body);

-- One row per appeal and account that may follow it lies in schema sealed: the desk must not learn who it is.
create table sealed.applicant (
  account_id uuid not null,
  case_tag bytea not null,
  primary key (account_id, case_tag)
);

-- A desk may ask whether an account is the applicant (nobody handles their own case), and learns yes or no.
create function cases.is_applicant(asked_tag bytea, asked_account uuid) returns boolean
  language sql stable security definer set search_path = sealed, pg_temp
  as $$ select exists (select 1 from sealed.applicant where account_id = asked_account and case_tag = asked_tag) $$;
grant execute on function cases.is_applicant(bytea, uuid) to aydyn_portal, aydyn_desk;

-- A half-written appeal. The key that opens it is never stored: it is made from the session's token or the draft code.
create table cases.draft (
  draft_id bytea primary key check (octet_length(draft_id) = 32),
  ciphertext bytea not null,
  expires_at bigint not null
);
create index draft_expiry on cases.draft (expires_at);

-- A file of a draft, apart so that a page of text does not rewrite megabytes.
create table cases.draft_file (
  draft_id bytea not null,
  position integer not null,
  ciphertext bytea not null,
  expires_at bigint not null,
  primary key (draft_id, position)
);

grant select, insert, update, delete on all tables in schema cases to aydyn_portal;
grant select, insert, update on cases.case, cases.holding, cases.closing to aydyn_desk;
grant select on cases.number to aydyn_desk;
grant select, insert, delete on sealed.applicant to aydyn_portal;
grant select on all tables in schema cases to aydyn_worker;
grant update on cases.case, cases.holding, cases.closing to aydyn_worker;
grant delete on cases.draft, cases.draft_file to aydyn_worker;
grant select on sealed.applicant to aydyn_worker;
