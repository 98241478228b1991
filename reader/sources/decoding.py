"""The bytes of an answer, decompressed within limits: caps on both sides of gzip."""

import zlib
from collections.abc import Iterator

from reader.errors import SourceError

MAX_RAW = 8_000_000
"""Bytes of an answer as it comes over the wire."""
MAX_DECODED = 24_000_000
"""Bytes of it after decompression."""
_STEP = 1 << 18


class Decoder:
    """Decompresses in small steps, so that no answer fills the memory before it is refused."""

    def __init__(self, url: str, encoding: str, most: int | None = None) -> None:
        """For the answer of *url*, compressed by *encoding*; *most* bytes of it are taken."""
        if encoding not in {"", "identity", "gzip", "x-gzip", "deflate"}:
            raise SourceError(
                url, f"the server compressed the page by {encoding[:60]}, which was not asked for"
            )
        self.url = url
        self.most = MAX_DECODED if most is None else most
        self.inflate = (
            zlib.decompressobj(zlib.MAX_WBITS | 32) if "gzip" in encoding or encoding == "deflate" else None
        )
        self.parts: list[bytes] = []
        self.raw = self.decoded = 0

    def feed(self, raw: bytes) -> None:
        """Take the next bytes off the wire. Raises SourceError past either cap."""
        self.raw += len(raw)
        for part in self._inflated(raw):
            self.parts.append(part)
            self.decoded += len(part)
            if self.raw > MAX_RAW or self.decoded > self.most:
                raise SourceError(self.url, f"it is larger than {min(MAX_RAW, self.most) // 1_000_000} MB")

    def _inflated(self, raw: bytes) -> Iterator[bytes]:
        if self.inflate is None:
            yield raw
            return
        try:
            while raw:
                yield self.inflate.decompress(raw, _STEP)
                raw = self.inflate.unconsumed_tail
        except zlib.error as error:
            raise SourceError(self.url, "the page's compression is broken; try again later") from error

    def whole(self) -> bytes:
        """All that was decoded. Raises SourceError when the compressed stream was cut short."""
        if self.inflate is not None and self.raw and not self.inflate.eof:
            raise SourceError(self.url, "the page came only in part; try again later")
        return b"".join(self.parts)
