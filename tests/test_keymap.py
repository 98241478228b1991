"""Which keys do what: presets, changes of the reader's own, and what cannot be taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.keys import bindings, changes
from reader.preferences.actions import ACTIONS, BY_ID, PRESETS
from reader.preferences.keymap import USUAL, Keymap, keymap

KEYS = ["j", "ctrl+x", "f5", "] z", "f z", "pagedown", "é", "?", "alt+left", "Q"]


def keys_of(found: Keymap, place: str) -> list[str]:
    return [key for action in found.actions if action.place == place for key in action.keys]


@pytest.mark.parametrize("preset", PRESETS)
def test_no_key_of_a_preset_does_two_things(preset: str) -> None:
    found, refused = keymap(preset, {})
    assert refused == []
    for place in {action.place for action in ACTIONS}:
        keys = keys_of(found, place)
        assert len(keys) == len(set(keys))
        first_of_two = {key.split()[0] for key in keys if " " in key}
        assert not first_of_two & {key for key in keys if " " not in key}


def test_ids_are_unique_and_textual_has_a_binding_for_each() -> None:
    assert len(BY_ID) == len(ACTIONS)
    for place in {action.place for action in ACTIONS}:
        assert {each.id for each in bindings(place)} == {each.id for each in ACTIONS if each.place == place}


def test_a_key_of_ones_own_is_taken_from_whoever_had_it() -> None:
    found, refused = keymap("default", {"note": "n", "tab.quotes": ["Q", "f q"]})
    assert refused == []
    assert found.of("note").keys == ("n",)
    assert found.of("find.next").keys == ()
    assert found.of("help.close").keys == BY_ID["help.close"].keys
    assert changes(found)["note"] == "n"
    assert changes(found)["find.next"] == "none-find.next"
    assert changes(found)["tab.quotes"] == "Q"
    assert "follow" not in changes(found)


def test_two_keys_in_a_row_can_be_written_together() -> None:
    found, _ = keymap("default", {"note": "]n"})
    assert found.chords["] n"].id == "note"


@given(
    st.dictionaries(
        st.sampled_from(sorted(BY_ID)), st.lists(st.sampled_from(KEYS), min_size=1, max_size=2), max_size=6
    )
)
def test_whatever_is_bound_no_key_does_two_things(wanted: dict[str, list[str]]) -> None:
    found, refused = keymap("default", wanted)
    for place in {action.place for action in ACTIONS}:
        own = [key for action in found.actions if action.place == place for key in set(action.keys)]
        assert len(own) == len(set(own))
    taken = {name for name in wanted if name not in {each.name for each in refused}}
    assert all(found.of(name).keys == tuple(wanted[name]) for name in taken)


@given(st.text(max_size=6))
def test_any_word_for_a_key_is_taken_or_refused(word: str) -> None:
    found, refused = keymap("default", {"note": word})
    assert bool(refused) == (found.of("note").keys == USUAL.of("note").keys and word.strip() != "a")


def test_a_key_that_begins_others_is_no_key_by_itself() -> None:
    found, refused = keymap("default", {"note": "f"})
    assert "begins keys that are pressed in a row" in refused[0].reason
    assert found == USUAL
