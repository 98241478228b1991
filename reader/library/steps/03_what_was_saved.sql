-- the summary as it was made, without what the reader put into the file: the base of a merge
alter table saved add column content text not null default '';
