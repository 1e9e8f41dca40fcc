"""Makes the session page available to all of its tests."""

from tests.fixtures.session import clock, fill, keeper, page, session

__all__ = ["clock", "fill", "keeper", "page", "session"]
