"""Text that means harm, in every field of a record that holds text; and what must be left of it at a terminal."""

import dataclasses
import re
import types
import unicodedata
from collections.abc import Callable
from typing import Any, Literal, NamedTuple, Union, cast, get_args, get_origin, get_type_hints

PAYLOAD = (
    "\x1b]0;OWNED\x07\x1b[31m\x9b32m\x9d0;OWNED\x9c\x1bP1;OWNED\x1b\\\x1b]52;c;T1dORUQ=\x07\x1b_Gi=1;OWNED\x1b\\"
    "\b\x7f\v\f\x0e\u202e\u2066\u200e[red]red[/red][@click=app.quit]quit[/][link=https://x.example]\ud800\r"
    + "Z"
    + "\u0301" * 60
    + "\U000e0061\U000e0062 OWNED"
)
"""A title, colours, the clipboard and a picture in every spelling; what reorders; markup; half a sign; a pile."""

_STEPS = re.compile(r"\x1b\[(?:[\d;]*m|\d+;\d+H)")
"""What Textual itself paints with: a style, and where it goes on."""


def hostile(kind: type, /, **given: object) -> Any:
    """A record of this *kind* with `PAYLOAD` in every field that holds text and is not *given*."""
    hints = get_type_hints(kind)
    names = (
        [field.name for field in dataclasses.fields(kind) if field.init]
        if dataclasses.is_dataclass(kind)
        else list(cast(type[NamedTuple], kind)._fields)
    )
    return cast(Callable[..., Any], kind)(**{name: given.get(name, _value(hints[name])) for name in names})


def _value(hint: Any) -> Any:
    origin, inner = get_origin(hint), get_args(hint)
    plain = {str: PAYLOAD, bool: False, int: 1, float: 1.0, bytes: b"", type(None): None}
    if hint in plain:
        return plain[hint]
    if origin is Literal:
        return inner[0]
    if origin in {Union, types.UnionType}:
        return _value(inner[0])
    if origin is tuple:
        return tuple(_value(each) for each in inner if each is not Ellipsis)
    if origin in {list, frozenset}:
        return origin([_value(inner[0])])
    return hostile(hint)


def is_harmless(text: str) -> bool:
    """Whether a terminal obeys nothing in *text* but newlines and tabs, and no pile is in it."""
    controls = any(
        unicodedata.category(char) in {"Cc", "Cs"} or char in "\u202e\u2066\u200e\U000e0061"
        for char in text
        if char not in "\n\t"
    )
    return not controls and "\u0301" * 9 not in text


def is_only_painted(sequence: str) -> bool:
    """Whether what goes to a terminal has no other sequences than those that Textual paints with."""
    return is_harmless(_STEPS.sub("", sequence))
