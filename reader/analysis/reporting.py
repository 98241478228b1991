"""Words that attribute: how often a word is (part of) a cue, learnt from a corpus, and verbs of saying.

The corpus is news of one country and one year; a verb of saying that it never uses is taken from a list
(verbs of communication in Levin, "English Verb Classes and Alternations", 1993, section 37).
"""

from functools import cache

from reader.analysis.trained import common_words, cue_words

_VERBS = """acknowledge add admit advise affirm agree allege announce answer argue ask assert assure attest aver avow
bark believe bellow bemoan boast boom caution chant chide chime chirp chortle chuckle claim clarify
comment complain concede conclude confess confide confirm continue convey counter croon crow cry curse
deadpan declaim declare decree demand demur deny deplore describe detail disclose divulge drawl drone
elaborate emphasise emphasize enquire enthuse exclaim exhort explain expostulate fret fume gasp gloat
gripe groan growl grumble grunt gush highlight hint hiss holler hoot howl implore imply inform inquire
insist interject interpose interrupt intimate intone jibe joke lament laud maintain marvel mention moan
mumble murmur muse mutter narrate note object observe opine plead pledge point pontificate posit post
predict proclaim profess promise prophesy propose protest quip quote rage rail rant rasp recall recite
reckon record recount reiterate rejoice rejoin relate remark remind remonstrate repeat reply report
reprimand respond retort reveal roar rule rumble say scoff scold scream screech shout shriek shrug sigh
signal snap snarl sneer snicker snort sob specify speculate splutter squeal stammer state stipulate storm
stress stutter submit suggest sum surmise swear taunt tease tell testify think thunder trumpet tweet
underline underscore urge venture voice volunteer vow wail warn weigh whimper whine whisper whoop wonder
write yell"""
_PAST = {
    "say": "said", "tell": "told", "write": "wrote", "think": "thought", "swear": "swore",
    "admit": "admitted", "quip": "quipped", "snap": "snapped", "sob": "sobbed", "shrug": "shrugged",
    "submit": "submitted", "signal": "signalled", "marvel": "marvelled", "sum": "summed",
    "aver": "averred", "deadpan": "deadpanned", "demur": "demurred", "fret": "fretted",
}  # fmt: skip
USUAL = 0.6
"""Share of uses from which a word is taken for a cue by itself."""
_FROM_LIST, _HARDLY_MET = 0.8, 0.5


@cache
def listed() -> frozenset[str]:
    """The forms of the verbs of saying in the list."""
    return frozenset(form for verb in _VERBS.split() for form in _forms(verb))


def _forms(verb: str) -> tuple[str, ...]:
    """Plain form, third person, past and -ing form."""
    stem = verb.removesuffix("e")
    if verb.endswith("y") and verb[-2] not in "aeo":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", f"{verb}ing"
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch")) else f"{verb}s"
    past = _PAST.get(verb, f"{stem}ed")
    doubled = past.endswith("ed") and past[:-2] != stem
    return verb, third, past, f"{past[:-2] if doubled else verb if verb.endswith('ee') else stem}ing"


def cue_share(low: str) -> float:
    """The share of a lower-case word's uses in which it is (part of) a cue."""
    share = cue_words().get(low)
    if share is None and low in listed():
        if low not in common_words():
            return _FROM_LIST
        return _HARDLY_MET if low.endswith("ed") else 0.0
    return share or 0.0
