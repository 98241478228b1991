"""Finding a passage again after its article has changed."""

from reader.anchoring.passage import Passage
from reader.anchoring.relocating import Relocator

__all__ = ["Passage", "Relocator"]
