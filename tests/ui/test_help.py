import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtTest import QTest

from desktop_app.bundled import COURSE_PATH
from model.checkpoint import load_checkpoint, save_checkpoint
from tests.fixtures.windows import activate, until


@pytest.fixture
def window(open_window):
    return open_window()[0]


def top_line(reader):
    cursor = reader.text.cursorForPosition(reader.text.viewport().rect().topLeft())
    return cursor.block().text()


def test_f1_shows_every_shortcut_of_the_menus(window, qtbot):
    activate(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_F1)
    reader = window.help.reader
    assert reader.isVisible()
    until(qtbot, lambda: top_line(reader) == "Keyboard shortcuts")
    assert "View ▸ Genre only" in reader.text.toPlainText()


def test_the_manual_has_pictures_links_and_a_way_back(window, qtbot, monkeypatch):
    window.commands.manual.trigger()
    reader = window.help.reader
    text = reader.text
    assert text.toPlainText().startswith("Manual")
    picture = text.loadResource(
        QTextDocument.ResourceType.ImageResource.value, QUrl("../screenshots/sum.png")
    )
    assert isinstance(picture, QImage)
    assert 0 < picture.width() <= text.viewport().width()
    text.anchorClicked.emit(QUrl("#the-live-page"))
    until(qtbot, lambda: top_line(reader) == "The live page")
    text.anchorClicked.emit(QUrl("model.md"))
    assert text.toPlainText().startswith("The model")
    activate(qtbot, reader)
    QTest.keyClick(reader, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    until(qtbot, lambda: text.toPlainText().startswith("Manual"))
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    text.anchorClicked.emit(QUrl("https://example.org/"))
    assert opened == [QUrl("https://example.org/")]


def test_words_are_found_from_the_cursor_on_and_then_from_the_top(window):
    window.commands.manual.trigger()
    reader = window.help.reader
    reader.search.setText("Genre only")
    found = []
    for _ in range(3):
        QTest.keyClick(reader.search, Qt.Key.Key_Return)
        found.append(reader.text.textCursor().position())
        assert reader.text.textCursor().selectedText() == "Genre only"
    assert found[0] < found[1]
    assert found[2] in found[:2]


def test_the_card_is_that_of_the_model_in_use(window, qtbot, tmp_path):
    text = window.help.reader.text
    window.commands.model_card.trigger()
    assert "No model is loaded" in text.toPlainText()
    window.controller.use_model("")
    until(qtbot, lambda: window.monitor.network.current is not None)
    window.commands.model_card.trigger()
    assert text.toPlainText().startswith("genre-monitor: model card")
    mine = tmp_path / "mine.safetensors"
    save_checkpoint(load_checkpoint(COURSE_PATH), mine)
    window.controller.use_model(str(mine))
    until(qtbot, lambda: window.monitor.network.current.path == mine)
    window.commands.model_card.trigger()
    words = text.toPlainText()
    assert words.startswith("mine.safetensors")
    assert "Right on 62 %" in words
    assert "Blues, Classical" in words


def test_closing_the_window_closes_the_manual(window):
    window.commands.manual.trigger()
    window.close()
    assert not window.help.reader.isVisible()
