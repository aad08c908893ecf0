-- In an outside register (kept by somebody else than the state) most bodies take no part: what is entered under their
-- number is what was sent to them. A projection of the public act of registration, as every column of this table.
alter table bodies.body add column takes_part boolean not null default true;
