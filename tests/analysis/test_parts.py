"""Parts of the analysis by themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.figures.masks import MASKS, Mask, masked
from reader.analysis.figures.numbers import value_of
from reader.analysis.places.gazetteer import key, lookup
from reader.analysis.spelling import skeleton
from reader.analysis.trained import FOLDER, common_words, cue_words, first_names
from reader.document.article import Article
from reader.document.conversions import converted
from reader.document.outline import Outline


@pytest.mark.parametrize("mask", MASKS, ids=[mask.example for mask in MASKS])
def test_every_mask_hides_its_example(mask: Mask) -> None:
    assert masked(f"It was {mask.example} and more.")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two billion", 2e9),
        ("Twenty-seven", 27),
        ("three and a half million", 3.5e6),
        ("1,410", 1410),
        ("1.2bn", 1.2e9),
        ("dozens", 12),
    ],
)
def test_numbers_have_values(words: str, value: float) -> None:
    assert value_of(words) == value


def test_a_word_is_no_number() -> None:
    with pytest.raises(ValueError, match="no number"):
        value_of("many")


def test_transliterations_share_a_skeleton() -> None:
    assert skeleton("Sobyanin") == skeleton("Sobianin")
    assert skeleton("Zelenskyy") == skeleton("Zelensky") == skeleton("Zelenskii")
    assert skeleton("Berg") != skeleton("Bergen")


def test_the_gazetteer_knows_other_names() -> None:
    assert [place.name for place in lookup("Kiev")] == ["Kyiv"]
    assert lookup("No Such Town At All") == ()
    assert key("Saint-Étienne") == "saint etienne"


def test_trained_data_has_a_card_each() -> None:
    assert cue_words()["said"] > 0.9
    assert "meanwhile" in common_words()
    assert first_names()["Anna"] == "f"
    data = {
        path.name
        for path in FOLDER.iterdir()
        if path.suffix in {".json", ".txt", ".sqlite3", ".crfsuite", ".bin"}
    }
    cards = {path.stem for path in FOLDER.glob("*.md")} - {
        "units"
    }  # its table is beside reader/document/units.py
    assert {name.split(".")[0] for name in data} == cards
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 45_000_000


def test_the_seed_article(seed: Article, seed_outline: Outline) -> None:
    """The counts that its readers would make by hand."""
    speakers = [q.speaker.name.phrase(seed.text) if q.speaker else None for q in seed_outline.direct]
    assert speakers == [
        "Hanna Maliar", "Hanna Maliar", "Andri Yermak", "Hanna Maliar", "Sergei Sobyanin", "Sergei Sobyanin",
        "the Russian military", "Jens Stoltenberg", "Jens Stoltenberg", "Jens Stoltenberg", "Jens Stoltenberg",
    ]  # fmt: skip
    assert [person.name.phrase(seed.text) for person in seed_outline.people] == [
        "Hanna Maliar", "Andri Yermak", "Sergei Sobyanin", "Jens Stoltenberg",
    ]  # fmt: skip
    assert [(f.value, f.unit, f.bound) for f in seed_outline.figures] == [
        (10, "km", "<"), (2, None, "="), (50, "km", "="), (4, None, "="), (2, None, "="), (11919, None, "="),
        (600, None, ">"),
    ]  # fmt: skip
    assert len([each for each in seed_outline.sections if each.heading]) == 5
    assert {"Bakhmut", "Kyiv"} <= {place.name for place in seed_outline.locations}


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (10.0, "km", "6.21 mi"),
        (100.0, "°F", "37.8 °C"),
        (0.0, "°C", "32 °F"),
        (2000.0, "acre", "809 ha"),
        (5.0, "USD", None),
    ],
)
def test_measures_are_converted(value: float, unit: str, expected: str | None) -> None:
    assert converted(value, unit) == expected


@given(st.floats(1, 1e6), st.sampled_from(["mi", "ft", "lb", "mph", "acre", "gal"]))
def test_a_measure_there_and_back_is_the_same(value: float, unit: str) -> None:
    there = converted(value, unit)
    assert there is not None
    number, symbol = there.replace(",", "").split()
    back = converted(float(number), symbol)
    assert back is not None
    assert float(back.replace(",", "").split()[0]) == pytest.approx(value, rel=0.02)
