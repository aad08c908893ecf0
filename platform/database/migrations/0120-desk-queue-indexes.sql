-- A desk whose body has a hundred thousand open cases reads its counts and its narrowed lists off indexes alone.
-- Counting reads each open case of the body: the index holds what is counted, so that no row is visited.
create index case_queue_counts on cases.case (holder_body) include (due, official_post, phase) where due is not null;
-- "Waits for the applicant" and other phases, soonest first, however rare they are.
create index case_phase_queue on cases.case (holder_body, phase, due, number) where due is not null;
-- Those closed last: the index of all cases by their last act was walked past every open one.
drop index cases.case_recent;
create index case_closed_recent on cases.case (holder_body, last_act_at desc) where due is null;
