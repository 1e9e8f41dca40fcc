"""Copying and saving what a panel shows: its picture, and the numbers behind it.

What is copied or saved is what was on the screen when the menu was opened or the keys were pressed,
however long the user then looks for a folder.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QColor,
    QCursor,
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeySequence,
    QPaintDevice,
    QPainter,
    QPalette,
    QPicture,
    QRegion,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from desktop_app.formatting.array_files import Numbers, npz, table
from desktop_app.panels.exportable import Exportable
from desktop_app.ui.settings import Settings
from model.atomic_write import atomic_write

SCALE = 2
"""Pixels of a picture for each on the screen."""
MARGIN = 8
"""Pixels of the panel's surface around its picture."""


@dataclass(frozen=True)
class Snapshot:
    """A panel as it was at one moment.

    Attributes:
        title: of the panel.
        file_name: that a file of it gets if the user doesn't say, without extension.
        picture: what was drawn.
        size: of the picture on the screen, in pixels.
        surface: what it was drawn on.
        numbers: behind it.
        texts: the same in further forms, by the extension of a file of them.
    """

    title: str
    file_name: str
    picture: QPicture
    size: QSize
    surface: QColor
    numbers: Numbers
    texts: Mapping[str, str]

    @classmethod
    def of(cls, panel: Exportable) -> Snapshot:
        """Take what a panel shows now."""
        canvas = panel.canvas
        picture = QPicture()
        painter = QPainter(picture)
        # A graphics view has a method of the same name that renders its scene alone.
        QWidget.render(
            canvas, painter, QPoint(MARGIN, MARGIN), QRegion(), QWidget.RenderFlag.DrawChildren
        )
        painter.end()
        size = canvas.size() + QSize(2 * MARGIN, 2 * MARGIN)
        surface = canvas.palette().color(QPalette.ColorRole.Base)
        return cls(
            panel.title, panel.file_name, picture, size, surface, panel.numbers(), panel.texts()
        )

    def image(self) -> QImage:
        """The picture at twice the screen's resolution."""
        image = QImage(self.size * SCALE, QImage.Format.Format_RGB32)
        self._draw(image, SCALE)
        return image

    def png(self) -> bytes:
        """The picture as PNG."""
        buffer = _buffer()
        QImageWriter(buffer, b"PNG").write(self.image())
        return bytes(buffer.data().data())

    def svg(self) -> bytes:
        """The picture as SVG: text and lines as such, images as images."""
        buffer = _buffer()
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(self.size)
        generator.setViewBox(QRect(QPoint(), self.size))
        generator.setResolution(self.picture.logicalDpiX())
        generator.setTitle(self.title)
        self._draw(generator, 1)
        return bytes(buffer.data().data())

    def _draw(self, device: QPaintDevice, scale: int) -> None:
        painter = QPainter(device)
        painter.scale(scale, scale)
        painter.fillRect(QRect(QPoint(), self.size), self.surface)
        painter.drawPicture(0, 0, self.picture)
        painter.end()


def _text(extension: str) -> Callable[[Snapshot], bytes]:
    return lambda taken: taken.texts[extension].encode()


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


PICTURES: dict[str, Callable[[Snapshot], bytes]] = {".png": Snapshot.png, ".svg": Snapshot.svg}
NUMBERS: dict[str, Callable[[Snapshot], bytes]] = {
    ".csv": lambda taken: table(taken.numbers),
    ".npz": lambda taken: npz(taken.numbers),
}
NAMES = {
    ".png": "PNG picture (*.png)",
    ".svg": "SVG picture (*.svg)",
    ".csv": "CSV table of what is shown (*.csv)",
    ".npz": "numpy arrays, all of them (*.npz)",
    ".txt": "Labels for Audacity (*.txt)",
    ".json": "JSON (*.json)",
}


