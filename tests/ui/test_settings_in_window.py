"""What a window remembers for the next one."""

from desktop_app.analysis.piece_tracker import PieceTracker
from desktop_app.analysis.smoothing import Smoother
from desktop_app.panels.mfcc_views import View
from desktop_app.ui.settings import Settings


def test_every_setting_is_remembered(qtbot, open_window):
    window, _ = open_window()
    window.live.genres.average.setValue(7.5)
    window.live.genres.threshold.setValue(-45)
    window.live.genres.sorted.setChecked(True)
    window.live.mfcc.hide_c0.setChecked(True)
    window.live.mfcc.choose_view(View.NETWORK)
    window.live.mfcc.fix_levels(-50.0, 70.0)
    window.live.maps.own_levels.setChecked(True)
    window.commands.panels["maps"].trigger()
    window.commands.panels["wave"].trigger()
    window.commands.panels["architecture"].trigger()
    window.commands.themes.actions()[2].trigger()
    window.controller.listen("USB")
    window.resize(1111, 666)
    window.close()
    again, monitor = open_window()
    assert again.live.genres.average.value() == 7.5
    assert again.live.genres.threshold.value() == -45
    assert monitor.worker.answering.average.seconds == 7.5
    assert monitor.worker.threshold_dbfs == -45
    assert again.live.genres.sorted.isChecked()
    assert again.live.mfcc.hide_c0.isChecked()
    assert again.live.mfcc.chosen_view is View.NETWORK
    assert not again.live.mfcc.automatic.isChecked()
    assert again.live.mfcc.levels == (-50.0, 70.0)
    assert again.live.maps.own_levels.isChecked()
    assert not again.commands.panels["maps"].isChecked()
    assert again.live.maps.isHidden()
    assert again.commands.panels["wave"].isChecked()
    assert not again.live.wave.isHidden()
    assert not again.live.architecture.isHidden()
    assert again.commands.themes.checkedAction().text() == "Dark"
    assert again.palette().window().color().lightness() < 100
    assert (again.width(), again.height()) == (1111, 666)
    assert Settings().text("device") == "USB"


def test_the_average_is_automatic_until_a_time_is_chosen(open_window):
    # Earlier versions remembered 3 s whether it was chosen or not.
    Settings().remember(average_s=3.0)
    for value, text in ((0.0, "0.0 s"), (-0.5, "Automatic")):
        window, monitor = open_window()
        assert window.live.genres.average.text() == "Automatic"
        assert isinstance(monitor.worker.answering.average, PieceTracker)
        window.live.genres.average.setValue(value)
        window.close()
        again, monitor = open_window()
        assert again.live.genres.average.text() == text
        fixed = isinstance(monitor.worker.answering.average, Smoother)
        assert fixed == (text != "Automatic")
        again.live.genres.average.setValue(-0.5)
        again.close()


def test_invalid_settings_are_ignored(open_window):
    Settings().remember(average_seconds="long", theme="Plaid", geometry="wide", hide_c0="perhaps")
    window, _ = open_window()
    assert window.live.genres.average.text() == "Automatic"
    assert not window.live.mfcc.hide_c0.isChecked()
