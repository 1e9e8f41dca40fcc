"""Unexpected exceptions: each is logged and reported, and its thread continues."""

import logging
import time

import numpy as np
import pytest

from desktop_app.analysis.file_scan import FileScanner
from desktop_app.audio.files import AudioFile
from desktop_app.engine.source_status import Activity
from tests.fixtures.fake_source import FakeClassifier, FakeSource
from tests.fixtures.files import write
from tests.fixtures.monitor import activity, is_, monitor_of
from tests.fixtures.waiting import until


def told(monitor, sentence):
    until(lambda: sentence in monitor.status().message)


def logged(caplog, words):
    return [record for record in caplog.records if words in record.getMessage()]


def refuse(*_, **__):
    raise RuntimeError("unforeseen")


def test_an_exception_while_watching_the_source_is_reported(
    monitor, machine, tmp_path, monkeypatch, caplog
):
    monitor.network.use(FakeClassifier(), None)
    with monkeypatch.context() as patch:
        patch.setattr(FileScanner, "scan", refuse)
        monitor.play([write(tmp_path / "x.wav", 30.0)])
        told(monitor, "Internal error while controlling the source: RuntimeError('unforeseen').")
    assert activity(monitor) is Activity.PLAYING
    assert len(logged(caplog, "internal error while controlling the source")) == 1
    monitor.seek(20.0)
    until(lambda: monitor.status().position_s > 20.0)
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    assert monitor.status().message == ""


def test_an_exception_while_listing_inputs_is_reported_and_listening_resumes(machine, caplog):
    there, machine.list_inputs = machine.list_inputs, refuse
    monitor = monitor_of(machine)
    monitor.start()
    try:
        told(monitor, "Internal error while listing the input devices: RuntimeError('unforeseen').")
        assert logged(caplog, "internal error while listing the input devices")
        monitor.listen()
        is_(monitor, Activity.LISTENING)
        monitor.refresh_inputs()
        told(monitor, "Internal error while listing the input devices")
        # Listening resumes.
        is_(monitor, Activity.LISTENING)
        assert len(machine.opened) == 2
        machine.list_inputs = there
        monitor.refresh_inputs()
        until(lambda: monitor.inputs)
        until(lambda: monitor.status().message == "")
        is_(monitor, Activity.LISTENING)
    finally:
        monitor.close()


def test_an_exception_while_listing_inputs_does_not_prevent_reconnecting(monitor, machine, caplog):
    monitor.listen("USB")
    is_(monitor, Activity.LISTENING)
    machine.look_again = refuse
    machine.opened[0].ended = True
    until(lambda: len(machine.opened) == 2)
    is_(monitor, Activity.LISTENING)


def test_an_exception_while_reconnecting_is_retried_at_intervals(monitor, machine, caplog):
    attempts = []

    def break_down(*asked):
        attempts.append(time.monotonic())
        raise RuntimeError("unforeseen")

    monitor.listen("USB")
    is_(monitor, Activity.LISTENING)
    there, machine.open_microphone = machine.open_microphone, break_down
    machine.opened[0].ended = True
    told(monitor, "RuntimeError('unforeseen')")
    until(lambda: len(attempts) > 1)
    assert attempts[1] - attempts[0] > 0.5
    assert activity(monitor) is Activity.RECOVERING
    assert len(logged(caplog, "internal error while controlling the source")) == 1
    machine.open_microphone = there
    is_(monitor, Activity.LISTENING)


def test_an_exception_while_switching_is_shown_as_failed(monitor, machine):
    machine.microphones = None
    monitor.listen()
    told(monitor, "Internal error while controlling the source: TypeError")
    assert activity(monitor) is Activity.FAILED
    monitor.stop()
    is_(monitor, Activity.STOPPED)
    assert monitor.status().message == ""


def test_an_exception_while_starting_a_device_releases_it(monitor, machine, monkeypatch):
    monkeypatch.setattr(FakeSource, "start", refuse)
    monitor.listen()
    told(monitor, "RuntimeError('unforeseen')")
    until(lambda: machine.opened[0].closed)


def test_an_exception_while_opening_the_output_closes_the_file(
    monitor, machine, tmp_path, monkeypatch
):
    closed = []
    close = AudioFile.close
    monkeypatch.setattr(AudioFile, "close", lambda self: closed.append(self.name) or close(self))
    machine.open_loudspeaker = refuse
    monitor.play([write(tmp_path / "x.wav", 30.0)])
    told(monitor, "Could not open “x.wav”: RuntimeError('unforeseen').")
    assert closed == ["x.wav"]


@pytest.mark.parametrize("error", [RuntimeError("odd"), MemoryError("odd"), KeyError("odd")])
def test_an_exception_while_opening_a_file_skips_to_the_next(
    monitor, tmp_path, monkeypatch, caplog, error
):
    opened = AudioFile.__init__

    def open_most(self, path, track):
        if path.name == "2.wav":
            raise error
        opened(self, path, track)

    monkeypatch.setattr(AudioFile, "__init__", open_most)
    monitor.play([write(tmp_path / f"{n}.wav", 30.0) for n in range(1, 4)])
    is_(monitor, Activity.PLAYING)
    monitor.seek(30.0)
    until(lambda: monitor.status().source == "3.wav")
    until(lambda: "Could not open “2.wav”: " in monitor.status().message)
    assert "odd" in monitor.status().message
    assert len(logged(caplog, "internal error while opening a file")) == 1


