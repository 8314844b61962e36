-- Every version of a row: which change of the journal wrote it. The values are read from the journal, which is the
-- truth. A database of an older version is filled anew from the journal, because it knows no versions: its last change
-- is renamed so that it no longer follows.
create table change_log (
  place integer primary key, id varchar(64) not null, replica bigint not null, seq bigint not null,
  effective_time bigint not null, received bigint not null, unit varchar(64) not null, author varchar(400) not null,
  counts boolean not null
);
create index change_log_received on change_log (received);
create table row_version (
  entity smallint not null, row_key varchar(200) not null, place integer not null, kind tinyint not null,
  fields bigint not null, primary key (entity, row_key, place)
);
-- How far each replica has written each entity: a change that has seen all of it meets no conflict.
create table entity_writer (
  entity smallint not null, replica bigint not null, seq bigint not null, primary key (entity, replica)
);
-- Fields that two machines wrote without knowing of each other, until a change that has seen both settles them. Field 0
-- is the row itself: one removed it, the other went on writing.
create table review (
  entity smallint not null, row_key varchar(200) not null, field smallint not null,
  primary key (entity, row_key, field)
);
-- The revision counts changes and revocations; applied counts changes alone. The lineage names those without effect.
alter table register_state add column applied integer default 0 not null;
alter table register_state add column lineage varchar(64) default '' not null;
update register_state set applied_id = 'before versions';
-- What the province's collecting machine has received of each replica.
create table receipt (
  id varchar(200) primary key, from_unit varchar(64), replica varchar(16), seq integer, change_id varchar(64),
  received_on date
);
