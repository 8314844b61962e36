-- Decisions of a second publisher's key on changes that wait for it; the id is that of the proposed change.
create table approval (
  id varchar(64) primary key, replica varchar(16), seq integer, verdict varchar(16), reason varchar(4000)
);
-- Changes that need a second key. What they would write is read from the journal; nothing of it is in the tables before
-- the approval, and from then on the approval has written it.
create table pending_change (
  id varchar(64) primary key, place integer not null, author_key varchar(64) not null, written bigint not null,
  edits integer not null, approved boolean not null
);
-- A database of an older version shows what should wait: it is filled anew from the journal.
update register_state set applied_id = 'before approvals';
