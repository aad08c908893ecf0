-- Following a case from outside: by mail and by feed. All of it lies in schema sealed: a desk must learn neither an
-- address nor that somebody follows. Instants are milliseconds since the Unix epoch.

-- An address that asked for notices of a case. Address and tokens are ciphertext under a key of their own, a file
-- outside the database: once it is destroyed no backup tells the address. The hashes find the row of a link.
create table sealed.follower (
  case_tag bytea not null check (octet_length(case_tag) = 16),
  follower_id uuid not null,
  key_id uuid not null,
  ciphertext bytea not null,
  language text not null check (language in ('tk', 'ru', 'en')),
  confirm_hash bytea not null check (octet_length(confirm_hash) = 32),
  leave_hash bytea not null check (octet_length(leave_hash) = 32),
  asked_at bigint not null,
  -- A request that nobody confirms ends then.
  expires_at bigint not null,
  confirmed_at bigint,
  -- The case's last act when it was confirmed (record.act.registered): only what follows is told.
  after_registered bigint,
  primary key (case_tag, follower_id),
  check ((confirmed_at is null) = (after_registered is null))
);
create index follower_confirm on sealed.follower (confirm_hash);
create index follower_leave on sealed.follower (leave_hash);
create index follower_open on sealed.follower (expires_at) where confirmed_at is null;

-- What was told to whom: one act, one follower, one mail.
create table sealed.notice (
  case_tag bytea not null,
  follower_id uuid not null,
  act_id uuid not null,
  mail_id uuid not null,
  queued_at bigint not null,
  primary key (case_tag, follower_id, act_id),
  foreign key (case_tag, follower_id) references sealed.follower on delete cascade
);

-- How far each log has been read for notices: the index of the next entry.
create table sealed.notice_progress (
  log text primary key,
  next_index bigint not null
);

-- Mails that wait to be sent, whole, as ciphertext. Written with their cause in one transaction, deleted when sent.
create table sealed.mail (
  mail_id uuid primary key,
  key_id uuid not null,
  ciphertext bytea not null,
  -- Date of the mail; it is not sent before.
  send_at bigint not null,
  attempts integer not null,
  next_attempt_at bigint not null,
  expires_at bigint not null
);
create index mail_due on sealed.mail (next_attempt_at);
create index mail_key on sealed.mail (key_id);

-- A feed's address carries a token that opens where the case stands and nothing else. Only its hash is kept.
create table sealed.feed (
  case_tag bytea not null check (octet_length(case_tag) = 16),
  feed_id uuid not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  made_at bigint not null,
  primary key (case_tag, feed_id)
);
create index feed_token on sealed.feed (token_hash);

grant select, insert, delete, update (confirmed_at, after_registered) on sealed.follower to aydyn_portal;
grant select, delete on sealed.follower to aydyn_worker;
grant select, insert on sealed.notice to aydyn_worker;
grant select, insert, update on sealed.notice_progress to aydyn_worker;
grant insert, delete, select (key_id) on sealed.mail to aydyn_portal;
grant select, insert, delete, update (attempts, next_attempt_at) on sealed.mail to aydyn_worker;
grant select, insert, delete on sealed.feed to aydyn_portal;
