"""Tables as a workbook for spreadsheets (xlsx), written row by row in little memory."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

MOST_ROWS = 1_048_576
"""Of a sheet, with its header; no program reads more."""
LONGEST_TEXT = 32_767
"""Of a cell, in characters."""
WIDTH, WIDEST = 12, 60
"""Of a column, in characters."""
BUTTON_WIDTH = 5
"""Of the button that filters by a column, beside its name; in characters."""
PERCENT = "0.0%"


@dataclass(frozen=True)
class Column:
    """A column of a sheet.

    Attributes:
        name: in the header.
        width: in characters, if the name does not need more.
        shown_as: how its numbers are shown, such as ``0.0``; empty for as they are.
    """

    name: str
    width: float = WIDTH
    shown_as: str = ""


class Workbook:
    """A workbook, whose sheets are in a temporary folder until it is closed."""

    def __init__(self, file: BinaryIO) -> None:
        """Begin an empty workbook.

        Args:
            file: to write it to.

        Raises:
            OSError: there is no room for temporary files.
        """
        import xlsxwriter

        self._book: Any = xlsxwriter.Workbook(file, {"constant_memory": True})
        self._book.use_zip64()
        self._heading = self._book.add_format({"bold": True, "bottom": 1})
        self._sheets: list[Sheet] = []

    def sheet(self, name: str, columns: Sequence[Column]) -> Sheet:
        """Add a sheet with a header that stays in sight.

        Args:
            name: on its tab.
            columns: from the left.
        """
        formats = {shown: self._book.add_format({"num_format": shown}) for shown in _shown(columns)}
        made = Sheet(self._book.add_worksheet(name), columns, self._heading, formats)
        self._sheets.append(made)
        return made

    def close(self) -> None:
        """Write the workbook to its file.

        Raises:
            OSError: it could not be written.
        """
        from xlsxwriter.exceptions import FileCreateError

        for sheet in self._sheets:
            sheet.finish()
        try:
            self._book.close()
        except FileCreateError as error:
            problem: OSError = error.args[0]
        except OSError as error:
            problem = error
        else:
            return
        # The unfinished zip file is forgotten with the traceback, while its file is open: later it
        # would print another one.
        raise problem.with_traceback(None)


class Sheet:
    """A sheet to which rows are added."""

    def __init__(
        self, sheet: Any, columns: Sequence[Column], heading: Any, formats: dict[str, Any]
    ) -> None:
        """Write the header.

        Args:
            sheet: of XlsxWriter.
            columns: from the left.
            heading: XlsxWriter's format of the header.
            formats: how numbers are shown -> XlsxWriter's format.
        """
        self._sheet, self._columns, self._formats = sheet, columns, formats
        self._rows = 1
        for number, column in enumerate(columns):
            least = len(column.name) + BUTTON_WIDTH
            sheet.set_column(number, number, max(column.width, least))
            sheet.write_string(0, number, column.name, heading)
        sheet.freeze_panes(1, 0)

    def has_room(self, rows: int) -> bool:
        """Whether so many rows can still be added."""
        return self._rows + rows <= MOST_ROWS

    def add(self, values: Iterable[object]) -> None:
        """Add a row of texts, numbers and truth values; None and NaN leave a cell empty."""
        for number, (column, value) in enumerate(zip(self._columns, values, strict=True)):
            match value:
                case bool():
                    self._sheet.write_boolean(self._rows, number, value)
                case int() | float() if math.isfinite(value):
                    shown = self._formats.get(column.shown_as)
                    self._sheet.write_number(self._rows, number, value, shown)
                case str():
                    # As text, also where it begins like a formula or an address.
                    self._sheet.write_string(self._rows, number, _fitting(value))
        self._rows += 1

    def finish(self) -> None:
        """Offer to filter the rows by each column."""
        self._sheet.autofilter(0, 0, self._rows - 1, len(self._columns) - 1)


def _shown(columns: Sequence[Column]) -> set[str]:
    return {column.shown_as for column in columns} - {""}


def _fitting(text: str) -> str:
    text = text.encode("utf-8", "replace").decode("utf-8")
    return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1]}…"
