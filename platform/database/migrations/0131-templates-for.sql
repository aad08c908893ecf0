-- For which answers a template is meant: of one outcome, to one kind of filing. Null: of any. It is offered first where it
-- fits, and elsewhere all the same.
alter table cases.reply_template
  add column outcome text check (outcome in
    ('satisfied', 'partly-satisfied', 'explained', 'refused', 'terminated')),
  add column filing_kind text check (filing_kind like 'filed-%');
