-- What officials work with beside the acts: who reads a refusal before it goes, what was raised to the head, who
-- stands in for whom, notes, templates. Acts are in schema record; here is what leads to them or follows from them.
-- Distribution column: case_tag, or body for what belongs to a desk and not to a case.

-- "Mine" is a question of the post, as in the policy: an index of its own. Null posts are the cases given to nobody.
create index case_post_queue on cases.case (holder_body, official_post, due, number) where due is not null;
create index case_kind_queue on cases.case (holder_body, filing_kind, due, number) where due is not null;

-- ---------------------------------------------------------------- escalation

-- Each step is entered once for each due day: the key is the rule.
create table cases.escalation (
  case_tag bytea not null,
  due integer not null,
  step smallint not null check (step between 1 and 3),
  act_id uuid not null,
  body integer not null,
  entered_at bigint not null,
  primary key (case_tag, due, step)
);
create index escalation_by_body on cases.escalation (body, entered_at desc);

-- ---------------------------------------------------------------- four eyes

-- A refusal as its writer proposes it. What is approved is what lies here, byte for byte.
create table cases.proposal (
  case_tag bytea not null,
  proposal_id uuid not null,
  body integer not null,
  kind text not null check (kind in ('refused', 'terminated')),
  digest bytea not null check (octet_length(digest) = 32),
  writer uuid not null,
  writer_post text not null,
  proposed_at bigint not null,
  verdict text check (verdict in ('approved', 'returned', 'taken-back')),
  judge uuid,
  judge_post text,
  judged_at bigint,
  -- Why it was returned; for the writer, and gone with the case's texts.
  reason text,
  primary key (case_tag, proposal_id),
  check ((verdict is null) = (judged_at is null)),
  check (verdict is distinct from 'approved' or (judge is not null and judge <> writer)),
  check (verdict is distinct from 'returned' or (judge is not null and judge <> writer))
);
create unique index proposal_open on cases.proposal (case_tag) where verdict is null;
create index proposal_of_body on cases.proposal (body, proposed_at) where verdict is null;

-- The bytes of a proposal that waits: the parts of the act to be.
create table cases.proposal_part (
  case_tag bytea not null,
  proposal_id uuid not null,
  position integer not null,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  primary key (case_tag, proposal_id, position)
);

-- Which act two people stand behind. Written in the act's own transaction, never changed.
create table cases.approval (
  case_tag bytea not null,
  act_id uuid not null,
  proposal_id uuid not null,
  digest bytea not null check (octet_length(digest) = 32),
  writer uuid not null,
  approver uuid not null check (approver <> writer),
  primary key (case_tag, act_id)
);

-- The rule itself, out of reach of the program: an act that refuses has an approval by another person, over exactly
-- the parts that it carries. Judged at the commit, when everything is there. What another register reports of a body
-- (filed-elsewhere) is no act of that body.
create function cases.check_four_eyes() returns trigger
  language plpgsql security definer set search_path = cases, record, pg_temp
  as $$
declare
  approved bytea;
  written bytea;
begin
  if exists (select 1 from cases.case c where c.case_tag = new.case_tag and c.filing_kind = 'filed-elsewhere') then
    return null;
  end if;
  select digest into approved from cases.approval
    where case_tag = new.case_tag and act_id = new.act_id and approver <> writer;
  select sha256(convert_to(
      string_agg(name || ' ' || encode(sha256(bytes), 'hex') || E'\n', '' order by position), 'UTF8'))
    into written from record.part
    where subject = new.subject and act_id = new.act_id and name not in ('signature', 'approval');
  if approved is null or written is distinct from approved then
    raise exception 'an act % without a second person behind its text', new.kind using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger four_eyes after insert on record.act
  deferrable initially deferred for each row
  when (new.kind in ('refused', 'terminated') and new.case_tag is not null)
  execute function cases.check_four_eyes();

-- ---------------------------------------------------------------- merging

