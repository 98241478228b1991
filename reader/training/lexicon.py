"""Word lists from PolNeAR's train part: which words are cues, and which are common words.

    python -m reader.training.lexicon TRAIN.jsonl

PolNeAR 1.0: Newell, Margolin, Ruths, "An Attribution Relations Corpus for Political News" (LREC 2018).
TRAIN.jsonl holds an article a line with `source.uri` and `attributions` (ranges of source, cue, content).
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

from reader.analysis.trained import FOLDER

_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
LEAST_USES = 4
LEAST_SHARE = 0.15
COMMON_USES = 3


def main(argv: list[str]) -> int:
    """Write cues.json and words.txt."""
    train = Path(argv[0])
    seen: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for line in train.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        text = (train.parent / article["source"]["uri"]).read_text(encoding="utf-8")
        ranges = [tuple(span) for each in article["attributions"] for span in each["cue"]]
        inside = {at for start, end in ranges for at in range(start, end)}
        quoted = {
            at for q in article["quotes"] if q["kind"] == "direct" for at in range(q["start"], q["end"])
        }
        for match in _WORD.finditer(text):
            if match[0].islower():
                small[match[0]] += 1
            if match.start() not in quoted:
                seen[match[0].lower()] += 1
                cues[match[0].lower()] += match.start() in inside
    shares = {word: cues[word] / uses for word, uses in seen.items() if uses >= LEAST_USES}
    table = {word: round(share, 2) for word, share in sorted(shares.items()) if share >= LEAST_SHARE}
    (FOLDER / "cues.json").write_text(json.dumps(table, indent=0) + "\n", encoding="utf-8")
    common = sorted(word for word, uses in small.items() if uses >= COMMON_USES)
    (FOLDER / "words.txt").write_text("\n".join(common) + "\n", encoding="utf-8")
    sys.stderr.write(f"{len(table)} cue words, {len(common)} common words\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
