"""Contrast of colours as WCAG 2 defines it; text needs at least 4.5 : 1."""

from __future__ import annotations

from PySide6.QtGui import QColor

ENOUGH = 4.5


def luminance(colour: QColor) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    linear = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return sum(share * value for share, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: QColor, other: QColor) -> float:
    """Contrast of two opaque colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
