-- A change is shown once, so nobody need look for each of its rows whether that version is there already.
alter table row_version drop primary key;
create index row_version_row on row_version (entity, row_key, place);
