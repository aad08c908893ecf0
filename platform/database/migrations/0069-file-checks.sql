-- What was found in the files of a case. A file waits until it was looked at; meanwhile no desk gets it.
-- Instants are milliseconds since the Unix epoch.

create table cases.file_check (
  case_tag bytea not null check (octet_length(case_tag) = 16),
  act_id uuid not null,
  name text not null,
  -- `active`: holds something that runs or calls out when it is opened. `harmful`: known to a scanner of viruses.
  state text not null check (state in ('waiting', 'passed', 'active', 'harmful')),
  -- What is active in it, a code from a closed list.
  finding text,
  queued_at bigint not null,
  checked_at bigint,
  primary key (case_tag, act_id, name),
  check ((state = 'waiting') = (checked_at is null)),
  check ((state = 'active') = (finding is not null))
);
create index file_check_waiting on cases.file_check (queued_at) where state = 'waiting';

-- Files that came before there were checks wait for theirs.
insert into cases.file_check (case_tag, act_id, name, state, queued_at)
  select part.subject, part.act_id, part.name, 'waiting', act.at
  from record.part join record.act on act.subject = part.subject and act.act_id = part.act_id
  where part.name ~ '^attachment-[1-9]$' and part.erased_at is null and act.case_tag is not null;

grant select, insert on cases.file_check to aydyn_portal, aydyn_desk;
grant select, delete, update (state, finding, checked_at) on cases.file_check to aydyn_worker;
