"""Starting the screen: what must be known before it opens, and the exit code after it closes."""

import gc
import os
import sys
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from reader.document.article import Article
from reader.errors import LibraryError, SourceError
from reader.preferences.reading import read
from reader.sanitise import printable_lines
from reader.settings import config_path, library_path, toured_path

if TYPE_CHECKING:
    from reader.library import Library

_UNWRITTEN = "another program held the library to the last, and these words of a note are not in it"


def run(uris: list[str], *, tour: bool = False) -> int:
    """Open the screen on *uris*; without any, on the library. Raises SourceError for a lone bad file.

    *tour*: with the first steps in the status line, though they were made before.

    Files and standard input are read before the screen opens, so that their text is its first picture;
    addresses are fetched by the screen, which stays usable meanwhile.
    """
    from reader.desk import worker

    sources, failures = _opened(uris)
    if uris and not sources:
        for failure in failures[1:]:
            sys.stderr.write(f"newsreader: {failure}\n")
        raise failures[0]
    if "-" in uris:
        _take_back_the_keyboard()
    gc.disable()  # nothing that is made before the first picture is thrown away
    library = None if uris else _library()
    try:
        if library is None:
            worker.warm()  # it imports what it needs while this process imports Textual
        from reader.app.app import Newsreader
        from reader.app.coach import Coach

        preferences, problems = read(config_path())
        coach = Coach(toured_path())
        if tour:
            coach.begin()
        app = Newsreader(sources, preferences, coach, library)
        app.complaints += [f"{config_path()}, line {line}: {reason}" for line, reason in problems]
        app.run()
    finally:
        worker.dismiss()
        if library is not None:
            library.close()
    for failure in [*failures, *app.failures]:
        sys.stderr.write(f"newsreader: {failure}\n")
    for words in app.unwritten:
        sys.stderr.write(f"newsreader: {_UNWRITTEN}:\n{printable_lines(words)}\n")
    return 1 if failures or app.failures or app.unwritten else app.return_code or 0


def _opened(uris: list[str]) -> tuple[list[Article | str | int], list[SourceError]]:
    """The articles of files, the addresses as they are, and what could not be read."""
    if not uris:
        return [], []
    from reader.desk.articles import open_article

    sources: list[Article | str | int] = []
    failures: list[SourceError] = []
    for uri in uris:
        try:
            sources.append(uri if "://" in uri else open_article(uri))
        except SourceError as error:
            failures.append(error)
    return sources, failures


def _library() -> "Library | None":
    """The library, where there is something in it; the screen says what is wrong with one that cannot be used."""
    from reader.desk.home import A_FRAME, open_library

    if not library_path().exists():
        return None
    with suppress(LibraryError), ExitStack() as undo:
        library = undo.enter_context(open_library(patience=A_FRAME))
        if library.shelf.numbers(most=1) or library.feeds.all():
            undo.pop_all()
            return library
    return None


def _take_back_the_keyboard() -> None:
    """After an article came through standard input, keys come from the terminal itself."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise SourceError(
            "-", "there is no keyboard besides this pipe; save the article to a file"
        ) from error
    os.dup2(terminal, 0)
    os.close(terminal)
    # Textual reads keys from sys.__stdin__, whose file is number 0: now the terminal.
    sys.stdin = os.fdopen(0, "r", closefd=False)
