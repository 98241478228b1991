-- Of what is in `of_feed`: 0: a page, which belongs to its address; 1: a feed's text, which is that feed's; 2: a text that
-- nobody may change any more: of a feed that is no longer subscribed to, or from another program's export.
-- What one feed has no longer stands above what another has of the same address.
update article set beneath = null,
    is_read = max(is_read, (select lead.is_read from article as lead where lead.id = article.beneath))
where of_feed = 1 and beneath is not null
    and exists (
        select 1 from article as lead
        where lead.id = article.beneath and lead.of_feed = 1 and lead.identity = article.identity
    )
    and exists (select 1 from entry where entry.article = article.id)
    and not exists (
        select 1 from entry join entry as above on above.feed = entry.feed
        where entry.article = article.id and above.article = article.beneath
    );
update article set of_feed = 2 where of_feed = 1 and beneath is null
    and not exists (select 1 from entry where entry.article = article.id);
update article set of_feed = 2 where of_feed = 1
    and beneath in (select lead.id from article as lead where lead.of_feed = 2 and lead.identity = article.identity)
    and not exists (select 1 from entry where entry.article = article.id);
drop index article_page;
create index article_page on article (id) where of_feed != 1;
