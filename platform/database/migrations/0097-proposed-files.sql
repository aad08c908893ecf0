-- Files of a refusal that waits for its second person are looked at as those of acts are: the id of the proposal stands in the
-- place of the act's.
grant select on cases.proposal_part to aydyn_worker;
grant delete on cases.file_check to aydyn_desk;
