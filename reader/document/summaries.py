"""The ways to choose key sentences that a reader can ask for."""

from importlib.util import find_spec
from typing import Literal, NamedTuple, get_args

Method = Literal[
    "lead-centroid", "lexrank", "textrank", "lsa", "luhn", "sumbasic", "kl", "reduction", "edmundson"
]
METHODS: tuple[Method, ...] = get_args(Method)
DEFAULT_METHOD: Method = "lead-centroid"
WITH_NUMPY: frozenset[Method] = frozenset({"lexrank", "textrank", "lsa"})
"""Methods that compute with matrices; numpy need not be there."""
FEWEST = 3
MOST = 7


class Choice(NamedTuple):
    """How key sentences are chosen; without `wanted` the article's length says how many."""

    method: Method = DEFAULT_METHOD
    wanted: int | None = None

    def next_method(self) -> "Choice":
        """The same number by the next method that can be had here, round and round."""
        able = [
            each for each in METHODS if each == self.method or each not in WITH_NUMPY or find_spec("numpy")
        ]
        return self._replace(method=able[(able.index(self.method) + 1) % len(able)])

    def next_number(self, now: int) -> "Choice":
        """One more than *now* by the same method; after the most the fewest."""
        return self._replace(wanted=now + 1 if FEWEST <= now < MOST else FEWEST)
