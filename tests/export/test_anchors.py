"""An item's id in a summary is of its words: it stays when others come, and is nobody else's."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis import outline_of
from reader.document.article import Article
from reader.document.outline import Outline, Quote
from reader.document.span import Span
from reader.export.anchors import anchors
from reader.export.markdown import summary
from tests.generator import article
from tests.stopwatch import millions_of_rounds

words = st.lists(st.sampled_from(["“No.”", "“Yes.”", "“We go.”", "“Stop!”"]), min_size=1, max_size=8)


def quoted(found: list[str]) -> tuple[Article, Outline]:
    text, quotes = "", []
    for number, each in enumerate(found, 1):
        quotes.append(Quote(f"q{number}", Span(len(text), len(text) + len(each)), "direct", None, None, ""))
        text += f"{each} "
    return Article(text, "a.txt"), Outline(quotes=tuple(quotes))


@given(words)
def test_no_two_items_share_an_id(found: list[str]) -> None:
    given_ids = [*anchors(*quoted(found)).values()]
    assert len(set(given_ids)) == len(found)
    assert all(each.startswith("q") and each.replace("-", "").isalnum() for each in given_ids)


@given(words, st.data())
def test_a_quote_that_is_found_besides_changes_no_other_id(found: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(found)))
    before = anchors(*quoted(found))
    after = anchors(*quoted([*found[:at], "“Something else.”", *found[at:]]))
    kept = [after[f"q{number + (number > at)}"] for number in range(1, len(found) + 1)]
    assert kept == [before[f"q{number}"] for number in range(1, len(found) + 1)]


def test_a_moved_article_keeps_its_ids() -> None:
    found = article(22)
    moved = Article(f"A new first line\n\n{found.text}", "a.txt")
    one, two = anchors(found, outline_of(found)), anchors(moved, outline_of(moved))
    common = set(one.values()) & set(two.values())
    assert len(common) > 0.9 * len(one)


def test_the_summary_has_them() -> None:
    found = article(22)
    outline = outline_of(found)
    text = summary(found, outline)
    shown = {anchor for name, anchor in anchors(found, outline).items() if name[0] in "qklp"}
    assert all(f" ^{anchor}\n" in text for anchor in shown)
    fewer = replace(outline, quotes=outline.quotes[1:])
    assert set(anchors(found, fewer).values()) < set(anchors(found, outline).values())


def test_a_text_that_says_one_thing_thousands_of_times_is_named_as_fast_as_others() -> None:
    same = quoted(["“No.”"] * 6_000)
    assert millions_of_rounds(lambda: anchors(*same)) < 10
    assert len(set(anchors(*same).values())) == 6_000
