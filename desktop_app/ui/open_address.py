"""The dialog in which the address of a network stream is written or chosen again."""

from __future__ import annotations

import json

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.audio.address import EXAMPLE, Address, address_of
from desktop_app.audio.source_error import SourceError
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.source_status import Activity, SourceStatus
from desktop_app.translation import QT_TR_NOOP, tr
from desktop_app.ui.settings import Settings

KEPT = 10
WIDTH = 40
"""Of the field, in letters M."""
PROBLEM_LINES = 2
SETTING = "addresses"
EXPLANATION = QT_TR_NOOP(
    "Internet radio (http, https) as mp3, ogg, aac or HLS, or a stream over RTSP. It is played "
    "and analysed. The address may contain a user name and a password (http://NAME:PASSWORD@…); "
    "the password is not remembered."
)


class AddressDialog(QDialog):
    """Asks for an address until it is valid.

    Attributes:
        address: what was written, valid once the dialog is accepted.
        field: for writing it; lists the addresses heard last.
        problem: one sentence on what is wrong with it, else empty.
    """

    def __init__(self, parent: QWidget | None, kept: list[str]) -> None:
        """Offer addresses.

        Args:
            parent: the window.
            kept: those heard last, newest first, without passwords.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Open address"))
        self.address: Address | None = None
        explanation = QLabel(tr(EXPLANATION))
        explanation.setWordWrap(True)
        self.field = QComboBox()
        self.field.setAccessibleName(tr("Address"))
        self.field.setEditable(True)
        self.field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.field.addItems(kept)
        width = self.fontMetrics().horizontalAdvance("M" * WIDTH)
        self.field.setMinimumWidth(width)
        # A layout would give text that wraps too little room.
        explanation.setMinimumHeight(explanation.heightForWidth(width))
        editor = self.field.lineEdit()
        if editor is not None:
            editor.setPlaceholderText(EXAMPLE)
            editor.selectAll()
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignTop)
        # So that the dialog does not jump.
        self.problem.setMinimumHeight(PROBLEM_LINES * self.fontMetrics().lineSpacing())
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        self.forget = QPushButton(tr("Clear list"))
        self.forget.setEnabled(bool(kept))
        self.forget.setAutoDefault(False)
        self.forget.clicked.connect(self._forget)
        buttons.addButton(self.forget, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.accepted.connect(self._check)
        buttons.rejected.connect(self.reject)
        self.field.editTextChanged.connect(self.problem.clear)
        layout = QVBoxLayout(self)
        for widget in (explanation, self.field, self.problem, buttons):
            layout.addWidget(widget)

    def _check(self) -> None:
        try:
            self.address = address_of(self.field.currentText())
        except SourceError as error:
            self.problem.setText(str(error))
            self.field.setFocus()
        else:
            self.accept()

    def _forget(self) -> None:
        text = self.field.currentText()
        self.field.clear()
        self.field.setEditText(text)
        self.forget.setEnabled(False)


class OpenAddress(QObject):
    """Opens the dialog and what is chosen in it; keeps the addresses that could be heard.

    Attributes:
        kept: these, newest first, without passwords.
    """

    def __init__(
        self, window: QWidget, action: QAction, monitor: Monitor, settings: Settings
    ) -> None:
        """Connect the action.

        Args:
            window: parent of the dialog.
            action: opens it.
            monitor: listens to the stream.
            settings: where addresses are kept between runs.
        """
        super().__init__(window)
        self._window, self._monitor, self._settings = window, monitor, settings
        self.kept = _addresses_in(settings.text(SETTING))
        self._newest: Address | None = None
        action.triggered.connect(self._ask)

    def follow(self, status: SourceStatus) -> None:
        """Keep the address of the stream that is being heard."""
        if not (status.on_network and status.activity is Activity.LISTENING):
            return
        address = self._monitor.address
        if address is not None and address != self._newest:
            self._newest = address
            others = [each for each in self.kept if each != address.kept]
            self._keep([address.kept, *others][:KEPT])

    def _ask(self) -> None:
        dialog = AddressDialog(self._window, self.kept)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.forget.clicked.connect(lambda: self._keep([]))
        dialog.accepted.connect(lambda: self._open(dialog.address))
        dialog.open()

    def _open(self, address: Address | None) -> None:
        if address is not None:
            self._monitor.listen_to_stream(address)

    def _keep(self, kept: list[str]) -> None:
        self.kept = kept
        self._settings.remember(**{SETTING: json.dumps(kept)})


def _addresses_in(text: str) -> list[str]:
    try:
        kept = json.loads(text or "[]")
        # Written by hand, one might have a password in it.
        return [address_of(each).kept for each in kept][:KEPT]
    except (ValueError, TypeError, AttributeError, RecursionError, SourceError):
        return []
