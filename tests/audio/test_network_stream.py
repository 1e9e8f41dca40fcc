"""A network stream is heard and analysed at the pace of the output, however it arrives."""

import queue
import threading
import time

import numpy as np
import pytest

from desktop_app.audio.network_stream import AHEAD_SECONDS, FIRST_SECONDS, NetworkStream
from desktop_app.audio.source_error import SourceError
from tests.fixtures.outputs import ManualOutput
from tests.fixtures.waiting import until

RATE = 48_000


class FakeConnection:
    """Receives what the test gives it."""

    name, rate, channels = "Radio", RATE, 2

    def __init__(self):
        self.closed = threading.Event()
        self.received = 0
        self._arriving = queue.Queue()

    def give(self, samples):
        """Receive sound, (n, 2), an exception, or None for the end."""
        self._arriving.put(samples)

    def blocks(self):
        while (got := self._arriving.get()) is not None:
            if isinstance(got, Exception):
                raise got
            for block in np.array_split(got, max(1, len(got) // 1024)):
                self.received += len(block)
                yield block

    def close(self):
        self.closed.set()


def ramp(seconds, start_s=0.0):
    """Sound of which every sample frame is another one."""
    index = np.arange(round(start_s * RATE), round((start_s + seconds) * RATE), dtype=np.float32)
    return np.stack([index, index], axis=1) / 1e6


@pytest.fixture
def station(clock):
    connection, outputs = FakeConnection(), []

    def output(rate, channels):
        outputs.append(ManualOutput(rate, channels, clock))
        return outputs[-1]

    stream = NetworkStream(connection, output, lambda: 0.5, clock)
    stream.start()
    yield stream, connection, outputs[0]
    connection.give(None)
    stream.close()
    assert connection.closed.wait(5)


def arrived(stream, seconds):
    until(lambda: stream.segment.ring.written >= round(seconds * RATE))


def test_it_begins_when_enough_has_arrived_and_loses_nothing(station, clock):
    stream, connection, output = station
    connection.give(ramp(FIRST_SECONDS / 2))
    arrived(stream, FIRST_SECONDS / 2)
    output.run(0.2)
    assert not output.heard.any()
    assert stream.segment.heard(clock()) == 0
    connection.give(ramp(FIRST_SECONDS, FIRST_SECONDS / 2))
    arrived(stream, 1.5 * FIRST_SECONDS)
    output.run(0.5)
    np.testing.assert_allclose(output.heard[-24_000:], 0.5 * ramp(0.5), rtol=1e-6)
    assert stream.segment.heard(clock()) == 24_000
    assert stream.vital_signs.active_at == clock()


def test_when_it_ran_dry_it_waits_for_enough_and_goes_on_where_it_was(station, clock):
    stream, connection, output = station
    connection.give(ramp(1.0))
    arrived(stream, 1.0)
    output.run(1.5)
    dry_since = stream.vital_signs.active_at
    assert stream.segment.heard(clock()) == RATE
    connection.give(ramp(0.5, 1.0))
    arrived(stream, 1.5)
    output.run(0.2)
    assert stream.vital_signs.active_at == dry_since
    connection.give(ramp(0.5, 1.5))
    arrived(stream, 2.0)
    output.run(0.1)
    np.testing.assert_allclose(output.heard[-4800:], 0.5 * ramp(0.1, 1.0), rtol=1e-6)


def test_a_server_that_sends_everything_at_once_is_slowed_down(station):
    stream, connection, output = station
    connection.give(ramp(20.0))
    arrived(stream, AHEAD_SECONDS)
    before = connection.received
    assert before < (AHEAD_SECONDS + 0.1) * RATE
    output.run(1.0)
    until(lambda: connection.received >= before + 0.9 * RATE)
    assert connection.received < before + 1.1 * RATE


def test_the_rest_is_heard_before_it_counts_as_lost(station, clock):
    stream, connection, output = station
    connection.give(ramp(0.4))
    connection.give(SourceError("The server of “Radio” has ended the stream."))
    arrived(stream, 0.4)
    assert connection.closed.wait(5)
    assert not stream.vital_signs.ended
    output.run(0.5)
    np.testing.assert_allclose(output.heard[:19_200], 0.5 * ramp(0.4), rtol=1e-6)
    signs = stream.vital_signs
    assert (signs.ended, signs.why) == (True, "The server of “Radio” has ended the stream.")


def test_a_whole_file_ends_without_a_reason_to_reconnect(station):
    stream, connection, output = station
    connection.give(ramp(0.4))
    connection.give(None)
    assert connection.closed.wait(5)
    output.run(0.5)
    assert (stream.vital_signs.ended, stream.vital_signs.why) == (True, "")


def test_a_bug_in_a_decoder_is_a_loss_with_a_reason(station, caplog):
    stream, connection, output = station
    connection.give(RuntimeError("broken"))
    assert connection.closed.wait(5)
    output.run(0.1)
    assert "broken" in stream.vital_signs.why
    assert "internal error" in caplog.text


def test_closing_does_not_wait_for_the_network(clock):
    connection = FakeConnection()
    stream = NetworkStream(
        connection, lambda rate, channels: ManualOutput(rate, channels, clock), lambda: 1.0, clock
    )
    stream.start()
    begun = time.monotonic()
    stream.close()
    assert time.monotonic() - begun < 1.0
    assert not connection.closed.is_set()
    connection.give(ramp(0.1))
    # Disconnected as soon as the network answers.
    assert connection.closed.wait(5)
