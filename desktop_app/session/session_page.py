"""The page that lists the parts of the session, to be renamed, annotated, deleted and saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPalette, QShowEvent, QUndoStack
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedLayout, QToolButton, QWidget

from desktop_app.engine.session import Session
from desktop_app.engine.session_entries import json_of, labels_of, numbers_of
from desktop_app.engine.session_keeper import KeptSession, SessionKeeper
from desktop_app.formatting.array_files import Numbers
from desktop_app.formatting.text import clock
from desktop_app.panels.card import Card
from desktop_app.session.session_offer import SessionOffer
from desktop_app.session.session_rows import SessionRows
from desktop_app.session.session_table import SessionTable
from desktop_app.session.session_view import SessionView
from desktop_app.session.session_words import parts, totals, when
from desktop_app.translation import QT_TR_NOOP, tr

NOTHING = QT_TR_NOOP(
    "Nothing yet.\nAnything heard for at least five seconds appears here, from a microphone or a "
    "file."
)
FILTER_WIDTH = 160
FEWEST_TO_FILTER = 2
EMPTY, NO_MATCH, TABLE = range(3)


class SessionPage(Card):
    """Shows a session and what is known of the one before.

    Attributes:
        undo_stack: the user's changes to this session.
    """

    file_name = "session"

    def __init__(self, actions: Sequence[QAction], session: Session, keeper: SessionKeeper) -> None:
        """Show the session as it is now.

        Args:
            actions: of the whole session, shown as buttons.
            session: the session to show and edit.
            keeper: keeps it on disk and offers the last one.
        """
        super().__init__(tr("Session"))
        self._keeper = keeper
        self._told: tuple[KeptSession | None, str] = (None, "")
        self.undo_stack = QUndoStack(self)
        self.table = SessionTable(session, self.undo_stack)
        self.rows = SessionRows(self.table)
        self.view = SessionView(self.rows)
        self.offer = SessionOffer()
        self.offer.accepted.connect(self._continue)
        self.offer.closed.connect(self._close_offer)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Filter"))
        self.filter.setAccessibleName(tr("Filter"))
        self.filter.setToolTip(
            tr("Show only parts with these words in their source, genre or note")
        )
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(FILTER_WIDTH)
        self.filter.textChanged.connect(self._filter)
        self._delete = QAction(tr("&Delete"), self)
        self._delete.setToolTip(
            tr("Delete the selected parts from the list (Del). Undo puts them back.")
        )
        self._delete.triggered.connect(self.delete_chosen)
        self.totals = QLabel()
        self.totals.setTextFormat(Qt.TextFormat.PlainText)
        self.totals.setWordWrap(True)
        self.totals.setToolTip(tr("How long each genre was heard in the parts shown or selected"))
        self._lay_out(actions)
        # Once for all that changes together, and only while it can be seen.
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.timeout.connect(self._count)
        self.view.selectionModel().selectionChanged.connect(self._count)
        table = self.table
        for changed in (
            table.rowsInserted, table.rowsRemoved, table.dataChanged, table.modelReset,
        ):  # fmt: skip
            changed.connect(self._count_soon)
        self.follow()

    def _lay_out(self, actions: Sequence[QAction]) -> None:
        self._layers = QStackedLayout()
        self._empty, self.no_match = QLabel(tr(NOTHING)), QLabel()
        for label in (self._empty, self.no_match):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self._layers.addWidget(label)
        self._layers.addWidget(self.view)
        self.add_control(self.filter)
        for action in (self._delete, *actions):
            button = QToolButton()
            button.setDefaultAction(action)
            self.add_control(button)
        self.body.addWidget(self.offer)
        self.body.addLayout(self._layers, 1)
        self.body.addWidget(self.totals)

    def offer_genres(self, genres: tuple[str, ...]) -> None:
        """Offer the genres of the model in use as names for a part."""
        self.view.genres = genres

    def follow(self) -> None:
        """Show what has changed in the session, and which one is offered."""
        self.table.follow()
        told = (self._keeper.last, self._keeper.remark)
        if told != self._told:
            self._told = told
            last, remark = told
            offered = (
                ""
                if last is None
                else tr("Last session: {last}, {parts}.").format(
                    last=when(last), parts=parts(last.parts)
                )
            )
            self.offer.say(remark or offered, offers=not remark and last is not None)

    def delete_chosen(self) -> None:
        """Delete the selected parts."""
        self.table.remove([self.rows.source_row(row) for row in self.view.chosen])

    @property
    def canvas(self) -> QWidget:
        """The table, as a picture."""
        return self.view

    def numbers(self) -> Numbers:
        """All entries as columns; see :func:`session_entries.numbers_of`."""
        return numbers_of(self.table.entries)

    def texts(self) -> Mapping[str, str]:
        """All entries as Audacity labels and as JSON."""
        entries = self.table.entries
        return {".txt": labels_of(entries), ".json": json_of(entries)}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete the selected parts on Del; show all parts on Escape."""
        if event.matches(QKeySequence.StandardKey.Delete):
            self.delete_chosen()
        elif event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed while the page was hidden."""
        super().showEvent(event)
        self._count()

    def _continue(self) -> None:
        if self._keeper.last is not None:
            self._keeper.open(self._keeper.last.path)

    def _close_offer(self) -> None:
        self._keeper.dismiss()
        self.follow()

    def _filter(self, words: str) -> None:
        self.rows.look_for(words)
        self._count()

    def _count_soon(self) -> None:
        if self.isVisible():
            self._counting.start()

    def _count(self) -> None:
        every, shown = self.table.entries, self.rows.entries
        chosen = [self.rows.entry(row) for row in self.view.chosen]
        layer = TABLE if shown else NO_MATCH if every else EMPTY
        if layer == TABLE != self._layers.currentIndex():
            self.view.show_end()
        self._layers.setCurrentIndex(layer)
        self.view.show_recorded(any(entry.part.recorded for entry in every))
        self.no_match.setText(
            tr("No part matches “{filter}”. Esc shows all.").format(filter=self.filter.text())
        )
        count = parts(len(every))
        if len(shown) < len(every):
            count = tr("{number} of {parts}").format(number=len(shown), parts=count)
        heard_s = sum(entry.part.seconds for entry in shown)
        kept = tr("kept on disk") if self._keeper.folder else tr("kept until the program ends")
        self.say(
            tr("{parts}, {duration} in all, {kept}").format(
                parts=count, duration=clock(heard_s), kept=kept
            )
            if every
            else ""
        )
        self.filter.setVisible(len(every) >= FEWEST_TO_FILTER or bool(self.filter.text()))
        several = len(chosen) > 1
        selected = (
            tr("{number} selected, {duration}:").format(
                number=len(chosen), duration=clock(sum(e.part.seconds for e in chosen))
            )
            + "   "
        )
        self.totals.setText(selected * several + totals(chosen if several else shown))
        self.totals.setVisible(bool(shown))
        self._delete.setEnabled(bool(chosen))
