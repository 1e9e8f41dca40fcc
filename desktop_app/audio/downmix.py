"""The downmix: all channels of a stream become one, also where a mean would lose most of them."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from model.features import FloatArray

LIMIT = 16.0
"""Largest magnitude kept: 24 dB above full scale, which a float file may reasonably reach."""
SECTION_SECONDS = 0.1
"""The channels are compared in sections of this length, each for the next one."""
MEMORY_SECONDS = 0.25
"""Time constant of the comparison."""
MEASURED_EVERY = 16
"""One sample frame in so many is enough to compare energies."""
CANCELLED, RESTORED = 0.25, 0.4
"""Energy of the sum in proportion to that of all channels: it is 1 if they have nothing in common.
Below a quarter, a loss of 6 dB, the loudest channel is heard, until the proportion is higher."""
ALONE, NOT_ALONE = 0.9, 0.8
"""Share of one channel in the energy of three or more. Above the first, the others are next to
silent, and their mean might be taken for silence: of six channels, it is 16 dB quieter than that
one, which is heard instead until its share is below the second."""
LOUDER = 2.0
"""Another channel takes its place if it has so many times its energy."""
SILENCE = 1e-10
"""Energy per sample frame, at full scale 1, below which nothing is compared."""


def finite(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Limit samples to ±LIMIT; NaN and infinity become silence.

    Args:
        samples: any shape, full scale at 1.
    """
    # Any comparison with NaN is false, so a single NaN fails both.
    if not samples.size or (samples.max() <= LIMIT and samples.min() >= -LIMIT):
        return samples
    return np.clip(np.nan_to_num(samples, nan=0.0, posinf=0.0, neginf=0.0), -LIMIT, LIMIT)


class Downmix:
    """Mixes a stream down to the mean of its channels, or to the loudest where that loses too much.

    Stereo whose channels are in antiphase, from a cable with two wires swapped for example, has a
    mean of silence; that of a recorder of six channels with one microphone is much too quiet. What
    is heard in a section is decided by those before it, and faded in over its length, so the result
    needs no sound that is still to come and has no clicks. It does not depend on how the stream is
    divided into blocks.
    """

    def __init__(self, rate: int) -> None:
        """Start a stream.

        Args:
            rate: sample rate in Hz.
        """
        self._rows = max(1, round(SECTION_SECONDS * rate / MEASURED_EVERY))
        self._length = self._rows * MEASURED_EVERY
        self._keep = math.exp(-SECTION_SECONDS / MEMORY_SECONDS)
        # Sample frames of the section that is under way: their number, and those to compare.
        self._at = 0
        self._begun: list[NDArray[np.float32]] = []
        self._of_channels: list[float] = []
        self._of_sum = 0.0
        # The channel heard before and after the fade of this section; None is the mean.
        self._before: int | None = None
        self._now: int | None = None

    def push(self, samples: NDArray[np.float32]) -> FloatArray:
        """Mix down the next sample frames.

        Args:
            samples: (n, channels), full scale at 1; the number of channels is that of the first
                call. n may be 0.

        Returns:
            (n,) within ±16.
        """
        samples = finite(samples)
        channels = samples.shape[1]
        if channels == 1:
            return np.ascontiguousarray(samples[:, 0])
        if not self._of_channels:
            self._of_channels = [0.0] * channels
        at, heard = self._at, [(self._before, self._now)]
        self._begun.append(samples[-at % MEASURED_EVERY :: MEASURED_EVERY])
        whole = (at + len(samples)) // self._length
        self._at = (at + len(samples)) % self._length
        if whole:
            rows = np.concatenate(self._begun)
            compared, rest = rows[: whole * self._rows], rows[whole * self._rows :]
            heard += self._compared(compared.reshape(whole, self._rows, channels))
            self._begun = [rest]
        if heard == [(None, None)] * len(heard):
            return np.asarray(samples @ _weights(None, channels))
        ends = range(self._length - at, len(samples), self._length)
        parts = zip(np.split(samples, ends), heard, strict=False)
        starts = [at] + [0] * whole
        return np.concatenate(
            [
                self._mixed(part, start, *pair)
                for (part, pair), start in zip(parts, starts, strict=False)
            ]
        )

    def _mixed(
        self, samples: NDArray[np.float32], at: int, before: int | None, now: int | None
    ) -> FloatArray:
        """Mix down a part of a section that begins at its frame ``at``, fading between channels."""
        channels = samples.shape[1]
        # A matrix product, because numpy's mean over a short axis takes ten times as long.
        mixed = samples @ _weights(now, channels)
        if before == now:
            return np.asarray(mixed)
        fade = np.arange(at + 1, at + 1 + len(samples), dtype=np.float32) / np.float32(self._length)
        return np.asarray(mixed * fade + (samples @ _weights(before, channels)) * (1 - fade))

    def _compared(self, sections: NDArray[np.float32]) -> list[tuple[int | None, int | None]]:
        """Compare the channels in some sample frames of complete sections (k, n, channels), k >= 1.

        Returns:
            What is heard before and after the fade of the section after each of them.
        """
        # Matrix products again: their covariances hold the energies of all channels and of the sum.
        mean = np.full((1, self._rows), 1.0 / self._rows, np.float32)
        varying = sections - mean @ sections
        covariances = varying.transpose(0, 2, 1) @ varying / np.float32(self._rows)
        of_channels = covariances.diagonal(axis1=1, axis2=2).tolist()
        of_sum = covariances.sum(axis=(1, 2)).tolist()
        return [self._decided(*section) for section in zip(of_channels, of_sum, strict=True)]

    def _decided(self, of_channels: list[float], of_sum: float) -> tuple[int | None, int | None]:
        if sum(of_channels) > SILENCE:
            keep, fresh = self._keep, 1.0 - self._keep
            pairs = zip(self._of_channels, of_channels, strict=True)
            self._of_channels = [keep * before + fresh * now for before, now in pairs]
            self._of_sum = keep * self._of_sum + fresh * of_sum
            self._before, self._now = self._now, self._choice()
        else:
            self._before = self._now
        return self._before, self._now

    def _choice(self) -> int | None:
        energies = self._of_channels
        share, loudest = self._of_sum / sum(energies), energies.index(max(energies))
        alone = len(energies) > 2 and energies[loudest] > sum(energies) * (
            ALONE if self._now is None else NOT_ALONE
        )
        cancelled = share <= CANCELLED if self._now is None else share <= RESTORED
        if not (alone or cancelled):
            return None
        if self._now is None or energies[loudest] > LOUDER * energies[self._now]:
            return loudest
        return self._now


@lru_cache(maxsize=16)
def _weights(heard: int | None, channels: int) -> FloatArray:
    weights = np.full(channels, 1.0 / channels if heard is None else 0.0, np.float32)
    if heard is not None:
        weights[heard] = 1.0
    weights.flags.writeable = False
    return weights
