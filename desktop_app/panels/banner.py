"""A strip that shows a one-sentence warning until it is closed or the problem is solved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton

from desktop_app.translation import tr


class Banner(QFrame):
    """A warning; hidden while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setStyleSheet(
            "#banner { background: #fbe9b7; border: 1px solid #d9a21b; border-radius: 4px; }"
            "#banner QLabel, #banner QToolButton { color: #3a2c00; background: transparent; }"
        )
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.more = QToolButton()
        self.more.setText(tr("Details"))
        self.more.setCheckable(True)
        self.more.setToolTip(tr("Say more about this"))
        self.more.toggled.connect(self._write)
        close = QToolButton()
        close.setText("✕")
        close.setAutoRaise(True)
        close.setToolTip(tr("Close this message"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 6, 4)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._said, self._details = "", ""
        self.hide()

    def say(self, sentence: str, details: str = "") -> None:
        """Show a sentence; one that the user has closed stays closed while it is repeated.

        Args:
            sentence: empty for none.
            details: shown with it on request, empty if there is no more to say.
        """
        if (sentence, details) == (self._said, self._details):
            return
        self._said, self._details = sentence, details
        self.more.setVisible(bool(details))
        self.more.setChecked(False)
        self._write()
        self.setVisible(bool(sentence))

    def _write(self) -> None:
        details = f"\n{self._details}" if self.more.isChecked() else ""
        self.text.setText(self._said + details)
