-- Where there is no line: papers that are entered later than they were handed in, stubs that prove them, files that
-- are carried to an office, and people who type in for others.

-- When an act was entered, where that was later than it happened: the clock of a paper runs from the day on its stub,
-- what the law said is what it said on the day of entry.
alter table record.act add column entered_at bigint check (entered_at is null or entered_at >= at);

-- A helper types in for whoever sits beside, at a school, a library, a post office, and sees nothing afterwards.
alter table identity.appointment drop constraint appointment_role_check;
alter table identity.appointment add constraint appointment_role_check
  check (role in ('operator', 'official', 'head', 'auditor', 'helper'));

create schema if not exists intake;
-- The portal alone: intake writes sealed identities, which the desk's role cannot, and the desk needs nothing of it.
grant usage on schema intake to aydyn_portal;

-- Pads of stubs, a projection of the acts `pad-issued`. Distributed by body, as every table here but the last.
create table intake.pad (
  body integer not null,
  pad integer not null check (pad > 0),
  stubs integer not null check (stubs > 0),
  issued_at bigint not null,
  act_id uuid not null,
  primary key (body, pad)
);

-- A stub number is used once: by a registration, or by being declared void. No row: it is unused.
create table intake.stub (
  body integer not null,
  pad integer not null,
  number integer not null,
  case_tag bytea check (case_tag is null or octet_length(case_tag) = 16),
  void_reason text,
  at bigint not null,
  primary key (body, pad, number),
  check ((case_tag is null) = (void_reason is not null))
);

-- For hints that a paper was entered already. The marks are HMACs under a key that the database does not hold;
-- rows older than any paper that may still be entered are deleted with the next entry.
create table intake.entry_mark (
  body integer not null,
  mark bytea not null check (octet_length(mark) = 32),
  case_tag bytea not null check (octet_length(case_tag) = 16),
  entered_at bigint not null,
  primary key (body, mark, case_tag)
);
create index entry_mark_age on intake.entry_mark (entered_at);

-- Files of the offline page that were registered, by the digest of their stub: each once, whoever brings it again.
create table intake.carried (
  digest bytea primary key check (octet_length(digest) = 32),
  case_tag bytea not null check (octet_length(case_tag) = 16)
);

grant select, insert on intake.pad, intake.stub, intake.carried to aydyn_portal;
grant select, insert, delete on intake.entry_mark to aydyn_portal;
