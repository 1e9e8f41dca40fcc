"""The dialog in which an earlier session is chosen, or deleted from the disk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.engine.session_keeper import KeptSession, SessionKeeper
from desktop_app.session.session_words import mostly, parts, when
from desktop_app.translation import tr

LOOK_MS = 50
SIZE = QSize(680, 380)
WHEN, PARTS, MOSTLY = range(3)
WIDTHS = {WHEN: 300, PARTS: 90}


class SessionChooser(QDialog):
    """Lists the sessions on the disk, newest first.

    Attributes:
        list: one row per session.
    """

    def __init__(self, parent: QWidget | None, keeper: SessionKeeper) -> None:
        """List what is on the disk now.

        Args:
            parent: the window.
            keeper: knows the sessions.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Open session"))
        self.resize(SIZE)
        self._keeper = keeper
        self._shown: tuple[KeptSession, ...] | None = None
        self._explanation = QLabel(tr("Looking…"))
        self._explanation.setTextFormat(Qt.TextFormat.PlainText)
        self._explanation.setWordWrap(True)
        self._explanation.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("Earlier sessions"))
        self.list.setRootIsDecorated(False)
        self.list.setAllColumnsShowFocus(True)
        self.list.setAlternatingRowColors(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHeaderLabels([tr("Heard"), tr("Parts"), tr("Mostly")])
        for column, width in WIDTHS.items():
            self.list.setColumnWidth(column, width)
        self.list.header().setSectionResizeMode(MOSTLY, QHeaderView.ResizeMode.Stretch)
        self.list.itemSelectionChanged.connect(self._enable)
        self.list.itemActivated.connect(self.accept)
        buttons = QDialogButtonBox()
        self.open_button = QPushButton(tr("Open"))
        self.delete_button = QPushButton(tr("Delete…"))
        self.open_button.setDefault(True)
        buttons.addButton(self.open_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.delete_button, QDialogButtonBox.ButtonRole.DestructiveRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.delete_button.clicked.connect(self._delete)
        layout = QVBoxLayout(self)
        layout.addWidget(self._explanation)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        timer = QTimer(self)
        timer.timeout.connect(self._follow)
        timer.start(LOOK_MS)
        keeper.look()
        self._enable()

    @property
    def chosen(self) -> KeptSession | None:
        """The session selected; None without one."""
        row = self.list.currentIndex().row()
        return None if self._shown is None or row < 0 else self._shown[row]

    def _follow(self) -> None:
        earlier = self._keeper.earlier
        if earlier is None or earlier is self._shown:
            return
        self._shown = earlier
        self.list.clear()
        for kept in earlier:
            words = (
                tr("{session} (open in another window)").format(session=when(kept))
                if kept.in_use
                else when(kept)
            )
            item = QTreeWidgetItem([words, str(kept.parts), mostly(kept)])
            item.setDisabled(kept.in_use)
            self.list.addTopLevelItem(item)
        first = next((row for row, kept in enumerate(earlier) if not kept.in_use), None)
        if first is not None:
            self.list.setCurrentIndex(self.list.model().index(first, 0))
        self._explanation.setText(
            tr("Sessions are kept in {folder}.").format(folder=self._keeper.folder)
            if earlier
            else tr("There are no earlier sessions on the disk.")
        )
        self._enable()

    def _enable(self) -> None:
        usable = self.chosen is not None and not self.chosen.in_use
        self.open_button.setEnabled(usable)
        self.delete_button.setEnabled(usable)

    def _delete(self) -> None:
        kept = self.chosen
        if kept is None:
            return
        answer = QMessageBox.question(
            self,
            tr("Delete session"),
            tr(
                "Delete the session of {session}, with its {parts}, from the disk? This can’t "
                "be undone."
            ).format(session=when(kept), parts=parts(kept.parts)),
        )
        if answer == QMessageBox.StandardButton.Yes:
            self._keeper.delete(kept.path)


def choose_session(parent: QWidget, keeper: SessionKeeper) -> Path | None:
    """Ask for an earlier session; None if the dialog is cancelled."""
    dialog = SessionChooser(parent, keeper)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    kept = dialog.chosen
    dialog.deleteLater()
    return kept.path if accepted and kept is not None else None
