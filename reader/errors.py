"""Everything that can go wrong, as sentences for the reader of the news.

    NewsreaderError
    ├── SourceError      an article cannot be had: missing, refused, too large, too slow, not text
    ├── AnalysisError    the analysis process ended before it was done
    ├── LibraryError     the database cannot be opened, read or written
    │   └── LibraryBusyError   another program holds it; later it can
    ├── ExportError      a summary cannot be saved
    ├── OutlineError     JSON that is no outline
    ├── QueryError       a filter that cannot be understood
    ├── ImportingError   notes of another program cannot be taken in
    ├── ClusterError     other machines cannot be used
    ├── ProcessError     a process of ours ended before it was done
    └── FaultError       a fault of newsreader itself

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


class LibraryBusyError(LibraryError):
    """Another program is writing to the library, and has not finished in the time that one waits for it."""


class ExportError(NewsreaderError):
    """A summary cannot be written to its file."""


class OutlineError(NewsreaderError):
    """A JSON text is not an outline of the schema that this version reads."""


class ClusterError(NewsreaderError):
    """A cluster cannot be used."""


class ProcessError(NewsreaderError):
    """A process of ours ended before it was done, took too long, or could not be started."""


class QueryError(NewsreaderError):
    """A filter that cannot be understood."""


class FaultError(NewsreaderError):
    """A fault of newsreader itself, by the name of the exception; `details` says where more is written."""

    def __init__(self, about: str, name: str, details: str) -> None:
        super().__init__(f"{about}this is a fault of newsreader ({name}); please report it: {details}")


class ImportingError(NewsreaderError):
    """A file with notes of another program cannot be taken in."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
