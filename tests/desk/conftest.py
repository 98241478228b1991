"""The screen's fixtures, for tests that go from the desk to the screen."""

from tests.app.conftest import analysis_at_hand, steady

__all__ = ["analysis_at_hand", "steady"]