-- A duplicate that was joined with another case. It still gets its answer: null until it has it.
create table cases.merger (
  case_tag bytea primary key,
  main_tag bytea not null,
  body integer not null,
  merged_at bigint not null,
  answer_act uuid
);
create index merger_of_main on cases.merger (main_tag) where answer_act is null;
create index merger_waiting on cases.merger (body, merged_at) where answer_act is null;
create index applicant_case on sealed.applicant (case_tag);

-- Open cases at the same desk by the same applicant, where the applicant lets the name of both be seen. The desk
-- learns of no sealed case whose it is, and of none under which account it was filed.
create function cases.shown_cases_of_same_applicant(asked_tag bytea) returns setof bytea
  language sql stable security definer set search_path = sealed, cases, pg_temp
  as $$
    select other.case_tag
    from sealed.applicant mine
      join sealed.applicant other on other.account_id = mine.account_id and other.case_tag <> mine.case_tag
      join cases.case asked on asked.case_tag = mine.case_tag and asked.identity_shown
      join cases.case found on found.case_tag = other.case_tag and found.identity_shown
        and found.holder_body = asked.holder_body and found.due is not null
    where mine.case_tag = asked_tag
  $$;
grant execute on function cases.shown_cases_of_same_applicant(bytea) to aydyn_desk;

-- ---------------------------------------------------------------- forwarding

-- Which body passed a case on to which. The body that did sees that it did, and no text.
create table cases.forwarding (
  case_tag bytea not null,
  act_id uuid not null,
  from_body integer not null,
  to_body integer not null,
  at bigint not null,
  primary key (case_tag, act_id)
);
create index forwarding_from on cases.forwarding (from_body, at desc, case_tag);

-- ---------------------------------------------------------------- the desk's own papers

-- For colleagues, never for the public. They are about a person: an erasure takes them along.
create table cases.note (
  case_tag bytea not null,
  note_id uuid not null,
  body integer not null,
  post text not null,
  text text not null,
  at bigint not null,
  primary key (case_tag, note_id)
);

create table cases.reply_template (
  body integer not null,
  template_id uuid not null,
  name text not null,
  text_tk text not null,
  text_ru text not null,
  text_en text not null,
  changed_post text not null,
  changed_at bigint not null,
  primary key (body, template_id)
);

-- Who stands in for a post, from a day through a day. Ended early by a day, never deleted.
create table cases.handover (
  body integer not null,
  handover_id uuid not null,
  post text not null,
  deputy_post text not null check (deputy_post <> post),
  from_day integer not null,
  through_day integer not null check (through_day >= from_day),
  set_post text not null,
  set_at bigint not null,
  ended_day integer,
  primary key (body, handover_id)
);

-- An erasure in a case takes along what its desk wrote about it.
create function cases.forget_desk_texts() returns trigger
  language plpgsql security definer set search_path = cases, pg_temp
  as $$
begin
  delete from cases.note where case_tag = new.case_tag;
  delete from cases.proposal_part where case_tag = new.case_tag;
  update cases.proposal set reason = null where case_tag = new.case_tag and reason is not null;
  update cases.proposal set verdict = 'taken-back', judged_at = new.at
    where case_tag = new.case_tag and verdict is null;
  return null;
end
$$;
create trigger forget_desk_texts after insert on record.act
  for each row when (new.kind = 'erased' and new.case_tag is not null)
  execute function cases.forget_desk_texts();

-- The worker asks the policy about each case that it raises.
grant execute on function cases.complained_of(bytea) to aydyn_worker;
grant select, insert on cases.forwarding to aydyn_portal, aydyn_desk;
grant select, insert on cases.escalation to aydyn_worker;
grant select on cases.escalation to aydyn_desk;
grant select, insert, update on cases.proposal to aydyn_desk;
grant select, insert, delete on cases.proposal_part, cases.note to aydyn_desk;
grant select, insert on cases.approval to aydyn_desk;
grant select, insert, update on cases.merger, cases.reply_template, cases.handover to aydyn_desk;
grant delete on cases.reply_template to aydyn_desk;
