"""Whether this terminal draws pictures, and with what; and a picture made fit to be drawn."""

import os
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from reader.errors import SourceError

if TYPE_CHECKING:
    from PIL.Image import Image
    from textual.app import App
    from textual_image.widget._base import Image as ImageWidget

_MOST_PIXELS = 40_000_000
_LARGEST = 1_600
"""Pixels of the longer side that are kept: no terminal shows more."""
_PLAIN = ("dumb", "linux", "vt")


def are_wanted(setting: str, environ: Mapping[str, str]) -> bool:
    """Whether pictures are drawn: *setting* is `on`, `off`, or `auto`: not over SSH, not without colours."""
    if setting != "auto":
        return setting == "on"
    far = environ.get("SSH_CONNECTION") or environ.get("SSH_TTY") or environ.get("NO_COLOR")
    return not far and not environ.get("TERM", "").startswith(_PLAIN)


def drawn_with(app: "App[None]", setting: str) -> "type[ImageWidget] | None":
    """The widget that draws pictures here; None where there is none.

    textual-image asks the terminal what it can do when it is first loaded: for that moment the screen steps aside.
    """
    from textual.app import SuspendNotSupported

    if not are_wanted(setting, os.environ):
        return None
    try:
        try:
            with app.suspend():
                from textual_image.widget import Image
        except SuspendNotSupported:
            from textual_image.widget import Image
    except (ImportError, OSError):
        return None
    return Image


def decoded(data: bytes, url: str) -> "Image":
    """The picture in *data*, no larger than is needed. Raises SourceError for what is none, or is a bomb."""
    from PIL import Image

    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG", "GIF", "WEBP")) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise SourceError(url, "this picture is too large to be shown")
            image.thumbnail((_LARGEST, _LARGEST))
            return image.convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise SourceError(url, "this is no picture that can be read") from error
