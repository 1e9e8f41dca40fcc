"""Files of very low and very high sample rates, heard and silently."""

import threading
import time

import numpy as np
import pytest
import soundfile

from desktop_app.audio.sound_system import SoundSystem
from desktop_app.engine.source_status import Activity
from tests.fixtures.fake_source import FakeClassifier
from tests.fixtures.monitor import activity
from tests.fixtures.waiting import until


def test_a_silent_output_requests_sound_often_at_any_sample_rate(machine):
    system = SoundSystem(
        time.perf_counter,
        machine.open_microphone,
        machine.open_loudspeaker,
        machine.list_inputs,
        machine.look_again,
    )
    output, asked = system.silent_output(1, 1), []
    output.start(lambda out, at: asked.append(len(out)))
    try:
        until(lambda: len(asked) > 20, 2.0)
    finally:
        output.close()
    assert sum(asked) / output.rate < 0.5


@pytest.mark.parametrize("audible", [True, False])
@pytest.mark.parametrize("rate", [1000, 384_000, 768_000])
def test_files_of_any_sample_rate_play_to_their_end_without_an_error(
    monitor, machine, tmp_path, caplog, rate, audible
):
    machine.loudspeaker = audible
    seconds = 3.0
    path = tmp_path / "x.wav"
    noise = np.random.default_rng(0).uniform(-0.3, 0.3, round(rate * seconds))
    soundfile.write(path, noise, rate)
    monitor.network.use(FakeClassifier(), None)
    before = set(threading.enumerate())
    monitor.play([path])
    until(lambda: monitor.status().position_s > 0.0)
    monitor.seek(2.0)
    seen, frames = set(), []

    def ended():
        seen.add(activity(monitor))
        if (frame := monitor.worker.frames.take()) is not None:
            frames.append(frame)
        return activity(monitor) is Activity.ENDED

    until(ended)
    assert seen <= {Activity.OPENING, Activity.PLAYING, Activity.ENDED}
    silent = "" if audible else "There is no loudspeaker. Files play silently."
    assert monitor.status().message == silent
    assert monitor.status().position_s == pytest.approx(seconds, abs=1.0 / rate + 1e-3)
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
    assert all(thread.is_alive() for thread in before)
    # The analysis comes to the end, too.
    until(lambda: ended() and frames and frames[-1].position_s > seconds - 0.1)
