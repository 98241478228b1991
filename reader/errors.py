"""Everything that can go wrong, as sentences for the reader of the news.

    NewsreaderError
    ├── SourceError      an article cannot be had: missing, refused, too large, too slow, not text
    ├── AnalysisError    the analysis process ended before it was done
    ├── LibraryError     the database cannot be opened, read or written
    ├── ExportError      a summary cannot be saved
    ├── OutlineError     JSON that is no outline
    ├── QueryError       a filter that cannot be understood
    ├── ImportingError   notes of another program cannot be taken in
    └── ClusterError     other machines cannot be used

The text of each says what happened, to what, and what to do next.
"""

from reader.sanitise import printable, without_logins


class NewsreaderError(Exception):
    """A failure that a user can understand and act on; `str()` of it is safe for a terminal."""

    def __str__(self) -> str:
        """One line without control sequences and passwords, whatever an input's name or a server's answer held."""
        return printable(without_logins(" ".join(super().__str__().split())))


class SourceError(NewsreaderError):
    """An article cannot be had from where the user said it is; a server's words in its `reason` are made printable."""

    def __init__(self, uri: str, reason: str) -> None:
        self.uri = without_logins(uri)
        self.reason = printable(without_logins(" ".join(reason.split())))
        super().__init__(f"{self.uri}: {self.reason}")


class AnalysisError(NewsreaderError):
    """The analysis of an article did not come to its end."""


class LibraryError(NewsreaderError):
    """The library's database cannot be opened, read or written."""


class ExportError(NewsreaderError):
    """A summary cannot be written to its file."""


class OutlineError(NewsreaderError):
    """A JSON text is not an outline of the schema that this version reads."""


class ClusterError(NewsreaderError):
    """A cluster cannot be used."""


class QueryError(NewsreaderError):
    """A filter that cannot be understood."""


class ImportingError(NewsreaderError):
    """A file with notes of another program cannot be taken in."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
