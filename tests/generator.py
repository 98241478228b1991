"""News that nobody wrote: articles with quotes, figures, places and people, one for each number."""

from random import Random

from reader.document.article import Article

_FIRST = ["Anna", "Jens", "Oksana", "Tomás", "Aminata", "Yuki", "Per", "Leila", "Marek", "Siân"]
_LAST = [
    "Berg",
    "Kovalenko",
    "Ruiz",
    "Diallo",
    "Tanaka",
    "O’Neill",
    "Novák",
    "van der Berg",
    "Haddad",
    "Price",
]
_ROLES = [
    "the mayor of {place}",
    "a spokesman for the ministry",
    "Finance Minister",
    "the union’s president",
    "a nurse",
]
_PLACES = [
    "Oslo",
    "Kyiv",
    "Lagos",
    "Lima",
    "Sapporo",
    "Marseille",
    "Portland, Maine",
    "Odesa",
    "Bergen",
    "Accra",
]
_VERBS = ["said", "told reporters", "wrote", "warned", "added", "argued"]
_SAID = [
    "We will rebuild the bridge before the winter", "Nobody asked us about the price", "It is not enough",
    "The water came in the night", "I have never seen anything like it", "They must answer for this",
    "There were {n} of us in the room", "We paid ${n}.5 million for it [the harbour] and […] nothing came",
]  # fmt: skip
_PLAIN = [
    "More than {n} people were moved from {place} on Tuesday.", "Prices rose by {n}% in a year.",
    "The river stood {n} metres higher than in {year}.", "{name} was born in {place}.",
    "About {n},000 homes had no power.", "The council meets again in {place} next week.",
]  # fmt: skip
_HEADINGS = ["A long night", "What comes next", "The price", "Voices from the coast"]


def article(number: int) -> Article:
    """The same article for the same *number*."""
    dice = Random(number)
    people = [f"{dice.choice(_FIRST)} {dice.choice(_LAST)}" for _ in range(dice.randint(1, 4))]
    blocks = [f"{dice.choice(_PLACES)} after the storm"]
    for _ in range(dice.randint(4, 16)):
        if dice.random() < 0.15:
            blocks.append(dice.choice(_HEADINGS))
        blocks.append(" ".join(_sentence(dice, people) for _ in range(dice.randint(1, 4))))
    return Article(dice.choice(["\n\n", "\n"]).join(blocks) + "\n", f"generated-{number}.txt")


def _sentence(dice: Random, people: list[str]) -> str:
    name, place, verb = dice.choice(people), dice.choice(_PLACES), dice.choice(_VERBS)
    facts = {"n": dice.randint(2, 900), "place": place, "name": name, "year": dice.randint(1900, 2020)}
    said = dice.choice(_SAID).format(**facts)
    who = dice.choice([name, name.split()[-1], f"{name}, {dice.choice(_ROLES).format(**facts)}", "he", "she"])
    left, right = dice.choice([("“", "”"), ('"', '"'), ("‘", "’")])
    forms = [
        f"{left}{said},{right} {verb} {who}."
        if who not in {"he", "she"}
        else f"{left}{said},{right} {who} {verb}.",
        f"{who[0].upper()}{who[1:]} {verb}: {left}{said}.{right}",
        f"{who[0].upper()}{who[1:]} said that {said[0].lower()}{said[1:]}.",
        dice.choice(_PLAIN).format(**facts),
        dice.choice(_PLAIN).format(**facts),
    ]
    return dice.choice(forms)
