"""Trains the logistic regressions that join sources, cues and contents and name the speakers.

Whether a passage is speech at all is learnt from other texts, too: `speech.py`.
"""

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from zlib import crc32

from pycrfsuite import Tagger, Trainer

from reader.analysis import regression
from reader.analysis.quotes.linking import Links
from reader.analysis.quotes.parts import Part, parts_of
from reader.analysis.quotes.sources import Sources
from reader.analysis.quotes.speakers.mentions import Mentions
from reader.analysis.quotes.speakers.pronouns import candidates
from reader.analysis.quotes.speakers.topics import HE, SHE, Turn
from reader.analysis.quotes.tagger import Kind, Shares
from reader.analysis.trained import FOLDER
from reader.document.outline import Person
from reader.training.quotes import ranking
from reader.training.quotes.corpus import Example, Gold, attribution

Row = tuple[list[str], bool]
Tagged = tuple[Example, list[Shares]]
SETTINGS = {"c1": 0.0, "c2": 3.0, "max_iterations": 200, "feature.minfreq": 3}
"""L1 and L2 penalties, steps, and how often a feature must be seen to count."""
FORGOTTEN_ONE_IN = 3
PRONOUN = "name of pronoun"


def train(articles: list[Tagged]) -> dict[str, regression.Weights]:
    """Their tables of weights; each question uses the answers of those before it."""
    questions = {
        "cue of content": _cues,
        "source of cue": _sources,
        "source of quotation": _quotations,
    }
    tables = regression.tables()
    tables.update({name: {} for name in (*questions, PRONOUN)})
    for name, rows in questions.items():
        tables[name] = fit(chain.from_iterable(map(rows, articles)))
    tables[PRONOUN] = ranking.fit(chain.from_iterable(map(pronouns, (example for example, _ in articles))))
    return tables


def write(tables: dict[str, regression.Weights]) -> None:
    """Make them the tables that are shipped."""
    written = json.dumps(tables, indent=0, ensure_ascii=False, sort_keys=True)
    (FOLDER / "quotes.json").write_text(written + "\n", encoding="utf-8")


def fit(rows: Iterable[Row], **settings: float) -> regression.Weights:
    """A logistic regression, as a CRF over sequences of one."""
    trainer = Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params({**SETTINGS, **settings})
    for features, answer in rows:
        trainer.append([[*features, regression.BIAS]], ["1" if answer else "0"])
    with tempfile.TemporaryDirectory() as folder:
        trainer.train(f"{folder}/model")
        tagger = Tagger()
        tagger.open(f"{folder}/model")
        found: regression.Weights = {}
        for (feature, label), weight in tagger.info().state_features.items():
            found[feature] = found.get(feature, 0.0) + (weight if label == "1" else -weight)
    return {feature: round(weight, 4) for feature, weight in sorted(found.items())}


def links_of(tagged: Tagged) -> Links:
    """The parts that the tagger found in an article, with what joins them."""
    example, shares = tagged
    return Links(example.line, parts_of(example.line, shares))


def _cues(tagged: Tagged) -> Iterator[Row]:
    links = links_of(tagged)
    return _pairs(tagged[0], links, "content", "cue", links.content_cue)


def _sources(tagged: Tagged) -> Iterator[Row]:
    links = links_of(tagged)
    return _pairs(tagged[0], links, "cue", "source", links.cue_source)


def _pairs(
    example: Example, links: Links, kind: Kind, other: Kind, features: Callable[[Part, Part], list[str]]
) -> Iterator[Row]:
    """Parts of one *kind* with those of the *other* near them, and whether one attribution holds both."""
    for part in links.around.by_kind[kind]:
        own = attribution(example, part)
        for near in links.around.near(part, other):
            yield features(part, near), own is not None and own == attribution(example, near)


def _quotations(tagged: Tagged) -> Iterator[Row]:
    example, links = tagged[0], links_of(tagged)
    sources = Sources(links)
    for at, unit in enumerate(example.line.units):
        if unit.quote is None:
            continue
        candidates = sources.candidates(at)
        gold = gold_at(example, unit.start, unit.end)
        if gold and gold.sources:
            for source, features in candidates:
                yield features, _is_right(example, source, gold)


def gold_at(example: Example, start: int, end: int) -> Gold | None:
    """The direct quotation of the corpus that a range shares something with."""
    return next((each for each in example.quotes if each.span.start < end and each.span.end > start), None)


def _is_right(example: Example, source: Part, gold: Gold) -> bool:
    """Whether a source shares half of its words with the gold one, or ends with an accepted name."""
    units = example.line.units[source.first : source.last]
    if units[-1].low in gold.accept:
        return True
    named = [unit for unit in units if unit.text[0].isalnum()]
    for part in [gold.sources, *([each] for each in gold.sources)]:
        common = [unit for unit in named if any(s.start <= unit.start < s.end for s in part)]
        size = sum(len(s.text(example.findings.text).split()) for s in part)
        if common and 2 * len(common) >= min(len(named), size):
            return not all(any(s.start <= unit.start < s.end for s in gold.modifiers) for unit in common)
    return False


class _Forgetful(Mentions):
    """Mentions that do not know the gender of every third person: most first names of the world are in no list."""

    forgotten: int | None = None

    def gender(self, person: Person) -> str:
        """`f`, `m`, or `e` where nothing tells, or where it is forgotten."""
        number = crc32(person.name.text(self.text).encode())
        return "e" if number % FORGOTTEN_ONE_IN == self.forgotten else super().gender(person)


def pronouns(example: Example) -> Iterator[ranking.Candidates]:
    """The pronouns of an article as it is, and with the gender of some people forgotten."""
    for forgotten in (None, *range(FORGOTTEN_ONE_IN - 1)):
        mentions = _Forgetful(example.findings, [source for _, source in example.sources])
        mentions.forgotten = forgotten
        yield from _followed(example, mentions)


def _followed(example: Example, mentions: Mentions) -> Iterator[ranking.Candidates]:
    """Pronouns that are sources of direct quotes; whoever else spoke before is known by name."""
    text = example.findings.text
    accepted = {gold.sources[0]: gold.accept for gold in example.quotes if gold.sources and gold.pronoun}
    spoke: list[Turn] = []
    for _, source in example.sources:
        accept = accepted.get(source, frozenset())
        named = [mentions.people[index] for index in mentions.between(*source)]
        if accept and source.text(text).lower() in HE | SHE:
            found = candidates(mentions, source, spoke)
            yield [(features, _last_name(text, person) in accept) for person, features in found]
            named = [each for each in example.findings.outline.people if _last_name(text, each) in accept]
        spoke.append(Turn(named[-1] if named else None, source.start))


def _last_name(text: str, person: Person) -> str:
    return person.name.text(text).split()[-1].lower().strip(".'’")
