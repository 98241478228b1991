create table article (
    sha256 text primary key,    -- of the text as UTF-8
    uri text not null,
    title text,
    byline text,
    site text,
    published text,
    language text,
    headings text,              -- JSON rows [start, end, level], null for plain text
    text text not null,
    opened_at real not null     -- seconds since 1970, UTC
);
create index article_opened on article (opened_at);
create table note (
    id integer primary key,
    article text not null references article (sha256),
    start integer not null,     -- code points of the article's text
    end integer not null,
    quoted text not null,       -- the words at start..end, to find them again elsewhere
    body text not null,
    tags text not null,         -- JSON list of strings
    status text not null check (status in ('unchecked', 'confirmed', 'disputed')),
    created_at real not null,
    changed_at real not null
);
create index note_article on note (article, start);
create table saved (
    path text primary key,      -- a summary that was written
    article text not null references article (sha256),
    digest text not null        -- sha256 of the bytes written, to see whether somebody edited them
);
