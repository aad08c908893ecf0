-- Two questions that are asked at every act, or nearly so, and whose answer is nearly always nothing. As procedures they
-- keep their plans for the session, and look for what is rare before they follow it.

-- An act of a case may not overtake an earlier one that is still held back: what is held back of these cases is released
-- no later than the given moment, with whatever waited before it in the other cases of its own group.
create function ledger.release_earlier(of_log text, release_by bigint, tags bytea[]) returns void
  language plpgsql volatile set search_path = pg_temp
  as $$
begin
  if not exists (
    select 1 from ledger.pending as held
    where held.log = of_log and held.case_tag = any (tags) and held.release_at > release_by
  ) then
    return;
  end if;
  with recursive held (group_id) as (
    select pending.group_id from ledger.pending as pending
    where pending.log = of_log and pending.release_at > release_by and pending.case_tag = any (tags)
    union
    select earlier.group_id from held
    join ledger.pending as member on member.log = of_log and member.group_id = held.group_id
    join ledger.pending as earlier on earlier.log = of_log and earlier.case_tag = member.case_tag
      and earlier.id < member.id and earlier.release_at > release_by
    where member.case_tag <> '\x00000000000000000000000000000000'
  )
  update ledger.pending as pending set release_at = release_by
  where pending.log = of_log and pending.group_id in (select held.group_id from held);
end
$$;

-- What applicants wrote in their own words about whom a case, and those that it carries on, are about.
create function cases.complaint_words(asked_tag bytea) returns setof text
  language plpgsql stable set search_path = pg_temp
  as $$
begin
  return query
    with recursive chain (tag) as (
      select asked_tag
      union
      select link.other_tag from chain
      join cases.link as link on link.case_tag = chain.tag and link.relation = 'earlier'
    )
    select convert_from(part.bytes, 'UTF8')::jsonb ->> 'complainedOfWords'
    from chain
    join record.act as act on act.subject = chain.tag and act.kind like 'filed-%'
    join record.part as part on part.subject = act.subject and part.act_id = act.act_id
    where part.name = 'parties' and part.erased_at is null
      and convert_from(part.bytes, 'UTF8')::jsonb ? 'complainedOfWords';
end
$$;

grant execute on function ledger.release_earlier(text, bigint, bytea[]) to aydyn_portal, aydyn_desk, aydyn_worker;
grant execute on function cases.complaint_words(bytea) to aydyn_portal, aydyn_desk;
