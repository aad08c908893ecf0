-- What an applicant can do after filing, beyond the acts themselves. The acts stand in schema record; here lies what
-- finds them again. Every table is distributed by case_tag.

-- What is kept of the code without which nobody withdraws an appeal. A case without a row was filed without one.
create table cases.withdrawal_code (
  case_tag bytea primary key check (octet_length(case_tag) = 16),
  code_hash bytea not null
);

-- What the applicant said about an answer: whether it was done. A projection of the act `rated`.
create table cases.rating (
  case_tag bytea not null,
  act_id uuid not null,
  -- The register of the body whose answer it was.
  body integer not null,
  answer text not null,
  rated_at bigint not null,
  primary key (case_tag, act_id)
);
create index rating_by_body on cases.rating (body, rated_at);

-- Cases whose applicant does not want to be asked.
create table cases.rating_declined (
  case_tag bytea primary key,
  declined_at bigint not null
);

-- An appeal that was taken to a higher place: one row on each side. `earlier` names the case that this one carries
-- on, `later` the one by which it was carried on, with the closing against which that was done (null: silence).
create table cases.link (
  case_tag bytea not null,
  other_tag bytea not null,
  relation text not null check (relation in ('earlier', 'later')),
  forum text not null,
  closing_act uuid,
  linked_at bigint not null,
  primary key (case_tag, other_tag)
);

-- Erasures that an applicant has asked for, until they are decided or taken back. A projection of acts `added`.
create table cases.erasure_request (
  case_tag bytea not null,
  asked_act uuid not null,
  asked_at bigint not null,
  ended_act uuid,
  primary key (case_tag, asked_act)
);
create index erasure_request_open on cases.erasure_request (asked_at) where ended_act is null;

-- Who follows a case by account is somebody with a name: when the name goes, so does that row. After a restored backup
-- the erasure is repeated, and with it this.
create function cases.forget_follower() returns trigger
  language plpgsql security definer set search_path = sealed, pg_temp
  as $$
  begin
    delete from sealed.applicant where case_tag = new.subject;
    return null;
  end
  $$;
create trigger follower_erased after insert on record.erasure
  for each row when (new.part_names is null or 'identity' = any (new.part_names))
  execute function cases.forget_follower();

-- Which acts `read` are about a case. Their leaves do not say it, so that nobody learns from outside whose case a
-- body looked at; the applicant does.
create table cases.reading (
  case_tag bytea not null,
  act_id uuid not null,
  primary key (case_tag, act_id)
);
insert into cases.reading (case_tag, act_id)
  select decode(convert_from(part.bytes, 'UTF8')::jsonb ->> 'case', 'hex'), act.act_id
  from record.act join record.part using (subject, act_id)
  where act.kind = 'read' and part.name = 'parties' and part.bytes is not null;

-- How many acts of a case its follower has seen: what is new since the last visit. Beside the account, and as closed.
alter table sealed.applicant add column acts_seen integer not null default 0;

grant select, insert on cases.withdrawal_code to aydyn_portal;
grant select, insert on cases.rating, cases.rating_declined to aydyn_portal;
grant select on cases.rating to aydyn_desk, aydyn_worker;
grant select, insert on cases.link to aydyn_portal;
grant select on cases.link to aydyn_desk;
grant select, insert, update on cases.erasure_request to aydyn_portal, aydyn_desk;
grant select, insert on cases.reading to aydyn_portal, aydyn_desk;
grant update (acts_seen) on sealed.applicant to aydyn_portal;
