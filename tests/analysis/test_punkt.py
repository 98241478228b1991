"""NLTK's Punkt is loaded alone, and NLTK as a whole can still be had afterwards."""

import subprocess
import sys

_ALONE = """
import sys
from reader.analysis.punkt import punkt_tokenizer
tokenizer = punkt_tokenizer({"mr"}, ())
assert [*tokenizer.span_tokenize("Mr. Hall went. He came back.")] == [(0, 14), (15, 28)]
assert not [name for name in sys.modules if name.startswith("nltk")]
import nltk.tokenize
assert nltk.tokenize.word_tokenize and nltk.FreqDist and nltk.tokenize.punkt.PunktSentenceTokenizer
"""


def test_punkt_comes_without_the_rest_of_nltk_and_hides_nothing() -> None:
    subprocess.run([sys.executable, "-c", _ALONE], check=True, timeout=60)
