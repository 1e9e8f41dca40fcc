"""The window in other languages: chosen at once, longer, and from right to left."""

import gettext as catalogues
import re
from dataclasses import replace

import pytest
import soundfile
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLabel

from desktop_app.bundled import COURSE_PATH
from desktop_app.engine.source_status import Activity
from desktop_app.panels.card import ElidingLabel
from desktop_app.panels.large_label import LargeLabel
from desktop_app.translation import Translation
from desktop_app.ui.screen_fit import FRAME
from desktop_app.ui.settings import Settings
from desktop_app.ui.shown_window import ShownWindow
from model import load_classifier
from resources import languages
from tests.fixtures.monitor import monitor_of
from tests.fixtures.windows import hear, until


@pytest.fixture(autouse=True)
def english_again(qapp):
    locale = QLocale()
    yield
    Translation(qapp).use("en")
    QLocale.setDefault(locale)


@pytest.fixture
def shown(qtbot, machine, qapp):
    monitor = monitor_of(machine)
    translation = Translation(qapp)
    shown = ShownWindow(monitor, Settings(), translation)
    monitor.start()
    shown.window.show()
    qtbot.waitExposed(shown.window)
    yield shown
    shown.window.close()
    monitor.close()
    translation.use("en")
    shown.window.deleteLater()


def choose(shown, language):
    shown.window.commands.preferences.trigger()
    dialog = shown.window.findChild(QDialog)
    choice = next(box for box in dialog.findChildren(QComboBox) if box.findData("es") >= 0)
    choice.setCurrentIndex(choice.findData(language))
    choice.activated.emit(choice.currentIndex())


def menus(window):
    return [action.text() for action in window.menuBar().actions()]


def test_another_language_takes_effect_at_once_and_disturbs_nothing(shown, qtbot, machine):
    monitor = shown.window.monitor
    monitor.listen()
    until(qtbot, lambda: monitor.status().activity is Activity.LISTENING)
    shown.window.pages.show_laboratory()
    laboratory = shown.window.pages.laboratory
    mine = replace(laboratory.experiment, is_pooling=not laboratory.experiment.is_pooling)
    laboratory.put(mine)
    english, opened = menus(shown.window), len(machine.opened)
    choose(shown, "es")
    assert "Archivo" in menus(shown.window)[0].replace("&", "")
    assert all(one != other for one, other in zip(english, menus(shown.window), strict=True))
    assert shown.window.isVisible()
    assert shown.window.findChild(QDialog).isVisible()
    assert not machine.opened[-1].closed
    assert len(machine.opened) == opened
    assert shown.window.pages.shown == "laboratory"
    assert shown.window.pages.laboratory.experiment == mine
    assert Settings().text("language") == "es"
    choose(shown, "en")
    assert menus(shown.window) == english


def test_edited_kernels_stay_edited(shown, qtbot):
    network = shown.window.monitor.network
    network.use(load_classifier(COURSE_PATH), COURSE_PATH)
    until(qtbot, lambda: shown.window.live.kernels.edits is not None)
    shown.window.live.kernels.mute.click()
    assert network.current.edited == {0}
    shown.use_language("es")
    card = shown.window.live.kernels
    until(qtbot, lambda: card.edits is not None)
    assert card.edits.muted == {0}
    assert card.mute.isChecked()
    assert network.current.edited == {0}
    card.mute.click()
    assert network.current.edited == frozenset()


def test_kernels_views_and_the_image_go_by_their_names_in_the_language(shown, qtbot):
    shown.window.monitor.network.use(load_classifier(COURSE_PATH), COURSE_PATH)
    shown.use_language("de")
    card = shown.window.live.kernels
    until(qtbot, lambda: card.edits is not None)
    card.named.setCurrentText("senkrechte Linie")
    card.named.activated.emit(card.named.currentIndex())
    assert card.edits.changed == {0}
    assert "senkrechte Linie" in card.undo.undoText()
    views = shown.window.live.mfcc.view
    assert "loudness" not in views.itemData(2, Qt.ItemDataRole.ToolTipRole)
    assert shown.window.live.architecture.blocks.layers[0].title == "Bild"


def test_a_recording_goes_on_and_can_be_stopped(shown, qtbot, machine, tmp_path):
    Settings().remember(recordings=str(tmp_path / "recordings"))
    monitor = shown.window.monitor
    monitor.listen()
    until(qtbot, lambda: monitor.status().activity is Activity.LISTENING)
    shown.window.commands.record.trigger()
    hear(machine, 1.0)
    until(qtbot, lambda: monitor.recorder.recording.seconds > 0.5)
    shown.use_language("es")
    record = shown.window.commands.record
    until(qtbot, record.isChecked)
    hear(machine, 1.0)
    record.trigger()
    until(qtbot, lambda: monitor.recorder.recording.saved)
    (path,) = monitor.recorder.recording.files
    assert soundfile.info(path).duration == pytest.approx(2.0, abs=0.3)


