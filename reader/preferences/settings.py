"""What a reader can set, and how it is when nothing is said."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from reader.document.summaries import DEFAULT_METHOD, FEWEST, METHODS, MOST, Choice, Method
from reader.preferences.actions import PRESETS
from reader.preferences.keymap import USUAL, Keymap

Sort = Literal["word", "number", "switch"]


class Setting(NamedTuple):
    """One line of the file: its name, what it takes, what is taken when nothing is said, and what it is for."""

    name: str
    sort: Sort
    usual: str | int | bool
    help: str
    among: tuple[str, ...] = ()
    least: int = 0
    most: int = 0

    def refusal(self, value: object) -> str | None:
        """Why a value cannot be taken, in words; None where it can."""
        if self.sort == "switch":
            return None if isinstance(value, bool) else "must be true or false"
        if self.sort == "number":
            fits = isinstance(value, int) and not isinstance(value, bool) and self.least <= value <= self.most
            return None if fits else f"must be a number from {self.least} to {self.most}"
        if not isinstance(value, str):
            return "must be a word in quotation marks"
        return None if not self.among or value in self.among else f"must be one of {', '.join(self.among)}"


SETTINGS = (
    Setting(
        "theme",
        "word",
        "lamp",
        "the colours: lamp, paper, contrast or one of the palette's (ctrl+p, Theme)",
    ),
    Setting("measure", "number", 72, "characters of a line of the article", least=40, most=120),
    Setting("spacing", "number", 1, "empty lines between two paragraphs", least=0, most=3),
    Setting("justify", "switch", False, "both edges of the article are straight"),
    Setting("pictures", "word", "auto", "pictures; auto: not over SSH", among=("auto", "on", "off")),
    Setting(
        "bidi", "word", "auto", "who puts right-to-left text in order", among=("auto", "terminal", "here")
    ),
    Setting(
        "keys", "word", "default", "the keys to begin with; [bind] changes single ones", among=(*PRESETS,)
    ),
    Setting("reported", "switch", False, "reported speech is shown from the start"),
    Setting("method", "word", DEFAULT_METHOD, "how key sentences are chosen", among=METHODS),
    Setting(
        "template", "word", "default", "how summaries are saved: default, obsidian, brief or one of yours"
    ),
    Setting("refresh", "switch", False, "feeds are asked when the library opens"),
    Setting("sentences", "number", 0, "so many key sentences; 0: as the article is long", least=0, most=MOST),
)
BY_NAME = {each.name: each for each in SETTINGS}


@dataclass(frozen=True, slots=True)
class Preferences:
    """The settings as they hold; see `SETTINGS` for what each is."""

    theme: str = "lamp"
    measure: int = 72
    spacing: int = 1
    justify: bool = False
    pictures: Literal["auto", "on", "off"] = "auto"
    bidi: Literal["auto", "terminal", "here"] = "auto"
    keys: str = "default"
    reported: bool = False
    method: Method = DEFAULT_METHOD
    template: str = "default"
    refresh: bool = False
    sentences: int = 0
    keymap: Keymap = USUAL

    @property
    def choice(self) -> Choice:
        """How key sentences are chosen."""
        return Choice(self.method, max(FEWEST, self.sentences) if self.sentences else None)
