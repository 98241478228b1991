"""Every line of summaries changed, one at a time: does `verify` notice?

    python tests/bench/forgeries.py [FILE…] [--articles N] [--seed N]

Files are those of `proof.py`. Each line that newsreader wrote, front matter included, is changed in one way, drawn by
lot from those that alter what a reader of it is told; a change that is missed is printed.
"""

import argparse
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.analysis import outline_of  # noqa: E402
from reader.desk.verifying import verify  # noqa: E402
from reader.document.article import Article, Media  # noqa: E402
from reader.document.outline import VERSION  # noqa: E402
from reader.export import markdown  # noqa: E402
from reader.export.templates import SHIPPED  # noqa: E402
from reader.library import Library  # noqa: E402
from reader.library.outlines import Analysed  # noqa: E402
from tests.bench.proof import texts  # noqa: E402

Lines = list[str]
_WORD = re.compile(r"[^\W\d_]{2,}")
_SPEAKER = re.compile(r"### |> \[!quote\] |— ")
_FREE = re.compile(r"(?:tags|newsreader): |---|>?\Z|\| ---|\| figure")
"""Lines in which nothing can be changed that a reader would be misled by."""


def word(lines: Lines, at: int, lot: random.Random) -> str | None:
    """Another word in the place of one."""
    key = re.match(r'\w+: "', lines[at])
    found = [*_WORD.finditer(lines[at], key.end() if key else 0)]
    if not found:
        return None
    one = lot.choice(found)
    return f"{lines[at][: one.start()]}{lot.choice(['never', 'Holt', 'Moskva'])}{lines[at][one.end() :]}"


def dropped(lines: Lines, at: int, lot: random.Random) -> str | None:
    """A word left out, one that negates if there is one."""
    found = [*re.finditer(r"(?<= )[^\W\d_]+ ", lines[at])]
    denied = [each for each in found if each[0].strip() in {"not", "no", "never", "without", "nicht", "ne"}]
    if not found or lines[at].startswith("#"):
        return None
    one = lot.choice(denied or found)
    return lines[at][: one.start()] + lines[at][one.end() :]


def digit(lines: Lines, at: int, lot: random.Random) -> str | None:
    """Another digit."""
    found = [*re.finditer(r"\d", lines[at])]
    if not found:
        return None
    one = lot.choice(found)
    return f"{lines[at][: one.start()]}{(int(one[0]) + 1) % 10}{lines[at][one.end() :]}"


def cropped(lines: Lines, at: int, lot: random.Random) -> str | None:
    """The last words left out of what is quoted, or the first."""
    found = re.match(r"(?P<mark>> |- )(?P<words>.+?)(?P<rest> · [^·]*)?\Z", lines[at])
    parts = found["words"].split(" ") if found else []
    if not found or len(parts) < 4 or parts[0] == "[!quote]":
        return None
    kept = parts[2:] if lot.random() < 0.5 else parts[:-2]
    return f"{found['mark']}{' '.join(kept)}{found['rest'] or ''}"


def joined(lines: Lines, at: int, lot: random.Random) -> str | None:
    """The words of another quotation behind those of this one."""
    others = [line for line in lines if line.startswith("> ") and line != lines[at]]
    return f"{lines[at]} {lot.choice(others)[2:]}" if lines[at].startswith("> ") and others else None


def twice(lines: Lines, at: int, lot: random.Random) -> str | None:
    """The same line once more."""
    return None if lines[at].startswith(("#", "*", "---")) else f"{lines[at]}\n{lines[at]}"


def swapped(lines: Lines, at: int, lot: random.Random) -> str | None:
    """Another speaker, or another one's words."""
    start = _SPEAKER.match(lines[at]) or re.match("> ", lines[at])
    others = [line for line in lines if start and line.startswith(start[0]) and line != lines[at]]
    return lot.choice(others) if others else None


def struck(lines: Lines, at: int, lot: random.Random) -> str | None:
    """A word struck out, or hidden."""
    found = [*_WORD.finditer(lines[at])]
    if not found or lines[at].startswith("---") or re.match(r"\w+: ", lines[at]):
        return None
    one = lot.choice(found)
    left, right = lot.choice([("~~", "~~"), ("<!--", "-->"), ("<del>", "</del>"), ("==", "=="), ("%%", "%%")])
    return f"{lines[at][: one.start()]}{left}{one[0]}{right}{lines[at][one.end() :]}"


def unheaded(lines: Lines, at: int, lot: random.Random) -> str | None:
    """A speaker's heading left out."""
    return "" if lines[at].startswith(("### ", "> [!quote]")) else None


def unlike(lines: Lines, at: int, lot: random.Random) -> str | None:
    """A letter that looks like the one that was there."""
    alike = str.maketrans("aeopcxy", "аеорсху")
    changed = lines[at].translate(alike)
    return changed if changed != lines[at] and not re.match(r"\w+: ", lines[at]) else None


WAYS: tuple[Callable[[Lines, int, random.Random], str | None], ...] = (
    word, dropped, digit, cropped, joined, twice, swapped, struck, unheaded, unlike,
)  # fmt: skip


def changes(made: str, lot: random.Random) -> Iterator[tuple[str, int, str]]:
    """For each line: the name of a way, the line's number and the whole summary with it."""
    lines = made.split("\n")
    for at, line in enumerate(lines):
        if _FREE.match(line) or line.startswith('  - "[['):
            continue
        for way in lot.sample(WAYS, len(WAYS)):
            changed = way(lines, at, lot)
            if changed is not None and changed != line:
                yield way.__name__, at + 1, "\n".join([*lines[:at], changed, *lines[at + 1 :]])
                break


def run(found: list[str], lot: random.Random) -> tuple[Counter[str], Counter[str], list[str]]:
    """How many changes were tried and missed, by way, and each that was missed."""
    tried, missed, said = Counter[str](), Counter[str](), list[str]()
    with tempfile.TemporaryDirectory() as folder, Library(":memory:") as library:
        path = Path(folder, "a.md")
        for number, text in enumerate(found):
            picture = Media("lead", f"https://news.example/{number}.jpg", "A harbour at night")
            about = (f"Title number {number}", "By A Writer", "The Site", "2026-01-02T03:04:05")
            article = Article(text, f"https://news.example/{number}", *about, media=(picture,))
            outline = outline_of(article)
            library.outlines.keep([Analysed(library.keep(article), article, outline)], VERSION)
            made = markdown.summary(article, outline, (), SHIPPED[number % len(SHIPPED)])
            path.write_text(made, encoding="utf-8")
            tried["none"] += 1
            missed["none"] += not verify(str(path), library).is_verified
            for way, line, changed in changes(made, lot):
                path.write_text(changed, encoding="utf-8")
                tried[way] += 1
                if verify(str(path), library).is_verified:
                    missed[way] += 1
                    said.append(
                        f"{way}, article {number}, line {line}: {changed.split(chr(10))[line - 1][:200]}"
                    )
    return tried, missed, said


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*")
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--seed", type=int, default=3)
    options = parser.parse_args()
    lot = random.Random(options.seed)
    known = [*dict.fromkeys(text for text in texts(options.files) if text.strip())]
    tried, missed, said = run(lot.sample(known, min(options.articles, len(known))), lot)
    print(f"fresh summaries that are not verified: {missed.pop('none', 0):,} of {tried.pop('none'):,}")
    for way, count in sorted(tried.items()):
        print(f"{way:9} {missed[way]:5,} missed of {count:6,}")
    print(f"all       {sum(missed.values()):5,} missed of {sum(tried.values()):6,}")
    print(*said, sep="\n")


if __name__ == "__main__":
    main()
