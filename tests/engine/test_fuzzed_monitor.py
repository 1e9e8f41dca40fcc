"""Random commands to a monitor while its devices come and go."""

import shutil
import tempfile
import threading
import time
from pathlib import Path

import numpy as np
import soundfile
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desktop_app.bundled import demo_clips
from desktop_app.engine.source_status import Activity, SourceStatus
from tests.fixtures.fake_source import FakeClassifier
from tests.fixtures.machine import Machine
from tests.fixtures.monitor import monitor_of

DEVICES = (None, "USB", "Gone")


class AnyOrder(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.threads = set(threading.enumerate())
        self.machine = Machine()
        self.monitor = monitor_of(self.machine)
        self.monitor.start()
        self.folder = Path(tempfile.mkdtemp())

    @rule(device=st.sampled_from(DEVICES))
    def listen(self, device):
        self.monitor.listen(device)

    @rule(device=st.sampled_from(DEVICES))
    def listen_or_play_the_demo(self, device):
        self.monitor.listen(device, or_demo=True)

    @rule(count=st.integers(1, 3))
    def play(self, count):
        self.monitor.play(demo_clips()[:count])

    @rule(
        asked=st.sampled_from(
            (
                "stop",
                "restart",
                "pause",
                "resume",
                "refresh_inputs",
                "replay",
                "next_file",
                "previous_file",
            )
        )
    )
    def ask(self, asked):
        getattr(self.monitor, asked)()

    @rule(seconds=st.floats(-10, 100))
    def seek(self, seconds):
        self.monitor.seek(seconds)

    @rule()
    def unplug(self):
        self.machine.microphones.pop("USB", None)
        for source in self.machine.opened:
            source.ended = source.ended or source.name == "USB"

    @rule()
    def plug_in(self):
        self.machine.microphones["USB"] = "USB"

    @rule(there=st.booleans())
    def loudspeaker(self, there):
        self.machine.loudspeaker = there

    @rule()
    def sound(self):
        if self.machine.opened:
            self.machine.opened[-1].give(0.1 * np.ones(30_000))

    @rule(on=st.booleans())
    def record(self, on):
        if on:
            self.monitor.recorder.start(self.folder)
        else:
            self.monitor.recorder.stop()

    @rule(failing=st.booleans())
    def model(self, failing):
        classifier = FakeClassifier()
        classifier.failing = ValueError("fuzzed") if failing else None
        self.monitor.network.use(classifier, None)

    @rule(seconds=st.floats(0.0, 0.06))
    def wait(self, seconds):
        time.sleep(seconds)

    @invariant()
    def it_lives_and_says_what_it_does(self):
        if hasattr(self, "monitor"):
            status = self.monitor.status()
            assert isinstance(status, SourceStatus)
            assert "nternal error" not in status.message
            if status.activity in (Activity.LISTENING, Activity.PLAYING):
                assert status.source

    def teardown(self):
        if hasattr(self, "monitor"):
            begun = time.monotonic()
            self.monitor.close()
            assert time.monotonic() - begun < 2.0
            left = [t for t in threading.enumerate() if t not in self.threads and not t.daemon]
            assert not left
            assert all(source.closed for source in self.machine.opened)
            # Every recording is whole.
            for recording in self.folder.iterdir():
                assert soundfile.info(recording).channels == 1
            shutil.rmtree(self.folder)


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=25,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
