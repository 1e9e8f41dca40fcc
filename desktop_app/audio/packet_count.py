"""How long sound lasts by its packets, for containers that don't say so."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from desktop_app.audio.container_times import Times
from desktop_app.audio.mp3_frames import Mp3Frames

RESTART_SECONDS = 1.0
"""Times that go back so far begin again, as in two recordings joined."""
PACKET_SECONDS = 10.0
"""No packet of sound lasts longer; a wrong time in the last page of an Ogg file makes it hours."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class PacketCount:
    """What the packets of a stream say.

    Attributes:
        packets: how many there are.
        seconds: length of the sound, from the beginning of the file, with what is missing.
        packed_s: length of the packets alone.
        restarts: whether times don't increase throughout, so that they are no positions.
        cut: whether an mp3 file ends within a frame.
    """

    packets: int
    seconds: float
    packed_s: float
    restarts: bool
    cut: bool


def count_packets(container: Any, stream: Any, times: Times) -> PacketCount:
    """Read all packets of a stream, from the beginning.

    Args:
        container: of PyAV.
        stream: of sound, in that container.
        times: of the stream.
    """
    mp3, tick = Mp3Frames(container.format.name), float(stream.time_base)
    packets = packed = missing = 0
    expected, restarts = times.origin, False
    try:
        for packet in container.demux(stream):
            lost = mp3.lost_before(packet)
            if lost is None or not packet.size:
                continue
            packets += 1
            length = packet.duration or 0
            length = length if length * tick < PACKET_SECONDS else 0
            packed += length
            if packet.pts is not None:
                apart_s = (packet.pts - expected) * tick
                restarts |= apart_s < -RESTART_SECONDS or apart_s > times.longest_gap_s
                lost = max(lost, round(times.gap_s(apart_s) / tick))
                expected = packet.pts + length
            missing += lost
    except Exception as error:
        # Reading that far reports the damage.
        log.debug("packets not counted to the end: %s", error)
    # Of lengths that were rounded, the sum is less.
    ticks = max(packed + missing, 0 if restarts else expected - times.origin)
    return PacketCount(packets, ticks * tick, packed * tick, restarts, mp3.cut)
