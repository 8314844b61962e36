-- What each change did to rows of the register and of the catalogue: what they held before and after, without the long
-- texts of procedures. A list of what changed is read from here; the long texts are made anew from the journal, for the
-- one record that is looked at. One piece holds the rows of an entity that a change wrote in one run, packed.
create table row_change (
  place integer not null, number integer not null, entity smallint not null, packed blob not null,
  primary key (place, number)
);
-- A database of an older version has none of them: it is filled anew from the journal. Its last change is renamed to one
-- that no journal has, so that it no longer follows.
update register_state set applied_id = repeat('0', 64);
