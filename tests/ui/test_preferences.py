import pytest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFileDialog,
    QPushButton,
)

from desktop_app.ui.settings import Settings


@pytest.fixture(autouse=True)
def usual_size():
    before = QApplication.font()
    yield
    QApplication.setFont(before)


@pytest.fixture
def window(open_window):
    return open_window()[0]


def opened(window):
    window.commands.preferences.trigger()
    return window.findChild(QDialog)


def test_preferences_show_what_is_set(window):
    window.live.genres.average.setValue(4.5)
    window.live.genres.threshold.setValue(-47)
    window.commands.themes.actions()[2].trigger()
    window.commands.enlarge.trigger()
    dialog = opened(window)
    assert dialog.isVisible()
    assert [box.currentText() for box in dialog.findChildren(QComboBox)] == [
        "System language", "Dark", "110 %",
    ]  # fmt: skip
    assert [box.value() for box in dialog.findChildren(QDoubleSpinBox)] == [4.5, -47]


def test_a_change_takes_effect_at_once(window, tmp_path, monkeypatch):
    dialog = opened(window)
    _, theme, size = dialog.findChildren(QComboBox)
    average, threshold = dialog.findChildren(QDoubleSpinBox)
    theme.setCurrentText("Light")
    assert window.commands.themes.checkedAction().text() == "Light"
    assert Settings().text("theme") == "Light"
    size.setCurrentText("150 %")
    assert window.presentation.zoom.factor == 1.5
    average.setValue(2.0)
    assert window.live.genres.average_s == 2.0
    threshold.setValue(-40)
    assert window.monitor.worker.threshold_dbfs == -40
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    button = next(b for b in dialog.findChildren(QPushButton) if "/" in b.text())
    button.click()
    assert button.text() == str(tmp_path)
    assert window.recording.folder == tmp_path
