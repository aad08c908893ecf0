-- Whoever has signed somebody else's appeal can follow it by mail, too. The column names the signature; null for an address
-- of the applicant's. Only the worker compares the two, to end the mails of a signature that was taken back.
alter table sealed.follower add column co_signature uuid;
create index follower_signature on sealed.follower (case_tag, co_signature) where co_signature is not null;

grant select (case_tag, act_id, withdrawn_by) on sealed.co_signature to aydyn_worker;
