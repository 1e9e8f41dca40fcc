"""Fixtures of the tests of players."""

from tests.fixtures.player import broken, clock, play

__all__ = ["broken", "clock", "play"]
