"""Fixtures of the tests of players and recorders."""

from tests.fixtures.player import broken, clock, play
from tests.fixtures.recordings import input_

__all__ = ["broken", "clock", "input_", "play"]
