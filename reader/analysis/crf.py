"""Models of CRFsuite that are shipped, each opened once, and replaced by others where training is judged."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from typing import TYPE_CHECKING

from reader.analysis.trained import FOLDER

if TYPE_CHECKING:
    from pycrfsuite import Tagger


class Model:
    """The model in the file *name* among the trained data."""

    def __init__(self, name: str) -> None:
        self.path = FOLDER / name
        self._instead: ContextVar[Tagger | None] = ContextVar(name, default=None)

    @property
    def tagger(self) -> "Tagger":
        """The model to read with."""
        return self._instead.get() or self._shipped

    @contextmanager
    def using(self, tagger: "Tagger") -> Iterator[None]:
        """Read with another model for a while."""
        token = self._instead.set(tagger)
        try:
            yield
        finally:
            self._instead.reset(token)

    @cached_property
    def _shipped(self) -> "Tagger":
        from pycrfsuite import Tagger

        tagger = Tagger()
        tagger.open(str(self.path))
        return tagger
