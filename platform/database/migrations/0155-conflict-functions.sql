-- Whom a case must not reach is asked at every step of every case, and nearly always the answer is nobody. The two
-- functions answer as before; as procedures they keep their plans for the session, and whatever carries no case on and
-- complains of nobody costs one look at an index each.
create or replace function cases.appealed_against(asked_tag bytea) returns table (body integer)
  language plpgsql stable security definer set search_path = pg_temp
  as $$
begin
  if not exists (select 1 from cases.link as link where link.case_tag = asked_tag and link.relation = 'earlier') then
    return;
  end if;
  return query
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
    select way.to_body from chain join cases.forwarding as way on way.case_tag = chain.tag;
end
$$;

create or replace function cases.complained_of(asked_tag bytea) returns table (body integer, post text)
  language plpgsql stable security definer set search_path = pg_temp
  as $$
begin
  if exists (select 1 from sealed.complained_of as named where named.case_tag = asked_tag) then
    return query
      select named.body, named.post from sealed.complained_of as named where named.case_tag = asked_tag
      union
      select later.body, later.post
      from sealed.complained_of as named
      join cases.case as filed on filed.case_tag = named.case_tag
      join identity.appointment as held on held.body = named.body and held.post = named.post
        and held.from_at <= filed.filed_at and (held.until_at is null or held.until_at > filed.filed_at)
      join identity.appointment as later on later.account_id = held.account_id
        and (later.until_at is null or later.until_at > filed.filed_at)
      where named.case_tag = asked_tag;
  end if;
  return query
    select named.body, null::text from sealed.body_complained_of as named where named.case_tag = asked_tag;
end
$$;
