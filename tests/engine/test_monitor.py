import time
from pathlib import Path

import pytest

from desktop_app.audio.output import SilentOutput
from desktop_app.audio.source_error import SourceError
from desktop_app.bundled import demo_clips
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.source_status import Activity
from tests.fixtures.fake_source import FakeSource
from tests.fixtures.files import bad_files, write
from tests.fixtures.machine import DEVICES
from tests.fixtures.monitor import activity, is_
from tests.fixtures.waiting import until


def test_a_new_monitor_is_stopped_and_lists_the_inputs(monitor):
    assert activity(monitor) is Activity.STOPPED
    until(lambda: monitor.inputs == tuple(DEVICES))


def test_listening_reports_the_device_and_its_format(monitor, machine):
    monitor.listen()
    assert activity(monitor) in (Activity.OPENING, Activity.LISTENING)
    is_(monitor, Activity.LISTENING)
    status = monitor.status()
    assert (status.source, status.rate, status.channels) == ("Good", 22050, 1)
    assert not status.is_file
    assert machine.opened[0].started


def test_another_device_replaces_the_first(monitor, machine):
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    monitor.listen("USB")
    until(lambda: monitor.status().source == "USB")
    is_(monitor, Activity.LISTENING)
    assert machine.opened[0].closed


def test_restart_reopens_the_device_that_was_stopped(monitor, machine):
    monitor.listen("USB")
    is_(monitor, Activity.LISTENING)
    monitor.stop()
    is_(monitor, Activity.STOPPED)
    assert machine.opened[0].closed
    monitor.restart()
    until(lambda: monitor.status().source == "USB")


def test_without_a_microphone_the_demo_plays_with_a_reason(monitor, machine):
    machine.microphones.clear()
    monitor.listen(or_demo=True)
    is_(monitor, Activity.PLAYING)
    assert monitor.status().source == demo_clips()[0].name
    assert monitor.status().message == "No input. Playing the demo instead."


def test_a_missing_remembered_device_is_replaced_by_the_default_and_named(monitor):
    monitor.listen("Gone", or_demo=True)
    is_(monitor, Activity.LISTENING)
    assert monitor.status().source == "Good"
    assert monitor.status().message == "No Gone. Listening to “Good” instead."


def test_what_keeps_inputs_from_being_listed_and_opened_is_said_once(monitor, machine):
    def fail(*_):
        raise SourceError("No sound server is responding.")

    machine.list_inputs = machine.open_microphone = fail
    monitor.refresh_inputs()
    until(lambda: "server" in monitor.status().message)
    monitor.listen()
    is_(monitor, Activity.FAILED)
    assert monitor.status().message == "No sound server is responding."


def test_choosing_a_missing_device_is_an_error(monitor):
    monitor.listen("Gone")
    until(lambda: monitor.status().message == "No Gone.")
    assert activity(monitor) is Activity.FAILED


def test_a_file_can_be_played_paused_and_sought(monitor, tmp_path):
    monitor.play([write(tmp_path / "x.wav", 6.0)])
    is_(monitor, Activity.PLAYING)
    assert monitor.status().duration_s == pytest.approx(6.0)
    monitor.pause()
    is_(monitor, Activity.PAUSED)
    monitor.seek(4.0)
    until(lambda: monitor.status().position_s == pytest.approx(4.0, abs=0.05))
    monitor.resume()
    is_(monitor, Activity.ENDED)


def test_files_play_one_after_the_other(monitor, tmp_path):
    monitor.play([write(tmp_path / "1.wav", 2.4), write(tmp_path / "2.wav", 2.4)])
    until(lambda: monitor.status().source == "1.wav")
    until(lambda: monitor.status().source == "2.wav")
    is_(monitor, Activity.ENDED)


