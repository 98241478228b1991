"""What the reader wrote into a saved file is kept when it is saved again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.merging import Keep, merged
from tests.stopwatch import millions_of_rounds

lines = st.lists(st.sampled_from(["a", "b", "c", "", "> q", "# h", "Note."]), max_size=8)
texts = lines.map(lambda found: "".join(f"{line}\n" for line in found))


@given(texts, texts)
def test_one_side_alone_is_taken_as_it_is(saved: str, other: str) -> None:
    assert merged(saved, other, saved).text() == other
    assert merged(saved, saved, other).text() == other
    assert merged(saved, other, other).text() == other
    assert not merged(saved, other, saved).conflicts


@given(texts, texts, texts)
def test_no_line_of_either_side_is_lost(saved: str, file: str, new: str) -> None:
    result = merged(saved, file, new)
    before = saved.splitlines()
    keeps: tuple[Keep, ...] = ("file", "new", "both")
    for keep in keeps:
        after = result.text(keep=keep).splitlines()
        for side, mine in (("file", file), ("new", new)):
            added = [line for line in mine.splitlines() if line not in before]
            if keep in {side, "both"}:
                assert all(line in after for line in added)


@given(texts, texts, texts)
def test_merging_what_was_merged_changes_nothing(saved: str, file: str, new: str) -> None:
    once = merged(saved, file, new)
    if not once.conflicts:
        text = once.text()
        assert merged(new, text, new).text() == text


def test_words_in_different_places_are_both_kept() -> None:
    saved = "# T\n\n> quote\n\n— who ^q1\n\n## Figures\n"
    file = "# T\n\nMy own words.\n\n> quote\n\n— who ^q1\n\n## Figures\n\nMore of mine.\n"
    new = "# T\n\n> quote\n\n— who ^q1\n\n**Note:** new.\n\n## Figures\n"
    result = merged(saved, file, new)
    assert not result.conflicts
    assert result.text() == (
        "# T\n\nMy own words.\n\n> quote\n\n— who ^q1\n\n**Note:** new.\n\n## Figures\n\nMore of mine.\n"
    )


def test_the_same_line_changed_twice_is_a_conflict_and_nobodys_is_taken_silently() -> None:
    result = merged("a\nnote: x\nb\n", "a\nnote: mine\nb\n", "a\nnote: new\nb\n")
    assert [(each.saved, each.file, each.new) for each in result.conflicts] == [
        (("note: x\n",), ("note: mine\n",), ("note: new\n",))
    ]
    assert result.text(keep="both") == "a\nnote: mine\nnote: new\nb\n"


def test_a_file_without_a_last_line_end_is_the_same_file() -> None:
    assert merged("a\nb\n", "a\nb", "a\nc\n").text() == "a\nc\n"


def quote(name: str, words: str, heading: str = "") -> str:
    """A quotation as a summary has it, with its speaker's *heading* where that is another than before."""
    return f"{f'### {heading}' if heading else ''}\n\n> “{words}”\n\n— said · 1–2 ^q{name}\n\n".lstrip("\n")


def speaker_of(text: str, words: str) -> str:
    return text[: text.index(f"“{words}”")].rpartition("### ")[2].partition("\n")[0]


def test_what_moves_keeps_its_speaker_and_what_was_written_beside_it() -> None:
    saved = (
        f"# T\n\n## Quotes\n\n{quote('a', 'one', 'Roe')}{quote('b', 'two')}## Places\n\n- Here · 1 ^laaaaa\n"
    )
    mine = saved.replace("^qb\n", "^qb\n\nmine\n")
    top, _, places = mine.partition("## Places")
    moved = f"# T\n\n## Places{places}\n{top.removeprefix('# T').strip()}\n"
    new = (
        f"# T\n\n## Quotes\n\n{quote('c', 'none', 'Smith')}{quote('a', 'one', 'Roe')}{quote('d', 'other', 'Smith')}"
        f"{quote('b', 'two', 'Roe')}## Places\n\n- Here · 1 ^laaaaa\n"
    )
    for file in (mine, moved):
        result = merged(saved, file, new)
        text = result.text()
        assert not result.conflicts
        assert [speaker_of(text, words) for words in ("none", "one", "other", "two")] == ["Smith", "Roe"] * 2
        assert "^qb\n\nmine\n" in text
        assert merged(new, text, new).text() == text


def test_a_speakers_name_that_the_reader_corrected_stays() -> None:
    saved = f"# T\n\n{quote('a', 'one', 'Roe')}{quote('b', 'two')}"
    file = saved.replace("### Roe", "### Anna Roe, mayor")
    new = saved.replace("# T\n", "# T\n\nA line.\n")
    text = merged(saved, file, new).text()
    assert [speaker_of(text, words) for words in ("one", "two")] == ["Anna Roe, mayor"] * 2
    assert merged(new, text, new).text() == text


def test_a_quotation_that_was_taken_out_stays_out_and_one_that_is_gone_goes() -> None:
    saved = f"# T\n\n{quote('a', 'one', 'Roe')}{quote('b', 'two')}{quote('c', 'three')}"
    file = saved.replace(quote("b", "two"), "")
    assert "two" not in merged(saved, file, saved).text()
    assert merged(saved, saved, file).text() == file
    beside = saved.replace("^qb\n", "^qb\n\nmine\n")
    conflict = merged(saved, beside, file)
    assert conflict.conflicts
    assert "mine" in conflict.text()


def test_a_new_attribution_is_told_though_the_reader_wrote_beneath_the_old_heading() -> None:
    saved = f"# T\n\n{quote('a', 'one', 'Berg')}{quote('b', 'two', 'Ek')}{quote('c', 'three', 'Berg')}"
    new = f"# T\n\n{quote('a', 'one', 'Berg')}{quote('b', 'two')}{quote('c', 'three')}"
    for file in (saved.replace("### Ek\n", "### Ek\n\nA remark.\n"), saved.replace("### Ek", "#### Ek")):
        result = merged(saved, file, new)
        for keep in ("file", "new", "both") if not result.conflicts else ("new",):
            text = result.text(keep=keep)
            assert speaker_of(text, "three") == "Berg"
        if not result.conflicts:
            assert speaker_of(result.text(), "two") == "Berg"
            assert "A remark." in result.text()


@pytest.mark.slow
def test_thousands_of_blocks_take_no_longer_each_than_one() -> None:
    saved = "".join(f"{quote('a', 'same')}" for _ in range(6_000))
    file, new = saved.replace("same", "said", 3), saved + "".join(quote(f"n{n}", "new") for n in range(6_000))
    assert millions_of_rounds(lambda: merged(saved, file, new).text()) < 50
    assert merged(saved, file, new).text().count("new") == 6_000
