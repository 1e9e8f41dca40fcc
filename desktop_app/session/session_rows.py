"""The rows of the session's table in the order and choice of the user."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from desktop_app.audio.server_sources import on_screen
from desktop_app.engine.session_entries import Entry
from desktop_app.formatting.text import screen_name
from desktop_app.session.session_table import SORT_ROLE, SessionTable


class SessionRows(QSortFilterProxyModel):
    """Sorts by any column, in order of time at first, and leaves out what doesn't match."""

    def __init__(self, table: SessionTable) -> None:
        """Show all rows of a table."""
        super().__init__(table)
        self._table = table
        self._words: list[str] = []
        self.setSortRole(SORT_ROLE)
        self.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setSourceModel(table)

    @property
    def by_time(self) -> bool:
        """Whether the newest part is last."""
        return self.sortColumn() == 0 and self.sortOrder() is Qt.SortOrder.AscendingOrder

    @property
    def entries(self) -> list[Entry]:
        """The entries shown, in order of time."""
        return [entry for entry in self._table.entries if self._matches(entry)]

    def entry(self, row: int) -> Entry:
        """The entry shown in a row."""
        return self._table.entries[self.source_row(row)]

    def source_row(self, row: int) -> int:
        """The row of the table that is shown in a row."""
        return self.mapToSource(self.index(row, 0)).row()

    def look_for(self, words: str) -> None:
        """Show only entries in whose source, genre or note all of the words occur."""
        self._words = words.casefold().split()
        self.invalidate()

    def filterAcceptsRow(  # noqa: N802
        self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex
    ) -> bool:
        """Whether an entry matches."""
        return self._matches(self._table.entries[source_row])

    def _matches(self, entry: Entry) -> bool:
        if not self._words:
            return True
        said = (on_screen(entry.part.source), screen_name(entry.label), entry.label, entry.note)
        text = "\n".join(said).casefold()
        return all(word in text for word in self._words)
