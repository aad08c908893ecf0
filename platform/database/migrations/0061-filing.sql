-- Whom a complaint names: the case must never be opened by, given to or sent back to them. In schema sealed, so that
-- no desk can list who is complained of; distributed by case_tag as the case is.
create table sealed.complained_of (
  case_tag bytea not null check (octet_length(case_tag) = 16),
  body integer not null,
  post text not null,
  primary key (case_tag, body, post)
);
grant select, insert on sealed.complained_of to aydyn_portal;

-- Asked by the policy about one case. Whoever held a named post when the complaint was filed stays out of it in every
-- post that they have held since: a move to the next room must not bring the case with it.
create function cases.complained_of(asked_tag bytea) returns table (body integer, post text)
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
  $$;
grant execute on function cases.complained_of(bytea) to aydyn_portal, aydyn_desk;

-- Whether what the applicant enters waits for the night (record decision 1): chosen when filing, kept for later acts.
alter table cases.case add column enters_later boolean not null default false;
