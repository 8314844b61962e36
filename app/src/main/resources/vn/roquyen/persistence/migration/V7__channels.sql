-- Lists of procedures show the time limit of a way to file, for fifty lines at once: the ways lie with the row, not in
-- a long text of their own. OperationRules.MAX_LIST_TEXT keeps a list within this length.
alter table admin_procedure alter column channels varchar(1048576);
