"""Widgets whose picture and numbers can be copied and saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.formatting.array_files import AXES, Numbers


class Exportable(QFrame):
    """A widget whose content can be exported as a picture and as numbers.

    Attributes:
        title: what the content is called.
        file_name: suggested name for exported files, without extension.
        axes: what the arrays' dimensions before the last are called in a table.
    """

    title: str
    file_name: str
    axes: Sequence[str] = AXES

    @property
    def canvas(self) -> QWidget:
        """The widget that is exported as a picture."""
        raise NotImplementedError

    @property
    def canvases(self) -> Sequence[QWidget]:
        """The widgets that are exported as one picture, one below the other."""
        return (self.canvas,)

    def numbers(self) -> Numbers:
        """The numbers shown now, empty if there are none; the arrays are never modified later."""
        raise NotImplementedError

    def texts(self) -> Mapping[str, str]:
        """Further export formats of the numbers, as file extension with dot -> text."""
        return {}
