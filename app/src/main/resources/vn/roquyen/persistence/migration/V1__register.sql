-- The register. Each table is a projection of one Entity of the domain; its columns are the entity's fields.
-- References are checked by the ledger, not by the database: change files may arrive in any order.
create table register_state (
  id integer primary key,
  identity varchar(64) not null,
  revision bigint not null,
  schema_version integer not null
);
create table province (code varchar(8) primary key, type varchar(64), name varchar(128), full_name varchar(160));
create table commune (
  code varchar(8) primary key, type varchar(32), name varchar(128), full_name varchar(160),
  province_code varchar(8), predecessors varchar(4000)
);
create table body (
  id varchar(64) primary key, name varchar(400), short_name varchar(200), level varchar(32), kind varchar(32),
  parent_id varchar(64)
);
create table field (id varchar(64) primary key, name varchar(400), parent_id varchar(64));
create table instrument (
  id varchar(64) primary key, number varchar(128), kind varchar(64), issuer_id varchar(64), issued_on date,
  effective_from date, effective_to date, status varchar(32), title varchar(4000), source_quote varchar(4000)
);
create table instrument_relation (
  id varchar(200) primary key, from_id varchar(64), relation varchar(32), to_id varchar(64), note varchar(4000)
);
create index instrument_relation_from on instrument_relation (from_id);
create index instrument_relation_to on instrument_relation (to_id);
create table power (
  id varchar(64) primary key, field_id varchar(64), title varchar(2000), description varchar(8000), keywords varchar(4000)
);
create table authority_grant (
  id varchar(64) primary key, power_id varchar(64), mode varchar(32), grantor_id varchar(64), grantee_id varchar(64),
  instrument_id varchar(64), provision varchar(400), valid_from date, valid_to date, territory varchar(4000),
  scope varchar(4000), conditions varchar(4000), procedure_count integer, person varchar(2000), task varchar(2000),
  responsibility varchar(2000), authority varchar(2000), resources varchar(2000), result varchar(2000),
  source_quote varchar(4000)
);
create index authority_grant_power on authority_grant (power_id);
create table admin_procedure (
  code varchar(32) primary key, name varchar(2000), decision varchar(400), levels varchar(64), field varchar(400),
  subjects varchar(4000), agency varchar(4000), authority varchar(4000), ministry varchar(400), steps clob,
  channels clob, dossier clob, legal clob, conditions clob, result clob, url varchar(1000), snapshot varchar(32),
  deciding_body varchar(400)
);
create index admin_procedure_field on admin_procedure (field);
create table difficulty (
  id varchar(64) primary key, block varchar(32), category varchar(200), title varchar(2000), description varchar(8000),
  affected varchar(2000), source_quote varchar(4000)
);
create table proposal (
  id varchar(64) primary key, addressee varchar(400), title varchar(2000), description varchar(8000),
  source_quote varchar(4000)
);
create table statistic (
  id varchar(64) primary key, subject varchar(2000), amount varchar(64), unit varchar(64), as_of date,
  source_quote varchar(4000)
);
create table calendar_day (
  on_date date primary key, kind varchar(32), name varchar(400), basis varchar(400), status varchar(32)
);
