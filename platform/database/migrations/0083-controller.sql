-- An office that sees figures and what was raised, of its own body and of those below, and no text.
alter table identity.appointment drop constraint appointment_role_check;
alter table identity.appointment add constraint appointment_role_check
  check (role in ('operator', 'official', 'head', 'auditor', 'helper', 'controller'));
