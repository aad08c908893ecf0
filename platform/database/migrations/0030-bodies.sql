-- State bodies as the public acts of registration state them. A projection: the acts are the truth.
-- Reference table: small, on every node.

create table bodies.body (
  number integer primary key check (number > 0),
  slug text not null unique,
  name jsonb not null,
  parent integer references bodies.body,
  -- The body under whose number its acts are entered: itself, or its parent when it is small.
  register integer not null references bodies.body,
  branch text not null check (branch in ('executive', 'judicial', 'electoral', 'independent')),
  working_days integer[] not null,
  verifier_key text not null,
  -- Competences, places, address, posts, reception: the part "about" of the act.
  about jsonb not null,
  act_id uuid not null,
  registered_at bigint not null,
  check (parent <> number)
);

grant select on bodies.body to aydyn_portal, aydyn_desk, aydyn_worker;
grant insert, update on bodies.body to aydyn_portal, aydyn_worker;
