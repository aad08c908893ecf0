-- Files of the offline page whose key is kept elsewhere, by the body to which they are addressed: registered unread, each
-- once, by the digest of their bytes. The mark is that of the stub, from outside on the file: whoever holds the stub finds
-- the case by it.
create table intake.unread_file (
  file_digest bytea primary key check (octet_length(file_digest) = 32),
  mark bytea not null check (octet_length(mark) = 32),
  case_tag bytea not null check (octet_length(case_tag) = 16),
  entered_at bigint not null
);
create index unread_file_mark on intake.unread_file (mark);
grant select, insert on intake.unread_file to aydyn_portal;

-- A file that was opened and registered once must be known again also where its key has gone meanwhile.
alter table intake.carried add column mark bytea check (mark is null or octet_length(mark) = 32);
create index carried_mark on intake.carried (mark);
