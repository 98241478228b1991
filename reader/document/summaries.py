"""The ways to choose key sentences that a reader can ask for."""

from typing import Literal, get_args

Method = Literal[
    "lead-centroid", "lexrank", "textrank", "lsa", "luhn", "sumbasic", "kl", "reduction", "edmundson"
]
METHODS: tuple[Method, ...] = get_args(Method)
DEFAULT_METHOD: Method = "lead-centroid"
