"""The ways to choose key sentences that a reader can ask for."""

from typing import Literal, NamedTuple, get_args

Method = Literal[
    "lead-centroid", "lexrank", "textrank", "lsa", "luhn", "sumbasic", "kl", "reduction", "edmundson"
]
METHODS: tuple[Method, ...] = get_args(Method)
DEFAULT_METHOD: Method = "lead-centroid"
FEWEST = 3
MOST = 7


class Choice(NamedTuple):
    """How key sentences are chosen; without `wanted` the article's length says how many."""

    method: Method = DEFAULT_METHOD
    wanted: int | None = None

    def next_method(self) -> "Choice":
        """The same number by the next method, round and round."""
        return self._replace(method=METHODS[(METHODS.index(self.method) + 1) % len(METHODS)])

    def next_number(self, now: int) -> "Choice":
        """One more than *now* by the same method; after the most the fewest."""
        return self._replace(wanted=now + 1 if FEWEST <= now < MOST else FEWEST)
