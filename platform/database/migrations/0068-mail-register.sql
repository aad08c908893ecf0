-- Rows of bodies' registers on paper that were entered as cases: each once, however often a register is read.
create schema if not exists mail_register;
grant usage on schema mail_register to aydyn_portal;

-- Distributed by body.
create table mail_register.entry (
  body integer not null,
  register_number text not null,
  -- Days since 1970-01-01.
  received_on integer not null,
  case_tag bytea check (case_tag is null or octet_length(case_tag) = 16),
  primary key (body, register_number, received_on)
);
grant select, insert, update on mail_register.entry to aydyn_portal;
