-- People who sign in, and the offices they hold. Instants are milliseconds since the Unix epoch.
-- The desks read offices and nothing else here: neither a citizen's name nor a number.

create table identity.account (
  account_id uuid primary key,
  -- Eight digits, the last one a check digit. Not a secret.
  number text not null unique,
  -- A string of the form $argon2id$v=19$m=…,t=…,p=…$salt$hash.
  password_hash text not null,
  opened_at bigint not null,
  closed_at bigint
);

-- The name, encrypted under a key that lies outside the database.
create table identity.person (
  account_id uuid primary key references identity.account on delete cascade,
  key_id uuid not null,
  name_ciphertext bytea not null
);

create table identity.code_sheet (
  sheet_id uuid primary key,
  account_id uuid not null references identity.account on delete cascade,
  salt bytea not null,
  -- Cost of one hash, of the form m=…,t=…,p=….
  hash_cost text not null,
  next_position integer not null,
  failures integer not null default 0,
  locked_at bigint,
  issued_at bigint not null,
  replaced_at bigint
);
create unique index code_sheet_in_use on identity.code_sheet (account_id) where replaced_at is null;

create table identity.code (
  sheet_id uuid not null references identity.code_sheet on delete cascade,
  position integer not null,
  hash bytea not null,
  used_at bigint,
  primary key (sheet_id, position)
);

-- An office is held from a moment to a moment. Nobody grants one to themselves, and two people grant it together.
create table identity.appointment (
  appointment_id uuid primary key,
  account_id uuid not null references identity.account on delete cascade,
  body integer not null references bodies.body,
  role text not null check (role in ('operator', 'official', 'head', 'auditor')),
  post text not null,
  -- An official's name in office: shown to the applicant, never to the public.
  holder_name text not null,
  from_at bigint not null,
  until_at bigint,
  granted_by uuid references identity.account,
  approved_by uuid references identity.account,
  check (until_at is null or until_at > from_at),
  check (granted_by <> account_id and approved_by <> account_id and granted_by <> approved_by)
);
create index appointment_account on identity.appointment (account_id);
create index appointment_body on identity.appointment (body, role);

grant select, insert, update on
  identity.account, identity.person, identity.code_sheet, identity.code, identity.appointment to aydyn_portal;
grant delete on identity.person to aydyn_portal;
grant select on identity.appointment to aydyn_desk, aydyn_worker;
