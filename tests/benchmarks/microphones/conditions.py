"""The fixed conditions: loudspeaker, room, microphone, noise, automatic gain, codec."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from model.features import SAMPLE_RATE, FloatArray
from tests.benchmarks.microphones.devices import Device, automatic_gain, opus, sixteen_bits
from tests.benchmarks.microphones.noises import noise
from tests.benchmarks.microphones.rooms import Room, impulse_response

RECORDED_DBFS = -26.0
"""Mean level of what the microphone hands over."""


@dataclass(frozen=True)
class Condition:
    """What happens to the sound between the file and the program.

    Attributes:
        loudspeaker: that plays the music.
        room: in which it does.
        microphone: that hears it.
        noise: ``pink``, ``fan`` or ``babble``, added after the microphone's filter.
        snr_db: mean power of the music above that of the noise.
        hiss_db: mean power of the music above that of the microphone's own, white noise.
        gain_share: fraction of the changes of level that automatic gain removes.
        attack_seconds: in which it becomes lower.
        release_seconds: in which it becomes higher.
        codec_rate: sample rate of the codec in Hz; 0 for no codec.
        compression: of the codec, 0 to 1.
        seed: of noise and room.
    """

    loudspeaker: Device
    room: Room
    microphone: Device
    noise: str
    snr_db: float
    hiss_db: float
    gain_share: float = 0.0
    attack_seconds: float = 0.02
    release_seconds: float = 0.5
    codec_rate: int = 0
    compression: float = 0.5
    seed: int = 0


SHELF = Device(60.0, 2, 15e3, 2, ((110.0, 2.0, 1.2),))
SMALL = Device(160.0, 2, 12e3, 1, ((180.0, 3.0, 1.5), (3200.0, 3.0, 1.5)))
LAPTOP = Device(120.0, 1, 10e3, 2, ((2600.0, 4.0, 2.0),))
THIN_LAPTOP = Device(200.0, 3, 7500.0, 2, ((2200.0, 6.0, 2.5), (480.0, 4.0, 2.0)))
PHONE = Device(160.0, 2, 9000.0, 2, ((3600.0, 6.0, 2.0), (900.0, 3.0, 1.5)))
WORN_PHONE = Device(280.0, 3, 6500.0, 3, ((3800.0, 8.0, 2.5), (1100.0, 4.0, 1.5)))
HEADSET = Device(200.0, 2, 8000.0, 2, ((3000.0, 5.0, 2.0),))

CONDITIONS: Mapping[str, Condition] = MappingProxyType(
    {
        "laptop on the desk": Condition(
            SHELF,
            Room((3.2, 2.7, 2.4), 0.3, 0.2, (1.0, 1.1, 0.9), (1.35, 1.45, 0.85)),
            LAPTOP, "fan", 26.0, 38.0, seed=1,
        ),
        "phone on the table": Condition(
            SHELF,
            Room((5.0, 4.1, 2.6), 0.5, 0.3, (0.9, 1.0, 1.1), (1.9, 1.7, 0.75)),
            PHONE, "pink", 20.0, 34.0, 0.4, 0.05, 0.5, seed=2,
        ),
        "call over a headset": Condition(
            SMALL,
            Room((4.0, 3.3, 2.5), 0.45, 0.3, (1.2, 1.0, 0.8), (1.75, 1.4, 1.0)),
            HEADSET, "fan", 18.0, 34.0, 0.6, 0.02, 0.3, 16000, 0.85, seed=3,
        ),
        "laptop among talkers": Condition(
            SMALL,
            Room((6.1, 4.7, 2.8), 0.6, 0.3, (1.0, 1.2, 1.2), (2.7, 2.3, 0.8)),
            THIN_LAPTOP, "babble", 14.0, 32.0, 0.3, 0.02, 0.5, seed=4,
        ),
        "phone across the room": Condition(
            SMALL,
            Room((7.2, 6.0, 2.9), 0.9, 0.4, (1.2, 1.0, 1.0), (4.6, 3.1, 0.9)),
            WORN_PHONE, "pink", 12.0, 26.0, 0.7, 0.02, 0.3, 16000, 0.9, seed=5,
        ),
    }
)  # fmt: skip
"""Name -> condition, from the mildest to the hardest."""


def apply(samples: FloatArray, condition: str, place: int = 0) -> FloatArray:
    """Send sound through a condition.

    Args:
        samples: (n,) at 22 050 Hz, at any level.
        condition: a name in :data:`CONDITIONS`.
        place: number of the place in the room, from 0. Reflections
            and noise differ from place to place.

    Returns:
        (n,) at 22 050 Hz, full scale at 1; not delayed by more than a few milliseconds.
    """
    chosen = CONDITIONS[condition]
    count = len(samples)
    length = 1 << (count + round(2.0 * SAMPLE_RATE * chosen.room.rt60)).bit_length()
    path = _path(condition, place, length)
    heard = np.fft.irfft(np.fft.rfft(samples, length) * path, length)[:count]
    heard /= np.sqrt(np.mean(heard**2) + 1e-20)
    around = noise(chosen.noise, count, 100 * chosen.seed + place) * 10.0 ** (-chosen.snr_db / 20.0)
    # Another stream of random numbers: the same one would be the same noise, only filtered.
    rng = np.random.default_rng((chosen.seed, place, 1))
    hiss = rng.standard_normal(count) * 10.0 ** (-chosen.hiss_db / 20.0)
    mixed = np.asarray(heard + around + hiss, np.float32)
    if chosen.gain_share:
        mixed = automatic_gain(
            mixed, chosen.gain_share, chosen.attack_seconds, chosen.release_seconds
        )
    recorded = sixteen_bits(mixed * 10.0 ** (RECORDED_DBFS / 20.0))
    if chosen.codec_rate:
        return opus(recorded, chosen.codec_rate, chosen.compression)
    return recorded


@lru_cache(maxsize=64)
def _path(condition: str, place: int, length: int) -> NDArray[np.complex128]:
    """Return the frequency response from the loudspeaker to the microphone's noise."""
    chosen = CONDITIONS[condition]
    hz = np.fft.rfftfreq(length, 1.0 / SAMPLE_RATE)
    room = impulse_response(chosen.room.moved(place), chosen.seed)
    return (
        np.fft.rfft(room, length) * chosen.loudspeaker.response(hz) * chosen.microphone.response(hz)
    )
