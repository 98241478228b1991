"""Inputs that cost programs more than their length: what `growth.py` measures, and a few of which the tests keep.

Each shape makes a text of about so many characters. Units are repeated with a running number in the place of `§`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reader.analysis.trained import first_names

Kind = Literal["page", "text", "markdown", "entry", "rows", "merge"]
Make = Callable[[int], str]

SENTENCE = "The mayor of Oslo said on Tuesday that the new line will cost 3.4 billion kroner. "
OPENING = SENTENCE * 250
"""As much as the language of a text is told by."""
PARAGRAPH = (
    f"<p>{SENTENCE}“We are on time,” said Anna Berg, a teacher. About 12,000 people live along the route.</p>"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A name, what the text is read as, and how it is made."""

    name: str
    kind: Kind
    make: Make


def many(unit: str, before: str = "", after: str = "") -> Make:
    """*unit* again and again between *before* and *after*; § is its number."""

    def make(size: int) -> str:
        if "§" not in unit:
            return before + unit * max(1, size // len(unit)) + after
        count = max(1, size // (len(unit) + 4))
        return before + "".join(unit.replace("§", str(number)) for number in range(count)) + after

    return make


def nested(opens: str, closes: str, inside: str = SENTENCE) -> Make:
    """*opens* as often as there is room for with as many *closes* around a sentence."""

    def make(size: int) -> str:
        depth = max(1, size // (len(opens) + len(closes)))
        return opens * depth + inside + closes * depth

    return make


def _around(make: Make, head: str = "") -> Make:
    """The body of a page with some ordinary paragraphs."""
    front = f"<!doctype html><html><head><title>T</title>{head}</head><body><article><h1>A new line</h1>"
    return lambda size: f"{front}{PARAGRAPH * 3}{make(size)}{PARAGRAPH * 3}</article></body></html>"


def _head(make: Make) -> Make:
    """The head of a page."""
    body = f"<body><article><h1>A new line</h1>{PARAGRAPH * 6}</article></body></html>"
    return lambda size: f"<!doctype html><html><head><title>T</title>{make(size)}</head>{body}"


_UNITS = {
    "br": "<br>",
    "br between words": "word § <br>",
    "br and line ends": "<br>\n",
    "br pairs": f"{SENTENCE}<br><br>",
    "br in p": "<p><br></p>",
    "hr": "<hr>",
    "wbr": "word<wbr>",
    "span empty": "<span></span>",
    "span word": "<span>word §</span> ",
    "span unclosed": "<span>",
    "b i": "<b>bold</b> <i>word §</i> ",
    "em strong unclosed": "<em><strong>w ",
    "font": "<font color=red>w </font>",
    "font unclosed": "<font>w ",
    "p empty": "<p></p>",
    "p short": "<p>A word §.</p>",
    "p unclosed": "<p>A word §.",
    "p sentence": f"<p>§ {SENTENCE}</p>",
    "p same sentence": f"<p>{SENTENCE}</p>",
    "div empty": "<div></div>",
    "div word": "<div>word §</div>",
    "div sentence": f"<div>§ {SENTENCE}</div>",
    "div class author": '<div class="author">Ann Bell §</div>',
    "div nested class author": '<div class="author byline">',
    "rel author": '<a rel="author" href="/a/§">Ann Bell</a>',
    "by lines": "<p>By Ann Bell §</p>",
    "by spans": "<span>By Ann Bell and others</span>",
    "comments of authors": '<div class="comment"><span class="author">Ann §</span></div>',
    "time": '<time datetime="2024-01-0§">day</time>',
    "dates": "<p>12 May 2024, Published: May §, 2024</p>",
    "dates unreadable": '<meta property="article:published_time" content="2024-0I-§T10:00Z">',
    "dates in attributes": '<div data-date="2024-05-§" class="date-published">2024-05-12</div>',
    "dates odd": "<span>12.05.2024 2024/05/12 20240512 §</span>",
    "years": "<li>2024 © 2023 Copyright 2022</li>",
    "h1": "<h1>A new line §</h1>",
    "h2": "<h2>Heading §</h2>",
    "h2 same": "<h2>Related stories</h2>",
    "headings with text": f"<h2>Part §</h2><p>{SENTENCE}</p>",
    "a": '<a href="/x/§">A link to story §</a> ',
    "a empty": "<a></a>",
    "a unclosed": "<a href=x>w ",
    "a in li": '<li><a href="/x/§">A link to another story §</a></li>',
    "li": "<li>An item §</li>",
    "li unclosed": "<li>An item",
    "ul": "<ul><li>An item §</li></ul>",
    "dl": "<dl><dt>word<dd>An item §</dl>",
    "table cells": "<td>cell §</td>",
    "table rows": "<tr><td>cell §</td><td>7</td></tr>",
    "tables": "<table><tr><td>cell §</td></tr></table>",
    "table unclosed": "<table><tr><td>cell",
    "blockquote": "<blockquote>We are on time §.</blockquote>",
    "q": "<q>We are on time §.</q> ",
    "figure": '<figure><img src="/p/§.jpg"><figcaption>A boat §</figcaption></figure>',
    "figure unclosed": "<figure><img src=/a.jpg>",
    "img": '<img src="/p/§.jpg" alt="A boat">',
    "iframe": "<iframe src=/x></iframe>",
    "video": "<video></video>",
    "svg": "<svg><path d='M0 0'/></svg>",
    "script": "<script>var a§ = 1;</script>",
    "script unclosed": "<script>",
    "style": "<style>p{}</style>",
    "noscript": "<noscript><p>w §</p></noscript>",
    "comment": "<!-- c § -->",
    "comment unclosed": "<!-- ",
    "comment odd": "<!--->",
    "cdata": "<![CDATA[x]]>",
    "processing": "<?php x ?>",
    "doctype": "<!doctype html>",
    "entities": "&amp;",
    "entities numbered": "&#8220;We go&#8221; ",
    "entities unknown": "&zz§;",
    "entities absurd": "&#9999999999;",
    "entities surrogate": "&#xd800; ",
    "ampersands": "&",
    "less than": "<",
    "less than space": "< ",
    "greater than": ">",
    "end tags": "</p>",
    "end tags unknown": "</zz>",
    "tags unknown": "<zz-§>w",
    "html again": "<html>",
    "body again": "<body class=§>",
    "form": "<form><input name=§></form>",
    "button": "<button>Press §</button>",
    "select": "<select><option>Land §</select>",
    "input": "<input>",
    "textarea": "<textarea>w</textarea>",
    "section": f"<section><h2>Part §</h2>{SENTENCE}</section>",
    "article": f"<article><h1>Part §</h1><p>{SENTENCE}</p></article>",
    "main": f"<main><p>{SENTENCE}</p></main>",
    "aside": "<aside><p>w §</p></aside>",
    "nav": "<nav><a href=/x>w §</a></nav>",
    "footer": "<footer>w §</footer>",
    "pre": "<pre>a = § \n</pre>",
    "code": "<code>a = §</code> ",
    "sup": "w<sup>§</sup>",
    "del ins": "<del>w</del><ins>v</ins> ",
    "ruby": "<ruby>w<rt>v</ruby>",
    "classes": '<p class="a§ b§ c§">w</p>',
    "ids": "<p id=a§>w</p>",
    "hidden": "<p style='display:none'>w §</p>",
    "transcript": "<p>HOST: We will go there §.</p><p>ANN BELL, GUEST: Yes, all of us.</p>",
    "transcript br": "HOST: We will go there §.<br>BELL: Yes, all of us.<br>",
    "transcript many": "<p>BELL§A: We will go there now.</p>",
    "quotes": "<p>“We are on time,” said Anna Berg §.</p>",
    "related": "<p>Related: A story §</p>",
    "newsletter": "<p>Sign up for the § newsletter</p>",
    "consent": "<p>we use § </p>",
    "amp": "<link rel=amphtml href='http://[§'>",
    "white space": " ",
    "line ends": "\n",
    "nul": "\0",
    "soft hyphens": "w\u00ad",
    "zero width": "w\u200b",
}
_NESTED = {
    "div": ("<div>", "</div>"),
    "div with words": ("<div>word ", "</div>"),
    "span": ("<span>", "</span>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "blockquote p": ("<blockquote><p>w</p>", "</blockquote>"),
    "table": ("<table><tr><td>", "</td></tr></table>"),
    "ul": ("<ul><li>", "</li></ul>"),
    "ul words": ("<ul><li>w ", "</li></ul>"),
    "font": ("<font>", "</font>"),
    "b": ("<b>", "</b>"),
    "a": ("<a>", "</a>"),
    "section": ("<section>", "</section>"),
    "article": ("<article>", "</article>"),
    "figure": ("<figure>", "</figure>"),
    "author": ('<div class="author">', "</div>"),
    "q": ("<q>", "</q>"),
    "svg": ("<svg>", "</svg>"),
    "dl": ("<dl><dd>", "</dd></dl>"),
}
_HEADS = {
    "meta": '<meta name="a§" content="b">',
    "meta same": '<meta name="author" content="Ann Bell §">',
    "meta image": '<meta property="og:image" content="http://[§">',
    "link": '<link rel="amphtml" href="/amp/§">',
    "title": "<title>A line § | Site</title>",
    "json-ld": '<script type="application/ld+json">{"@type":"Person","name":"Ann Bell §"}</script>',
    "json-ld broken": '<script type="application/ld+json">{"@type":</script>',
    "scripts": "<script>var d§ = '2024-05-12';</script>",
    "base": "<base href='http://[§'>",
}


def _ld(make: Make) -> Make:
    return _head(lambda size: f'<script type="application/ld+json">{make(size)}</script>')


_WHOLE: dict[str, Make] = {
    "attributes of one": _around(lambda size: f"<p {many('a§=b ')(size)}>w</p>"),
    "attributes same": _around(lambda size: f"<p {many('a=b ')(size)}>w</p>"),
    "attributes without value": _around(lambda size: f"<p {many('a§ ')(size)}>w</p>"),
    "attributes of html": lambda size: f"<html {many('a§=b ')(size)}><body>{PARAGRAPH * 6}</body></html>",
    "attribute long": _around(lambda size: f'<p title="{"a " * (size // 2)}">w</p>'),
    "attribute unclosed": _around(lambda size: f'<p title="{"a " * (size // 2)}'),
    "class long": _around(lambda size: f'<p class="{many("a§ ")(size)}">w</p>'),
    "class long author": _around(lambda size: f'<p class="{many("author ")(size)}">w</p>'),
    "one line": _around(lambda size: f"<p>{many(SENTENCE)(size)}</p>"),
    "one word": _around(lambda size: f"<p>{'a' * size}</p>"),
    "title long": lambda size: (
        f"<html><title>{many('A - b | ')(size)}</title><body>{PARAGRAPH * 6}</body></html>"
    ),
    "title spaces": lambda size: f"<html><title>A{' ' * size}b</title><body>{PARAGRAPH * 6}</body></html>",
    "title bars": _head(lambda size: f'<meta property="og:title" content="{"| " * (size // 2)}">'),
    "h1 long": _around(lambda size: f"<h1>{many('Line § ')(size)}</h1>"),
    "author long": _head(lambda size: f'<meta name="author" content="{many("By Ann, ")(size)}">'),
    "site long": _head(lambda size: f'<meta property="og:site_name" content="{many("Post § ")(size)}">'),
    "words without tags": lambda size: f"<html>{many(SENTENCE)(size)}",
    "json-ld long": _ld(lambda size: f"[{many(chr(123) + chr(34) + 'a§' + chr(34) + ':1},')(size)}1]"),
    "json-ld deep": _ld(lambda size: "[" * (size // 2) + "]" * (size // 2)),
    "json-ld deep objects": _ld(lambda size: '{"a":' * (size // 6) + "1" + "}" * (size // 6)),
    "json-ld many authors": _ld(
        lambda size: (
            f'{{"@type":"NewsArticle","author":[{many(chr(34) + "Ann Bell §" + chr(34) + ",")(size)}"B"]}}'
        )
    ),
    "json-ld references": _ld(
        lambda size: (
            f'{{"@type":"NewsArticle","author":[{many(chr(123) + chr(34) + "@id" + chr(34) + ":§},")(size)}"B"]}}'
        )
    ),
    "json-ld number": _ld(lambda size: '{"@type":"NewsArticle","datePublished":' + "9" * size + "}"),
    "json-ld string": _ld(lambda size: '{"@type":"NewsArticle","headline":"' + "a " * (size // 2) + '"}'),
    "figure width": _around(lambda size: f'<figure><img width="{"9" * size}" src=/a.jpg></figure>'),
    "caption long": _around(
        lambda size: f"<figure><img src=/a.jpg><figcaption>{many(SENTENCE)(size)}</figcaption></figure>"
    ),
    "unclosed tag": lambda size: f"<html><body>{PARAGRAPH * 6}<p " + "a" * size,
    "unclosed quote in tag": lambda size: f"<html><body>{PARAGRAPH * 6}<p a='" + "<p>w" * (size // 4),
    "meta charset far": lambda size: "<meta " * (size // 6) + f"<html><body>{PARAGRAPH * 6}</body></html>",
}


def pages() -> list[Shape]:
    """Shapes of pages."""
    return [
        *(Shape(f"page: {name}", "page", _around(many(unit))) for name, unit in _UNITS.items()),
        *(Shape(f"page: nested {name}", "page", _around(nested(*pair))) for name, pair in _NESTED.items()),
        *(Shape(f"page: head {name}", "page", _head(many(unit))) for name, unit in _HEADS.items()),
        *(Shape(f"page: {name}", "page", make) for name, make in _WHOLE.items()),
    ]


_TEXTS = {
    "news": f"{SENTENCE}“We are on time,” said Anna Berg, a teacher. About § people live along the route.\n\n",
    "one line": f"{SENTENCE}“We are on time,” said Anna Berg. ",
    "no full stops": "and the mayor of Oslo went to the harbour with § people ",
    "one word": "word ",
    "one word of letters": "a",
    "capital word": "A",
    "long words": "abcdefghij" * 30 + " ",
    "capitals": "THE MAYOR OF OSLO SAID THE LINE WILL COST MORE. ",
    "capitals names": "ANNA BERG SAID OLA NORD LEFT. ",
    "title case": "The Mayor Of The Great City Of Oslo And Bergen ",
    "quotes": "“We are on time §,” she said. ",
    "quotes straight": '"We are on time §," she said. ',
    "quotes unclosed": "“We are on time § ",
    "quotes closing only": "we are on time” ",
    "quotes straight marks": '" ',
    "quotes straight no space": '"',
    "quotes curly marks": "“",
    "quotes pairs empty": "“” ",
    "quotes nested": "“He told me ‘she said “no” to him’ and left,” said Per Hansen. ",
    "quotes paragraphs unclosed": "“We are on time §.\n\n",
    "quotes guillemets": "«We are on time §», she said. ",
    "quotes low": "„We are on time §“, she said. ",
    "single marks": "'We are on time §,' she said. ",
    "single curly": "‘We are on time §,’ she said. ",
    "single unclosed": "‘We are ",
    "apostrophes": "the mayors' dogs' bones' ",
    "apostrophes letters": "don't can't o'clock '90s rock'n'roll ",
    "apostrophe marks": "'",
    "scare quotes": "The “plan” of the “mayor” is “late”. ",
    "quote one long": "“" + SENTENCE * 200 + "” said Anna Berg.\n",
    "quotes by one": "“Yes,” said Anna Berg. “No,” said Berg. ",
    "quotes by pronoun": "“We go on §,” he said. “No,” she said. ",
    "quotes of many": "“We go on,” said Anna Berg§x of Oslo. ",
    "reported": "Anna Berg said that the line was late and that § people had left. ",
    "according": "According to Anna Berg, according to the ministry, according to § officials, it rains. ",
    "said said": "said ",
    "he said": "he said ",
    "transcript": "HOST: We will go there §.\nANN BELL, GUEST: Yes, all of us.\n",
    "transcript one": "BELL: Yes.\n",
    "transcript many": "BELL§: We will go there now.\n",
    "colons": "A: ",
    "one name": "Anna Berg ",
    "one name in sentences": "Anna Berg went home. ",
    "names of one surname": "{first} Berg, a teacher, said § people left. Berg laughed. ",
    "many people": "{first} {last}, a teacher, said § people left. {last} laughed. ",
    "names long": "Anna Maria Louise van der Berg-Nord de la Cruz ",
    "names with initials": "J. R. R. Berg and A. B. Nord met § people. ",
    "initials": "A. ",
    "initials bare": "A.B.C. ",
    "titles": "Mr. Berg, Mrs. Nord, Dr. Lind and Prof. Moe met. ",
    "roles": "Prime Minister Anna Berg, president of the Board of Trade of Norway, ",
    "roles bare": "president of the board of the ministry of the state of the union of ",
    "and and": "Anna Berg and ",
    "pronouns": "He told her that she saw him and they left. ",
    "of of": "of the ",
    "numbers": "1,234 5.6 78 ",
    "numbers run": "1,",
    "digits": "7",
    "digits and points": "1.",
    "digits and signs": "3,.7 -%0$ 1€.5,,8-2 ..94%$ 6,- 0.3 €2%7 -.,11 5$8.%, 4-9€ ",
    "numbers words": "twenty-two hundred and three thousand four million ",
    "number words run": "hundred and ",
    "numbers and units": "5 km, 6 kg, 7 % and $8 million of 9 people. ",
    "units bare": "km kg % million people ",
    "money": "$5m €6bn £7 million ¥800 ",
    "currency signs": "$",
    "percent": "5% of the § people, 6 percent, seven per cent ",
    "ranges": "5-6 to 7–8 km from 9 to 10 % between 11 and § people ",
    "dashes": "—",
    "hyphens": "a-",
    "fractions": "one and a half of two thirds ½ 3/4 ",
    "dates": "On 12 May 2024 and on May 13, 2024 and 2024-05-14, ",
    "times": "at 5:30 p.m. and 6 o'clock ",
    "ages": "Anna Berg, 45, and Ola Nord, 54, ",
    "scores": "5-4, 3-2, 1-0 ",
    "brackets": "(",
    "brackets closed": "(a) [b] {c} ",
    "brackets nested": "((((",
    "commas": "a, ",
    "semicolons": "we go; ",
    "full stops": ".",
    "full stops spaced": ". ",
    "ellipses": "… ... ",
    "exclamation": "! ? ",
    "abbreviations": "e.g. i.e. U.S. etc. vs. No. ",
    "places": "Oslo, Bergen, Paris, London and Springfield. ",
    "place repeated": "London ",
    "places ambiguous": "Springfield, Washington, Georgia, Paris, Texas. ",
    "places commas": "Paris, Texas, ",
    "places datelines": "LONDON (Reuters) — We go on §.\n\n",
    "headings": "A new line\n\n",
    "headings numbered": "Part §\n\n",
    "headings and text": f"Part §\n\n{SENTENCE}\n\n",
    "capitals lines": "THE NEW LINE\n",
    "blank lines": "\n",
    "blank lines spaced": " \n",
    "white space": " ",
    "tabs": "\t",
    "spaces and words": "a" + " " * 500,
    "bullets": "• An item §\n",
    "hyphen bullets": "- An item of § people\n",
    "short lines": "Line § of the text.\n",
    "lines of one letter": "a\n",
    "carriage returns": "a line\r",
    "line separators": "a line\u2028",
    "combining": "e\u0301\u0301\u0301 ",
    "combining run": "\u0301",
    "emoji": "👩‍👩‍👧‍👦🇳🇴 ",
    "zero width": "\u200b",
    "bidi": "\u202e",
    "nul": "\0",
    "controls": "\x01\x1b",
    "surrogates": "\ud800 ",
    "urls": "https://example.com/a/§?b=c ",
    "emails": "ann§@example.com ",
    "handles": "@ann #berg§ ",
    "code": "for (i = 0; i < §; i++) { a[i] = b; }\n",
    "base64": "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo",
    "markup": "[red]x[/] **b** <b>x</b> &amp; ",
    "key sentences": "Word§a word§b word§c word§d word§e. ",
    "vocabulary": "word§ ",
    "one sentence long": "We saw Anna Berg §, ",
    "which which": "which the man who the dog that ",
}
_ABROAD = {
    "cjk": "「計画は順調だ」と山田大臣は述べた。",
    "cjk no stops": "計画は順調だ山田大臣は述べ",
    "arabic": "قال الوزير: «الخطة في موعدها». وبلغت التكلفة ٣٫٤ مليار. ",
    "hebrew": '"התוכנית בזמן", אמר השר. ',
    "hindi": "मंत्री ने कहा कि योजना समय पर है। ",
    "thai": "รัฐมนตรีกล่าวว่าแผนงานเป็นไปตามกำหนด",
    "german": "„Wir sind pünktlich“, sagte Bürgermeisterin Anna Berg am Dienstag, § Menschen kamen nach Köln. ",
    "german figures": "3,4 Milliarden Euro, 12.000 Menschen, fünfundzwanzig Prozent der Menschen und § km. ",
    "french": "« Nous sommes à l’heure », a dit la maire Anna Berg mardi, § personnes sont venues à Lyon. ",
    "french figures": "3,4 milliards d’euros, 12 000 personnes, vingt-cinq pour cent et § km de la route. ",
    "spanish": "«Llegamos a tiempo», dijo la alcaldesa Anna Berg el martes ante § personas en Madrid. ",
    "italian": "«Siamo in orario», ha detto la sindaca Anna Berg martedì davanti a § persone a Roma. ",
    "portuguese": "“Estamos no horário”, disse a prefeita Anna Berg na terça-feira a § pessoas em Lisboa. ",
    "russian": "«Мы успеваем», — сказала мэр Анна Берг во вторник, § человек пришли в Москве. ",
    "ukrainian": "«Ми встигаємо», — сказала мерка Анна Берг у вівторок, § людей прийшли в Києві. ",
    "dialogue dashes": "— We are on time §, she said.\n— No, said he.\n",
    "german numbers run": "Die Zahl der Menschen ist ein und zwanzig tausend hundert und Euro ",
    "german quote marks": "Die Menschen sagten das ist „ ",
}
_PARTS = [
    "ar",
    "bel",
    "cor",
    "dan",
    "el",
    "far",
    "gon",
    "hil",
    "ist",
    "jor",
    "kel",
    "lun",
    "mir",
    "nor",
    "ost",
    "per",
]


@cache
def _first_names() -> list[str]:
    return sorted(name for name in first_names() if len(name) > 3)


def _named(unit: str) -> Make:
    """Sentences with a different name each."""

    def make(size: int) -> str:
        return "".join(_fill(unit, number) for number in range(size // len(unit)))

    return make


def _fill(unit: str, number: int) -> str:
    parts = [_PARTS[number >> shift & 15] for shift in (0, 4, 8)]
    names = _first_names()
    first, last = names[number % len(names)], "".join(parts).capitalize()
    return unit.replace("{first}", first).replace("{last}", last).replace("§", str(number))


def texts() -> list[Shape]:
    """Shapes of plain texts."""
    return [
        *(
            Shape(f"text: {name}", "text", _english((_named if "{first}" in unit else many)(unit)))
            for name, unit in _TEXTS.items()
        ),
        *(Shape(f"text: {name}", "text", many(unit)) for name, unit in _ABROAD.items()),
    ]


def _english(make: Make) -> Make:
    """What is made behind as much English as makes a text English."""
    return lambda size: OPENING + "\n\n" + make(max(1, size - len(OPENING)))


_MARKDOWN = {
    "quotes": many("> "),
    "quote lines": many("> We go §\n"),
    "lists": many("- "),
    "list items": many("- An item §\n"),
    "list deeper": lambda size: "".join(f"{' ' * (n % 400)}- w\n" for n in range(max(1, size // 200))),
    "numbered": many("1. An item §\n"),
    "emphasis": many("*a "),
    "emphasis both": many("*a **b "),
    "underscores": many("_a "),
    "stars": many("*"),
    "backticks": many("`a "),
    "backticks growing": lambda size: " ".join("`" * (n % 300 + 1) for n in range(max(1, size // 150))),
    "fences": many("```\na\n"),
    "brackets": many("["),
    "brackets closed": many("[a]"),
    "links": many("[a](b) "),
    "links unclosed": many("[a]("),
    "links angle": many("[a](<b "),
    "images": many("![a](b "),
    "image marks": many("!["),
    "references": many("[a§]: /b\n"),
    "references used": many("[a§]\n\n[a§]: /b\n\n"),
    "headings": many("# Part §\n\n"),
    "headings marks": many("#"),
    "setext": many("Part §\n===\n\n"),
    "setext long": lambda size: "A line\n" * (size // 7) + "===\n",
    "tables": many("| a | b |\n"),
    "rules": many("---\n"),
    "front matter unclosed": many("a: b\n", "---\n"),
    "front matter lines": many("---\na: b\n"),
    "html": many("<b>a "),
    "html unclosed": many("<a "),
    "html comments": many("<!-- "),
    "html declarations": many("<!A "),
    "html processing": many("<? "),
    "cdata": many("<![CDATA["),
    "entities": many("&amp;"),
    "autolinks": many("<http://a.b/§> "),
    "escapes": many("\\*"),
    "hard breaks": many("a  \n"),
    "paragraphs": many(f"{SENTENCE}\n\n"),
    "one line": many(SENTENCE),
    "nul": many("\0"),
    "tabs": many("\t- a\n"),
}
_ENTRIES = {
    name: _UNITS[name]
    for name in (
        "br",
        "span word",
        "p short",
        "li",
        "table rows",
        "entities",
        "comment unclosed",
        "less than",
    )
}
_ROW = '{"text": "We go on §.", "uri": "a§"}\n'
_ROWS: dict[str, Make] = {
    "rows": many(_ROW),
    "rows broken": many('{"text": \n'),
    "rows without text": many('{"a": §}\n'),
    "rows deep": lambda size: '{"text":' + "[" * size,
    "row long": lambda size: '{"text": "' + SENTENCE * (size // len(SENTENCE)) + '"}',
    "row number": lambda size: '{"text": "a", "title": ' + "9" * size + "}",
    "rows surrogate": many('{"text": "We go \\ud800 on §."}\n'),
    "comments": many("# c §\n"),
    "blank": many("\n"),
}


def _summary(line: str) -> Make:
    """Lines of a saved summary, of which a merge gets three versions."""
    return many(line, "# A line\n\n")


_MERGES = {
    "same lines": "- We go on\n",
    "lines": "- We go on §\n",
    "blank lines": "\n",
    "quotations": "> We go on §\n\n1–2 ^q§\n\n",
    "quotations same": "> We go on\n\n1–2 ^q1\n\n",
    "headings": "### Anna Berg\n\n> We go\n\n1–2 ^q§\n\n",
    "words in one line": "we go on ",
    "table rows": "| 1 km | road | 1–2 |\n",
}


def others() -> list[Shape]:
    """Shapes of Markdown, of feeds' entries, of lists in JSON lines and of saved summaries."""
    return [
        *(Shape(f"markdown: {name}", "markdown", make) for name, make in _MARKDOWN.items()),
        *(
            Shape(f"markdown: nested {name}", "markdown", nested(*pair, "w"))
            for name, pair in (
                ("brackets", ("[", "]")),
                ("links", ("[", "](b)")),
                ("emphasis", ("*a ", " a*")),
            )
        ),
        *(Shape(f"entry: {name}", "entry", many(unit)) for name, unit in _ENTRIES.items()),
        *(Shape(f"entry: nested {name}", "entry", nested(*_NESTED[name])) for name in ("div", "ul", "table")),
        *(Shape(f"rows: {name}", "rows", make) for name, make in _ROWS.items()),
        *(Shape(f"merge: {name}", "merge", _summary(line)) for name, line in _MERGES.items()),
    ]


def all_shapes() -> list[Shape]:
    """Every shape."""
    return [*pages(), *texts(), *others()]
