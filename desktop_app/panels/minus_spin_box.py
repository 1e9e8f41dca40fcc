"""A field for numbers that writes negative ones with a minus sign rather than a hyphen."""

from __future__ import annotations

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox

from desktop_app.formatting.text import signed

MINUS = "−"


class MinusSpinBox(QDoubleSpinBox):
    """Writes the minus sign; a typed hyphen is read as one, too."""

    def textFromValue(self, value: float) -> str:
        """The number as it is shown."""
        return signed(value, self.decimals())

    def valueFromText(self, text: str) -> float:
        """The number that was typed."""
        return super().valueFromText(text.replace(MINUS, "-"))

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Accept either sign."""
        state, _, at = super().validate(text.replace(MINUS, "-"), position)
        return state, text, at
