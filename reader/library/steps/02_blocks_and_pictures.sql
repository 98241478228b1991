-- JSON rows [start, end, kind], and objects of kind, url and caption
alter table article add column blocks text not null default '[]';
alter table article add column media text not null default '[]';
