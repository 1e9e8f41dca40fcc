import csv
import itertools
import json
import signal
import socket
import subprocess
import sys
import time

import numpy as np
import pytest

from desktop_app.audio.input_devices import InputDevice
from desktop_app.commands import listen
from tests.fixtures.files import music
from tests.fixtures.monitor import monitor_of
from tests.fixtures.radio import radio


@pytest.fixture
def heard(machine, capsys):
    """Runs the command on a simulated machine, whose microphone delivers sound as time passes."""

    def run(*arguments, sounds=(), wait=time.sleep):
        parts = iter(sounds)

        def pass_time(seconds):
            wait(seconds)
            if machine.opened and (part := next(parts, None)) is not None:
                machine.opened[-1].give(part)

        status = listen.run(list(arguments), lambda: monitor_of(machine), pass_time)
        captured = capsys.readouterr()
        return status, captured.out.splitlines(), captured.err

    return run


def pieces(samples, count):
    return np.array_split(samples, count)


@pytest.mark.slow
def test_one_line_per_change(heard):
    sounds = [*[0.0 * music(1100)] * 20, *pieces(music(5 * 22050), 50)]
    status, lines, _ = heard("--seconds", "8", sounds=sounds)
    assert status == 0
    found = [json.loads(line) for line in lines]
    assert set(found[0]) == {
        "time", "at", "activity", "state", "genre", "probability", "answer",
    }  # fmt: skip
    contents = [(line["activity"], line["state"], line["genre"], line["answer"]) for line in found]
    assert all(before != after for before, after in itertools.pairwise(contents))
    states = [state for _, state, *_ in contents]
    assert "silence" in states
    assert "music" in states
    named = next(line for line in found if line["genre"])
    assert 0.0 < named["probability"] <= 1.0
    # Made-up music need not sound like one genre.
    assert named["answer"].startswith((named["genre"].capitalize(), "Not sure"))


@pytest.mark.slow
def test_doubt_is_printed_beside_the_leading_genre(heard, doubtful):
    _, lines, _ = heard(
        "--seconds", "6", "--format", "csv", "--model", str(doubtful(1.0)),
        sounds=pieces(music(5 * 22050), 50),
    )  # fmt: skip
    assert lines[0].endswith(",genre,probability,answer")
    named = [row for row in csv.DictReader(lines) if row["genre"]]
    assert named
    assert all(row["answer"] == "Not sure" for row in named)


def test_who_is_told_is_said_first(heard):
    *_, err = heard("--seconds", "0.2", "--osc", "127.0.0.1:9", "--on-change", "true")
    assert err.startswith("genre-monitor: Sending to OSC 127.0.0.1:9, the command true.\n")
    *_, err = heard("--seconds", "0.2")
    assert "Sending" not in err


def test_one_line_per_second(heard):
    _, lines, _ = heard("--seconds", "3.5", "--every-second", "--format", "csv")
    rows = list(csv.DictReader(lines))
    assert len(rows) in (3, 4)
    gaps = [float(b["at"]) - float(a["at"]) for a, b in itertools.pairwise(rows)]
    assert gaps == pytest.approx([1.0] * len(gaps), abs=0.2)


def test_a_missing_device_is_reported(heard, monkeypatch):
    connected = [InputDevice(0, "USB Audio", "ALSA", 2, 48_000, True)]
    monkeypatch.setattr("desktop_app.audio.input_devices.input_devices", lambda: connected)
    status, lines, err = heard("--device", "Nobody")
    assert (status, lines) == (1, [])
    assert err == (
        "genre-monitor: There is no input device “Nobody”. These are connected: 1 USB Audio.\n"
    )


def test_a_missing_model_is_reported(heard, tmp_path):
    status, _, err = heard("--model", str(tmp_path / "nowhere"))
    assert status == 1
    assert "nowhere" in err


def test_ctrl_c_stops_it(heard):
    begun = time.monotonic()

    def press(seconds):
        time.sleep(seconds)
        if time.monotonic() - begun > 2.0:
            raise KeyboardInterrupt

    assert heard(wait=press)[0] == 0


def test_a_stream_is_listened_to_without_playing_it_until_it_ends(heard, machine):
    with radio(seconds=1.5) as station:
        station.length = len(station.sound)
        status, lines, err = heard("--address", station.url("/song.mp3"))
    assert status == 0
    activities = [json.loads(line)["activity"] for line in lines]
    assert (activities[0], activities[-1]) == ("listening", "ended")
    assert machine.outputs == []
    assert err == "genre-monitor: “My Radio” has ended.\n"


def test_a_stream_that_cannot_be_opened_is_one_sentence_without_its_password(heard):
    with radio() as station:
        station.status = 404
        status, lines, err = heard("--address", station.url("/no", login="me:s3cret@"))
    assert (status, lines) == (1, [])
    host = station.url("/no").removeprefix("http://")
    assert err == (
        f"genre-monitor: Could not open “{host}”: 127.0.0.1 has nothing at this address (404).\n"
    )


def test_ctrl_c_ends_it_at_once_while_the_server_does_not_answer():
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}/"
        # In a process of its own, which ends although a thread is waiting for the server.
        command = subprocess.Popen(
            [sys.executable, "-m", "desktop_app", "listen", "--address", url]
        )
        with deaf.accept()[0]:
            begun = time.monotonic()
            command.send_signal(signal.SIGINT)
            assert command.wait(20) == 0
        assert time.monotonic() - begun < 2.0


def test_ctrl_c_ends_it_at_once_while_the_network_is_silent():
    with radio() as station:
        station.at_once_s = 1.0
        command = subprocess.Popen(
            [sys.executable, "-m", "desktop_app", "listen", "--address", station.url()],
            stdout=subprocess.PIPE,
        )
        with command:
            try:
                assert b"listening" in command.stdout.readline()
                station.going.clear()
                # Until everything sent has been received, so that a thread waits for the network.
                time.sleep(2.0)
                begun = time.monotonic()
                command.send_signal(signal.SIGINT)
                assert command.wait(20) == 0
            finally:
                command.kill()
        assert time.monotonic() - begun < 2.0
