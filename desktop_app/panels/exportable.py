"""What a panel offers so that its picture and its numbers can be copied and saved."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from desktop_app.formatting.array_files import Numbers
from desktop_app.panels.card import Card


class Exportable(Card):
    """A card with a picture.

    Attributes:
        file_name: what a file of it is called if the user doesn't say, without extension.
    """

    file_name: str

    @property
    def canvas(self) -> QWidget:
        """The part of the card that is the picture."""
        raise NotImplementedError

    def numbers(self) -> Numbers:
        """What the picture shows now, empty if it shows nothing; never written to afterwards."""
        raise NotImplementedError

    def texts(self) -> Mapping[str, str]:
        """Further files of the numbers: extension, with its dot -> text."""
        return {}
