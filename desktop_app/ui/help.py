"""The Help menu's pages: the manual, its list of shortcuts, the model's card, and About."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.engine.network_choice import NetworkChoice
from desktop_app.formatting.local import listed
from desktop_app.formatting.text import screen_name
from desktop_app.translation import tr
from desktop_app.ui.actions import Actions
from desktop_app.ui.dialogs import show_about
from desktop_app.ui.reader import Reader
from resources import resource

if TYPE_CHECKING:
    from model.classifier import Classifier

MANUAL = "docs/manual.md"
SHORTCUTS = "Keyboard shortcuts"


class Help(QObject):
    """Opens the pages in a window of their own.

    Attributes:
        reader: that window.
    """

    def __init__(self, window: QWidget, commands: Actions, networks: NetworkChoice) -> None:
        """Connect the actions.

        Args:
            window: parent of the dialogs.
            commands: the window's actions.
            networks: say which model is in use.
        """
        super().__init__(window)
        self._networks = networks
        self.reader = Reader()
        commands.manual.triggered.connect(lambda: self.reader.open(resource(MANUAL)))
        commands.shortcuts.triggered.connect(lambda: self.reader.open(resource(MANUAL), SHORTCUTS))
        commands.model_card.triggered.connect(self._show_card)
        commands.about.triggered.connect(lambda: show_about(window, networks.classifier))

    def _show_card(self) -> None:
        network = self._networks.current
        if network is None:
            self.reader.write(tr("# No model\n\nNo model is loaded."))
        elif network.path is None:
            self.reader.open(resource("model-card.md"))
        else:
            self.reader.write(card_of(network.model))


def card_of(model: Classifier) -> str:
    """What a model's file says about it, in Markdown."""
    genres = listed(screen_name(genre) for genre in model.genres)
    layers = [
        f"| {place.name} | {' × '.join(map(str, place.output_shape))} |" for place in model.places
    ]
    command = model.notes.get("command")
    return "\n".join(
        [
            f"# {model.name}",
            "",
            str(model.notes.get("summary") or tr("Its file does not say how often it is right.")),
            "",
            tr("Genres: {genres}.").format(genres=genres),
            "",
            *([tr("Trained with `{command}`.").format(command=command), ""] if command else []),
            tr("| layer | output |"),
            "| --- | --- |",
            *layers,
        ]
    )