@pytest.mark.parametrize("name", ["missing", "empty", "text", "one sample", "folder"])
def test_a_bad_file_is_named_and_listening_continues(monitor, machine, tmp_path, name):
    path, sentence = bad_files(tmp_path)[name]
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    monitor.play([path])
    until(lambda: sentence in monitor.status().message)
    assert activity(monitor) is Activity.LISTENING
    assert not machine.opened[0].closed


def test_restart_reopens_the_last_working_source(monitor, machine, tmp_path):
    monitor.listen("USB")
    is_(monitor, Activity.LISTENING)
    monitor.play([tmp_path / "nowhere.wav"])
    until(lambda: "There is no file" in monitor.status().message)
    monitor.stop()
    is_(monitor, Activity.STOPPED)
    monitor.restart()
    until(lambda: len(machine.opened) == 2)
    is_(monitor, Activity.LISTENING)


def test_a_bad_file_does_not_stop_the_playlist(monitor, tmp_path):
    path, sentence = bad_files(tmp_path)["text"]
    monitor.play([write(tmp_path / "1.wav", 2.4), path, write(tmp_path / "3.wav", 2.4)])
    until(lambda: monitor.status().source == "3.wav")
    until(lambda: sentence in monitor.status().message)


def test_without_an_audio_output_files_play_silently(monitor, machine, tmp_path):
    machine.loudspeaker = False
    monitor.play([write(tmp_path / "x.wav", 2.5)])
    is_(monitor, Activity.PLAYING)
    assert monitor.status().message == "There is no loudspeaker. Files play silently."
    is_(monitor, Activity.ENDED)


def test_a_device_without_signal_is_reported(monitor):
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    is_(monitor, Activity.NO_SIGNAL)
    assert "No sound from “Good” for 1 s." in monitor.status().message


def test_a_lost_device_is_reported(monitor, machine):
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    del machine.microphones[None]
    machine.opened[0].ended = True
    is_(monitor, Activity.RECOVERING)
    assert "“Good” stopped responding" in monitor.status().message


def test_refreshing_the_inputs_resumes_listening(monitor, machine):
    monitor.listen("USB")
    is_(monitor, Activity.LISTENING)
    monitor.refresh_inputs()
    until(lambda: len(machine.opened) == 2)
    assert machine.opened[0].closed
    is_(monitor, Activity.LISTENING)
    assert machine.listed == 2


def test_a_model_that_cannot_be_loaded_is_named_and_listening_continues(monitor):
    monitor.listen()
    monitor.models.load(Path("/nowhere.safetensors"))
    until(lambda: "no model file /nowhere.safetensors" in monitor.status().message)
    assert monitor.network.classifier is None
    is_(monitor, Activity.LISTENING)


def test_the_default_model_is_loaded_in_the_background(monitor):
    monitor.models.load(None)
    until(lambda: monitor.network.classifier is not None, 30)
    assert monitor.network.classifier.genres[0] == "blues"


def test_closing_releases_the_device(machine):
    monitor = Monitor(open_microphone=machine.open_microphone, list_inputs=machine.list_inputs)
    monitor.start()
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    monitor.close()
    assert machine.opened[0].closed


def test_an_internal_error_is_shown_and_the_monitor_survives(monitor, machine, caplog):
    machine.microphones = None
    monitor.listen()
    until(
        lambda: "Internal error while controlling the source: TypeError" in monitor.status().message
    )
    assert "Traceback" in caplog.text
    machine.microphones = {None: "Good"}
    monitor.listen()
    is_(monitor, Activity.LISTENING)
    assert not monitor.status().message


