"""A window in which the manual and the model's card are read, without a connection."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QImage,
    QKeySequence,
    QShortcut,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop_app import APPLICATION
from desktop_app.translation import tr
from desktop_app.ui.screen_fit import fit_to_screen

MARGIN = 24
"""Room left and right of a picture, in pixels."""


class Reader(QWidget):
    """Shows pages in Markdown, with a way back and a field to search in them.

    Attributes:
        text: the page.
        search: the words to look for.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(tr("Help — {application}").format(application=APPLICATION))
        self.text = _Page()
        self.text.setAccessibleName(tr("Page"))
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        back = QPushButton(tr("&Back"))
        back.setToolTip(tr("Back to the previous page (Alt+Left)"))
        back.setEnabled(False)
        back.clicked.connect(self.text.backward)
        self.text.backwardAvailable.connect(back.setEnabled)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find…"))
        self.search.setAccessibleName(tr("Find"))
        self.search.setClearButtonEnabled(True)
        self.search.returnPressed.connect(self._find_next)
        top = QHBoxLayout()
        top.addWidget(back)
        top.addStretch(1)
        top.addWidget(self.search)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.text, 1)
        for keys, slot in (
            (QKeySequence.StandardKey.Find, self._begin_to_find),
            (QKeySequence.StandardKey.Back, self.text.backward),
            (QKeySequence.StandardKey.Cancel, self.close),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        self.resize(820, 640)

    def open(self, page: Path, section: str = "") -> None:
        """Show a page.

        Args:
            page: a file in Markdown.
            section: the heading to begin with; empty for the top.
        """
        self.text.setSource(QUrl.fromLocalFile(str(page)))
        # Only what is shown has its final height.
        self._appear()
        if section:
            self._scroll_to(section)

    def write(self, markdown: str) -> None:
        """Show a page that is not a file."""
        self.text.setSource(QUrl())
        self.text.setMarkdown(markdown)
        self._appear()

    def _appear(self) -> None:
        if not self.isVisible():
            fit_to_screen(self)
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus()

    def _follow(self, link: QUrl) -> None:
        page = self.text.source().resolved(link)
        path = Path(page.toLocalFile())
        if not page.isLocalFile() or path.suffix != ".md":
            QDesktopServices.openUrl(page)
            return
        section = page.fragment()
        page.setFragment("")
        if page != self.text.source():
            self.text.setSource(page)
        if section:
            self._scroll_to(section)

    def _scroll_to(self, section: str) -> None:
        block = self.text.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and _slug(block.text()) == _slug(section):
                self.text.moveCursor(QTextCursor.MoveOperation.End)
                self.text.setTextCursor(QTextCursor(block))
                return
            block = block.next()

    def _begin_to_find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _find_next(self) -> None:
        words = self.search.text()
        if words and not self.text.find(words):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(words)


class _Page(QTextBrowser):
    """Shows pictures no wider than itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setViewportMargins(MARGIN // 2, 0, 0, 0)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        found = super().loadResource(kind, name)
        url = self.source().resolved(QUrl(name))
        if kind != QTextDocument.ResourceType.ImageResource.value or not url.isLocalFile():
            return found
        picture = QImage(url.toLocalFile())
        width = self.viewport().width() - 2 * MARGIN
        return picture.scaledToWidth(width) if picture.width() > width > 0 else picture


def _slug(heading: str) -> str:
    """The fragment of a link to a heading."""
    return re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-")
