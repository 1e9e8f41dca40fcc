"""What a room makes of the sound of a loudspeaker, simulated with pyroomacoustics."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import pyroomacoustics
from numpy.typing import NDArray

from model.features import SAMPLE_RATE, FloatArray

OCTAVES_HZ = (125.0, 250.0, 500.0, 1000.0, 2000.0, 4000.0, 8000.0)
MOST_ABSORBED = 0.9
SCATTERED = 0.3
"""Fraction of the sound that walls and furniture scatter."""
FURTHEST = 0.5
"""Metres by which another place is shifted at most, in length and width."""
IMAGE_ORDER, RAYS = 10, 5000
"""Reflections computed one by one; later ones are traced as rays."""


@dataclass(frozen=True)
class Room:
    """A rectangular room, with a loudspeaker and a microphone.

    Attributes:
        size: length, width and height in metres.
        rt60: reverberation time below 1 kHz in seconds for which the walls are made, after Sabine.
        damping: exponent with which it falls with frequency above 1 kHz.
        loudspeaker: position in metres.
        microphone: likewise.
    """

    size: tuple[float, float, float]
    rt60: float
    damping: float
    loudspeaker: tuple[float, float, float]
    microphone: tuple[float, float, float]

    def moved(self, place: int) -> Room:
        """Return the same room with both of them shifted, to hear other reflections.

        Args:
            place: 0 for this one; the same number is the same place.
        """
        if not place:
            return self
        shift = np.random.default_rng(place).uniform(-FURTHEST, FURTHEST, 2)
        return replace(
            self,
            loudspeaker=_shifted(self.loudspeaker, shift),
            microphone=_shifted(self.microphone, shift),
        )

    @property
    def distance(self) -> float:
        """Metres between loudspeaker and microphone."""
        return float(np.linalg.norm(np.subtract(self.loudspeaker, self.microphone)))


def _shifted(
    position: tuple[float, float, float], shift: NDArray[np.float64]
) -> tuple[float, float, float]:
    return position[0] + float(shift[0]), position[1] + float(shift[1]), position[2]


@cache
def impulse_response(room: Room, seed: int) -> FloatArray:
    """Compute the impulse response from loudspeaker to microphone.

    Args:
        room: with both of them inside.
        seed: of the rays.

    Returns:
        (samples,) at 22 050 Hz; the direct sound comes after 2 ms, with an amplitude of about 1.
    """
    times = room.rt60 * np.maximum(1.0, np.array(OCTAVES_HZ) / 1000.0) ** -room.damping
    absorbed = [
        min(MOST_ABSORBED, pyroomacoustics.inverse_sabine(time, room.size)[0]) for time in times
    ]
    walls = pyroomacoustics.Material(
        {"description": "walls", "coeffs": absorbed, "center_freqs": list(OCTAVES_HZ)},
        {"description": "walls", "coeffs": [SCATTERED]},
    )
    pyroomacoustics.random.seed(seed)
    simulated = pyroomacoustics.ShoeBox(
        room.size,
        fs=SAMPLE_RATE,
        materials=walls,
        max_order=IMAGE_ORDER,
        air_absorption=True,
        ray_tracing=True,
    )
    simulated.set_ray_tracing(n_rays=RAYS)
    simulated.add_source(room.loudspeaker)
    simulated.add_microphone(room.microphone)
    simulated.compute_rir()
    response: NDArray[np.float64] = simulated.rir[0][0]
    # The way of the direct sound would shift what is compared with the clean sound.
    late = int(room.distance / simulated.c * SAMPLE_RATE)
    return np.asarray(response[late:] * room.distance, np.float32)
