-- Collective appeals: somebody files, others sign. Distributed by case_tag.

-- The appeals that others may sign. The hash is that of the code that the applicant passes on; null until one is drawn.
create table cases.collective (
  case_tag bytea primary key check (octet_length(case_tag) = 16),
  code_hash bytea
);
grant select, insert, update on cases.collective to aydyn_portal;

-- The signatures. Name and address are sealed parts of the act; here lies what counts one person once: a keyed digest
-- of both, whose key is outside the database. In schema sealed, so that no desk can compare signers of two cases.
create table sealed.co_signature (
  case_tag bytea not null check (octet_length(case_tag) = 16),
  act_id uuid not null,
  signer bytea not null check (octet_length(signer) = 32),
  code_hash bytea not null,
  withdrawn_by uuid,
  primary key (case_tag, act_id)
);
grant select, insert, update (withdrawn_by) on sealed.co_signature to aydyn_portal;

-- How many people have signed and not taken it back; null for an appeal that is not collective. All that a desk learns.
create function cases.count_co_signers(asked_tag bytea) returns integer
  language sql stable security definer set search_path = pg_temp
  as $$
    select case when exists (select 1 from cases.collective where case_tag = asked_tag) then (
      select count(distinct signer)::integer from sealed.co_signature
      where case_tag = asked_tag and withdrawn_by is null
    ) end
  $$;
grant execute on function cases.count_co_signers(bytea) to aydyn_portal, aydyn_desk;
