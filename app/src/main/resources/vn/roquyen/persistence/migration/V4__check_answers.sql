-- Answers to what the checks ask. An answer holds for the facts whose digest it names; the key begins with the code of
-- the unit that answered.
create table check_answer (
  id varchar(400) primary key, code varchar(64), subject_id varchar(200), facts varchar(32), reason varchar(4000),
  author varchar(400), answered_on date
);
create index check_answer_subject on check_answer (subject_id);
