-- Nobody is refused unheard, out of reach of the program: an act that refuses follows a hearing that the body which holds
-- the case announced, or says in its public part why there was none. A merged case is heard for itself or in the one
-- that it was merged into.
-- Judged at the commit, beside the approval. What another register reports of a body (filed-elsewhere) is no act of that body.
create function cases.check_heard() returns trigger
  language plpgsql security definer set search_path = cases, record, pg_temp
  as $$
begin
  if exists (select 1 from cases.case c where c.case_tag = new.case_tag and c.filing_kind = 'filed-elsewhere') then
    return null;
  end if;
  if exists (
    select 1 from record.part p
    where p.subject = new.subject and p.act_id = new.act_id and p.name = 'public'
      and convert_from(p.bytes, 'UTF8')::jsonb ? 'unheard') then
    return null;
  end if;
  if not exists (
    select 1 from record.act a
    where a.subject in (
        select new.case_tag union all select m.main_tag from cases.merger m where m.case_tag = new.case_tag)
      and a.kind = 'hearing-announced'
      and a.registered > coalesce(
        (select max(r.registered) from record.act r where r.subject = a.subject and r.kind = 'received'), 0)) then
    raise exception 'a refusal without a hearing that does not say why' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger heard after insert on record.act
  deferrable initially deferred for each row
  when (new.kind = 'refused' and new.case_tag is not null)
  execute function cases.check_heard();
