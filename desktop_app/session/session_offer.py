"""A line above the session: the last one, to be continued, or what is missing in this one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton

from desktop_app.translation import tr


class SessionOffer(QFrame):
    """One sentence, with a button where there is something to continue; hidden without one.

    Signals:
        accepted: the user wants to continue the session offered.
        closed: the user has closed the line.
    """

    accepted = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.go_on = QToolButton()
        self.go_on.setText(tr("Continue it"))
        self.go_on.setToolTip(tr("Show the last session here, and add what is heard from now on"))
        self.go_on.clicked.connect(self.accepted)
        self.close_button = QToolButton()
        self.close_button.setText("✕")
        self.close_button.setAccessibleName(tr("Close this line"))
        self.close_button.setAutoRaise(True)
        self.close_button.setToolTip(
            tr("Close this line; the session can still be opened with Open…")
        )
        self.close_button.clicked.connect(self.closed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.go_on)
        layout.addWidget(self.close_button)
        self.hide()

    def say(self, sentence: str, *, offers: bool) -> None:
        """Show a sentence.

        Args:
            sentence: what to say; empty hides the line.
            offers: whether there is a session to continue.
        """
        self.text.setText(sentence)
        self.go_on.setVisible(offers)
        self.setVisible(bool(sentence))
