-- What an outside register drew for a body that wants to join it: signed by the body's key it proves that it is the body. Each
-- counts once, and only for its time.
create table bodies.joining_challenge (
  nonce bytea primary key check (octet_length(nonce) = 32),
  body integer not null references bodies.body,
  -- The text that the body signs, with its key as the state's record lists it.
  challenge text not null,
  drawn_at bigint not null,
  expires_at bigint not null,
  used_at bigint
);

grant select, insert, update on bodies.joining_challenge to aydyn_portal;
