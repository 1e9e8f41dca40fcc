"""Opening an address from the menu: what is refused, remembered, shown, and kept secret."""

import logging
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox

from desktop_app.audio.address import address_of
from desktop_app.engine.source_status import Activity
from desktop_app.ui.diagnostics import diagnostics
from desktop_app.ui.log_file import log_path
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.open_address import AddressDialog
from desktop_app.ui.settings import Settings
from tests.fixtures.monitor import monitor_of
from tests.fixtures.radio import radio
from tests.fixtures.windows import FakeModel, activate, until

NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window_and_monitor(qtbot, machine, tmp_path):
    monitor = monitor_of(machine, sessions_folder=tmp_path / "sessions")
    window = MainWindow(monitor, Settings())
    monitor.start()
    monitor.network.use(FakeModel(), None)
    window.show()
    qtbot.waitExposed(window)
    yield window, monitor
    window.close()
    monitor.close()
    window.deleteLater()


def dialog_of(qtbot, window):
    window.commands.open_address.trigger()
    return window.findChildren(AddressDialog)[-1]


def written(qtbot, dialog, text):
    """Write an address and press Open; what is then said about it."""
    dialog.field.setEditText(text)
    box = dialog.findChild(QDialogButtonBox)
    qtbot.mouseClick(box.button(QDialogButtonBox.StandardButton.Open), Qt.MouseButton.LeftButton)
    return dialog.problem.text()


def test_an_invalid_address_is_refused_in_the_dialog(qtbot, window_and_monitor):
    window, monitor = window_and_monitor
    dialog = dialog_of(qtbot, window)
    assert "begins with http://" in written(qtbot, dialog, "song.mp3")
    assert dialog.isVisible()
    dialog.field.setEditText("song")
    assert dialog.problem.text() == ""
    dialog.reject()
    assert monitor.status().activity is Activity.STOPPED


def test_a_station_is_heard_and_remembered_and_its_password_is_nowhere(
    qtbot, window_and_monitor, tmp_path, caplog
):
    window, monitor = window_and_monitor
    with caplog.at_level(logging.DEBUG), radio() as station:
        dialog = dialog_of(qtbot, window)
        assert written(qtbot, dialog, station.url(login="me:s3cret@")) == ""
        until(qtbot, lambda: monitor.status().activity is Activity.LISTENING)
        until(qtbot, lambda: bool(window.open_address.kept))
        until(qtbot, lambda: window.windowTitle() == "My Radio — genre-monitor")
        transport = window.transport
        assert transport.isVisible()
        assert (transport.title, transport.subtitle) == ("Network stream", "My Radio")
        assert transport.volume.isVisible()
        assert not transport.overview.isVisible()
        assert window.source_bar.devices.currentIndex() == -1
        assert window.commands.record.isEnabled()
        # Nobody else is contacted.
        port = address_of(station.url()).port
        ends = [each.laddr[1:] + each.raddr[1:] for each in psutil.Process().net_connections()]
        assert [ports for ports in ends if ports and port not in ports] == []
        # The session takes the name from there.
        until(qtbot, lambda: window.presenter.newest is not None)
        assert window.presenter.newest.source == "My Radio"
        report = diagnostics(monitor.inputs, monitor.status(), log_path())
    window.close()
    monitor.close()
    assert window.open_address.kept == [station.url(login="me@")]
    seen = [report, caplog.text, window.windowTitle()]
    seen += [path.read_text() for path in Path(tmp_path).rglob("*") if path.is_file()]
    seen += [Path(Settings()._file.fileName()).read_text()]
    assert all("s3cret" not in text for text in seen)
    assert "a stream, listening" in report


def test_addresses_heard_are_offered_again_until_the_list_is_cleared(qtbot, open_window):
    kept = ["http://b.example/live", "http://me@a.example/"]
    Settings().remember(addresses='["http://b.example/live", "http://me:s3cret@a.example"]')
    window, _ = open_window()
    dialog = dialog_of(qtbot, window)
    assert [dialog.field.itemText(row) for row in range(dialog.field.count())] == kept
    assert dialog.field.currentText() == kept[0]
    dialog.forget.click()
    dialog.reject()
    assert Settings().text("addresses") == "[]"
    assert dialog_of(qtbot, window).field.count() == 0


@pytest.mark.parametrize("stored", ["", "{}", "3", "[" * 100_000, '[3, "x"]', '["file:///x"]'])
def test_damaged_settings_offer_nothing(open_window, stored):
    Settings().remember(addresses=stored)
    window, _ = open_window()
    assert window.open_address.kept == []


def brought(how, text):
    data = QMimeData()
    if how == "link":
        data.setUrls([QUrl(line) for line in text.splitlines()])
    else:
        data.setText(text)
    return data


def taken(window, data):
    """Drag something over the window and, if it accepts that, drop it; whether it did."""
    about = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NO_KEYS)
    over = QDragEnterEvent(QPoint(300, 300), *about)
    over.ignore()
    window.dragEnterEvent(over)
    if over.isAccepted():
        window.dropEvent(QDropEvent(QPointF(300, 300), *about))
    return over.isAccepted()


def paste(qtbot, widget, data):
    activate(qtbot, widget.window())
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("how", ["link", "text"])
@pytest.mark.parametrize("pasted", [False, True])
def test_an_address_that_is_dropped_or_pasted_is_heard(qtbot, window_and_monitor, how, pasted):
    window, monitor = window_and_monitor
    with radio() as station:
        data = brought(how, station.url() + "\n" * (how == "text"))
        if pasted:
            paste(qtbot, window, data)
        else:
            assert taken(window, data)
        until(qtbot, lambda: monitor.status().activity is Activity.LISTENING)
        assert monitor.status().source == "My Radio"
        window.close()
        monitor.close()


def test_what_cannot_be_opened_is_said_and_nothing_is_contacted(qtbot, window_and_monitor):
    window, monitor = window_and_monitor
    said = window.status_line.currentMessage
    paste(qtbot, window, brought("text", "a song"))
    assert said() == "Neither an address nor files were copied."
    assert not taken(window, brought("text", "a song"))
    assert taken(window, brought("link", "http://a.example/1\nhttp://a.example/2"))
    assert said() == "An address must be given alone, without files or other addresses."
    assert taken(window, brought("link", "http://a.example/1\nfile:///song.mp3"))
    assert said() == "An address must be given alone, without files or other addresses."
    assert taken(window, brought("text", "http://a.example/my radio"))
    assert "cannot contain spaces" in said()
    assert monitor.status().activity is Activity.STOPPED


def test_an_address_pasted_into_a_field_is_text(qtbot, window_and_monitor):
    window, monitor = window_and_monitor
    window.commands.session.trigger()
    field = window.pages.session.filter
    field.setFocus()
    paste(qtbot, field, brought("text", "http://a.example/1"))
    assert field.text() == "http://a.example/1"
    assert monitor.status().activity is Activity.STOPPED
