"""Changes of a saved summary: those of a forger, and those of a careful reader."""

import re
from collections.abc import Callable

from reader.analysis import outline_of
from reader.document.article import Article
from reader.export import markdown

TEXT = (
    "Tax plan\n\nThe finance minister spoke on Tuesday in Oslo. “We will not raise taxes on working families in 2027,”"
    " said Anna Berg, the finance minister. “I am not guilty of anything,” she added.\n\nAbout 12,000 people protested,"
    " and 300 million kroner was spent. “The plan is a disaster for Bergen and we must stop it now,” said Per Hansen,"
    " the leader of the opposition.\n\n“It was a long day,” said Per Hansen.\n"
)
ARTICLE = Article(TEXT, "art.txt")
OUTLINE = outline_of(ARTICLE)
MADE = {name: markdown.summary(ARTICLE, OUTLINE, (), name) for name in ("default", "obsidian", "brief")}
QUOTE = "> “We will not raise taxes on working families in 2027,”\n"
SAID = re.search(r"— Anna Berg, the finance minister · said · (?P<tail>57–111 \^\w+)\n", MADE["default"])
assert SAID
ID, OTHER_ID = SAID["tail"][-6:], MADE["default"].split("150–180 ^")[1][:6]
BLOCK, TAIL = f"{QUOTE}\n{SAID[0]}", SAID["tail"]
ANNA, PER = "### Anna Berg, finance minister\n", "### Per Hansen, leader of the opposition\n"
FORGED = "“We will raise taxes and I am guilty,”"

Change = Callable[[str], str]


