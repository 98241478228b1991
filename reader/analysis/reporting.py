"""Words that attribute: how often a word is (part of) a cue, learnt from a corpus, and verbs of saying.

The corpus is news of one country and one year; a verb of saying that it never uses is taken from a list
(verbs of communication in Levin, "English Verb Classes and Alternations", 1993, section 37).
"""

from functools import cache

from reader.analysis.trained import common_words, cue_words

_VERBS = """say tell add note explain argue warn write ask reply answer insist acknowledge admit claim declare
announce state stress specify recall confirm deny suggest observe remark comment concede conclude continue
repeat reiterate respond joke quip tweet post assure report complain lament urge testify recount shout whisper
agree counter boast predict promise pledge vow describe think believe sum affirm allege assert attest aver avow
caution clarify confess confide convey cry declaim detail disclose divulge elaborate emphasise emphasize exclaim
explain gasp groan grumble highlight hint imply inform interject intimate maintain marvel mention moan mumble murmur
muse mutter narrate object opine point proclaim profess propose protest quote rant recite record rejoin relate
remind remonstrate retort reveal rule scoff scold scream shrug sigh signal snap sneer sob specify speculate stipulate
storm stutter submit swear tease thunder underline underscore venture voice volunteer wail weigh whine yell"""
_PAST = {
    "say": "said", "tell": "told", "write": "wrote", "think": "thought", "swear": "swore",
    "admit": "admitted", "quip": "quipped", "snap": "snapped", "sob": "sobbed", "shrug": "shrugged",
    "submit": "submitted", "signal": "signalled", "marvel": "marvelled", "sum": "summed",
    "aver": "averred",
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
