"""Closing the monitor while something hangs: it waits briefly and reports it."""

import os
import threading
import time

import numpy as np
import pytest

from desktop_app.audio.files import AudioFile
from desktop_app.audio.recording_file import RecordingFile
from desktop_app.engine.source_status import Activity
from tests.fixtures.fake_source import FakeClassifier
from tests.fixtures.files import write
from tests.fixtures.monitor import is_
from tests.fixtures.waiting import until


class Hanging:
    """Stands in for calls that don't return until the test lets them."""

    def __init__(self):
        self.begun, self.go_on = threading.Event(), threading.Event()

    def wait(self):
        self.begun.set()
        assert self.go_on.wait(30)


def hang(hanging, monkeypatch, owner, name):
    """Make a function hang before it does its work."""
    original = getattr(owner, name)

    def hangs(*arguments):
        hanging.wait()
        return original(*arguments)

    monkeypatch.setattr(owner, name, hangs)


@pytest.fixture
def hanging():
    hanging = Hanging()
    yield hanging
    hanging.go_on.set()


def opening_a_file(monitor, machine, hanging, monkeypatch, tmp_path):
    hang(hanging, monkeypatch, AudioFile, "__init__")
    monitor.play([write(tmp_path / "x.wav", 5.0)])


def reading_a_folder(monitor, machine, hanging, monkeypatch, tmp_path):
    hang(hanging, monkeypatch, os, "scandir")
    monitor.play([tmp_path])


def loading_a_model(monitor, machine, hanging, monkeypatch, tmp_path):
    import model.classifier

    hang(hanging, monkeypatch, model.classifier, "load_classifier")
    monitor.models.load(None)


def writing_a_recording(monitor, machine, hanging, monkeypatch, tmp_path):
    hang(hanging, monkeypatch, RecordingFile, "write")
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    monitor.recorder.start(tmp_path)
    until(lambda: monitor.recorder.recording.running)
    machine.opened[0].give(np.full(22050, 0.1))


def scanning_a_file(monitor, machine, hanging, monkeypatch, tmp_path):
    monitor.network.use(FakeClassifier(), None)
    hang(hanging, monkeypatch, AudioFile, "blocks")
    monitor.play([write(tmp_path / "x.wav", 5.0)])


def answering_a_window(monitor, machine, hanging, monkeypatch, tmp_path):
    classifier = FakeClassifier()
    hang(hanging, monkeypatch, classifier, "look")
    monitor.network.use(classifier, None)
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    machine.opened[0].give(0.1 * np.random.default_rng(0).standard_normal(22050 * 4))


HANGS = [
    opening_a_file,
    reading_a_folder,
    loading_a_model,
    writing_a_recording,
    scanning_a_file,
    answering_a_window,
]


@pytest.mark.parametrize("hangs", HANGS, ids=lambda hangs: hangs.__name__)
def test_a_hung_thread_is_left_behind_and_reported_until_it_returns(
    monitor, machine, hanging, monkeypatch, tmp_path, hangs
):
    monkeypatch.setattr("desktop_app.engine.monitor.RECORDING_SECONDS", 0.2)
    monkeypatch.setattr("desktop_app.engine.monitor.CLOSING_SECONDS", 0.2)
    hangs(monitor, machine, hanging, monkeypatch, tmp_path)
    assert hanging.begun.wait(10)
    assert not monitor.stuck
    begun = time.monotonic()
    monitor.close()
    assert time.monotonic() - begun < 2.5
    assert monitor.stuck
    hanging.go_on.set()
    until(lambda: not monitor.stuck)


def test_closing_takes_a_few_seconds_even_if_everything_hangs(
    monitor, machine, hanging, monkeypatch, tmp_path
):
    writing_a_recording(monitor, machine, hanging, monkeypatch, tmp_path)
    for hangs in (loading_a_model, answering_a_window, opening_a_file, reading_a_folder):
        hangs(monitor, machine, hanging, monkeypatch, tmp_path)
    assert hanging.begun.wait(10)
    begun = time.monotonic()
    monitor.close()
    assert time.monotonic() - begun < 6.0
    assert monitor.stuck


def test_nothing_is_stuck_after_closing_while_a_large_folder_is_read(
    monitor, tmp_path, monkeypatch
):
    read = []

    def endless(paths, *, recursive, notes):
        for number in range(10**6):
            read.append(number)
            yield tmp_path / f"{number}.wav"

    monkeypatch.setattr("desktop_app.engine.playlist.find_audio_files", endless)
    monitor.play([tmp_path])
    until(lambda: len(read) > 100)
    begun = time.monotonic()
    monitor.close()
    assert time.monotonic() - begun < 1.5
    assert not monitor.stuck


def test_nothing_is_stuck_after_closing_in_the_middle_of_everything(monitor, machine, tmp_path):
    monitor.models.load(None)
    until(lambda: monitor.network.current is not None)
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    monitor.recorder.start(tmp_path)
    machine.opened[0].give(np.full(22050, 0.1))
    until(lambda: monitor.recorder.recording.seconds > 0.0)
    monitor.play([write(tmp_path / "x.wav", 300.0)])
    until(lambda: monitor.outline is not None)
    begun = time.monotonic()
    monitor.close()
    assert time.monotonic() - begun < 2.0
    assert not monitor.stuck
    assert monitor.recorder.recording.saved


def test_a_hung_decoder_delays_neither_stopping_nor_closing(
    monitor, machine, hanging, monkeypatch, tmp_path
):
    monitor.play([write(tmp_path / "x.wav", 60.0)])
    is_(monitor, Activity.PLAYING)
    hang(hanging, monkeypatch, AudioFile, "read")
    assert hanging.begun.wait(10)
    begun = time.monotonic()
    monitor.stop()
    is_(monitor, Activity.STOPPED)
    assert time.monotonic() - begun < 1.5
    monitor.close()
    assert time.monotonic() - begun < 4.0
