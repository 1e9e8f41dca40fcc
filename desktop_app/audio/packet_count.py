"""How long sound lasts by its packets, for containers that don't say so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from desktop_app.audio.avi_chunks import AviChunks
from desktop_app.audio.container_times import GAP_SECONDS, Times
from desktop_app.audio.mp3_frames import Mp3Frames

RESTART_SECONDS = 1.0
"""Times that go back so far begin again, as in two recordings joined."""
PACKET_SECONDS = 10.0
"""No packet of sound lasts longer; a wrong time in the last page of an Ogg file makes it hours."""
MAX_ERRORS = 20
"""In a row, when packets are read; what is damaged is passed over until then."""


@dataclass(frozen=True)
class PacketCount:
    """What the packets of a stream say.

    Attributes:
        packets: how many there are.
        seconds: length of the sound, from the beginning of the file, with what is missing.
        packed_s: length of the packets alone.
        timed: whether times are positions: not where they begin again, nor behind lost sound.
        cut: whether an mp3 file ends within a frame.
    """

    packets: int
    seconds: float
    packed_s: float
    timed: bool
    cut: bool


def packets_of(library: Any, container: Any, stream: Any) -> Iterator[Any | None]:
    """Read the packets of a stream up to its end; None where something can't be read.

    Args:
        library: PyAV.
        container: of PyAV.
        stream: of sound, in that container.

    Raises:
        FFmpegError: everything from here is damaged.
    """
    errors = 0
    while True:
        try:
            for packet in container.demux(stream):
                errors = 0
                yield packet
        except library.error.BlockingIOError:
            # FFmpeg found no more of them, but something else behind the sound.
            return
        except library.InvalidDataError:
            errors += 1
            if errors > MAX_ERRORS:
                raise
            yield None
        else:
            return


def follower_of(container: Any, stream: Any) -> Mp3Frames | AviChunks:
    """What tells how much sound was lost between the packets of a stream.

    Args:
        container: of PyAV.
        stream: of sound, in that container.
    """
    if container.format.name == "avi":
        return AviChunks(stream)
    return Mp3Frames(container.format.name, stream.codec_context.name)


def count_packets(library: Any, container: Any, stream: Any, times: Times) -> PacketCount:
    """Read all packets of a stream, from the beginning.

    Args:
        library: PyAV.
        container: of PyAV.
        stream: of sound, in that container.
        times: of the stream.
    """
    frames = follower_of(container, stream)
    tick = float(stream.time_base)
    packets = packed = missing = gaps = 0
    expected, timed = times.origin, True
    # Reading that far reports the damage.
    with suppress(Exception):
        for packet in packets_of(library, container, stream):
            lost = None if packet is None else frames.lost_before(packet)
            if packet is None or lost is None or not packet.size:
                continue
            packets += 1
            length = packet.duration or 0
            length = length if length * tick < PACKET_SECONDS else 0
            packed += length
            timed &= lost * tick <= GAP_SECONDS
            if packet.pts is not None:
                apart_s = (packet.pts - expected) * tick
                timed &= -RESTART_SECONDS <= apart_s <= times.longest_gap_s
                gaps += max(0, round(times.gap_s(apart_s) / tick) - lost)
                expected = packet.pts + length
            missing += lost
    ticks = packed + missing
    if timed:
        # Of lengths that were rounded, the sum is less.
        ticks = max(ticks + gaps, expected - times.origin)
    return PacketCount(packets, ticks * tick, packed * tick, timed, frames.cut)
