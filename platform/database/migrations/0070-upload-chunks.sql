-- Pieces of a file that is being sent over a line that breaks: ciphertext under the draft's key, which the server does
-- not keep. Put together when the last has come, and gone with the draft at the latest.

create table cases.draft_chunk (
  draft_id bytea not null check (octet_length(draft_id) = 32),
  upload text not null,
  -- Where the piece begins in the file; -1 marks a file that was put together, so that a repeat adds no second one.
  start integer not null,
  byte_length integer not null,
  ciphertext bytea not null,
  expires_at bigint not null,
  primary key (draft_id, upload, start)
);
create index draft_chunk_expiry on cases.draft_chunk (expires_at);

grant select, insert, delete on cases.draft_chunk to aydyn_portal;
grant select, delete on cases.draft_chunk to aydyn_worker;
