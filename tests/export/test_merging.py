"""What the reader wrote into a saved file is kept when it is saved again."""

from hypothesis import given
from hypothesis import strategies as st

from reader.export.merging import Keep, merged

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
