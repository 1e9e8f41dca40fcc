"""What the window shows, without a window."""

import time
from dataclasses import replace

import numpy as np
import pytest

from desktop_app.engine.source_status import Activity
from desktop_app.ui.presenter import Presenter
from model.features import HOP_SAMPLES
from tests.fixtures.fake_source import FakeClassifier
from tests.fixtures.files import write
from tests.fixtures.machine import DEVICES
from tests.fixtures.monitor import is_
from tests.fixtures.waiting import until


@pytest.fixture
def presenter(monitor):
    monitor.network.use(FakeClassifier(), None)
    return Presenter(monitor)


def look(presenter, **options):
    presenter.new_network()
    return presenter.look(**options)


def listen(presenter):
    return presenter.hear(time.perf_counter())


def hear(monitor, machine, seconds=2.6):
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    give(machine, seconds)


def give(machine, seconds):
    machine.opened[-1].give(0.1 * np.random.default_rng(0).standard_normal(round(seconds * 22050)))


def test_a_new_network_is_reported_once(presenter, monitor):
    assert presenter.new_network() is monitor.network.current
    assert presenter.new_network() is None
    monitor.network.use(FakeClassifier(), None)
    assert presenter.new_network().generation == 2


def test_sound_yields_a_frame_with_a_genre_and_an_explanation(
    presenter, monitor, machine, tmp_path
):
    look(presenter)
    assert presenter.words.below == "Start listening, open a file or play the demo."
    hear(monitor, machine)
    until(lambda: listen(presenter).frame is not None and look(presenter) and presenter.answered)
    assert presenter.answered.answer.genre == "a"
    monitor.recorder.start(tmp_path)
    display = look(presenter, more_problems="Settings lost.")
    assert display.title == "● Good — genre-monitor"
    assert display.problems == "Settings lost."
    assert display.device == ""
    assert presenter.words.below.startswith("Over the last ")


def test_another_source_makes_the_display_stale(presenter, monitor, machine):
    hear(monitor, machine)
    until(lambda: listen(presenter).frame is not None)
    monitor.listen("USB")
    until(lambda: listen(presenter).stale)
    assert presenter.inspector.frame is None
    assert not listen(presenter).stale


def test_freezing_keeps_frame_and_explanation_while_listening_continues(
    presenter, monitor, machine
):
    hear(monitor, machine)
    until(lambda: listen(presenter).frame is not None and look(presenter) and presenter.answered)
    presenter.frozen = True
    kept, words = presenter.inspector.frame, presenter.words
    monitor.listen("USB")
    is_(monitor, Activity.LISTENING)
    give(machine, 2.6)
    until(lambda: listen(presenter).level is not None)
    look(presenter)
    heard = listen(presenter)
    assert (heard.frame, presenter.words, heard.stale) == (None, words, False)
    assert presenter.inspector.frame is kept
    assert presenter.answered is kept
    presenter.frozen = False
    assert listen(presenter).stale


def test_after_freezing_the_last_sound_is_shown_even_if_none_follows(presenter, monitor, machine):
    look(presenter)
    hear(monitor, machine)
    until(lambda: listen(presenter).frame is not None)
    presenter.frozen = True
    kept = presenter.inspector.frame
    give(machine, 2.6)
    whole = 2 * round(2.6 * 22050) // HOP_SAMPLES * HOP_SAMPLES
    until(lambda: listen(presenter) and presenter.newest.end_sample == whole)
    assert presenter.inspector.frame is kept
    presenter.frozen = False
    assert listen(presenter).frame is presenter.newest
    assert presenter.inspector.frame is presenter.newest
    assert listen(presenter).frame is None


def test_a_file_has_an_outline_and_no_device(presenter, monitor, machine, tmp_path):
    monitor.play([write(tmp_path / "x.wav", 6.0)])
    is_(monitor, Activity.PLAYING)
    until(lambda: (outline := look(presenter).outline) is not None and outline.done)
    assert look(presenter).device is None
    assert look(presenter).title == "x.wav — genre-monitor"


@pytest.mark.parametrize("chosen", ["What this computer plays (HDMI)", None])
def test_a_file_that_plays_where_the_computer_is_listened_to_is_said_until_it_is_over(
    presenter, monitor, machine, tmp_path, chosen
):
    def remark():
        return presenter.vitals(monitor.status(), 30.0, 0.1).remark

    hdmi = replace(DEVICES[0], name="What this computer plays (HDMI)")
    machine.devices = [hdmi]
    machine.microphones = {hdmi.name: hdmi.name, None: hdmi.name, "USB": "USB"}
    monitor.list_inputs()
    monitor.listen(chosen)
    is_(monitor, Activity.LISTENING)
    assert remark() == ""
    monitor.play([write(tmp_path / "song.wav", 5.0)])
    is_(monitor, Activity.PLAYING)
    assert remark() == "The file is analysed, not what this computer plays."
    monitor.listen_again()
    is_(monitor, Activity.LISTENING)
    assert remark() == ""
    monitor.listen("USB")
    monitor.play([tmp_path / "song.wav"])
    is_(monitor, Activity.PLAYING)
    assert remark() == ""
