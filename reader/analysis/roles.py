"""Words for what a person is: minister, baker, daughter."""

import re
from collections.abc import Sequence

from reader.analysis.trained import word_classes

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
_UNLEARNT = frozenset(
    """fellow mate teammate classmate roommate housemate flatmate attache attaché goalie goaltender foreman
    forewoman stepson stepdaughter stepbrother stepsister half-brother half-sister grandma grandpa mum mom dad
    girlfriend boyfriend fiancé spouse tsar tsarina star superstar newcomer frontman vocalist""".split()
)
"""Words of the same kind that the trained models take for ordinary nouns, since they were made without them."""
_ENDINGS = tuple(
    "ologist ographer onomist blower keeper maker player worker holder singer driver dealer smith man woman".split()
)
_AGENTS = re.compile(r"\w*(?:[^\Wl]|[aeo]l)ist|\w{3,}(?:[ai]tor|ltor|ician|eteer)")
"""Words for what people do as a rule: pianist, moderator, realtor, electrician."""
_AFTER_NOUN = frozenset("general elect emeritus designate laureate".split())
_NO_ROLES = frozenset("man woman human german roman norman".split())


def is_occupation(low: str) -> bool:
    """Whether a word in small letters ends as words for occupations do: stallholder."""
    return low.endswith(_ENDINGS)


def is_agent(low: str) -> bool:
    """Whether a word in small letters looks like one for what somebody does: stallholder, pianist."""
    first = word_classes().get(low, "NN")[:2]
    return (
        low not in _NO_ROLES
        and first in {"NN", "JJ"}
        and (is_occupation(low) or bool(_AGENTS.fullmatch(low)))
    )


def is_role_noun(word: str, *, opens: bool = False) -> bool:
    """Whether *word* says what somebody is, also as the last part of another: co-host, ex-president.

    *opens*: it begins a sentence, so that its capital says nothing: “Mathematician Hanna Weil”.
    """
    low = word.lower().rstrip(".")
    last = low.rpartition("-")[2]
    return (
        last in ROLE_NOUNS
        or last in _UNLEARNT
        or low in _UNLEARNT
        or ((opens or word.islower()) and is_agent(low))
    )


def ends_as_role(words: Sequence[str]) -> bool:
    """Whether a noun phrase without what follows its first preposition is a role."""
    if len(words) > 1 and words[-1].lower() in _AFTER_NOUN and is_role_noun(words[-2]):
        return True
    return bool(words) and is_role_noun(words[-1])
