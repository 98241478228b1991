"""A terminal that goes away while something is written to it."""

import os
import threading

from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

from reader.app.app import Newsreader
from reader.app.driver import Patient, TerminalDriver


def test_who_writes_to_a_terminal_that_is_gone_goes_on() -> None:
    screen, keyboard = os.openpty()
    with os.fdopen(keyboard, "w", encoding="utf-8") as terminal:
        os.close(screen)
        thread = WriterThread(Patient(terminal))  # type: ignore[arg-type]  # all that it asks of a file
        thread.start()

        def write() -> None:
            for _ in range(3 * MAX_QUEUED_WRITES):
                thread.write("news" * 1000)
            thread.stop()

        writing = threading.Thread(target=write, daemon=True)
        writing.start()
        writing.join(10)
        assert not writing.is_alive()


def test_the_screen_is_shown_by_it() -> None:
    assert Newsreader([]).driver_class is TerminalDriver
