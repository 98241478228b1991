"""How the article looks, and what explains the program."""

import os
import sys

from reader.app.screens.moving import MovingScreen
from reader.preferences.settings import BY_NAME

_HELP = {
    "article": (
        {"Jumps", "Moving", "Finding", "Notes", "Checking", "Article"},
        "The article. Quotes, figures, places and people are marked; Enter on a marked line goes to its row in the "
        "outline, and from there back here.",
    ),
    "outline": (
        {"Jumps", "Panes", "Outline", "Notes", "Checking"},
        "The outline: every row is a range of the article. Moving through it shows the passage beside it; Enter goes "
        "there. On a speaker each Enter goes one link on: the words that attribute the quote, the name, the role, "
        "and what else the same person says.",
    ),
}


class LookingScreen(MovingScreen):
    """The panes with what changes their looks, and with the help."""

    def action_zen(self) -> None:
        """The article alone, and back."""
        self.toggle_class("-zen")
        self.action_pane("article")

    def action_measure(self, more: int) -> None:
        """Longer or shorter lines."""
        limits = BY_NAME["measure"]
        self.view.measure = max(limits.least, min(limits.most, self.view.measure + more))
        self.view.set_again()
        self.say(f"Lines of {self.view.measure} characters; `measure` in the settings keeps it.", seconds=2)

    def action_justify(self) -> None:
        """Both edges straight, or the right one free."""
        self.view.justified = not self.view.justified
        self.view.redraw()
        self.say("Both edges straight." if self.view.justified else "The right edge free.", seconds=2)

    def action_keys(self, here: bool) -> None:
        """Show every key, or those of the pane that has the keys."""
        from reader.app.screens.help import HelpScreen

        if not here:
            self.app.push_screen(HelpScreen(self.keymap.actions))
            return
        groups, words = _HELP["outline" if self.pane.is_active else "article"]
        actions = (action for action in self.keymap.at("reading") if action.group in groups)
        self.app.push_screen(HelpScreen(actions, words))

    def action_picture(self) -> None:
        """Show the article's pictures where the terminal can draw them, else what they show and where they are."""
        from reader.app.pictures import drawn_with
        from reader.app.screens.picture import PictureScreen

        article = self.session.article
        if not article.media:
            self.say("This article has no pictures.")
            return
        target = self.pane.selected
        first = int(target.id[1:]) if target and target.kind == "picture" else 0
        image = drawn_with(self.app, self.pictures)
        self.app.push_screen(PictureScreen(article, first, image))

    def action_tour(self) -> None:
        """Go through the first steps once more."""
        self.coach.begin()
        self.show_status()

    def action_doctor(self) -> None:
        """Show the text for a bug report."""
        from reader.app.clipboard import tool
        from reader.app.screens.shown import ShownScreen
        from reader.doctor import report

        size = self.app.size
        lines = [
            *report().lines,
            ("screen", f"{size.width}×{size.height}, theme {self.app.theme}"),
            ("clipboard", " ".join(tool(os.environ, sys.platform) or ("the terminal's (OSC 52)",))),
        ]
        width = max(len(name) for name, _ in lines)
        words = "\n".join(f"{name:<{width}}  {value}" for name, value in lines)
        self.app.push_screen(ShownScreen("For a bug report", words))
