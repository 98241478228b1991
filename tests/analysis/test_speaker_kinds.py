"""What a speaker is shown by: the words of the article, and what kind of words they are."""

import pytest

from reader.analysis import outline_of
from reader.document.article import Article


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will rebuild it,” said Anna Berg, the mayor of Oslo.", "name"),
        ("Anna Berg, the mayor, spoke on Monday. “We will rebuild it,” she said.", "name"),
        ("“We will rebuild it,” the Norwegian Red Cross said in a statement.", "organisation"),
        ("“We will rebuild it,” the Norwegian government said on Monday.", "organisation"),
        ("“We will rebuild it,” the goalkeeper said after the match.", "description"),
        ("“We will rebuild it,” he said.", "pronoun"),
        ("“We will rebuild it,” said a senior official at the ministry.", "unnamed"),
        ("“We will rebuild it,” residents said.", "unnamed"),
        ("“We will rebuild it,” an engineer said. “It takes a year,” the engineer added.", "unnamed"),
    ],
)
def test_the_words_tell_their_kind(text: str, kind: str) -> None:
    speaker = outline_of(Article(text, "")).direct[-1].speaker
    assert speaker
    assert speaker.kind == kind, speaker.name.text(text)
    assert speaker.is_named == (kind in {"name", "organisation"})
    assert speaker.is_open == (kind in {"description", "pronoun"})
