"""Loudspeakers and microphones: the filters that they are, automatic gain, and codecs."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from model.features import SAMPLE_RATE, FloatArray

STEP_SECONDS = 0.01
"""Interval at which automatic gain is adapted."""
MOST_GAIN_DB = 30.0


@dataclass(frozen=True)
class Device:
    """A loudspeaker or a microphone.

    Attributes:
        low_hz: lower corner.
        low_order: of its Butterworth filter; 6 dB per octave each.
        high_hz: upper corner.
        high_order: likewise.
        resonances: frequency in Hz, height in dB and quality of each.
    """

    low_hz: float
    low_order: int
    high_hz: float
    high_order: int
    resonances: tuple[tuple[float, float, float], ...] = ()

    def response(self, hz: NDArray[np.float64]) -> NDArray[np.complex128]:
        """Compute the complex frequency response: causal, 1 in the middle of the band.

        Args:
            hz: (n,) frequencies in Hz, 0 or more.

        Returns:
            (n,).
        """
        heard = _low_pass(1j * hz / self.high_hz, self.high_order)
        # A high-pass filter is a low-pass filter with frequency and corner exchanged.
        heard = heard * _low_pass(self.low_hz / (1j * np.maximum(hz, 1e-3)), self.low_order)
        for centre, height_db, quality in self.resonances:
            s = 1j * hz / centre
            height = 10.0 ** (height_db / 40.0)
            heard = heard * (s**2 + s * height / quality + 1.0)
            heard = heard / (s**2 + s / (height * quality) + 1.0)
        return np.asarray(heard)


def _low_pass(s: NDArray[np.complex128], order: int) -> NDArray[np.complex128]:
    """Return the response of a Butterworth low-pass filter; ``s`` is relative to its corner."""
    poles = np.exp(1j * np.pi * (2 * np.arange(order) + order + 1) / (2 * order))
    return np.asarray(np.prod([-pole / (s - pole) for pole in poles], axis=0))


def automatic_gain(
    samples: FloatArray, share: float, attack_seconds: float, release_seconds: float
) -> FloatArray:
    """Even out changes of level.

    Args:
        samples: (n,) with a mean power of about 1.
        share: fraction of the changes in dB that is removed, 0 to 1.
        attack_seconds: time in which the gain follows when the level rises.
        release_seconds: and when it falls.

    Returns:
        (n,).
    """
    step = round(STEP_SECONDS * SAMPLE_RATE)
    steps = -(-len(samples) // step)
    padded = np.zeros(steps * step)
    padded[: len(samples)] = samples
    level = 10.0 * np.log10(np.mean(padded.reshape(steps, step) ** 2, axis=1) + 1e-9)
    followed, gain = float(level[: steps // 4 + 1].mean()), np.empty(steps)
    for number, now in enumerate(level):
        seconds = attack_seconds if now > followed else release_seconds
        followed += (now - followed) * (1.0 - np.exp(-STEP_SECONDS / seconds))
        gain[number] = min(-share * followed, MOST_GAIN_DB)
    smooth = np.interp(np.arange(len(samples)), (np.arange(steps) + 0.5) * step, gain)
    return np.asarray(samples * 10.0 ** (smooth / 20.0), np.float32)


def sixteen_bits(samples: FloatArray) -> FloatArray:
    """Round to 16 bits, and clip at full scale."""
    return np.asarray(np.clip(np.round(samples * 32768.0), -32768, 32767) / 32768, np.float32)


def opus(samples: FloatArray, rate: int, compression: float) -> FloatArray:
    """Encode with Opus at a lower rate, and decode.

    Args:
        samples: (n,) at 22 050 Hz, full scale at 1.
        rate: in Hz; one that Opus knows.
        compression: 0 for the highest bit rate to 1 for the lowest.

    Returns:
        (n,) at 22 050 Hz.
    """
    file = BytesIO()
    soundfile.write(
        file,
        soxr.resample(samples, SAMPLE_RATE, rate),
        rate,
        format="OGG",
        subtype="OPUS",
        compression_level=compression,
    )
    file.seek(0)
    decoded, played = soundfile.read(file, dtype="float32")
    heard = soxr.resample(decoded, played, SAMPLE_RATE)[: len(samples)]
    return np.pad(np.asarray(heard, np.float32), (0, len(samples) - len(heard)))