class Export(QObject):
    """The actions, for the menu that is given and for a context menu on every panel.

    Attributes:
        copy, save_picture, save_numbers: what can be done with the panel under the cursor, else
            with the one that has the focus, else with the first that is visible.
    """

    def __init__(
        self, window: QWidget, menu: QMenu, panels: Sequence[Exportable], settings: Settings
    ) -> None:
        """
        Args:
            window: whose shortcuts these are.
            menu: to which to add the actions.
            panels: what can be saved, the most likely first.
            settings: where the folder is remembered.
        """
        super().__init__(window)
        self._window = window
        self._panels = panels
        self._settings = settings
        self._taken: Snapshot | None = None
        self.copy = self._add("&Copy picture", "Ctrl+C", self._copy)
        self.save_picture = self._add("Save &picture …", "Ctrl+S", self._save_picture)
        self.save_numbers = self._add("Save &numbers …", "Ctrl+Shift+S", self._save_numbers)
        # The mouse is at the menu, not at the panel that is meant.
        self._fill(menu, lambda: self._panel(under_cursor=False))
        for panel in panels:
            self._add_context_menu(panel)

    def save(self, panel: Exportable) -> None:
        """Let the user save a panel's numbers, whether it is shown or not."""
        self._save_numbers(Snapshot.of(panel))

    def _add(self, text: str, keys: str, act: Callable[[Snapshot], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: self._act(act))
        return action

    def _add_context_menu(self, panel: Exportable) -> None:
        panel.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        panel.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        menu = QMenu(panel)
        self._fill(menu, lambda: panel)
        panel.customContextMenuRequested.connect(lambda at: menu.popup(panel.mapToGlobal(at)))

    def _fill(self, menu: QMenu, panel: Callable[[], Exportable | None]) -> None:
        menu.addActions([self.copy, self.save_picture, self.save_numbers])
        menu.aboutToShow.connect(lambda: self._take(panel()))
        # A menu closes before what was chosen in it is done.
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self._forget))

    def _take(self, panel: Exportable | None) -> None:
        self._taken = Snapshot.of(panel) if panel is not None else None

    def _forget(self) -> None:
        self._taken = None

    def _act(self, act: Callable[[Snapshot], None]) -> None:
        if self._taken is None:
            self._take(self._panel())
        taken, self._taken = self._taken, None
        if taken is None:
            self._say("There is no picture on this page that could be saved.")
        else:
            act(taken)

    def _panel(self, *, under_cursor: bool = True) -> Exportable | None:
        visible = [panel for panel in self._panels if panel.isVisible()]
        focused = self._window.focusWidget()
        for panel in visible:
            if under_cursor and panel.rect().contains(panel.mapFromGlobal(QCursor.pos())):
                return panel
        for panel in visible:
            if focused is not None and panel.isAncestorOf(focused):
                return panel
        return next(iter(visible), None)

    def _copy(self, taken: Snapshot) -> None:
        QGuiApplication.clipboard().setImage(taken.image())

    def _save_picture(self, taken: Snapshot) -> None:
        self._save(taken, PICTURES)

    def _save_numbers(self, taken: Snapshot) -> None:
        if taken.numbers:
            further = {extension: _text(extension) for extension in taken.texts}
            self._save(taken, NUMBERS | further)
        else:
            self._say(f"“{taken.title}” shows nothing yet, so there are no numbers to save.")

    def _save(self, taken: Snapshot, formats: dict[str, Callable[[Snapshot], bytes]]) -> None:
        usual = next(iter(formats))
        folder = Path(self._settings.text("export_folder"))
        name, chosen = QFileDialog.getSaveFileName(
            self._window,
            f"Save “{taken.title}”",
            str(folder / f"{taken.file_name}{usual}"),
            ";;".join(NAMES[extension] for extension in formats),
        )
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in formats:
            extension = next((e for e in formats if NAMES[e] == chosen), usual)
            path = path.with_name(path.name + extension)
            if path.exists() and not self._may_replace(path):
                return
        try:
            atomic_write(path, formats[path.suffix.lower()](taken))
        except OSError as error:
            self._say(f"“{path.name}” can't be saved in {path.parent}: {error.strerror}.")
        else:
            self._settings.remember(export_folder=str(path.parent))

    def _may_replace(self, path: Path) -> bool:
        # The dialog asked about another name.
        answer = QMessageBox.question(
            self._window, "genre-monitor", f"“{path.name}” is there already. Replace it?"
        )
        return answer == QMessageBox.StandardButton.Yes

    def _say(self, sentence: str) -> None:
        QMessageBox.warning(self._window, "genre-monitor", sentence)
