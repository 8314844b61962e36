-- Notes of a unit on a record of the register. The key begins with the code of the unit that owns the row.
create table note (
  id varchar(200) primary key, subject_id varchar(200), text varchar(65536), author varchar(400), written_on date
);
create index note_subject on note (subject_id);
-- The revision is how many changes of the journal the tables show; this is the last of them. What lies behind it is
-- replayed at the next start.
alter table register_state add column applied_id varchar(64);
