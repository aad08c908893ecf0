-- How many working days were left when a case was raised is a rule of the country since now: each row says its own.
-- Until now it was three, then one.
alter table cases.escalation add column working_days smallint check (working_days > 0);
update cases.escalation set working_days = case step when 1 then 3 when 2 then 1 end;
alter table cases.escalation add check ((step = 3) = (working_days is null));