def put(old: str, new: str) -> Change:
    def change(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return change


def add(block: str) -> Change:
    """Beneath the first speaker, before what she said."""
    return put(ANNA, f"{ANNA}\n{block}\n")


def after(block: str) -> Change:
    """Right behind a quotation and its attribution."""
    return put(BLOCK, f"{BLOCK}\n{block}\n")


def end(block: str) -> Change:
    return lambda text: f"{text}\n{block}\n"


def all_of(*changes: Change) -> Change:
    def change(text: str) -> str:
        for each in changes:
            text = each(text)
        return text

    return change


def quoted(words: str, *parts: str) -> Change:
    """Other words in the quotation, with the ranges at which they are."""
    ranges = ", ".join(f"{TEXT.index(part)}–{TEXT.index(part) + len(part)}" for part in parts)
    return all_of(put(QUOTE, words), put("57–111", ranges))


def in_quote(old: str, new: str) -> Change:
    return put(QUOTE, QUOTE.replace(old, new))


SIGNS: dict[str, Change] = {
    "a look-alike": in_quote("taxes", "tаxes"),
    "a space of no width": in_quote("not", "n\u200bot"),
    "a soft hyphen": in_quote("working", "work\u00ading"),
    "a space that holds": in_quote("not raise", "not\u00a0raise"),
    "bold": in_quote("not", "**not**"),
    "struck out": in_quote("not", "~~not~~"),
    "marked": in_quote("not", "==not=="),
    "a comment": in_quote("not ", "<!-- not --> "),
    "deleted": in_quote("not", "<del>not</del>"),
    "another direction": in_quote("not", "\u202eton\u202c"),
    "decomposed": in_quote("We", "We\u0301"),
    "a formula": in_quote("not", "$not$"),
    "a footnote": in_quote("not", "not[^1]"),
    "a picture": in_quote("not", "![](x)"),
    "an emoji": in_quote("not", ":x:not"),
    "hidden in Obsidian": in_quote("not ", "%%not %%"),
    "a link": in_quote("not", "[not](https://evil.example)"),
    "a reference": in_quote("not", "[not][x]"),
    "a wikilink": in_quote("not", "[[x|not]]"),
    "a heading under it": in_quote("”\n", "”\n> ---\n"),
    "straight marks": in_quote("“", '"'),
    "spoilt": in_quote("not", ">!not!<"),
    "subscript": in_quote("not", "~not~"),
    "a nested list": in_quote("> “", "> - “"),
    "a numbered list": in_quote("> “", "> 1. “"),
    "a task": in_quote("> “", "> - [x] “"),
    "lazily continued": in_quote("”\n", "”\nand I am guilty\n"),
    "lazily preceded": in_quote("> “", "I am guilty\n> “"),
    "a span of a language": in_quote("not", "[not]{.hidden}"),
}

LINE_ENDS: dict[str, Change] = {
    f"U+{ord(sign):04X}": put(BLOCK, f"“We will raise taxes on all,” {sign}{BLOCK}")
    for sign in "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
}

RANGES: dict[str, Change] = {
    "cropped": quoted(
        "> raise taxes on working families in 2027,”\n", "raise taxes on working families in 2027,”"
    ),
    "cut off": quoted("> “We will not raise taxes\n", "“We will not raise taxes"),
    "not left out": quoted(
        "> “We will\n> raise taxes on working families in 2027,”\n",
        "“We will",
        "raise taxes on working families in 2027,”",
    ),
    "left out with a mark": quoted(
        "> “We will […] raise taxes on working families in 2027,”\n",
        "“We will",
        "raise taxes on working families in 2027,”",
    ),
    "two speakers joined": quoted("> “We will\n> stop it now,”\n", "“We will", "stop it now,”"),
    "in another order": quoted("> working families\n> “We will\n", "working families", "“We will"),
    "narration": quoted(
        "> The finance minister spoke on Tuesday in Oslo.\n", "The finance minister spoke on Tuesday in Oslo."
    ),
    "without a range": all_of(put(QUOTE, "> raise taxes on working families\n"), put(f" · {TAIL}", "")),
    "a letter": all_of(put(QUOTE, "> a\n"), put(f" · {TAIL}", "")),
    "a range of thousands of digits": put("57–111", f"{'9' * 5_000}–{'9' * 5_001}"),
    "a range of another quotation": put("57–111", "150–180"),
}

SPEAKERS: dict[str, Change] = {
    "another speaker": put(ANNA, "### Per Hansen, leader of the opposition\n"),
    "swapped": all_of(
        put("### Anna Berg", "### X"), put("### Per Hansen", "### Anna Berg"), put("### X", "### Per Hansen")
    ),
    "another role": put(ANNA, "### Anna Berg, president\n"),
    "no speaker": put(PER, ""),
    "moved to another speaker": all_of(put(BLOCK, ""), put(PER, f"{PER}\n{BLOCK}")),
    "also under another speaker": put(PER, f"{PER}\n{BLOCK}"),
    "twice": put(BLOCK, f"{BLOCK}\n{BLOCK}"),
    "another mention": put("— Anna Berg, the finance minister", "— Per Hansen, the crook"),
    "another cue": put("minister · said", "minister · lied"),
    "a heading above": put(BLOCK, f"#### Per Hansen\n\n{BLOCK}"),
    "a heading in HTML": put(BLOCK, f"<h3>Per Hansen</h3>\n\n{BLOCK}"),
    "a label above": put(BLOCK, f"**Per Hansen:**\n\n{BLOCK}"),
    "hidden heading": put(PER, f"<!--\n{PER}-->\n"),
    "heading hidden in Obsidian": put(PER, f"%%\n\n{PER}\n%%\n"),
    "id of another": put(f"^{ID}", "^qaaaaa"),
    "no id": put(f" ^{ID}", ""),
    "a label below": after("— Per Hansen"),
    "ids swapped": lambda text: text.replace(ID, "@").replace(OTHER_ID, ID).replace("@", OTHER_ID),
}

DRESSES: dict[str, Change] = {
    dress: add(block)
    for dress, block in {
        "a paragraph": f"{FORGED} — said",
        "HTML": f"<blockquote>{FORGED}</blockquote>",
        "q": "<q>We will raise taxes</q>",
        "a list": f"- > {FORGED}",
        "a numbered list": f"1. > {FORGED}",
        "code": f"    > {FORGED}",
        "a fence": f"```\n> {FORGED}\n```",
        "a fence with a language": "~~~quote\nWe will raise taxes\n~~~",
        "no range": f"> {FORGED}",
        "nested": f"> > {FORGED}",
        "deep": f"{'> ' * 90}{FORGED}",
        "a tab": f"\t> {FORGED}",
        "in a list": f"- x\n\n  > {FORGED}",
        "a cell": f"| q |\n| --- |\n| {FORGED} |",
        "a footnote": f"[^1]: {FORGED}",
        "a heading": f"#### {FORGED}",
        "a setext heading": f"{FORGED}\n---",
        "a callout": f"> [!quote] {FORGED}\n",
        "details": f"<details open><summary>{FORGED}</summary></details>",
        "an entity": f"&gt; {FORGED}",
        "entities for marks": "&ldquo;We will raise taxes on all&rdquo;",
        "German marks": "„Wir erhöhen alle Steuern“",
        "guillemets": "« Nous augmenterons les impôts »",
        "single guillemets": "‹Wir erhöhen alle Steuern›",
        "reversed guillemets": "»Wir erhöhen alle Steuern«",
        "straight marks": '"We will raise all taxes"',
        "single marks": "‘We will raise all taxes’",
        "apostrophes": "'We will raise all taxes'",
        "primes": "″We will raise all taxes″",
        "corner brackets": "「私たちは税金を上げます」",
        "doubled marks": "''We will raise all taxes''",
        "ornaments": "❝We will raise all taxes❞",
        "full width": "＂We will raise all taxes＂",
        "not closed": "“We will raise all taxes",
        "angles": "<<We will raise all taxes>>",
        "a dash": "— We will raise taxes, said Berg",
        "a picture": "![We will](https://evil.example/q.png)",
        "an embed": "![[forged quotes]]",
        "a formula": "$\\text{We will raise taxes}$",
        "a style": "<style>p { display: none }</style>",
        "a frame": "<iframe src=x></iframe>",
        "no marks at all": "We will raise taxes on working families.",
        "a definition": "[^a]: <We will raise taxes and I am guilty>",
        "a comment for Markdown only": f"<!--> {FORGED} -->",
        "a comment that ends early": "<!-- --!> We will raise taxes -->",
        "emphasis in marks": "“**We** will *raise* taxes”",
        "an interview": "Anna Berg: We will raise taxes.",
        "a line of a range": "We will raise taxes · 57–111",
        "a line of an id": "We will raise taxes ^q23456",
    }.items()
}
BEHIND: dict[str, Change] = {
    f"{name} behind": after(block)
    for name, block in {
        "a quotation": FORGED,
        "italics": "*We will raise taxes*",
        "a quote": f"> {FORGED}",
        "an attribution": "— Anna Berg",
        "a name": "Anna Berg: I did it.",
        "speech": "We will raise taxes, said Anna Berg.",
        "HTML": "<div>We will raise taxes</div>",
        "a heading": "### Ivar Holt, president",
        "a note's second paragraph": f"**Note:** see\n\n{FORGED} — Anna Berg ^n7",
        "a note with HTML": "**Note:** x <blockquote>We will</blockquote> ^n7",
        "a key sentence": "- The minister confessed on Tuesday in Oslo. · 10–56",
        "a person": "- Ivar Holt, president · 3 mentions ^p23456",
        "half a quotation": "> “We will not raise taxes on working families in 2027,”",
        "two with one id": BLOCK.replace("not ", ""),
    }.items()
}
ITEMS: dict[str, Change] = {
    "another title": put("# Tax plan", "# Minister admits guilt"),
    "a second title": end("# Minister admits guilt"),
    "another amount": put("| ≈ 12,000 |", "| ≈ 120,000 |"),
    "a cell too many": put(
        "| ≈ 12,000 | people | 12,000 | 199–205 |", "| ≈ 12,000 | people | 12,000 | 199–205 | dead |"
    ),
    "no bound": put("| ≈ 12,000 |", "| 12,000 |"),
    "another unit": put("| people |", "| police |"),
    "other words": put("| 12,000 | 199", "| 13,000 | 199"),
    "another head": put("| figure | what |", "| arrests | what |"),
    "a row without a range": put(
        "| ≈ 12,000 | people | 12,000 | 199–205 |", "| ≈ 120,000 | people | 120,000 | here |"
    ),
    "an older version": all_of(
        put("| ≈ 12,000 |", "| ≈ 120,000 |"),
        lambda text: re.sub(r"newsreader: .*", 'newsreader: "0.0.9"', text),
    ),
    "no version": all_of(
        put("| ≈ 12,000 |", "| ≈ 120,000 |"), lambda text: re.sub(r"newsreader: .*\n", "", text)
    ),
    "a table of one's own": end("| n | of |\n| --- | --- |\n| 999,000 | arrests |"),
    "another place": put("- Oslo · NO", "- Moscow · RU"),
    "another position": put("59.91, 10.75", "55.75, 37.62"),
    "another person": put("- Anna Berg, finance minister", "- Ivar Holt, president"),
    "more mentions": put(
        "Hansen, leader of the opposition · 2 mentions", "Hansen, leader of the opposition · 20 mentions"
    ),
    "a row without a number": put(
        "| ≈ 12,000 | people | 12,000 | 199–205 |",
        "| ≈ 12,000 | people | 12,000 | 199–205 |\n| hundreds | arrests | hundreds | here |",
    ),
    "a person in a paragraph": end("Ivar Holt, president of Oslo"),
    "one more person": end("- Ivar Holt, president"),
    "one more key sentence": put(
        "## Key sentences\n", "## Key sentences\n\n- The minister admitted guilt.\n"
    ),
    "another key sentence": put("spoke on Tuesday in Oslo. ·", "spoke on Monday in Oslo. ·"),
    "half a key sentence": lambda text: re.sub(r"- “We will not (raise.*) · 57–149", r"- \1 · 70–149", text),
    "a key sentence as somebody's words": lambda text: re.sub(
        rf"(- The finance minister spoke.*\n)((?s:.)*{PER})", r"\2\n\1", text
    ),
    "a link elsewhere": put("· said · 57", "· said · [passage](https://evil.example/) · 57"),
    "a link's title": put("- Oslo", '- [Oslo](x "Moscow")'),
    "no quotation left": lambda text: text[: text.index("## Quotes")] + text[text.index("## Figures") :],
    "nothing left": lambda text: text[: text.index("# Tax")] + "# Tax plan\n\nNothing is said.\n",
}
HIDDEN: dict[str, Change] = {
    "in a comment": put(BLOCK, f"{FORGED} — she said\n\n<!--\n\n{BLOCK}\n-->\n"),
    "in a division": put(BLOCK, f"{FORGED}\n\n<div hidden>\n\n{BLOCK}\n</div>\n"),
    "in code": put(BLOCK, f"{FORGED}\n\n```\n{BLOCK}```\n"),
    "in a fence without end": put(BLOCK, f"We will raise.\n\n```\n{BLOCK}"),
    "in Obsidian's comment": put(BLOCK, f"%%\n\n{BLOCK}\n%%\n"),
    "in a list": put(BLOCK, "- We will raise.\n\n  " + BLOCK.replace("\n", "\n  ") + "\n"),
    "in details": put(BLOCK, f"<details><summary>x</summary>\n\n{BLOCK}\n</details>\n"),
    "in a quotation": put(BLOCK, "".join(f"> {line}\n" for line in BLOCK.split("\n"))),
}
FRONT: dict[str, Change] = {
    "another title": put('title: "Tax plan"', 'title: "Minister admits guilt"'),
    "another source": put('source: "art.txt"', 'source: "https://outlet.example/1"'),
    "another file": put('source: "art.txt"', 'source: "other.txt"'),
    "no such scheme": put('source: "art.txt"', 'source: "HTTPS://outlet.example/art.txt"'),
    "source twice": put('source: "art.txt"\n', 'source: "art.txt"\nsource: "https://outlet.example/1"\n'),
    "source twice, in marks": put(
        'source: "art.txt"\n', 'source: "art.txt"\n"source": "https://outlet.example/1"\n'
    ),
    "source in capitals": put(
        'source: "art.txt"\n', 'source: "art.txt"\nSource: "https://outlet.example/1"\n'
    ),
    "digest twice": put('sha256: "', f'sha256: "{"0" * 64}"\nsha256: "'),
    "no digest": lambda text: re.sub(r"sha256: .*\n", "", text),
    "a date invented": put("tags: []", 'published: "2026-01-01"\ntags: []'),
    "an author invented": put("tags: []", "author: Somebody\ntags: []"),
    "a quotation as a property": put("tags: []", f"mine: {FORGED}\ntags: []"),
    "a merge": put("tags: []", "base: &b\n  source: x\n<<: *b\ntags: []"),
    "before it a comment": lambda text: f"<!-- -->\n{text}",
    "a second one": put("# Tax plan", "---\nsource: evil\n---\n# Tax plan"),
    "a quotation as the version": lambda text: re.sub(
        "newsreader: .*", "newsreader: We will raise taxes", text
    ),
    "a quotation as a tag": put("tags: []", 'tags: ["“We will raise taxes”"]'),
    **{
        f"a property {line.split(':')[0]}": put("tags: []", f"{line}\ntags: []")
        for line in (
            "header-includes: <style>h3{display:none}</style>",
            "Quelle: Reuters",
            "sоurce: Reuters",
            '"source ": Reuters',
            "status: The minister is guilty",
            "aliases: [<b>guilty</b>]",
            "# <!--",
        )
    },
    **{
        f"a file of {source}": put('source: "art.txt"', f'source: "{source}"')
        for source in (
            "www.reuters.com/world/art.txt",
            "https:/reuters.com/art.txt",
            "https:⁄⁄reuters.com/art.txt",
            "Reuters, 12 January 2026/art.txt",
            "//reuters/art.txt",
        )
    },
    "a checker as the version": lambda text: re.sub("newsreader: .*", "newsreader: checked-by-Reuters", text),
    "a block of text": put("tags: []", "notes: |\n  We will raise taxes\ntags: []"),
}


def around(opened: str, closed: str) -> Change:
    """Around a speaker and what he said first: for some readers of Markdown all between these is not there."""
    return put(f"{PER}\n{HIS}", f"{opened}\n\n{PER}\n{HIS}\n{closed}\n")


HIS = (
    "> “The plan is a disaster for Bergen and we must stop it now,”\n\n"
    "— Per Hansen, the leader of the opposition · said · 258–318 ^qlsq4j\n"
)
ELSEWHERE: dict[str, Change] = {
    name: around(opened, closed)
    for name, opened, closed in (
        ("a comment that is text for Markdown", "I wonder. <!-- see", "So it is. --> Hm."),
        ("a comment in a block of pandoc", "```{=html}\n<!--\n```", "```{=html}\n-->\n```"),
        ("a comment in code of pandoc", "`<!--`{=html}", "`-->`{=html} Hm."),
        ("a division of pandoc", '::: {style="display:none"}', ":::"),
        ("a comment of TeX", "\\begin{comment}", "\\end{comment} Hm."),
        ("a comment of Jekyll", "{% comment %}", "{% endcomment %} Hm."),
        ("Obsidian's marks, evened by code", "See `%%`.\n\n%%", "%%\n\nSee `%%`."),
        ("Obsidian's marks in comments", "<!-- %% -->", "<!-- %% -->"),
        ("Obsidian's marks in notes", "**Note:** %% ^n1", "**Note:** %% ^n2"),
        ("marks of a formula", "$$", "$$"),
    )
}
PLAIN: dict[str, Change] = {
    name: end(f"## What I think\n\n{words}")
    for name, words in {
        "a tag": "<b>I doubt it.</b>",
        "a comment": "<!-- to do -->",
        "an entity": "&#8203;&gt; I doubt it.",
        "a picture's address": "<https://evil.example/a.png>",
        "a table of one column": "arrests\n:-:\nmany",
        "a formula": "$I~doubt~it$",
        "attributes": "[I doubt it]{.hidden}",
        "a definition": "[^a]: I doubt it.",
        "a script": "[I doubt it](javascript:alert)",
        "the name of an emoji": ":speech_balloon: I doubt it.",
        "underlined": "Headline\n---",
        "front matter": "---\nheadline: I doubt it\n---",
        "a blank of no width": "I\u200b doubt it.",
        "a filler": "I\u3164doubt it.",
        "a hair's breadth": "I\u200adoubt it.",
        "circled letters": "Ⓘ ⓓⓞⓤⓑⓣ ⓘⓣ",
        "raised digits": "¹²⁰ ⁰⁰⁰",
        "mathematical letters": "𝐈 doubt it.",
        "struck through by signs": "n\u0336o\u0336t",
        "guillemets apart": "« Nous augmenterons les impôts »",
        "marks of mathematics": "⟪We will raise all taxes⟫",
        "half corners": "｢We will raise all taxes｣",
        "a dash of a box": "─ the finance minister",
        "a bar": "▎We will raise all taxes",
        "a surname": "Berg: I did it.",
        "somebody else": "Ivar Holt: I did it.",
        "dots": "- Moscow • RU • 55.75",
        "a table of names": "| who | what |\n| --- | --- |\n| Anna Berg | taxes |",
    }.items()
}
APART: dict[str, Change] = {
    "above a heading": put(f"\n{PER}", PER),
    "a note above a heading": put(f"\n{PER}", f"\n**Note:** hm\n{PER}"),
    "a note above a quotation": put("\n> “I am not", "\n**Note:** hm\n> “I am not"),
    "a note above a table": put("\n| figure", "\n**Note:** hm\n| figure"),
    "prose above a heading": put("\n## Figures", "\n## What I think\n\nHm.\n## Figures"),
}
VOICE: dict[str, Change] = {
    "a byline": put("# Tax plan\n", "# Tax plan\n\nBy John Smith, Reuters, 12 January 2026\n"),
    "prose": after("I have heard this before."),
    "a label": put(f"\n{PER}", f"\n**Vladimir Putin.**\n\n{PER}"),
    "one more place": put("- Bergen", "- the city of moscow\n- Bergen"),
    "beneath a place": put("\n- Bergen", "\n\n  in which many were hurt.\n- Bergen"),
    "nested": put("- Bergen", "  - Bergen"),
    "our heading in capitals": end("## KEY SENTENCES\n\n- She confessed."),
    "our heading in Russian letters": end("## Quotеs\n\nShe confessed."),
    "our heading, all of it": end("## Рlасеs\n\n- here"),
    "our heading with more": end("## Figures of the police\n\n- many"),
    "our heading with blanks": end("## F i g u r e s\n\n- many"),
    "a speaker's heading": end("## Hansen\n\nI did it."),
    "a heading above a quotation": put(f"\n{PER}", f"\n## My view\n\n{PER}"),
    "emphasis within a note": add("**Note:** x\n\n*We will raise taxes.*\n\nHm. ^n7"),
    "a speaker within a note": add("**Note:** x\n\nAnna Berg, finance minister, in Oslo ^n7"),
    "a key sentence within a note": put(
        "\n- “We will", "\n\n  **Note:** x\n\n  She confessed to the theft of three million kroner on Tuesday,"
        " and wept; it took an hour. ^n4\n- “We will"
    ),
    "beneath a key sentence": put("\n- “We will", "\n\n  **Note:** x\n\n  She confessed. ^n4\n- “We will"),
    "set apart in a note": add(f"**Note:** x\\\n\\\n{FORGED}"),
    "another label": add("**Note on the record by Anna Berg:** I did it"),
    "a mark with words": add("**Marked** I did it"),
    "a note without a colon": add("**Note on 12,000** I did it"),
}  # fmt: skip
EVERY: dict[str, Change] = {
    f"{kind}: {name}": change
    for kind, table in {
        "signs": SIGNS,
        "line ends": LINE_ENDS,
        "ranges": RANGES,
        "speakers": SPEAKERS,
        "added": DRESSES,
        "added ": BEHIND,
        "items": ITEMS,
        "hidden": HIDDEN,
        "front matter": FRONT,
        "elsewhere": ELSEWHERE,
        "not plain": PLAIN,
        "not apart": APART,
        "in our voice": VOICE,
    }.items()
    for name, change in table.items()
}


HONEST: dict[str, Change] = {
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "old line ends": lambda text: text.replace("\n", "\r"),
    "an editor's mark": lambda text: "\ufeff" + text,
    "blanks at the ends": lambda text: text.replace("”\n", "”   \n"),
    "other bullets": lambda text: text.replace("\n- ", "\n* "),
    "a wide table": lambda text: text.replace("| people |", "|   people    |"),
    "YAML without marks": lambda text: text.replace('title: "Tax plan"', "title: Tax plan").replace(
        'source: "art.txt"', "source: 'art.txt'"
    ),
    "a chapter of prose": end("## What I think\n\nMy own words about taxes, 5–7 of them."),
    "a chapter before ours": put("## Figures\n", "## What I think\n\nIt is odd.\n\n## Figures\n"),
    "a chapter": end(
        "## Mine\n\nIt is all *very* [odd](https://a.example/b), see [[Other note]].\n\n- ask Anna\n- read"
    ),
    "a table of words": end("## Mine\n\n| day | what |\n| --- | --- |\n| Monday | read |"),
    "a note": after("**Note:** “I do not believe a word of it,” said my editor ^n1"),
    "a note without an id": after("**Note:** who checks?"),
    "a note with a status": after("**Note · confirmed 2026-11-28 · tags: tax:** true ^n1"),
    "a list": end("## To do\n\n- [ ] my own list\n- [x] read"),
    "a list in a note": after("**Note:** two things:\n- one\n- two"),
    "a note of two lines": after(
        "**Note:** I doubt it.\nMy editor said “I do not believe a word of it”, too. ^n1"
    ),
    "a note with a smile": after("**Note:** well 👩‍👩‍👧 ❤️ 🇳🇴 1️⃣ ^n1"),
    "a note in another script": after("**Note:** می‌خواهم بدانم، น้ำใจ ㅋㅋ 5 km² ^n1"),
    "a note on an item": put("## Places\n", "**Note on 12,000:** of how many? ^n2\n\n## Places\n"),
    "a quotation left out": put(BLOCK, ""),
    "a row left out": put("| ≈ 12,000 | people | 12,000 | 199–205 |\n", ""),
    "a section left out": lambda text: text[: text.index("## Places")],
    "a property": put(
        "tags: []", "tags: [tax, later]\nstatus: read\naliases: [Taxes]\ncreated: 2026-11-29T10:00"
    ),
    "a word in marks": end("## Mine\n\nSo much for “families” and “wealth”, then."),
    "emphasis": end("## Mine\n\nThis is **important** and `odd`."),
    "an apostrophe": end("## Mine\n\nIt's Anna's plan, isn't it, and the ministers' too."),
    "my own notes": end("## My notes\n\nNothing yet."),
    "a moved file": put('source: "art.txt"', 'source: "/home/me/news/art.txt"'),
    "a comment of YAML": put("tags: []", "tags:\n  - a\n  - b # later"),
    "a rule": end("---"),
    "speakers in another order": lambda text: (
        text[: text.index(ANNA)]
        + text[text.index(PER) : text.index("## Figures")]
        + text[text.index(ANNA) : text.index(PER)]
        + text[text.index("## Figures") :]
    ),
    "the digest in capitals": lambda text: re.sub(
        r'sha256: "(\w+)"', lambda found: found[0].replace(found[1], found[1].upper()), text
    ),
}


MANY: dict[str, str] = {
    "headings": "#\n" * 1_900_000,
    "headings in a small file": "#\n" * 25_000,
    "items": "- a\n" * 25_000,
    "marks": "\n\n".join(["'a " * 12_000] * 100),
    "marks in short paragraphs": "## Mine\n\n" + "\n\n".join(["'a " * 6_000] * 200),
    "ids": "\n\n".join(f"The minister said that this is line {each} ^qaaaaa" for each in range(3_000)),
    "definitions": "\n\n".join(f"[lab{each}]: http://a.example/{each}" for each in range(10_000)),
    "letters": "\n\n".join(["a"] * 14_000),
    "brackets": "\n\n".join(["[" * 19_000] * 200),
    "signs": "\n\n".join(
        each * 6_000 for each in ("*a_", "<a ", "a <!--", "&#1;&lt;", "](", "`a", "__a", "\\", "$a")
    ),
    "key sentences": "\n".join(f"- abc · {each % 300}–{each % 300 + 40} ^kaaaaa" for each in range(20_000)),
    "passages": "\n\n".join(f"a · {each % 380}–{each % 380 + 1 + each // 380}" for each in range(4_900)),
    "quotations": "\n\n".join(["> a"] * 4_900),
    "nested quotations": "\n\n".join(["> " * 50 + "a"] * 2_000),
    "notes": "\n\n".join(["**Note:** x"] * 5_200),
}
"""What would take long to be looked through."""
