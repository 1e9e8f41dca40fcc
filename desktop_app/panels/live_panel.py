"""What all panels of the live page have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.panels.card import Card

if TYPE_CHECKING:
    from model.classifier import Classifier


class Remembered(Protocol):
    """Values that were remembered from an earlier start."""

    def text(self, key: str, default: str = "") -> str:
        """A remembered string."""

    def number(self, key: str, default: float, low: float, high: float) -> float:
        """A remembered number between ``low`` and ``high``, else ``default``."""

    def flag(self, key: str, default: bool) -> bool:
        """A remembered yes or no."""


class LivePanel(Card):
    """A panel that the live page keeps up to date; it overrides what it has a use for."""

    def show_model(self, model: Classifier) -> None:
        """Show a newly loaded model."""

    def show_frame(self, frame: AnalysisFrame) -> None:
        """Show what has just been analysed; called up to 43 times per second."""

    def clear(self) -> None:
        """Show that there is nothing: what was shown is stale."""

    def recall(self, remembered: Remembered) -> None:
        """Restore the panel's controls."""

    def remember(self) -> Mapping[str, str | float | bool]:
        """The panel's controls as values to remember, by keys of its own."""
        return {}
