import keyring
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton

from desktop_app.ui.settings import Settings
from tests.fixtures.windows import hear, listening, until
from tests.outputs.test_mqtt import SECRET, Keyring, use_keyring
from tests.outputs.test_sending import osc_receiver

__all__ = ["use_keyring"]


@pytest.fixture
def window(window_and_monitor):
    window, _ = window_and_monitor
    yield window
    window.programs.close()


def opened(window):
    window.commands.preferences.trigger()
    return window.findChild(QDialog)


def write(dialog, kind, text):
    field = dialog.findChild(QLineEdit, kind)
    field.clear()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def note(dialog):
    return dialog.findChild(QLabel, "note").text()


def test_a_receiver_written_into_the_preferences_is_told_what_is_heard(qtbot, window, machine):
    listening(qtbot, window)
    dialog = opened(window)
    assert note(dialog) == "Nothing is sent."
    assert not window.status_line.programs.isVisible()
    with osc_receiver() as (address, got):
        write(dialog, "osc", address)
        assert dialog.isVisible()
        assert note(dialog) == f"Sending to OSC {address}."
        # A frozen display is the user's own affair.
        window.commands.freeze.setChecked(True)
        hear(machine)
        until(qtbot, lambda: got.get("/genre-monitor/answer") == ("A",))
        until(qtbot, window.status_line.programs.isVisible)
        assert window.status_line.programs.text().startswith("Sending to 1 program ")
        assert address in window.status_line.programs.toolTip()
    write(dialog, "osc", "")
    assert note(dialog) == "Nothing is sent."
    until(qtbot, lambda: not window.status_line.programs.isVisible())


def test_receivers_are_remembered(window, open_window):
    write(opened(window), "web", "0")
    again, _ = open_window()
    again.programs.begin()
    assert again.programs.sending.receivers == ("http://127.0.0.1:0",)
    assert opened(again).findChild(QLineEdit, "web").text() == "0"
    again.programs.close()


def test_an_invalid_address_is_reported_and_the_former_one_stays(window):
    dialog = opened(window)
    write(dialog, "osc", "127.0.0.1:9000")
    write(dialog, "osc", "9000 please")
    assert note(dialog).startswith("9000 please is not an address such as 127.0.0.1:9000.\n")
    assert Settings().text("send_osc") == "127.0.0.1:9000"
    assert window.programs.sending.receivers == ("OSC 127.0.0.1:9000",)


def test_a_receiver_that_is_not_reached_is_shown(qtbot, window, machine):
    listening(qtbot, window)
    dialog = opened(window)
    write(dialog, "mqtt", "mqtt://127.0.0.1:1")
    until(
        qtbot, lambda: note(dialog) == "Could not send to mqtt://127.0.0.1:1: Connection refused."
    )
    until(qtbot, lambda: "1 not reached" in window.status_line.programs.text())
    assert window.banner.isHidden()


def test_a_password_goes_to_the_keyring_and_not_to_the_settings(
    qtbot, window, use_keyring, tmp_path
):
    use_keyring(Keyring())
    dialog = opened(window)
    write(dialog, "password", SECRET)
    assert note(dialog).startswith("Add the user name to the broker’s address")
    write(dialog, "mqtt", "mqtt://me@127.0.0.1:1")
    write(dialog, "password", SECRET)
    assert dialog.findChild(QLineEdit, "password").text() == ""
    until(qtbot, lambda: "The password is in the system’s keyring." in note(dialog))
    assert keyring.get_password("genre-monitor", "mqtt://me@127.0.0.1:1") == SECRET
    window.close()
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(b"me@127.0.0.1" in path.read_bytes() for path in kept)
    assert not any(SECRET.encode() in path.read_bytes() for path in kept)


def test_a_password_is_deleted_from_the_keyring(qtbot, window, use_keyring):
    use_keyring(Keyring())
    dialog = opened(window)
    (delete,) = (
        button for button in dialog.findChildren(QPushButton) if button.text() == "&Delete"
    )
    write(dialog, "mqtt", "mqtt://me@127.0.0.1:1")
    write(dialog, "password", SECRET)
    until(qtbot, lambda: "The password is in the system’s keyring." in note(dialog))
    connected_with = window.programs.sending.receivers
    delete.click()
    until(qtbot, lambda: "The password was deleted from the system’s keyring." in note(dialog))
    assert keyring.get_password("genre-monitor", "mqtt://me@127.0.0.1:1") is None
    assert window.programs.sending.receivers == connected_with
    delete.click()
    until(qtbot, lambda: "has no password for this broker and user." in note(dialog))
