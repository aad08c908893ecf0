-- A withdrawal code that was printed at a counter, on the slip for whoever handed in a paper: when. Null for a code that the
-- applicant's own form has shown. It is printed once; nobody can read it again, and who holds no code withdraws in person.
alter table cases.withdrawal_code add column handed_over_at bigint;
