"""Makes the laboratory page available to all of its tests."""

from tests.fixtures.laboratory import page

__all__ = ["page"]
