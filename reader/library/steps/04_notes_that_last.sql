alter table saved add column template text not null default '';
-- what an article has in common with its other versions
alter table article add column identity text not null default '';
update article set identity = identity_of(uri);
create index article_identity on article (identity);
create table annotation (
    id integer primary key autoincrement,   -- never used again: saved files name notes by it
    identity text not null,      -- of the article it is about
    title text not null,         -- of that article, to know it by where it is not in the library
    quoted text not null,        -- the words it is about, and those around them
    before text not null,
    after text not null,
    share real not null,         -- where in its text they began, 0 to 1; -1 for unknown
    body text not null,
    tags text not null,          -- JSON list of strings
    status text not null check (status in ('unchecked', 'confirmed', 'disputed')),
    evidence text not null default '',
    checked_at real not null default 0,
    origin text not null default '',
    created_at real not null,
    changed_at real not null
);
create index annotation_identity on annotation (identity);
create table place (
    note integer not null references annotation (id) on delete cascade,
    article text not null references article (sha256),
    start integer not null,      -- code points of that article's text; an empty range: not found in it
    end integer not null,
    primary key (note, article)
) without rowid;
create index place_article on place (article, start);
insert into annotation
    select note.id, identity, coalesce(title, ''), quoted,
        substr(text, max(1, note.start - 199), note.start - max(0, note.start - 200)),
        substr(text, note.end + 1, 200),
        cast(note.start as real) / max(1, length(text)), body, tags, status, '', 0, '', created_at, changed_at
    from note join article on article.sha256 = note.article;
insert into place select note.id, note.article, note.start, note.end from note;
drop table note;
