-- Sessions of browsers, and the counters that slow guessing down. Instants are milliseconds since the Unix epoch.
-- Only the portal reads them: a row of session_case beside an account would tell a desk who an applicant is.

create table platform.session (
  session_id uuid primary key,
  -- SHA-256 of the cookie's value: a stolen dump opens no session.
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  account_id uuid,
  created_at bigint not null,
  signed_in_at bigint,
  seen_at bigint not null,
  check ((account_id is null) = (signed_in_at is null))
);
create index session_account on platform.session (account_id) where account_id is not null;
create index session_seen on platform.session (seen_at);

-- What was opened by number and status code or by number and secret, so that neither is ever asked for in an address.
create table platform.session_case (
  session_id uuid not null references platform.session on delete cascade,
  case_tag bytea not null check (octet_length(case_tag) = 16),
  opened_right text not null check (opened_right in ('status', 'full')),
  opened_at bigint not null,
  primary key (session_id, case_tag)
);

-- What a slice keeps between two pages, under its own name.
create table platform.session_value (
  session_id uuid not null references platform.session on delete cascade,
  name text not null,
  value jsonb not null check (pg_column_size(value) <= 4096),
  primary key (session_id, name)
);

-- Attempts per rule and subject. The subject (a number, a network's prefix) is kept as a keyed hash only.
create table platform.throttle (
  rule text not null,
  subject bytea not null check (octet_length(subject) = 32),
  attempts integer not null,
  window_ends_at bigint not null,
  primary key (rule, subject)
);
create index throttle_window on platform.throttle (window_ends_at);

grant select, insert, update, delete
  on platform.session, platform.session_case, platform.session_value, platform.throttle to aydyn_portal;
-- The worker sweeps what has expired and reads nothing else of it.
grant select (session_id, seen_at, created_at), delete on platform.session to aydyn_worker;
grant select (rule, subject, window_ends_at), delete on platform.throttle to aydyn_worker;
