"""What an article says a person is: “the mayor of Oslo, Anna Berg”, “Anna Berg, the mayor of Oslo”."""

import re

from reader.document.span import Span

ROLE_NOUNS = frozenset(
    """minister secretary president vice-president chancellor premier senator congressman congresswoman
    representative governor mayor councillor councilman councilwoman commissioner chief chairman
    chairwoman chair chairperson director head leader speaker spokesman spokeswoman spokesperson
    ambassador envoy diplomat candidate nominee lawmaker politician official officer judge justice
    prosecutor attorney lawyer solicitor barrister sheriff detective inspector superintendent
    constable general colonel captain major lieutenant sergeant admiral commander soldier pilot king
    queen prince princess pope cardinal bishop archbishop rabbi imam priest pastor professor
    lecturer teacher researcher scientist hydrologist biologist physicist chemist economist
    historian sociologist psychologist analyst expert strategist pollster consultant adviser advisor
    aide assistant manager coordinator organiser organizer activist campaigner author writer
    novelist poet journalist reporter editor columnist correspondent broadcaster publisher critic
    actor actress singer musician composer artist painter architect designer engineer technician
    mechanic electrician plumber carpenter doctor surgeon nurse midwife paramedic physician
    epidemiologist veterinarian vet farmer fisherman skipper ferryman sailor driver conductor trader
    broker banker investor entrepreneur businessman businesswoman executive ceo founder co-founder
    owner shareholder operator dispatcher agent dealer retailer grocer baker butcher chef cook
    waiter waitress student pupil graduate retiree pensioner resident neighbor neighbour witness
    victim survivor mother father son daughter brother sister husband wife widow widower uncle aunt
    cousin nephew niece grandson granddaughter grandmother grandfather fiancée coach player striker
    goalkeeper midfielder defender champion athlete runner swimmer cyclist referee umpire principal
    dean rector provost trustee treasurer clerk registrar deputy delegate envoy negotiator mediator
    volunteer member master firefighter policeman policewoman guard warden ranger veteran
    billionaire millionaire mogul tycoon magnate heir comedian host presenter anchor producer
    filmmaker photographer surveyor planner developer landlord tenant shopkeeper bookseller
    librarian curator archivist translator interpreter ombudsman auditor accountant statistician
    demographer meteorologist geologist seismologist anthropologist archaeologist astronomer
    botanist zoologist ecologist entomologist glaciologist oceanographer ornithologist palaeontologist
    paleontologist philosopher theologian linguist geographer cardiologist oncologist neurologist
    psychiatrist paediatrician pediatrician dentist pharmacist virologist immunologist physiotherapist
    therapist radiographer pathologist coroner undertaker barber hairdresser tailor dressmaker
    shoemaker cobbler weaver potter sculptor blacksmith goldsmith jeweller jeweler watchmaker
    locksmith glazier roofer bricklayer builder mason surveyor welder miner driller rigger docker
    stevedore lorry-driver trucker courier postman postwoman lifeguard diver sailor helmsman
    lighthouse-keeper beekeeper gardener florist forester woodcutter shepherd herder rancher breeder
    grower winemaker brewer distiller miller butler housekeeper cleaner janitor caretaker porter
    doorman bouncer barman barmaid bartender barista restaurateur innkeeper hotelier guide
    interpreter stewardess steward astronaut cosmonaut aviator navigator gunner sniper cadet recruit
    corporal private brigadier commodore marshal constable bailiff magistrate notary paralegal
    advocate defendant plaintiff claimant juror suspect hostage prisoner inmate refugee migrant
    settler pilgrim monk nun abbot abbess deacon vicar curate chaplain mufti guru swami preacher
    missionary archer boxer wrestler fencer jockey golfer gymnast hurdler sprinter marathoner skater
    skier snowboarder surfer rower paddler climber mountaineer batsman batter bowler wicketkeeper
    pitcher catcher quarterback linebacker winger forward fullback full-back fly-half scrum-half prop
    hooker flanker goalscorer substitute captain skipper manager trainer selector rider racer driver
    rookie sommelier confectioner pastry-chef fishmonger greengrocer pawnbroker auctioneer
    stockbroker actuary bookkeeper cashier teller programmer developer coder hacker designer
    illustrator cartoonist animator choreographer dancer ballerina soprano tenor baritone mezzo
    conductor composer violinist pianist cellist guitarist drummer trumpeter saxophonist flautist
    organist rapper songwriter lyricist playwright dramatist screenwriter essayist biographer
    translator blogger vlogger influencer podcaster presenter newsreader weatherman impresario
    promoter collector restorer conservator chairperson whistleblower informant bystander onlooker
    eyewitness passer-by commuter passenger tourist visitor villager islander homeowner
    householder shopper customer donor patron campaigner protester protestor demonstrator marcher
    striker unionist organiser steward pensioner centenarian teenager schoolboy schoolgirl toddler
    parent guardian grandparent stepfather stepmother fiance fiancee godmother godfather twin
    orphan bride groom newlywed bridegroom midwife matron registrar consultant
    stationmaster signalman bellringer gravedigger ploughman tinker trapper hunter poacher gamekeeper
    count countess duke duchess baron baroness earl viscount emir sultan maharaja chieftain elder
    alderman alderwoman councilor burgess reeve convener convenor rapporteur commissar
    vice-chancellor vice-chairman vice-chairwoman vice-captain co-author co-owner co-chair
    headmaster headmistress headteacher schoolteacher tutor lecturer academic scholar graduate
    undergraduate postgraduate apprentice intern trainee""".split()
)
_BREAK = re.compile(r"[,.;:!?“”\"()\n—–]")
_DETERMINER = re.compile(r"(?:\b(?:the|a|an|its|his|her|their|our)|[’']s)\s+", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:,\s+\d\d)?,\s+(?:(?:the|a|an|its|who is the|who is a)\s+)?(?P<role>[^,.;:!?“”\"()]{2,90}?)"
    r"(?=\s*[,.;:!?]|\s+(?:who|which|said|says|told|added|and)\b)"
)
_WORD = re.compile(r"[\w’'-]+")
_NOT_IN_ROLE = frozenset(
    """and or but by with from to of in on at for as said says told when while after before that was is
    were are has had then than not also about against between under over like called named asked""".split()
)
_ENDS_ROLE = re.compile(r"\s+(?:who|which|that|whose|where|when|while|after|before|as|has|had|is|was)\b")
_REACH = 110


def role_before(text: str, name: Span) -> Span | None:
    """The role that stands directly before *name*: “the mayor, Anna Berg”, “mayor Anna Berg”."""
    window = text[max(0, name.start - _REACH) : name.start]
    words = window.rstrip().removesuffix(",").rstrip()
    with_comma = window.rstrip().endswith(",")
    begin = max((match.end() for match in _BREAK.finditer(words)), default=0)
    offset = name.start - len(window)
    for match in _DETERMINER.finditer(words, begin):
        if _is_role(_WORD.findall(words[match.end() :]), at_end=not with_comma):
            return Span(offset + match.end(), offset + len(words))
    last = list(_WORD.finditer(words, begin))[-3:]
    if with_comma or not last or not _is_role([last[-1][0]]):
        return None
    first = len(last) - 1
    while first > 0 and last[first - 1][0].lower() not in _NOT_IN_ROLE:
        first -= 1
    return Span(offset + last[first].start(), offset + last[-1].end())


def role_after(text: str, name: Span) -> Span | None:
    """The role in apposition to *name*: “Anna Berg, the mayor of Oslo, …”."""
    match = _AFTER.match(text, name.end, name.end + _REACH + 20)
    if not match:
        return None
    role = Span.of(match, "role")
    cut = _ENDS_ROLE.search(text, *role)
    role = Span(role.start, cut.start() if cut else role.end)
    words = _WORD.findall(role.text(text))
    return role if words and len(words) <= 12 and _is_role(words) else None


def _is_role(words: list[str], *, at_end: bool = False) -> bool:
    """Whether the head of a noun phrase, what stands before its first "of", is a role.

    *at_end*: the phrase stands right before a name, so that its last word must be one too.
    """
    lows = [word.lower() for word in words]
    if not lows or len(lows) > 12 or (at_end and lows[-1] not in ROLE_NOUNS):
        return False
    head = next((i for i, low in enumerate(lows) if low in _LINKS), len(lows))
    return any(low in ROLE_NOUNS or low == "general" for low in lows[max(0, head - 2) : head])


_LINKS = frozenset("of for at in from to".split())
