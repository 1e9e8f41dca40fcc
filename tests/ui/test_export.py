import csv
import os
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QColor, QCursor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu, QMessageBox, QWidget

from desktop_app.analysis.history import History
from desktop_app.engine.inspector import Inspector
from desktop_app.engine.network_choice import NetworkInUse
from desktop_app.panels.card import Card
from desktop_app.panels.status_text import Words
from desktop_app.ui.export import Export
from desktop_app.ui.live_page import LivePage
from desktop_app.ui.settings import Settings
from desktop_app.ui.snapshot import MARGIN, SCALE
from model import load_classifier
from model.pixel import pixel_sum
from model.standardisation import STANDARDISE
from tests.fixtures.frames import answer_of
from tests.panels.test_history_card import SILENT

MODEL = load_classifier()


class Coloured(QWidget):
    colour = QColor("red")

    def paintEvent(self, event):
        QPainter(self).fillRect(self.rect(), self.colour)


class Panel(Card):
    """A panel with one colour and one number."""

    def __init__(self, name):
        super().__init__(name)
        self.file_name = name
        self.value = 1.0
        self.coloured = Coloured()
        self.coloured.setMinimumSize(60, 40)
        self.body.addWidget(self.coloured)

    @property
    def canvas(self):
        return self.coloured

    def numbers(self):
        return {"values": np.full((2, 3), self.value, np.float32)} if self.value else {}


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.first, window.second = Panel("first"), Panel("second")
    middle = QWidget()
    window.setCentralWidget(middle)
    window.first.setParent(middle)
    window.second.setParent(middle)
    window.first.setGeometry(0, 0, 300, 200)
    window.second.setGeometry(320, 0, 300, 200)
    window.resize(640, 240)
    window.menu = window.menuBar().addMenu("Export")
    window.export = Export(window, window.menu, [window.first, window.second], Settings())
    window.show()
    qtbot.waitExposed(window)
    # Outside both panels.
    QCursor.setPos(window.mapToGlobal(QPoint(310, 235)))
    return window


@pytest.fixture
def choose(monkeypatch):
    """Replaces the file dialog and records its arguments."""
    asked = []

    def answer(path, chosen=""):
        def dialog(parent, title, start, filters):
            asked.append((title, start, filters))
            return str(path), chosen

        monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
        return asked

    return answer


@pytest.fixture
def said(monkeypatch):
    sentences = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _, __, text: sentences.append(text))
    return sentences


def open_context_menu(panel, qtbot):
    menu = panel.findChild(QMenu)
    panel.customContextMenuRequested.emit(QPoint(5, 5))
    qtbot.waitUntil(menu.isVisible)
    return menu


def choose_from(menu, action):
    at = menu.actionGeometry(action).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=at)


def test_the_picture_is_saved_as_it_was_when_the_menu_was_opened(window, qtbot, tmp_path, choose):
    asked = choose(tmp_path / "x.png")
    menu = open_context_menu(window.second, qtbot)
    window.second.coloured.colour = QColor("blue")
    choose_from(menu, window.export.save_picture)
    qtbot.waitUntil((tmp_path / "x.png").exists)
    assert asked[0][0] == "Save “second”"
    assert asked[0][1] == "second.png"
    image = QImage(str(tmp_path / "x.png"))
    size = window.second.coloured.size()
    assert image.width() == SCALE * (size.width() + 2 * MARGIN)
    assert image.pixelColor(image.rect().center()) == QColor("red")
    assert image.pixelColor(2, 2) == window.palette().base().color()


def test_closing_the_menu_discards_its_snapshot(window, qtbot, tmp_path, choose):
    choose(tmp_path / "x.csv")
    open_context_menu(window.second, qtbot).close()
    window.second.value = 2.0
    window.second.setFocus()
    # A menu closes before its action is triggered, so the snapshot is discarded a little later.
    qtbot.wait(10)
    window.export.save_numbers.trigger()
    header, *rows = csv.reader((tmp_path / "x.csv").read_text().splitlines())
    assert header == ["frame", "values_0", "values_1", "values_2"]
    assert rows[0] == ["0", "2.0", "2.0", "2.0"]


