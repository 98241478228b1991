"""Fields to type in, which hold what may be shown and nothing else: typed, pasted, or put there by us.

What was stored with control characters is shown with their symbols, one for one, so that the cursor is where it
seems to be. It stays stored as it was until the reader changes it: `given` is the stored words as long as nothing was.
"""

from textual.suggester import Suggester
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Edit, EditResult

from reader.sanitise import printable, printable_lines


class LineField(Input):
    """One line to type in, beginning with *value*."""

    def __init__(
        self,
        value: str = "",
        *,
        id: str | None = None,  # noqa: A002  # as Textual calls it
        placeholder: str = "",
        suggester: Suggester | None = None,
        select_on_focus: bool = True,
        compact: bool = False,
    ) -> None:
        self._stored = value
        super().__init__(
            value, placeholder, suggester=suggester, select_on_focus=select_on_focus, id=id, compact=compact
        )

    def validate_value(self, value: str) -> str:
        """The *value* as it may be shown; Textual asks before each change."""
        return printable(value)

    @property
    def given(self) -> str:
        """What the reader means: what was stored, unless it was changed."""
        return self._stored if self.value == printable(self._stored) else self.value


class TextField(TextArea):
    """Several lines to type in, or only to read, beginning with *text*."""

    def __init__(
        self,
        text: str = "",
        *,
        id: str | None = None,  # noqa: A002  # as Textual calls it
        read_only: bool = False,
        show_cursor: bool = True,
    ) -> None:
        self._stored = text
        super().__init__(
            printable_lines(text), soft_wrap=True, read_only=read_only, show_cursor=show_cursor, id=id
        )

    def load_text(self, text: str) -> None:
        """Hold other words, as they may be shown."""
        super().load_text(printable_lines(text))

    def edit(self, edit: Edit) -> EditResult:
        """Change the words, by what may be shown."""
        edit.text = printable_lines(edit.text)
        return super().edit(edit)

    @property
    def given(self) -> str:
        """What the reader means: what was stored, unless it was changed."""
        return self._stored if self.text == printable_lines(self._stored) else self.text
