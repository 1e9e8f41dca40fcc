"""The part of the preferences that says which other programs are told, and how they are doing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
)

from desktop_app.formatting.local import listed
from desktop_app.translation import QT_TR_NOOP, tr
from desktop_app.ui.other_programs import OtherPrograms

FIELDS = (
    (
        "osc",
        QT_TR_NOOP("&OSC"),
        "127.0.0.1:9000",
        QT_TR_NOOP("Open Sound Control, for TouchDesigner, QLC+, Max …"),
    ),
    (
        "web",
        QT_TR_NOOP("&Web page on port"),
        "8765",
        QT_TR_NOOP("A page with the genre, for a browser or OBS"),
    ),
    (
        "mqtt",
        QT_TR_NOOP("&MQTT broker"),
        "mqtts://user@broker.example",
        QT_TR_NOOP("Home Assistant discovers it automatically"),
    ),
    (
        "command",
        QT_TR_NOOP("&Command on change"),
        "/path/to/program",
        QT_TR_NOOP("Run without a shell"),
    ),
)
FOLLOWING_MS = 250
NOTE_LINES = 4


class ProgramsBox(QGroupBox):
    """One field for each kind of receiver; empty ones are off."""

    def __init__(self, programs: OtherPrograms) -> None:
        """Show what is set.

        Args:
            programs: owns the receivers.
        """
        super().__init__(tr("Tell other programs what is heard"))
        self._programs = programs
        self._refused: dict[str, str] = {}
        form = QFormLayout(self)
        for kind, title, example, tip in FIELDS:
            field = QLineEdit(programs.receiver(kind))
            field.setObjectName(kind)
            field.setPlaceholderText(tr("Off. Example: {example}").format(example=example))
            field.setToolTip(tr(tip))
            _make_room_for_placeholder(field)
            field.editingFinished.connect(partial(self._use, kind, field))
            form.addRow(tr(title), field)
            if kind == "mqtt":
                self._add_password(form)
        self._note = QLabel()
        self._note.setObjectName("note")
        self._note.setWordWrap(True)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        # So that the dialog does not jump.
        self._note.setMinimumHeight(NOTE_LINES * self._note.fontMetrics().lineSpacing())
        form.addRow(self._note)
        timer = QTimer(self)
        timer.timeout.connect(self._follow)
        timer.start(FOLLOWING_MS)
        self._follow()

    def _add_password(self, form: QFormLayout) -> None:
        field = QLineEdit()
        field.setObjectName("password")
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setPlaceholderText(tr("Kept in the system’s keyring"))
        _make_room_for_placeholder(field)

        def keep() -> None:
            if field.text():
                self._programs.keep_password(field.text())
                field.clear()
                self._follow()

        def delete() -> None:
            self._programs.forget_password()
            self._follow()

        field.editingFinished.connect(keep)
        button = QPushButton(tr("&Delete"))
        button.setToolTip(tr("Delete the password from the system’s keyring"))
        # Otherwise it would be pressed by Return in a field.
        button.setAutoDefault(False)
        button.clicked.connect(delete)
        row = QHBoxLayout()
        row.addWidget(field)
        row.addWidget(button)
        title = QLabel(tr("Its &password"))
        title.setBuddy(field)
        form.addRow(title, row)

    def _use(self, kind: str, field: QLineEdit) -> None:
        self._refused.pop(kind, None)
        try:
            self._programs.use(kind, field.text().strip())
        except ValueError as error:
            reason = str(error)
            self._refused[kind] = f"{reason[:1].upper()}{reason[1:]}."
        self._follow()

    def _follow(self) -> None:
        sending = self._programs.sending
        lines = [*self._refused.values(), self._programs.password_note]
        if reached := sending.reached:
            lines.append(tr("Sending to {receivers}.").format(receivers=listed(reached)))
        lines += sending.problems
        text = "\n".join(filter(None, lines)) or tr("Nothing is sent.")
        if text != self._note.text():
            self._note.setText(text)


def _make_room_for_placeholder(field: QLineEdit) -> None:
    room = field.fontMetrics().horizontalAdvance(f"{field.placeholderText()} MM")
    field.setMinimumWidth(room)
