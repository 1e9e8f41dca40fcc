"""How the columns of the live page are arranged in the room there is; independent of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Arrangement(Enum):
    """Where the columns are."""

    COLUMNS = auto()
    """Side by side."""
    STACKED = auto()
    """The inspectors below the pictures, the answer beside both."""
    ANSWER_ABOVE = auto()
    """One below the other, with the answer at the top."""


@dataclass(frozen=True)
class Widths:
    """Least widths in pixels; 0 for a column of which nothing is shown.

    Attributes:
        pictures: of the left column.
        inspectors: of the middle column.
        answer: of the right column.
        below: of the panels under pictures and inspectors.
        gap: between two columns.
        scroll_bar: of the one beside everything but the answer.
    """

    pictures: int
    inspectors: int
    answer: int
    below: int
    gap: int
    scroll_bar: int

    @property
    def least(self) -> int:
        """Width that the narrowest arrangement needs."""
        scrolled = max(self.pictures, self.inspectors, self.below)
        return max(self.answer, scrolled + self.scroll_bar)

    def fitting(self, width: int) -> Arrangement:
        """Return the widest arrangement that fits into a width in pixels."""
        left = width - self.scroll_bar - (self.answer + self.gap if self.answer else 0)
        both = self.pictures + self.inspectors
        if self.pictures and self.inspectors:
            both += self.gap
        if max(both, self.below) <= left:
            return Arrangement.COLUMNS
        if max(self.pictures, self.inspectors, self.below) <= left:
            return Arrangement.STACKED
        return Arrangement.ANSWER_ABOVE
