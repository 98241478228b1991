"""NLTK's Punkt without the rest of NLTK.

`import nltk` brings parsers, classifiers and corpora: a third of a second and forty megabytes, of which sentences need
nothing. Here NLTK's package files are passed over, so that only the modules behind Punkt are loaded.
"""

import importlib
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

_PACKAGES = ("nltk", "nltk.tokenize")


def punkt_tokenizer(abbreviations: Iterable[str], starters: Iterable[str]) -> "PunktSentenceTokenizer":
    """Punkt (Kiss & Strunk, 2006) that knows these *abbreviations* and words that often start sentences.

    Both in small letters, abbreviations without their last full stop; nothing is learnt.
    """
    module = _module()
    parameters = module.PunktParameters()
    parameters.abbrev_types = set(abbreviations)
    parameters.sent_starters = set(starters)
    tokenizer: PunktSentenceTokenizer = module.PunktSentenceTokenizer(parameters)
    return tokenizer


@cache
def _module() -> ModuleType:
    if "nltk" in sys.modules:
        return importlib.import_module("nltk.tokenize.punkt")
    try:
        with _bare_packages():
            return importlib.import_module("nltk.tokenize.punkt")
    except (ImportError, AttributeError):  # an NLTK whose Punkt needs more than its own modules
        return importlib.import_module("nltk.tokenize.punkt")


@contextmanager
def _bare_packages() -> Iterator[None]:
    """While this holds, NLTK's packages are empty; afterwards NLTK counts as not loaded."""
    spec = find_spec("nltk")
    places = list(spec.submodule_search_locations or ()) if spec else []
    for name in _PACKAGES:
        bare = ModuleType(name)
        bare.__path__ = [f"{place}{name.removeprefix('nltk').replace('.', '/')}" for place in places]
        sys.modules[name] = bare
    try:
        yield
    finally:
        for name in [name for name in sys.modules if name == "nltk" or name.startswith("nltk.")]:
            del sys.modules[name]
