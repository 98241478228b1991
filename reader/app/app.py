"""The application: styles, theme, first screen; nothing else."""

import asyncio
import os
import signal
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from textual import events
from textual.actions import ActionParseResult
from textual.app import App, SystemCommand
from textual.command import Provider
from textual.dom import DOMNode
from textual.driver import Driver
from textual.filter import LineFilter
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.theme import Theme

from reader.app.bidi import reorders
from reader.app.coach import Coach
from reader.app.driver import TerminalDriver
from reader.app.keys import changes
from reader.app.themes import DEFAULT, THEMES, fitting
from reader.app.wall import Wall
from reader.app.widgets.drawing import Drawing
from reader.document.article import Article
from reader.errors import LibraryError, QueryError, SourceError
from reader.preferences.settings import Preferences
from reader.resources import folder
from reader.sanitise import printable, printable_lines

if TYPE_CHECKING:
    from reader.app.screens.reading import ReadingScreen
    from reader.library import Library

_WALL = Wall()
_UNTIL_FOCUS = 0.02
"""Seconds between two looks whether a new dialog has its focus."""


class Newsreader(App[None]):
    """newsreader's screen on *sources*: articles, or addresses that are yet to be fetched."""

    TITLE = "newsreader"
    CSS_PATH = folder("styles") / "reading.tcss"
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"),
        (120, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [
        (0, "-low"),
        (14, "-high"),
    ]
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        sources: list[Article | str | int],
        preferences: Preferences | None = None,
        coach: Coach | None = None,
        library: "Library | None" = None,
    ) -> None:
        """With a *library* its screen comes first, and *sources* are nothing."""
        super().__init__()
        self.error_console = Console(markup=False, highlight=False, stderr=True, color_system=None)
        self._sources = sources
        self._library = library
        self._reading: ReadingScreen | None = None
        self.preferences = preferences or Preferences()
        self._coach = coach
        self.complaints: list[str] = []
        """What is wrong with the settings file, said once the screen is there."""
        self.failures: list[SourceError] = []
        self.unwritten: list[str] = []
        """Words that the library did not take to the last."""
        self._early_keys: list[events.Key] = []
        Drawing.reorders = reorders(self.preferences.bidi, os.environ)
        self._take_theme(self.preferences.theme)

    def _take_theme(self, name: str) -> None:
        """Have the colours that are wanted before the sheets are read: a change means reading them again."""
        for theme in THEMES:
            self.register_theme(theme)
        known = name in self.available_themes
        if not known:
            self.complaints.append(f"There is no theme {name}; the palette (ctrl+p) lists them.")
        self.set_reactive(Newsreader.theme, fitting(name if known else DEFAULT, self.console.color_system))
        self.stylesheet.set_variables(self.get_css_variables())
        dark = self.current_theme.dark
        self.add_class(f"-theme-{self.theme}", "-dark-mode" if dark else "-light-mode")
        self.remove_class("-light-mode" if dark else "-dark-mode")

    def get_driver_class(self) -> type[Driver]:
        """Our own driver for a terminal, unless the environment asks for another."""
        asked = super().get_driver_class()
        return TerminalDriver if issubclass(TerminalDriver, asked) else asked

    def get_default_screen(self) -> Screen[None]:
        """The first screen itself: no empty one is laid out and painted before it."""
        if self._library is not None:
            from reader.app.screens.library import LibraryScreen

            return LibraryScreen(self._library, self.preferences)
        from reader.app.screens.reading import ReadingScreen

        return ReadingScreen(self._sources, self.preferences, self._coach)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, and behind them the wall."""
        return [*super().get_line_filters(), _WALL]

    def copy_to_clipboard(self, text: str) -> None:
        """Give *text* to the terminal's clipboard, without what a terminal would obey where it is pasted."""
        super().copy_to_clipboard(printable_lines(text))

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show *message* for a while, never as markup: it may quote an article, a server or a file."""
        super().notify(
            printable_lines(message), title=printable(title), severity=severity, timeout=timeout, markup=False
        )

    def on_mount(self) -> None:
        """Take the keys that are wanted; leave the terminal as it was however this ends."""
        self.set_keymap(changes(self.preferences.keymap))
        for complaint in self.complaints:
            self.notify(complaint, severity="warning", timeout=15)
        self.app_resume_signal.subscribe(self, self._paint_again)
        self.theme_changed_signal.subscribe(self, self._say_theme)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            loop.add_signal_handler(number, self._end, 128 + number)

    def read_from_library(self, numbers: list[int], index: int, query: str) -> None:
        """Read these articles of the library, which *query* means, the one at *index* first; the list stays beneath."""
        from reader.app.screens.library import LibraryScreen
        from reader.app.screens.reading import ReadingScreen

        beneath = self.screen
        if not isinstance(beneath, LibraryScreen):
            return
        if self._reading is None:
            self._reading = ReadingScreen([], self.preferences, self._coach, beneath.library)
            self.install_screen(self._reading, "reading")
        self.push_screen(self._reading)
        self._reading.read(numbers, index, query)

    @property
    def read_last(self) -> int | None:
        """The place in the list of the article that was read last from the library."""
        return self._reading.index if self._reading else None

    def show_library(self, library: "Library", query: str = "") -> None:
        """Show what *query* means in the library: above an article that was opened without it, else beneath."""
        from reader.app.screens.library import LibraryScreen

        beneath = self.screen_stack[-2] if len(self.screen_stack) > 1 else None
        if isinstance(beneath, LibraryScreen):
            self.pop_screen()
            if query:
                beneath.show_query(query)
        else:
            self.push_screen(LibraryScreen(library, self.preferences, query))

    def _say_theme(self, theme: Theme) -> None:
        """A theme that was chosen in the palette is for now: say how it is kept."""
        words = f'Colours: {theme.name}. A line theme = "{theme.name}" in the settings file keeps them.'
        self.notify(words, timeout=6)

    def _paint_again(self, _: object) -> None:
        """The terminal showed something else meanwhile: nothing of ours is on it."""
        self.call_later(self.screen.refresh)

    def on_key(self, event: events.Key) -> None:
        """A key that was typed for a dialog before it stood there goes to it now."""
        from reader.app.screens.dialog import Dialog

        if not self.screen_stack:
            return  # the program is ending
        if isinstance(self.screen, Dialog) and event not in self.screen.seen:
            event.stop()
            event.prevent_default()
            self._early_keys.append(event)
            self.call_after_refresh(self._hand_over)

    def _hand_over(self) -> None:
        if not self.screen_stack:
            return
        if self.screen.focused is None and self.screen.focus_chain:
            self.set_timer(_UNTIL_FOCUS, self._hand_over)
            return
        for event in self._early_keys:
            self.post_message(events.Key(event.key, event.character))
        self._early_keys.clear()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Of Textual's own commands only the choice of a theme; all else is in the table of actions."""
        yield from (each for each in super().get_system_commands(screen) if each.title == "Theme")

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """What the library cannot do or does not understand is a sentence, whatever action asked for it."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except (LibraryError, QueryError) as error:
            self.notify(str(error), severity="error", timeout=15)
            return True

    def give_up(self, error: SourceError) -> None:
        """End because the only article cannot be had; the caller prints why."""
        self.failures.append(error)
        self.exit(return_code=1)

    def _end(self, code: int) -> None:
        self.exit(return_code=code)


def commands() -> type[Provider]:
    """The palette's provider, loaded when the palette first opens."""
    from reader.app.commands import ActionCommands

    return ActionCommands


Newsreader.COMMANDS = App.COMMANDS | {commands}