def test_the_svg_shows_the_panel(window, tmp_path, choose):
    choose(tmp_path / "x.svg")
    window.export.save_picture.trigger()
    renderer = QSvgRenderer(str(tmp_path / "x.svg"))
    image = QImage(renderer.defaultSize(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert renderer.viewBox().size() == window.first.coloured.size() + QSize(2 * MARGIN, 2 * MARGIN)
    assert image.pixelColor(image.rect().center()) == QColor("red")


def test_copy_takes_the_panel_under_the_pointer_or_else_the_focused_one(window):
    window.second.coloured.colour = QColor("green")
    window.second.setFocus()
    assert window.export.copy.shortcut().toString() == "Ctrl+C"
    window.export.copy.trigger()
    copied = QGuiApplication.clipboard().image()
    assert copied.pixelColor(copied.rect().center()) == QColor("green")
    QCursor.setPos(window.first.mapToGlobal(QPoint(150, 150)))
    window.export.copy.trigger()
    copied = QGuiApplication.clipboard().image()
    assert copied.pixelColor(copied.rect().center()) == QColor("red")


def test_the_extension_selects_the_format_and_the_folder_is_remembered(window, tmp_path, choose):
    choose(tmp_path / "x.NPZ")
    window.export.save_numbers.trigger()
    with np.load(tmp_path / "x.NPZ") as found:
        assert (found["values"] == 1.0).all()
    asked = choose(tmp_path / "y", "All arrays for NumPy (*.npz)")
    window.export.save_numbers.trigger()
    assert (tmp_path / "y.npz").exists()
    assert asked[-1][1] == str(tmp_path / "first.csv")


def test_a_failed_save_is_reported_and_keeps_the_old_file(window, tmp_path, choose, said):
    before = tmp_path / "x.csv"
    before.write_text("precious")
    (tmp_path / f".{os.getpid()}.part").mkdir()
    choose(before)
    window.export.save_numbers.trigger()
    assert len(said) == 1
    assert said[0].startswith(f"Could not save “x.csv” in {tmp_path}: ")
    assert before.read_text() == "precious"
    choose(tmp_path / "nowhere" / "x.png")
    window.export.save_picture.trigger()
    assert "No such file or directory" in said[1]


def test_an_empty_panel_is_reported_without_opening_a_dialog(window, choose, said):
    asked = choose("")
    window.first.value = 0.0
    window.export.save_numbers.trigger()
    assert said == ["“first” is empty, so there are no numbers to save."]
    assert asked == []


def test_cancelling_the_dialog_saves_nothing(window, choose, tmp_path, said):
    choose("")
    window.export.save_picture.trigger()
    assert said == []
    assert Settings().text("export_folder") == ""


def test_every_panel_of_the_live_page_exports_its_picture_and_numbers(qtbot):
    page = LivePage(Inspector(), QAction())
    qtbot.addWidget(page)
    page.resize(1200, 900)
    assert all(panel.numbers() == {} for panel in page.panels.values())
    page.use_network(NetworkInUse(1, None, MODEL, MODEL))
    window = np.random.default_rng(0).standard_normal((100, 13)).astype(np.float32)
    maps = MODEL.activations(window, [MODEL.first_maps])[MODEL.first_maps]
    page.wave.rows.show_sound(np.zeros(52736, np.float32), np.zeros((100, 128), np.float32), window)
    page.mfcc.show_window(window)
    page.maps.show_maps(maps)
    page.genres.show_answer(answer_of(np.full(len(MODEL.genres), 0.1), MODEL.genres), Words("", ""))
    source = MODEL.activations(window, [STANDARDISE])[STANDARDISE]
    found = pixel_sum(MODEL.places, MODEL.weights, MODEL.first_maps, 1, (7, 7), source)
    page.pixel.show_sum(found, "", source)
    history = History()
    history.note(replace(SILENT, network=MODEL))
    page.history.show_history(history.snapshot())
    shapes = {
        panel.file_name: {name: array.shape for name, array in panel.numbers().items()}
        for panel in page.panels.values()
    }
    layers = (len(MODEL.places),)
    one = {"bias": (1,), "sum": (1,)}
    names = ("layer", "maps", "frames", "coefficients", "parameters")
    assert shapes == {
        "mfcc": {"mfcc": (100, 13)},
        "feature-maps": {"maps": maps.shape, "kernels": (len(maps), 3, 3)},
        "genres": {"genre": (len(MODEL.genres),), "probability": (len(MODEL.genres),)},
        "pixel-sum": dict.fromkeys(("patch", "kernel", "products"), (1, 3, 3)) | one,
        "kernels": {"kernels": (len(maps), 3, 3), "bias": (len(maps),)},
        "wave-to-image": {"mfcc": (100, 13), "log_mel": (100, 128), "samples": (52736,)},
        "history": dict.fromkeys(("seconds_ago", "state", *MODEL.genres), (1,)),
        "network": dict.fromkeys(names, layers),
    }
    assert all(panel.canvas.isVisibleTo(page) for panel in page.panels.values())
