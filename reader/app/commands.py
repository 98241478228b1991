"""The palette's entries: every action of the reading screen, by name."""

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.app.keys import shown
from reader.app.screens.library import LibraryScreen
from reader.app.screens.panes import PanesScreen
from reader.preferences.action import Action
from reader.preferences.keymap import USUAL


class ActionCommands(Provider):
    """Finds actions by what they are called."""

    @property
    def _actions(self) -> list[Action]:
        screen = self.screen
        if isinstance(screen, LibraryScreen):
            return screen.keymap.at("library")
        keymap = screen.keymap if isinstance(screen, PanesScreen) else USUAL
        return keymap.at("reading")

    async def discover(self) -> Hits:
        """All actions, before anything is typed."""
        for action in self._actions:
            yield DiscoveryHit(_name(action), partial(self.screen.run_action, action.run), help=action.help)

    async def search(self, query: str) -> Hits:
        """The actions whose words fit *query*."""
        matcher = self.matcher(query)
        for name in self.app.available_themes:
            score = matcher.match(f"theme {name}")
            if score > 0:
                yield Hit(score, f"Theme: {name}", partial(setattr, self.app, "theme", name), help="colours")
        for action in self._actions:
            score = max(matcher.match(action.label), matcher.match(action.help))
            if score > 0:
                yield Hit(
                    score,
                    _name(action),
                    partial(self.screen.run_action, action.run),
                    help=action.help,
                )


def _name(action: Action) -> str:
    key = f"  ({shown(action)})" if action.keys else ""
    return f"{action.label.capitalize()}{key}".replace("[", "\\[")
