"""What work costs, counted in rounds of a plain loop: the same on a fast machine, a slow one and a busy one."""

from collections.abc import Callable
from time import process_time

_ROUNDS = 500_000


def millions_of_rounds(work: Callable[[], object]) -> float:
    """What *work* takes of the processor; a second is 5 to 20 million rounds of the loop that runs before and after."""
    before = _loop()
    begun = process_time()
    work()
    took = process_time() - begun
    return took / max(before, _loop()) * _ROUNDS / 1_000_000


def _loop() -> float:
    begun = process_time()
    total = 0
    for number in range(_ROUNDS):
        total += number * number
    return process_time() - begun
