-- Whom an appeal must never come back to. An appeal against a decision or against silence is a case of its own, linked
-- with the earlier one (cases.link); whoever decided or held an earlier one is a party to the quarrel.

-- The bodies that have held a case which this one carries on, however far back the chain goes: where it was filed, by
-- way of whom it went, who holds it now.
create function cases.appealed_against(asked_tag bytea) returns table (body integer)
  language sql stable security definer set search_path = pg_temp
  as $$
    with recursive chain (tag) as (
      select link.other_tag from cases.link as link where link.case_tag = asked_tag and link.relation = 'earlier'
      union
      select link.other_tag from chain
      join cases.link as link on link.case_tag = chain.tag and link.relation = 'earlier'
    )
    select held.filed_body from chain join cases.case as held on held.case_tag = chain.tag
    union
    select held.holder_body from chain join cases.case as held on held.case_tag = chain.tag
    union
    select way.from_body from chain join cases.forwarding as way on way.case_tag = chain.tag
    union
    select way.to_body from chain join cases.forwarding as way on way.case_tag = chain.tag
  $$;
grant execute on function cases.appealed_against(bytea) to aydyn_portal, aydyn_desk, aydyn_worker;

-- The rule itself, out of reach of the program: no case passes into the hands of a body that it complains of or that it
-- appeals against. What somebody files with such a body of their own will passes into no other hands.
create function cases.check_conflict() returns trigger
  language plpgsql security definer set search_path = cases, pg_temp
  as $$
begin
  if exists (select 1 from cases.appealed_against(new.case_tag) as against where against.body = new.holder_body) then
    raise exception 'an appeal sent back to a body that it goes against' using errcode = 'check_violation';
  end if;
  if exists (select 1 from cases.complained_of(new.case_tag) as named where named.body = new.holder_body) then
    raise exception 'a complaint sent to the body of whom it is about' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger conflict after update of holder_body on cases.case
  for each row when (old.holder_body is distinct from new.holder_body)
  execute function cases.check_conflict();
