-- Appeals that stand in public: what lists filter and searches read. The text itself is the part `publication` of the
-- act; this row is a projection of it, made from what the public may see and of nothing else, and goes with it.
create table cases.publication (
  case_tag bytea primary key check (octet_length(case_tag) = 16),
  -- The act `published` whose part stands in public now.
  act_id uuid not null,
  -- In addresses. Drawn; unrelated to the case's number. Not unique by constraint: a distributed table can only be
  -- unique by its distribution column, and fifty random bits do not meet.
  public_id text not null,
  log text not null,
  filing_kind text not null,
  matter text not null,
  -- The word of the body that answers for the place; null for the whole country.
  place text,
  language text not null check (language in ('tk', 'ru', 'en')),
  filed_day integer not null,
  published_at bigint not null,
  -- The words that stand in public, folded (platform/language/fold-for-search.ts), for spellings that differ a little.
  words text not null,
  -- The same for whole words: folded ones as they are, Russian and English ones besides by their stems.
  document tsvector not null
);
create index publication_id on cases.publication (public_id);
create index publication_newest on cases.publication (published_at desc, public_id desc);
create index publication_oldest on cases.publication (filed_day, public_id);
create index publication_matter on cases.publication (matter, published_at desc, public_id desc);
create index publication_document on cases.publication using gin (document);

-- Whoever erases the text, and whichever program does: no search finds it a moment later.
create function cases.forget_publication() returns trigger
  language plpgsql security definer set search_path = cases, pg_temp
  as $$
  begin
    delete from cases.publication where case_tag = new.subject and act_id = new.act_id;
    return null;
  end
  $$;
create trigger publication_erased after update of erased_at on record.part
  for each row when (new.name = 'publication' and new.erased_at is not null)
  execute function cases.forget_publication();

grant select, insert, update on cases.publication to aydyn_portal, aydyn_desk;
grant select on cases.publication to aydyn_worker;
