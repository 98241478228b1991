"""What the outline shows, and how it is ordered."""

from reader.app.row import Tab
from reader.app.screens.panes import PanesScreen

_ORDERS = {"text": "as they stand in the text", "amount": "by amount", "counted": "by what is counted"}


class OutliningScreen(PanesScreen):
    """The panes with all that arranges the outline."""

    def action_tab(self, tab: Tab) -> None:
        """Show one kind of items only, or all, unfiltered."""
        if tab == "all":
            self.session.filter = ""
        self.show_outline(tab)
        if self.has_class("-narrow") and not self.pane.is_active:
            self.action_pane("outline")

    def action_reported(self) -> None:
        """Show reported speech, or hide it."""
        self.session.show_reported(not self.session.reported)
        self.show_items()
        count = len(self.session.outline.indirect)
        shown = "shown" if self.session.reported else "hidden"
        self.say(f"Reported speech is {shown}: {count} in this article.", seconds=2)

    def action_group(self) -> None:
        """Show the quotes as they stand, or all of a speaker together."""
        self.session.grouped = not self.session.grouped
        self.show_outline()
        how = "by speaker" if self.session.grouped else "as they stand in the text"
        self.say(f"Quotes {how}.", seconds=2)

    def action_sort(self) -> None:
        """Show the figures in another order."""
        order = self.session.reorder()
        self.show_outline()
        self.say(f"Figures {_ORDERS[order]}.", seconds=2)

    def action_filter(self) -> None:
        """Ask for words, and show while they are typed which items hold them."""
        from reader.app.screens.prompt import Prompt

        before = self.session.filter
        self.action_pane("outline")

        def done(query: str | None) -> None:
            self._filter(before if query is None else query)

        question = "show only items with these words"
        self.app.push_screen(Prompt(question, before, changed=self._filter), done)

    def _filter(self, query: str) -> str:
        self.session.filter = query.strip()
        self.show_outline()
        count = self.pane.count
        return f"{count} item{'' if count == 1 else 's'}" if query.strip() else ""
