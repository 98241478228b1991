"""Which language a text is in, and what is said where it is not read in full."""

import pytest

from reader.analysis import outline_of
from reader.analysis.languages import CODES, language
from reader.analysis.languages.detection import UNKNOWN, detect
from reader.analysis.pipeline import begin
from reader.analysis.sections import find_sections
from reader.analysis.sentences import split_sentences
from reader.analysis.summary import summarised
from reader.document.article import Article
from reader.document.languages import lacking
from reader.document.summaries import METHODS, WITH_NUMPY, Choice, Method
from reader.document.units import named
from reader.errors import AnalysisError
from reader.export.markdown import summary

DUTCH = (
    "De regering heeft woensdag bekendgemaakt dat de hervorming in de komende dagen aan de Kamer wordt voorgelegd. "
    * 5
)
POLISH = (
    "Rząd ogłosił w środę, że reforma zostanie przedstawiona w najbliższych dniach w Sejmie, a także że jej nie ma. "
    * 5
)
BULGARIAN = (
    "Правителството обяви в сряда, че реформата ще бъде представена в следващите дни в парламента. Това е важно. "
    * 5
)
GERMAN = (
    "Der Stadtrat hat am Mittwoch beschlossen, dass die Brücke gesperrt wird. "
    "„Wir haben keine Wahl“, sagte Anna Berg."
)


@pytest.mark.parametrize("text", [DUTCH, POLISH, BULGARIAN], ids=["Dutch", "Polish", "Bulgarian"])
def test_a_language_that_is_not_read_is_not_taken_for_one_that_is(text: str) -> None:
    assert detect(text) == UNKNOWN


def test_the_page_decides_only_where_the_text_does_not() -> None:
    assert detect("Vamos", "pt-BR") == "pt"
    assert detect(GERMAN, "en") == "de"
    assert detect("Nothing is here.") == "en"


def test_an_outline_says_what_it_leaves_out() -> None:
    article = Article(GERMAN, "brücke")
    outline = outline_of(article)
    assert not outline.people
    assert not outline.locations
    assert lacking("de") in summary(article, outline)
    assert lacking("en") == ""
    assert "only sections" in lacking(UNKNOWN)


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_words_and_stemmer_of_its_own(code: str) -> None:
    known = language(code)
    assert len(known.words) > 60
    assert len(known.abbreviations) > 30
    assert code in {"en", "uk"} or known.stemmer
    assert code == "en" or (known.decimal == "," and named(code) and known.scales and known.says)


@pytest.mark.parametrize(
    "words",
    [
        "3 mil\u00a0\u00a0millones 200 mil\u00a0\u00a0millones de euros",
        "dıez 5 mıllones",
        "ſeis 4 \u212ailos",
    ],
)
def test_words_that_only_look_alike_stop_nothing(words: str) -> None:
    said = "El Gobierno anunció que la reforma será presentada en los próximos días y que no es para todos. "
    outline = outline_of(Article(f"{said}Son {words} en total.", "x", language="es"))
    assert outline.language == "es"


TEXT = " ".join(
    f"The council of town number {number} spent {number} million on its harbour, its bridge and its school."
    for number in range(2, 40)
)


@pytest.mark.parametrize("method", METHODS)
def test_every_method_gives_as_many_sentences_as_are_wanted(method: Method) -> None:
    if method in WITH_NUMPY:
        pytest.importorskip("numpy")
    findings = find_sections(split_sentences(begin(Article(TEXT, "towns"))))
    chosen = summarised(findings, Choice(method, 5)).outline.summary
    assert len(chosen) == 5
    assert [each.span for each in chosen] == sorted(each.span for each in chosen)
    assert {each.rank for each in chosen} == set(range(1, 6))
    assert all(each.span in findings.sentences for each in chosen)


def test_a_method_that_needs_numpy_says_so_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from sumy.summarizers import lex_rank

    monkeypatch.setattr(lex_rank, "numpy", None)
    findings = find_sections(split_sentences(begin(Article(TEXT, "towns"))))
    with pytest.raises(AnalysisError, match="lexrank needs numpy"):
        summarised(findings, Choice("lexrank", 3))


def test_our_method_can_stand_beside_those_of_sumy() -> None:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    from reader.analysis.summary.sumy_methods import LeadCentroidSummarizer

    texts = TEXT.split(". ")
    document = ObjectDocumentModel([Paragraph([Sentence(text, None) for text in texts])])
    assert len(LeadCentroidSummarizer()(document, 3)) == 3
