-- What oversees every body of the country, as the body's act of registration says; null for all others and all older acts.
alter table bodies.body add column oversight text check (oversight in ('prosecutor', 'ombudsman'));