def test_the_language_is_remembered(shown, qapp, machine):
    choose(shown, "fr")
    translation = Translation(qapp)
    again = ShownWindow(shown.window.monitor, Settings(), translation)
    assert "Fichier" in menus(again.window)[0].replace("&", "")
    again.window.deleteLater()
    translation.use("en")


def test_every_language_is_offered_in_its_own_words(shown):
    shown.window.commands.preferences.trigger()
    choice = next(
        box
        for box in shown.window.findChild(QDialog).findChildren(QComboBox)
        if box.findData("es") >= 0
    )
    names = [choice.itemText(index) for index in range(1, choice.count())]
    assert names == [
        "English", "Deutsch", "Español", "Français", "日本語", "Português (Brasil)", "简体中文",
    ]  # fmt: skip


def longer(text):
    """The text with two fifths more letters, and its values in their places."""
    letters = len(re.sub(r"\{[^}]*\}|&", "", text))
    return text + (" mm" * round(0.4 * letters))[: round(0.4 * letters)] if letters > 3 else text


class Longer(QTranslator):
    def translate(self, context, text, disambiguation=None, n=-1):
        return longer(text)

    def isEmpty(self):  # noqa: N802
        return False


class LongerToo(catalogues.NullTranslations):
    def gettext(self, message):
        return longer(message)


def cut(window):
    """Texts of visible labels and buttons that have less room than they need."""
    for widget in (*window.findChildren(QLabel), *window.findChildren(QAbstractButton)):
        if not widget.isVisibleTo(window) or isinstance(widget, ElidingLabel | LargeLabel):
            continue
        wrapped = isinstance(widget, QLabel) and widget.wordWrap()
        need = widget.heightForWidth(widget.width()) if wrapped else widget.sizeHint().width()
        if (widget.height() if wrapped else widget.width()) < need - 2 and widget.text():
            yield widget.text()


def test_texts_that_are_longer_by_two_fifths_are_not_cut(qtbot, qapp, open_window, monkeypatch):
    translator = Longer()
    monkeypatch.setattr(languages._InUse, "texts", LongerToo())
    qapp.installTranslator(translator)
    try:
        window, _ = open_window()
        window.resize(1280 - FRAME.width(), 720 - FRAME.height())
        for show in (window.pages.show_live, window.pages.show_laboratory):
            show()
            qtbot.waitUntil(lambda: list(cut(window)) == [])
            assert (window.width(), window.height()) == (
                1280 - FRAME.width(), 720 - FRAME.height(),
            )  # fmt: skip
            right = window.width()
            assert all(
                button.mapTo(window, button.rect().topRight()).x() <= right
                for button in window.source_bar.findChildren(QAbstractButton)
                if button.isVisible()
            )
    finally:
        qapp.removeTranslator(translator)


def test_from_right_to_left_the_controls_are_mirrored(qtbot, open_window):
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        window, _ = open_window()
        window.resize(1200, 680)
        qtbot.waitUntil(lambda: list(cut(window)) == [])
        devices, level = window.source_bar.devices, window.source_bar.level
        assert _left(devices, window) > _left(level, window)
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _left(widget, window):
    return widget.mapTo(window, widget.rect().topLeft()).x()


TRANSLATED = [language for language in languages.available() if language != languages.ENGLISH]


def letters(texts):
    return [match[1].upper() for text in texts if (match := re.search(r"&(\w)", text))]


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_access_key_is_used_twice(shown, qtbot, language):
    shown.use_language(language)
    window = shown.window
    window.findChild(QDialog).close()
    window.commands.why.trigger()
    for action in window.commands.panels.values():
        action.setChecked(True)
    bar = [action.text() for action in window.menuBar().actions()]
    labels = [w.text() for w in window.findChildren(QLabel) if w.isVisible() and w.buddy()]
    buttons = [w.text() for w in window.findChildren(QAbstractButton) if w.isVisible()]
    assert _twice(letters((*bar, *labels, *buttons))) == []
    for action in window.menuBar().actions():
        texts = [entry.text() for entry in action.menu().actions() if entry.isVisible()]
        assert _twice(letters(texts)) == [], action.text()


def _twice(found):
    return sorted({letter for letter in found if found.count(letter) > 1})
