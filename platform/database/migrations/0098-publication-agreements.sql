-- What authors let stand in public and nobody has decided yet: the worker releases it when its day is over.
create table cases.publication_agreement (
  case_tag bytea not null check (octet_length(case_tag) = 16),
  agreed_act uuid not null,
  agreed_at bigint not null,
  ended_as text check (ended_as in ('released', 'released-by-time', 'refused', 'taken-back', 'replaced', 'erased')),
  check ((ended_as is null) = (ended_at is null)),
  ended_at bigint,
  primary key (case_tag, agreed_act)
);
create index publication_agreement_open on cases.publication_agreement (agreed_at) where ended_as is null;
-- Of before this table: those after which nothing was said or done in public.
insert into cases.publication_agreement (case_tag, agreed_act, agreed_at)
  select act.case_tag, act.act_id, act.at
  from record.act join record.part on part.subject = act.subject and part.act_id = act.act_id and part.name = 'public'
  where act.kind = 'added' and act.case_tag is not null and part.bytes is not null
    and convert_from(part.bytes, 'UTF8')::jsonb ->> 'what' = 'publication-agreed'
    and not exists (
      select 1 from record.act later left join record.part said
        on said.subject = later.subject and said.act_id = later.act_id and said.name = 'public'
      where later.subject = act.subject and later.registered > act.registered
        and (later.kind = 'published' or later.kind = 'added'
          and convert_from(said.bytes, 'UTF8')::jsonb ->> 'what' in ('publication-agreed', 'publication-not-agreed')));
grant select, insert, update on cases.publication_agreement to aydyn_portal, aydyn_desk;
grant select, update on cases.publication_agreement to aydyn_worker;
grant insert, update on cases.publication to aydyn_worker;
