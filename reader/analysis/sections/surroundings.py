"""What the rest of a text tells of a paragraph: how many others look like it, where it stands, what is beside it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reader.analysis.sections.look import LONG, Look

_SHARES = (0.05, 0.12, 0.2, 0.3, 0.45, 0.7)
_TELLING = 4
"""Letters of a word that tells what a heading is about."""


class Others:
    """What the paragraphs of a text have in common."""

    def __init__(self, looks: Sequence[Look]) -> None:
        shorts = [each for each in looks if each.is_short]
        share = len(shorts) / max(1, len(looks))
        self.short = next((str(most) for most in _SHARES if share <= most), "all")
        self._alike = Counter((each.case, each.end, each.start) for each in shorts)
        self._same = Counter(" ".join(each.words).lower() for each in shorts)
        self._labels = Counter((each.label, each.asks) for each in looks if each.label)
        self._uses = Counter(word for each in looks for word in telling(each))

    def of(self, each: Look) -> Iterator[str]:
        """How many others look like this one, and whether the text speaks of what it names."""
        if each.label:
            yield f"label{min(4, self._labels[each.label, each.asks])}{each.asks}"
        if not each.is_short:
            return
        alike = min(4, self._alike[each.case, each.end, each.start])
        yield f"alike{alike}"
        yield f"alike{alike}{each.case}"
        if self._same[" ".join(each.words).lower()] > 1:
            yield "again"
        words = telling(each)
        if words:
            yield f"known{round(4 * sum(self._uses[word] > 1 for word in words) / len(words))}"


def telling(each: Look) -> set[str]:
    """The words of a paragraph that tell what it is about, in small letters."""
    return {word.lower() for word in each.words if len(word) >= _TELLING}


def place(at: int, count: int, each: Look) -> Iterator[str]:
    """Where in a text of *count* paragraphs one stands."""
    back = count - 1 - at
    yield f"part{4 * at // count}"
    if at < 4:
        yield f"at{at}"
    if back < 3:
        yield f"at-{back}"
    if at == 0:
        yield f"opens{each.size}{each.end}"
        yield f"opens{each.case}{each.end}"
    if count < 4:
        yield f"of{count}"


def beside(step: int, near: Look | None, own: Look) -> Iterator[str]:
    """How a paragraph before or behind looks, and beside this one."""
    if near is None:
        yield f"{step}none"
        return
    yield from (f"{step}size{near.size}", f"{step}end{near.end}", f"{step}start{near.start}")
    if abs(step) != 1:
        return
    yield f"{step}prose{near.is_prose}{own.size}"
    yield f"{step}prose{near.is_prose}{own.case}{own.end}"
    yield f"{step}{near.case}{near.end}{own.case}{own.end}"
    yield f"{step}{near.start}{own.start}"
    yield f"{step}{near.start}{own.start}prose{near.is_prose}"
    if near.label and own.label:
        yield f"{step}{near.label == own.label}label"
    if own.size != LONG and telling(own) & telling(near):
        yield f"{step}shares"
