-- Whether a feed's server is in a private network, as it was when it first answered; null before. Only such a feed, and
-- what it leads to, is asked for there.
alter table feed add column is_private integer;