def test_an_exception_while_opening_the_last_file_ends_the_playlist(
    monitor, tmp_path, monkeypatch, caplog
):
    opened = AudioFile.__init__

    def open_most(self, path, track):
        if path.name == "2.wav":
            raise RuntimeError("odd")
        opened(self, path, track)

    monkeypatch.setattr(AudioFile, "__init__", open_most)
    monitor.play([write(tmp_path / f"{n}.wav", 30.0) for n in range(1, 3)])
    is_(monitor, Activity.PLAYING)
    monitor.seek(30.0)
    is_(monitor, Activity.ENDED)
    told(monitor, "Could not open “2.wav”")
    # Tried once, not at every tick.
    assert len(logged(caplog, "internal error while opening a file")) == 1


def test_an_exception_after_a_replay_is_followed_by_reconnecting(monitor, machine):
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    machine.opened[0].give(np.random.default_rng(0).normal(0.0, 0.1, 3 * 22050))
    monitor.replay()
    until(lambda: monitor.status().is_replay)
    there, machine.open_microphone = machine.open_microphone, refuse
    monitor.seek(3.0)
    is_(monitor, Activity.RECOVERING)
    told(monitor, "RuntimeError('unforeseen')")
    machine.open_microphone = there
    is_(monitor, Activity.LISTENING)


@pytest.mark.parametrize("error", [RuntimeError("codec"), ValueError("codec"), OSError("codec")])
@pytest.mark.parametrize("where", ["read", "seek"])
def test_an_exception_in_a_decoder_does_not_prevent_seeking_back(
    monitor, tmp_path, monkeypatch, caplog, where, error
):
    def break_down(self, _):
        raise error

    monitor.play([write(tmp_path / "x.wav", 30.0)])
    is_(monitor, Activity.PLAYING)
    sought, seek = [], AudioFile.seek
    with monkeypatch.context() as patch:
        patch.setattr(AudioFile, "seek", lambda self, s: sought.append(s) or seek(self, s))
        patch.setattr(AudioFile, where, break_down)
        monitor.seek(20.0)
        told(monitor, f"{error!r}")
        until(lambda: where == "seek" or sought)
    assert len([record for record in caplog.records if record.levelno == logging.ERROR]) == 1
    monitor.seek(10.0)
    until(lambda: monitor.status().message == "")
    until(lambda: monitor.status().position_s > 10.2)
    assert activity(monitor) is Activity.PLAYING


def test_an_exception_while_loading_a_model_does_not_affect_the_next_model(
    monitor, monkeypatch, caplog
):
    with monkeypatch.context() as patch:
        patch.setattr("model.classifier.load_classifier", refuse)
        monitor.models.load(None)
        told(monitor, "Internal error while loading the model: RuntimeError('unforeseen').")
    assert logged(caplog, "internal error while loading the model")
    monitor.models.load(None)
    until(lambda: monitor.network.current is not None)
    until(lambda: monitor.status().message == "")


def test_an_exception_while_scanning_a_file_is_cleared_with_the_next_source(
    monitor, tmp_path, monkeypatch, caplog
):
    monitor.network.use(FakeClassifier(), None)
    with monkeypatch.context() as patch:
        patch.setattr(AudioFile, "blocks", refuse)
        monitor.play([write(tmp_path / "x.wav", 30.0)])
        told(monitor, "Internal error while scanning the file: RuntimeError('unforeseen').")
    assert logged(caplog, "internal error while scanning the file")
    assert activity(monitor) is Activity.PLAYING
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    until(lambda: monitor.status().message == "")


def test_an_exception_while_reading_a_folder_is_shown_as_failed(monitor, tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("desktop_app.engine.playlist.find_audio_files", refuse)
        monitor.play([tmp_path])
        told(monitor, "RuntimeError('unforeseen')")
    is_(monitor, Activity.FAILED)
    monitor.play([write(tmp_path / "x.wav", 30.0)])
    is_(monitor, Activity.PLAYING)


@pytest.mark.parametrize("listener", ["session", "history"])
def test_an_exception_in_session_or_history_does_not_stop_the_analysis(
    monitor, machine, monkeypatch, caplog, listener
):
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    other = "history" if listener == "session" else "session"
    noted = []
    monkeypatch.setattr(getattr(monitor, listener), "note", refuse)
    note = getattr(monitor, other).note
    monkeypatch.setattr(
        getattr(monitor, other), "note", lambda frame: noted.append(frame) or note(frame)
    )
    for _ in range(4):
        known = len(noted)
        machine.opened[0].give(np.random.default_rng(0).normal(0.0, 0.1, 22050))
        until(lambda known=known: len(noted) > known)
    told(monitor, "Internal error while storing results: RuntimeError('unforeseen').")
    # The analysis was not interrupted: the window fills as usual.
    until(lambda: len(noted[-1].mfcc) == 100)
    assert len(logged(caplog, "internal error while storing results")) == 1
