"""Damaged inputs of every sort are answered, never by an exception that nobody foresaw.

`python -m tests.fuzz TARGET --seconds 3600` does the same with other inputs for as long as one likes.
"""

import os
from random import Random

import pytest

from tests.fuzz.mutation import mutated
from tests.fuzz.targets import TARGETS, samples

ROUNDS = int(os.environ.get("NEWSREADER_FUZZ_ROUNDS", "1"))
"""How many lots of inputs each target gets."""
LOT = 25


@pytest.mark.slow
@pytest.mark.parametrize("lot", range(ROUNDS))
@pytest.mark.parametrize("target", TARGETS)
def test_damaged_input_is_answered(target: str, lot: int) -> None:
    for number in range(lot * LOT, (lot + 1) * LOT):
        data = mutated(Random(number), samples(target))
        try:
            TARGETS[target](data)
        except Exception as error:
            error.add_note(f"input: mutated(Random({number}), samples({target!r}))")
            raise


@pytest.mark.parametrize("target", TARGETS)
def test_sound_input_is_taken(target: str) -> None:
    for data in samples(target):
        TARGETS[target](data)
