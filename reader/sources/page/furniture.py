"""Lines of a page that are not the article's: its title again, links to other stories, invitations, comments."""

import re
from collections.abc import Sequence

from reader.sources.page.lines import Line

_INVITES = re.compile(
    r"""(?:related(?:\s(?:stor|post|article|video|link|content|topic|read|cover)\w*)?\s*:|
    related\s(?:stories|posts?|articles?|links|content)\b|read\s(?:more|next|also)\b|(?:see|read)\salso\b|also\sread\b|
    more\s*:|more\sfrom\s(?:us|our|this)\b|you\s(?:may|might)\salso\s(?:like|be\sinterested)|
    sign\sup\s(?:for|to|here|now)\b|subscribe\s(?:to|now|for|here|today)\b|click\shere\b|
    follow\s(?:us|@|\w+\s\w+\son\s(?:twitter|facebook|instagram))|share\sthis\s(?:article|story|post|page)|
    comments?[\s:]*$|(?:top|view|show|load|leave|post|add|write)\s(?:\w+\s){0,2}comments?\b|
    \(?view\sall\)?[\s.]*$|load\smore|join\s(?:the\sconversation|our\s(?:free|mailing|news\w*|community))|
    get\s(?:the\slatest\s(?:news|updates?|stories)|our\s(?:free|daily|news\w*|app)|access\sto\s|breaking\snews)|
    get\s(?:the|our)\s[^.]*\b(?:edition|app|email|briefing|alerts?|newsletters?)\b|get\sthe\sday|
    have\s(?:a|any)\s(?:news\s)?(?:tip|story)\b.*\?|if\syou\s(?:buy\ssomething|purchase|click|enjoyed\sthis)|
    tell\sus\swhat\syou|thanks?\s(?:you\s)?for\s(?:signing\sup|subscribing|reading)|
    download\s(?:the|our)\s[^.]*\bapps?\b|for\sthe\slatest\s(?:news|updates?|stories|breaking)|©|\(c\)\s(?:19|20)\d\d|
    copyright\s(?:©|\(c\)|(?:19|20)\d\d)|all\srights\sreserved|listen\s(?:live|to\s\w+\slive)|
    keep\san\seye\son\syour\sinbox|there\swas\san\serror\s(?:processing|with)|something\sto\sconsider$|
    reach\s(?:the\s)?\w+\s(?:at|on)\s\S*(?:@|twitter|\d)|email\s.*@|(?:this|our)\s(?:web)?site\suses\scookies|
    we\suse\scookies|what\sdo\syou\sthink\?|do\syou\swant\sto\s(?:be\sinformed|get|receive)\b.*\?|
    this\s(?:post|article|page|story)\s(?:contains|includes|may\scontain)\s(?:affiliate|references|links|sponsored)|
    our\sstandards:)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Beginnings of lines that are invitations however long they are."""
_LABELS = re.compile(
    r"""(?:don['’]?t\smiss|recommended|up\snext|most\s(?:read|popular|viewed)|trending|advertisement|sponsored|
    more\s(?:stories|on\sthis|news|coverage|from)|subscribe|sign\sup|click\sto|download|source:|related|sorry!|
    last\s(?:modified|updated)|copyright|for\smore\s(?:news|information|on)|get\s(?:daily|today)|join\s\w+\snow)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Beginnings that sentences of an article have too: only a short line that is no sentence is one of these."""
_LABEL_MOST = 9
_ABROAD = re.compile(
    r"""\(?(?:lesen\ssie\sauch|auch\sinteressant|mehr\szum\sthema|mehr\sdazu|newsletter\sabonnieren|jetzt\sabonnieren|
    (?:à\s)?lire\saussi|à\slire\s(?:également|aussi)|voir\saussi|abonnez-vous|inscrivez-vous|
    lee\stambién|leer\stambién|lea\stambién|te\spuede\sinteresar|suscríbete|síguenos|
    leggi\sanche|ti\spotrebbe\sinteressare|iscriviti|seguici|
    lei[ar]\s(?:também|mais)|veja\s(?:também|mais)|assine\s|siga-nos|
    читайте\s(?:также|также\sв|також)|смотрите\sтакже|подпи(?:шитесь|сывайтесь)|підпи(?:шіться|суйтесь))""",
    re.IGNORECASE | re.VERBOSE,
)
"""The same in the other languages that are read."""
_MOST_WORDS = 60
"""Words of a line that is looked at: invitations are short."""
_ENDS = re.compile(
    r"""(?:(?:top\srated\s|\d+\s|leave\s(?:a\s)?|post\sa\s)?comments?|related.*|more\s(?:from|stories|news|on).*|
    you\s(?:may|might)\s(?:also\s)?(?:like|be).*|most\s(?:read|popular).*|recommended.*|read\s(?:next|more)|
    don['’]?t\smiss|trending.*|popular.*|about\sthe\sauthor|share\sthis.*|tell\sus\swhat\syou\sthink.*|
    what\sdo\syou\sthink.*|.*newsletter)[\s:.…]*$""",
    re.IGNORECASE | re.VERBOSE,
)
"""Headings after which nothing more is the article's, where what follows is short or links."""
_HEADING_WORDS = 8
_LABEL_WORDS = 4
"""Words of a line that ends the article though it is no heading: Comments."""
_TEASER_WORDS = 11
"""Words of a line that can be another story's headline."""


def without_furniture(lines: Sequence[Line], title: str | None) -> list[Line]:
    """The lines that are the article's own."""
    name = folded(title or "")
    own = [line for line in lines if not (name and folded(line.text) == name)]
    kept = [line for line in own[: _end(own)] if not _invites(line)]
    while len(kept) > 1 and kept[-1].kind == "head":
        kept.pop()
    return kept


def folded(text: str) -> str:
    """The letters and digits of a text, in small letters, words set apart by one space."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _invites(line: Line) -> bool:
    text = line.text.lstrip("[*•- ")
    words = len(line.text.split())
    if _LABELS.match(text) and words <= _LABEL_MOST and (text[-1:] not in ".!?" or words < 3):
        return True
    return words <= _MOST_WORDS and bool(_INVITES.match(text) or _ABROAD.match(text))


def _end(lines: Sequence[Line]) -> int:
    """Where the article ends: before comments, or a list of other stories in its second half."""
    half = sum(len(line.text) for line in lines) / 2
    before = 0
    for number, line in enumerate(lines):
        short = line.kind == "head" or len(line.text.split()) <= _LABEL_WORDS
        if before > half and short and len(line.text.split()) <= _HEADING_WORDS and _ENDS.match(line.text):
            rest = lines[number + 1 :]
            teasers = sum(each.is_link or len(each.text.split()) <= _TEASER_WORDS for each in rest)
            if teasers * 2 >= len(rest) or "comment" in line.text.lower():
                return number
        before += len(line.text)
    return len(lines)
