from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog

from desktop_app.engine.playlist import Playlist
from desktop_app.engine.source_status import Activity, SourceStatus
from desktop_app.library.list_formats import Mark
from desktop_app.panels.regions import Region
from desktop_app.panels.transport import Transport
from desktop_app.ui.region_keeper import FILES, RegionKeeper
from desktop_app.ui.settings import Settings


def playing(name, loop=None):
    return SourceStatus(
        activity=Activity.PLAYING, source=name, path=Path("/music") / name, duration_s=100.0,
        loop=loop,
    )  # fmt: skip


@pytest.fixture
def transport(qtbot):
    transport = Transport(QAction("a"), QAction("b"), QAction("c"))
    qtbot.addWidget(transport)
    transport.resize(1000, 140)
    transport.show()
    qtbot.waitExposed(transport)
    return transport


@pytest.fixture
def follow(transport):
    keeper = RegionKeeper(transport, Settings())

    def follow(status):
        transport.show_status(status)
        keeper.follow(status)

    return follow


def choices(transport):
    menu = transport.parts_button.menu()
    menu.aboutToShow.emit()
    return {action.text().replace("&", ""): action for action in menu.actions() if action.text()}


def name(transport, monkeypatch, words, choice="Name this part…"):
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: (words, bool(words)))
    choices(transport)[choice].trigger()


def test_the_button_is_hidden_until_there_is_a_part_to_name(transport, follow):
    follow(playing("a.wav"))
    assert transport.parts_button.isHidden()
    follow(playing("a.wav", (10.0, 20.0)))
    assert not transport.parts_button.isHidden()
    assert list(choices(transport)) == ["Name this part…"]


def test_a_looped_part_gets_a_name_is_shown_and_can_be_looped_again(transport, follow, monkeypatch):
    follow(playing("a.wav", (10.0, 20.0)))
    before = transport.overview.grab().toImage()
    name(transport, monkeypatch, "Chorus")
    follow(playing("a.wav"))
    assert transport.overview.grab().toImage() != before
    assert "Chorus" in transport.overview.tooltip_at(QPointF(0.15 * transport.overview.width(), 30))
    assert list(choices(transport)) == ["0:10 – 0:20   Chorus"]
    loops, sought = [], []
    transport.overview.loop_changed.connect(loops.append)
    transport.overview.sought.connect(sought.append)
    choices(transport)["0:10 – 0:20   Chorus"].trigger()
    assert loops == [(10.0, 20.0)]
    assert sought == [10.0]


def test_a_part_is_renamed_and_its_name_removed(transport, follow, monkeypatch):
    status = playing("a.wav", (10.0, 20.0))
    follow(status)
    name(transport, monkeypatch, "Chorus")
    follow(status)
    name(transport, monkeypatch, "Bridge", "Rename this part…")
    follow(status)
    assert "0:10 – 0:20   Bridge" in choices(transport)
    assert choices(transport)["0:10 – 0:20   Bridge"].isChecked()
    name(transport, monkeypatch, "", "Rename this part…")
    follow(status)
    assert "0:10 – 0:20   Bridge" in choices(transport)
    choices(transport)["Remove its name"].trigger()
    follow(status)
    assert list(choices(transport)) == ["Name this part…"]


def test_names_belong_to_their_file_and_are_remembered(transport, follow, monkeypatch):
    follow(playing("a.wav", (10.0, 20.0)))
    name(transport, monkeypatch, "Chorus")
    follow(playing("b.wav"))
    assert transport.parts_button.isHidden()
    RegionKeeper(transport, Settings()).follow(playing("a.wav"))
    assert list(choices(transport)) == ["0:10 – 0:20   Chorus"]


def test_the_files_changed_last_are_kept(transport, follow, monkeypatch):
    for number in range(FILES + 1):
        follow(playing(f"{number}.wav", (10.0, 20.0)))
        name(transport, monkeypatch, f"Part of {number}")
    again = RegionKeeper(transport, Settings())
    again.follow(playing("0.wav"))
    assert transport.parts_button.isHidden()
    again.follow(playing(f"{FILES}.wav"))
    assert list(choices(transport)) == [f"0:10 – 0:20   Part of {FILES}"]


def test_a_replay_has_no_parts_to_name(transport, follow):
    follow(SourceStatus(activity=Activity.PLAYING, duration_s=30.0, loop=(1.0, 5.0)))
    assert transport.parts_button.isHidden()
    transport.parts_button.regions_changed.emit((Region(1.0, 5.0, "x"),))
    assert Settings().text("regions") == ""


def test_the_tracks_of_a_cue_sheet_are_parts_that_can_be_renamed(transport, follow, monkeypatch):
    path = Path("/music/mix.mp3")
    playlist = Playlist((), path, (), marks={path: (Mark(0.0, "One"), Mark(60.0, "Two"))})
    status = replace(playing("mix.mp3"), playlist=playlist)
    follow(status)
    assert list(choices(transport)) == ["0:00 – 1:00   One", "1:00 – 1:40   Two"]
    looped = replace(status, loop=(60.0, 100.0))
    follow(looped)
    name(transport, monkeypatch, "Encore", choice="Rename this part…")
    follow(replace(status, playlist=replace(playlist, unread="x")))
    assert list(choices(transport)) == ["0:00 – 1:00   One", "1:00 – 1:40   Encore"]
