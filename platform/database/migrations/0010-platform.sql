-- What came of a form that has been sent: a second sending of the same form gets the same outcome and changes nothing.
-- Written in the transaction of the act itself. Distribution column: key. A day's rows only.

create table platform.idempotency (
  key text not null check (length(key) between 16 and 128),
  -- Who may see the outcome again: the session, the draft or the API client that sent the form. A hash, not the token.
  scope text not null,
  body_digest bytea not null check (octet_length(body_digest) = 32),
  -- Null only inside the transaction that carries the act out.
  outcome jsonb,
  expires_at bigint not null,
  primary key (key, scope)
);
create index idempotency_expiry on platform.idempotency (expires_at);

grant select, insert, update, delete on platform.idempotency to aydyn_portal, aydyn_desk;
grant select, delete on platform.idempotency to aydyn_worker;
