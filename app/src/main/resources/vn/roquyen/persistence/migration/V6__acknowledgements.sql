-- A commune confirms that it knows a grant and takes it on, for the state whose digest it names. The key is the code of
-- the commune, a slash and the id of the grant.
create table acknowledgement (
  id varchar(200) primary key, grant_id varchar(64), facts varchar(32), appointed varchar(400), author varchar(400),
  acknowledged_on date
);
create index acknowledgement_grant on acknowledgement (grant_id);
