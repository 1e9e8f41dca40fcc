"""What every test of the laboratory gets: its page."""

from tests.fixtures.laboratory import page

__all__ = ["page"]
