"""Level meter, status bar, banner and the list of inputs."""

import pytest
from PySide6.QtGui import QAction

from desktop_app.analysis.level import Level
from desktop_app.audio.input_devices import InputDevice
from desktop_app.panels.banner import Banner
from desktop_app.panels.level_meter import AMBER, GREEN, RED, LevelMeterWidget
from desktop_app.panels.source_bar import SourceBar
from desktop_app.panels.status_line import StatusLine, Vitals
from desktop_app.panels.tabs import Tabs


@pytest.fixture
def meter(qtbot):
    meter = LevelMeterWidget()
    qtbot.addWidget(meter)
    meter.resize(meter.sizeHint())
    meter.show()
    qtbot.waitExposed(meter)
    return meter


def colours(widget):
    image = widget.grab().toImage()
    return {
        image.pixel(x, y) & 0xFFFFFF for x in range(image.width()) for y in range(image.height())
    }


def rgb(colour):
    return colour.rgb() & 0xFFFFFF


@pytest.mark.parametrize(
    ("rms", "expected"), [(-40, {GREEN.name()}), (-8, {GREEN.name(), AMBER.name()})]
)
def test_the_meter_is_coloured_by_level(meter, rms, expected):
    meter.show_level(Level(rms + 3, rms, False))
    seen = colours(meter)
    shown = {c.name() for c in (GREEN, AMBER, RED) if rgb(c) in seen}
    assert shown == expected


def test_clipping_lights_up_red(meter):
    meter.show_level(Level(0.0, -20.0, True))
    assert rgb(RED) in colours(meter)


def test_the_meter_is_accessible(meter):
    meter.show_level(Level(-10, -18.4, False))
    assert meter.accessibleDescription() == "−18 dBFS"
    meter.show_level(Level())
    assert meter.accessibleDescription() == "−∞ dBFS"


def vitals(**changes):
    values = {
        "activity": "listening", "source": "USB", "remark": "", "rate": 48000,
        "channels": 2, "windows_per_s": 43.1, "updates_per_s": 29.6, "delay_s": 0.064,
        "device_delay_s": 0.01, "overflows": 1, "lost": 2, "skipped": 3,
    }  # fmt: skip
    return Vitals(**{**values, **changes})


def test_the_status_bar_shows_all_values(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_vitals(vitals())
    assert line.source.text() == "listening · USB · 48 kHz stereo"
    assert line.windows.text() == "43 windows/s"
    assert line.updates.text() == " · 30 updates/s"
    assert line.delay.text() == " · 64 ms delay"
    assert "10 ms of it in the input device" in line.delay.toolTip()
    assert line.losses.text() == " · 3 lost · 3 skipped"
    assert not line.losses.isHidden()
    line.show_vitals(vitals(remark="It is so."))
    assert line.source.text().endswith(" · It is so.")
    assert line.source.toolTip() == "listening · USB · 48 kHz stereo · It is so."
    line.show_vitals(
        vitals(delay_s=None, remark="", source="", rate=0, activity="stopped", channels=8)
    )
    assert line.source.text() == "stopped"
    assert line.delay.isHidden()


def test_losses_are_shown_only_once_there_are_any(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_vitals(vitals(overflows=0, lost=0, skipped=0))
    assert line.losses.isHidden()
    line.show_vitals(vitals(overflows=0, lost=0, skipped=1))
    assert not line.losses.isHidden()
    assert line.losses.text() == " · 1 skipped"
    line.show_vitals(vitals(overflows=1, lost=0, skipped=0))
    assert line.losses.text() == " · 1 lost"


def test_a_long_name_does_not_widen_the_window(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_vitals(vitals(source="x" * 500))
    assert line.minimumSizeHint().width() < 700


def test_the_banner_can_be_read_and_closed(qtbot):
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.say("This is wrong.")
    assert not banner.isHidden()
    banner.say("")
    assert banner.isHidden()


def test_the_banner_says_more_when_it_is_asked(qtbot):
    banner = Banner()
    qtbot.addWidget(banner)
    banner.say("No sound.", "Check the switch.")
    assert banner.text.text() == "No sound."
    banner.more.click()
    assert banner.text.text() == "No sound.\nCheck the switch."
    banner.say("Another matter.")
    assert banner.text.text() == "Another matter."
    assert banner.more.isHidden()


def test_an_open_list_of_inputs_does_not_change(qtbot):
    bar = SourceBar(QAction(), (), QAction(), (), ())
    qtbot.addWidget(bar)
    bar.show()
    devices = [InputDevice(n, name, "ALSA", 1, 48000, default=not n) for n, name in enumerate("ab")]
    bar.show_devices((devices[0],), "")
    bar.devices.showPopup()
    bar.show_devices(tuple(devices), "")
    assert bar.devices.findData("b") == -1
    bar.devices.hidePopup()
    bar.show_devices(tuple(devices), "")
    assert bar.devices.findData("b") == 2


def test_the_chosen_tab_is_underlined(qtbot):
    tabs = Tabs()
    qtbot.addWidget(tabs)
    for name in ("Sum", "Kernels"):
        tabs.addTab(name)
    tabs.setCurrentIndex(1)
    picture = tabs.grab().toImage()
    accent = tabs.palette().highlight().color()
    below = [
        picture.pixelColor(tabs.tabRect(number).center().x(), tabs.tabRect(number).bottom() - 1)
        for number in range(2)
    ]
    assert [colour == accent for colour in below] == [False, True]
