-- A complaint can be about a body as a whole: nobody who holds an office there opens or answers it, and it is never sent
-- there. Sealed as the posts are; distributed by case_tag as the case is.
create table sealed.body_complained_of (
  case_tag bytea not null check (octet_length(case_tag) = 16),
  body integer not null,
  primary key (case_tag, body)
);
grant select, insert on sealed.body_complained_of to aydyn_portal;

-- As before, with the bodies that are named as a whole: their post is null. Where somebody has gone from a body that is
-- complained of as a whole is not asked: the complaint is about the body, not about everyone who ever worked there.
create or replace function cases.complained_of(asked_tag bytea) returns table (body integer, post text)
  language sql stable security definer set search_path = pg_temp
  as $$
    select named.body, named.post from sealed.complained_of as named where named.case_tag = asked_tag
    union
    select later.body, later.post
    from sealed.complained_of as named
    join cases.case as filed on filed.case_tag = named.case_tag
    join identity.appointment as held on held.body = named.body and held.post = named.post
      and held.from_at <= filed.filed_at and (held.until_at is null or held.until_at > filed.filed_at)
    join identity.appointment as later on later.account_id = held.account_id
      and (later.until_at is null or later.until_at > filed.filed_at)
    where named.case_tag = asked_tag
    union
    select named.body, null from sealed.body_complained_of as named where named.case_tag = asked_tag
  $$;
