-- Erasures that nobody has asked for: one person of the body names ground and scope, another stands behind the very list
-- of parts that goes. Never deleted; the act itself carries both posts.
create table cases.erasure_order (
  case_tag bytea not null check (octet_length(case_tag) = 16),
  order_id uuid not null,
  ground text not null check (ground in ('court-order', 'retention-ended', 'third-person')),
  scope text[] not null,
  -- Which order or rule: for the applicant, and gone once it stands in the act.
  reference text,
  -- Over the list of parts: acts and names, in the order of the case.
  digest bytea not null check (octet_length(digest) = 32),
  writer uuid not null,
  writer_post text not null,
  proposed_at bigint not null,
  verdict text check (verdict in ('approved', 'taken-back')),
  judge uuid,
  judged_at bigint,
  act_id uuid,
  primary key (case_tag, order_id),
  check ((verdict is null) = (judged_at is null)),
  check (verdict is distinct from 'approved' or (judge is not null and judge <> writer and act_id is not null))
);
create unique index erasure_order_open on cases.erasure_order (case_tag) where verdict is null;

-- The rule itself, out of reach of the program: an act that erases without its applicant has two people behind it.
create function cases.check_erasure_order() returns trigger
  language plpgsql security definer set search_path = cases, record, pg_temp
  as $$
begin
  if exists (
    select 1 from record.part where subject = new.subject and act_id = new.act_id and name = 'public'
      and convert_from(bytes, 'UTF8')::jsonb ->> 'ground' in ('court-order', 'retention-ended', 'third-person')
  ) and not exists (
    select 1 from cases.erasure_order
    where case_tag = new.case_tag and act_id = new.act_id and verdict = 'approved' and judge <> writer
  ) then
    raise exception 'an erasure by order without a second person' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger erasure_four_eyes after insert on record.act
  deferrable initially deferred for each row
  when (new.kind = 'erased' and new.case_tag is not null)
  execute function cases.check_erasure_order();

grant select, insert, update on cases.erasure_order to aydyn_desk;
