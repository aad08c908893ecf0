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

grant select, insert on cases.withdrawal_code to aydyn_portal;
grant select, insert on cases.rating, cases.rating_declined to aydyn_portal;
grant select on cases.rating to aydyn_desk, aydyn_worker;