def test_refreshing_the_inputs_keeps_the_playback_position(monitor, machine, tmp_path):
    monitor.play([write(tmp_path / "1.wav", 30.0), write(tmp_path / "2.wav", 30.0)])
    is_(monitor, Activity.PLAYING)
    monitor.pause()
    monitor.seek(20.0)
    until(lambda: monitor.status().position_s == pytest.approx(20.0, abs=0.1))
    monitor.refresh_inputs()
    until(lambda: machine.looked == 1 and len(machine.outputs) == 2)
    is_(monitor, Activity.PAUSED)
    status = monitor.status()
    assert (status.source, status.message) == ("1.wav", "")
    assert status.position_s == pytest.approx(20.0, abs=0.1)
    monitor.seek(30.0)
    monitor.resume()
    until(lambda: monitor.status().source == "2.wav")


def test_refreshing_the_inputs_does_not_interrupt_a_silent_file(monitor, machine, tmp_path):
    machine.loudspeaker = False
    monitor.play([write(tmp_path / "x.wav", 30.0)])
    is_(monitor, Activity.PLAYING)
    monitor.refresh_inputs()
    until(lambda: machine.looked == 1)
    assert activity(monitor) is Activity.PLAYING


def test_refreshing_the_inputs_after_a_file_has_ended_stops(monitor, machine, tmp_path):
    monitor.play([write(tmp_path / "x.wav", 2.4)])
    is_(monitor, Activity.ENDED)
    monitor.refresh_inputs()
    is_(monitor, Activity.STOPPED)
    assert (machine.looked, monitor.status().message) == (1, "")


def test_restart_listens_if_nothing_was_opened_before(monitor, tmp_path):
    monitor.play([tmp_path / "nowhere.wav"])
    until(lambda: "There is no file" in monitor.status().message)
    monitor.restart()
    is_(monitor, Activity.LISTENING)


def test_the_monitor_is_neither_stopped_nor_ended_between_two_files(monitor, tmp_path):
    paths = [write(tmp_path / f"{n}.wav", 2.4) for n in range(3)]
    monitor.play(paths)
    seen = set()

    def the_last_plays():
        status = monitor.status()
        seen.add(status.activity)
        return (status.activity, status.source) == (Activity.PLAYING, "2.wav")

    deadline = time.monotonic() + 20
    while not the_last_plays():
        assert time.monotonic() < deadline
        time.sleep(0.0002)
    assert seen == {Activity.OPENING, Activity.PLAYING}


def test_an_audio_output_that_stops_is_reported(monitor, machine, tmp_path):
    monitor.play([write(tmp_path / "x.wav", 30.0)])
    is_(monitor, Activity.PLAYING)
    machine.outputs[0].close()
    is_(monitor, Activity.NO_SIGNAL)
    assert "The audio output stopped while playing “x.wav”" in monitor.status().message


def test_a_file_plays_silently_if_the_audio_output_does_not_start(
    monitor, machine, tmp_path, monkeypatch
):
    def refuse(self, render):
        raise SourceError("The loudspeaker does not start.")

    refusing = type("Refusing", (SilentOutput,), {"start": refuse})
    monkeypatch.setattr(machine, "open_loudspeaker", refusing)
    monitor.play([write(tmp_path / "x.wav", 2.5)])
    is_(monitor, Activity.PLAYING)
    assert monitor.status().message == "The loudspeaker does not start. Files play silently."
    is_(monitor, Activity.ENDED)


def test_a_device_that_does_not_start_is_released(monitor, machine, monkeypatch):
    def refuse(self):
        raise SourceError("It does not start.")

    monkeypatch.setattr(FakeSource, "start", refuse)
    monitor.listen()
    until(lambda: monitor.status().message == "It does not start.")
    assert machine.opened[0].closed


def test_a_missing_remembered_model_is_replaced_by_the_apps_own(monitor):
    monitor.models.load(Path("/nowhere.safetensors"), or_own=True)
    until(lambda: monitor.network.classifier is not None)
    assert monitor.network.current.path is None
    assert "no model file /nowhere.safetensors" in monitor.status().message
    assert "Using the app’s own model instead." in monitor.status().message


def test_a_monitor_can_be_closed_before_it_is_started(machine):
    Monitor(open_microphone=machine.open_microphone).close()
