"""The palette's entries: every action of the reading screen, by name."""

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.app.keys import ACTIONS, Action, shown


class ActionCommands(Provider):
    """Finds actions by what they are called."""

    async def discover(self) -> Hits:
        """All actions, before anything is typed."""
        for action in ACTIONS:
            yield DiscoveryHit(_name(action), partial(self.screen.run_action, action.run), help=action.help)

    async def search(self, query: str) -> Hits:
        """The actions whose words fit *query*."""
        matcher = self.matcher(query)
        for action in ACTIONS:
            score = max(matcher.match(action.label), matcher.match(action.help))
            if score > 0:
                yield Hit(
                    score,
                    _name(action),
                    partial(self.screen.run_action, action.run),
                    help=action.help,
                )


def _name(action: Action) -> str:
    return f"{action.label.capitalize()}  ({shown(action)})".replace("[", "\\[")
