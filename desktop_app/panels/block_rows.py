"""Blocks of different widths in as few rows as they need, all about equally full."""

from __future__ import annotations

from collections.abc import Sequence


def block_rows(widths: Sequence[float], room: float, gap: float) -> list[range]:
    """Divide blocks into rows, in their order.

    Args:
        widths: of the blocks.
        room: width of a row, in the same unit; a block that is wider has a row to itself.
        gap: between two blocks of a row.

    Returns:
        The numbers of the blocks of each row, from top to bottom; empty without blocks.
    """
    fewest = _filled(widths, room, gap)
    if len(fewest) <= 1:
        return fewest
    # The narrowest rows of which there are no more.
    steps = (room * step / 100 for step in range(1, 100))
    return next(
        (rows for limit in steps if len(rows := _filled(widths, limit, gap)) == len(fewest)), fewest
    )


def _filled(widths: Sequence[float], room: float, gap: float) -> list[range]:
    """Put each block in the row of the one before, where that has room for it."""
    rows: list[range] = []
    used = 0.0
    for number, width in enumerate(widths):
        if rows and used + gap + width <= room:
            rows[-1] = range(rows[-1].start, number + 1)
            used += gap + width
        else:
            rows.append(range(number, number + 1))
            used = width
    return rows
