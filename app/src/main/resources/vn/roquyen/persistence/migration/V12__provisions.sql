-- Provisions (điều, khoản, điểm) of instruments. A grant names the one that it rests on, a relation the one that it
-- acts on; without one the instrument as a whole is meant.
create table provision (
  id varchar(64) primary key, instrument_id varchar(64), article varchar(16), clause varchar(16), point varchar(16),
  text varchar(8000)
);
create index provision_instrument on provision (instrument_id);
alter table authority_grant add column provision_id varchar(64);
alter table instrument_relation add column provision_id varchar(64);
-- A newer program may have sent provisions that this database could not keep: it is filled anew from the journal.
update register_state set applied_id = repeat('0', 64);
