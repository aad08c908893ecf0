-- What was published of a closed quarter in the state's own word, as it was first published: numbers and withheld cells, no
-- counts under five. Never changed: the difference of two readings of one quarter would tell of single cases.
create table cases.stated_publication (
  log text not null,
  quarter text not null check (quarter ~ '^[0-9]{4}-q[1-4]$'),
  part text not null check (part in ('grounds', 'answers')),
  content text not null,
  published_at bigint not null,
  primary key (log, quarter, part)
);

grant select, insert on cases.stated_publication to aydyn_portal;
