-- An article's number is the second since 1970 at which it came out, as far as that is known, else at which it
-- came here, or the next one that is free: the newest first is the primary key backwards.
-- Texts stand apart, in the order in which they came: lists need not read past them.
create table body (
    id integer primary key,
    text text not null
);
create table article_anew (
    id integer primary key,
    sha256 text not null,            -- of the text as UTF-8: several outlets may have the same
    uri text not null,
    identity text not null,          -- what all versions of it have in common
    title text,
    byline text,
    site text,
    published text,
    language text,
    headings text,                   -- JSON rows [start, end, level], null for plain text
    blocks text,                     -- JSON rows [start, end, kind], null for none
    media text,                      -- JSON objects of kind, url and caption, null for none
    of_feed integer not null,        -- 1: the text is what a feed has of it
    came_at real not null,           -- seconds since 1970, UTC
    opened_at real,                  -- null: never
    is_read integer not null default 0,
    is_starred integer not null default 0,
    beneath integer references article (id) on delete set null,
        -- the article under which this one is shown: a later version of it, or the same text elsewhere
    body_id integer not null references body (id)
);
insert into body select rowid, text from article;
insert into article_anew
    select row_number() over oldest + max(second - number) over oldest, sha256, uri, identity, title, byline, site,
        published, language, headings, nullif(blocks, '[]'), nullif(media, '[]'), 0, opened_at, opened_at, 1, 0, null, body_id
    from (
        select *, row_number() over (order by second, opened_at, sha256) as number
        from (select *, rowid as body_id, second_of(published, opened_at) as second from article)
    )
    window oldest as (order by number);
drop table article;
alter table article_anew rename to article;
create index article_text on article (sha256);
create index article_identity on article (identity);
create index article_opened on article (opened_at) where opened_at is not null;
create index article_shown on article (id) where beneath is null;
create index article_unread on article (id) where not is_read and beneath is null;
create index article_page on article (id) where not of_feed;
create index article_starred on article (id) where is_starred;
create index article_beneath on article (beneath) where beneath is not null;
update article set beneath = (
    select max(later.id) from article as later where later.identity = article.identity
) where identity != '' and exists (
    select 1 from article as later where later.identity = article.identity and later.id > article.id
);

-- Where a note stands, and what a summary was made of, is a text, whoever printed it.
create table place_anew (
    note integer not null references annotation (id) on delete cascade,
    article text not null,       -- sha256 of the text
    start integer not null,      -- code points of that text; an empty range: not found in it
    end integer not null,
    primary key (note, article)
) without rowid;
insert into place_anew select note, article, start, end from place;
drop table place;
alter table place_anew rename to place;
create index place_article on place (article, start);
create table saved_anew (
    path text primary key,       -- a summary that was written
    article text not null,       -- sha256 of the text
    digest text not null,        -- sha256 of the bytes written, to see whether somebody edited them
    content text not null,       -- the summary as it was made, without what the reader put into the file
    template text not null       -- by which it was made
);
insert into saved_anew select path, article, digest, content, template from saved;
drop table saved;
alter table saved_anew rename to saved;

create table article_tag (
    article integer not null references article (id) on delete cascade,
    tag text not null,
    primary key (tag, article)
) without rowid;

create table feed (
    id integer primary key,
    uri text not null unique,        -- where it is now
    title text not null default '',  -- as it calls itself
    name text not null default '',   -- as the reader calls it
    link text not null default '',   -- its site
    folder text not null default '',
    tags text not null default '[]', -- JSON list of strings
    whole text not null default 'by-key' check (whole in ('by-key', 'always')),  -- when full texts are fetched
    etag text,
    modified text,
    checked_at real not null default 0,
    due_at real not null default 0,  -- the server asked to be left alone until then
    problem text not null default '',
    is_gone integer not null default 0,
    added_at real not null
);
create table entry (
    feed integer not null references feed (id) on delete cascade,
    key integer not null,            -- 8 bytes of the digest of what the feed calls it
    digest integer not null,         -- 8 bytes of the digest of all that the feed has of it
    article integer references article (id) on delete set null,  -- null: it was taken away, and does not come again
    primary key (feed, key)
) without rowid;
create index entry_article on entry (article, feed);

-- What came by a feed as it is shown: the page or the earlier printing above it counts.
create view came as
    select feed, coalesce(beneath, article.id) as article from entry join article on article.id = entry.article;

create table outline (
    id integer primary key,
    article integer not null unique references article (id) on delete cascade,
    version text not null,           -- of the analysis
    problem text not null default '',
    json blob                        -- as `newsreader outline --format json` without words and source; see packing.py
);
create table person (
    id integer primary key,
    name text not null unique,
    key text not null                -- the name without case, accents and titles
);
create index person_key on person (key);
create table alias (
    key text primary key,            -- this name …
    whole text not null              -- … is that of the person with this one: the reader said so
) without rowid;
create table quote (
    id integer primary key,
    article integer not null references article (id) on delete cascade,
    name text not null,              -- its id in the outline
    start integer not null,          -- code points of the article's text
    end integer not null,
    is_direct integer not null,
    person integer references person (id),  -- null: the article names nobody
    role text,
    probability real not null        -- that this is who said it
);
create index quote_article on quote (article);
create index quote_person on quote (person);
create table mentioned (
    person integer not null references person (id),
    article integer not null references article (id) on delete cascade,
    primary key (person, article)
) without rowid;
create index mentioned_article on mentioned (article);
create table toponym (
    id integer primary key,          -- of GeoNames
    name text not null,
    country text                     -- its code, ISO 3166
);
create table located (
    toponym integer not null references toponym (id),
    article integer not null references article (id) on delete cascade,
    mentions integer not null,
    primary key (toponym, article)
) without rowid;
create index located_article on located (article);

create table band (
    key integer not null,            -- of an article's sketch: texts that are alike share one
    article integer not null references article (id) on delete cascade,
    primary key (key, article)
) without rowid;
create index band_article on band (article);
create table smart_folder (
    name text primary key,
    query text not null
);

create view written as
    select article.id, title, text from article join body on body.id = body_id;
create virtual table words using fts5(
    title, text, content = 'written', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
insert into words (words) values ('rebuild');
insert into words (words, rank) values ('rank', 'bm25(5.0, 1.0)');
create view quoted as
    select quote.id, substr(text, start + 1, end - start) as words
    from quote join written on written.id = quote.article;
create virtual table said using fts5(
    words, content = 'quoted', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
create virtual table noted using fts5(
    body, content = 'annotation', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
insert into noted (noted) values ('rebuild');
create trigger note_added after insert on annotation begin
    insert into noted (rowid, body) values (new.id, new.body);
end;
create trigger note_removed after delete on annotation begin
    insert into noted (noted, rowid, body) values ('delete', old.id, old.body);
end;
create trigger note_changed after update of body on annotation begin
    insert into noted (noted, rowid, body) values ('delete', old.id, old.body);
    insert into noted (rowid, body) values (new.id, new.body);
end;
