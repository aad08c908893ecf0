-- Every program compares the tables that it finds with those it was written for, and says so when it is asked.
grant select on platform.migration to aydyn_portal, aydyn_desk, aydyn_worker;
