"""Panels whose picture and numbers can be copied and saved."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from desktop_app.formatting.array_files import Numbers
from desktop_app.panels.card import Card


class Exportable(Card):
    """A card whose content can be exported as a picture and as numbers.

    Attributes:
        file_name: suggested name for exported files, without extension.
    """

    file_name: str

    @property
    def canvas(self) -> QWidget:
        """The widget that is exported as a picture."""
        raise NotImplementedError

    def numbers(self) -> Numbers:
        """The numbers shown now, empty if there are none; the arrays are never modified later."""
        raise NotImplementedError

    def texts(self) -> Mapping[str, str]:
        """Further export formats of the numbers, as file extension with dot -> text."""
        return {}
