"""Follows "How to add an audio source" in resources/docs/architecture.md."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest

from desktop_app.audio.source import Source, VitalSigns
from desktop_app.audio.source_error import AudioUnavailable
from desktop_app.audio.stream_segment import Clock, StreamSegment
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.source_status import Activity
from model.features import FRAME_SAMPLES, HOP_SAMPLES
from tests.fixtures.monitor import is_
from tests.fixtures.waiting import until

RATE, HERTZ = 22_050, 440.0
BLOCK = 512


class ToneSource:
    """A source that delivers a sine tone, as a sound card would: block by block, in real time."""

    name = "Tone"
    rate = RATE
    channels = 1
    latency_s = 0.0
    overflows = 0
    playback = None  # like an input device, it has no position
    on_device = False  # no call to it can hang
    on_network = False  # it never pauses

    def __init__(self, clock: Clock) -> None:
        """Prepare the tone; nothing is delivered yet."""
        self.segment = StreamSegment(RATE, 1, seconds=5.0, source=self.name)
        self.ended = False
        self._clock = clock
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="tone", daemon=True)

    @property
    def vital_signs(self) -> VitalSigns:
        """Whether it stopped on its own, and when it last delivered sound."""
        return VitalSigns(self.ended, self.segment.marked_at)

    def start(self) -> None:
        """Begin to deliver sound."""
        self._thread.start()

    def close(self) -> None:
        """Stop."""
        self._closing.set()

    def _run(self) -> None:
        begun = self._clock()
        while not self._closing.is_set() and not self.ended:
            ring = self.segment.ring
            time_s = (ring.written + np.arange(BLOCK)) / RATE
            samples = 0.1 * np.sin(2 * np.pi * HERTZ * time_s)
            ring.write(samples.astype(np.float32)[:, np.newaxis])
            self.segment.mark(ring.written, self._clock())
            self._closing.wait(max(0.0, begun + ring.written / RATE - self._clock()))


class Tones:
    """What is given to the monitor in place of the microphones."""

    def __init__(self) -> None:
        self.opened: list[ToneSource] = []
        self.there = True

    def open(self, device: str | None, clock: Clock) -> Source:
        if not self.there:
            raise AudioUnavailable("There is no tone.")
        self.opened.append(ToneSource(clock))
        return self.opened[-1]


@pytest.fixture
def tones():
    return Tones()


@pytest.fixture
def monitor(tones):
    monitor = Monitor(open_microphone=tones.open, list_inputs=list, refresh=lambda: None)
    monitor.start()
    monitor.listen()
    yield monitor
    monitor.close()


def test_sound_of_the_new_source_is_analysed(monitor):
    is_(monitor, Activity.LISTENING)
    assert monitor.status().source == "Tone"
    deadline = time.monotonic() + 20.0
    frame = None
    while frame is None or len(frame.mfcc) < 100:
        assert time.monotonic() < deadline
        frame = monitor.worker.frames.take() or frame
        time.sleep(0.01)
    assert frame.source == "Tone"
    assert frame.end_sample >= FRAME_SAMPLES + 99 * HOP_SAMPLES
    # A steady tone: every frame looks like the one before.
    assert np.abs(np.diff(frame.mfcc[-50:, 1:], axis=0)).max() < 1.0
    assert frame.level.rms_dbfs == pytest.approx(-23.0, abs=0.2)


def test_the_new_source_is_reconnected_after_it_was_lost(monitor, tones):
    is_(monitor, Activity.LISTENING)
    tones.there = False
    tones.opened[0].ended = True
    is_(monitor, Activity.RECOVERING)
    assert "“Tone” stopped responding" in monitor.status().message
    tones.there = True
    is_(monitor, Activity.LISTENING)
    assert len(tones.opened) == 2


def test_the_new_source_is_closed_with_the_monitor(monitor, tones):
    is_(monitor, Activity.LISTENING)
    monitor.close()
    until(lambda: not any(thread.name == "tone" for thread in threading.enumerate()))
