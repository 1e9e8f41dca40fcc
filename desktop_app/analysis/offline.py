"""Offline analysis of a whole file, with the same windows and probabilities as live playback."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.analysis.gate import SilenceGate, State, judged
from desktop_app.analysis.pipeline import Hop, Pipeline
from desktop_app.audio.source_error import SourceError
from model.classifier import Classifier
from model.features import SAMPLE_RATE, FloatArray, mfcc

STEP_SECONDS = 0.5
BATCH = 16


@dataclass(frozen=True)
class Moment:
    """The classification of a file at one point in time.

    Attributes:
        time_s: end of the window, in seconds from the beginning of the file.
        state: of the analysis.
        probabilities: (genres,) given that the window is music; None unless the state is MUSIC or
            NOT_MUSIC.
        music: probability that the window is music, 0 to 1; None unless the state is MUSIC or
            NOT_MUSIC.
    """

    time_s: float
    state: State
    probabilities: FloatArray | None
    music: float | None


def moments(
    blocks: Iterable[NDArray[np.float32]],
    rate: int,
    classifier: Classifier,
    gate: SilenceGate,
    step_s: float = STEP_SECONDS,
) -> Iterator[Moment]:
    """Classify sound at regular intervals from beginning to end.

    Args:
        blocks: (n, channels) sample frames, in order.
        rate: sample rate in Hz.
        classifier: computes the probabilities.
        gate: a new one; decides what is silence.
        step_s: seconds between two moments. Each is taken at the first hop that ends at or after
            its time, and the last one at the end.

    Yields:
        The moments, in order.

    Raises:
        SourceError: raised by ``blocks``; the moments before it are yielded first.
    """
    pending: list[tuple[float, State, FloatArray | None]] = []
    try:
        for step in _steps(blocks, Pipeline(rate, gate), step_s):
            pending.append(step)
            if len(pending) == BATCH:
                yield from _classified(pending, classifier)
                pending.clear()
    except SourceError:
        # The source failed; everything before that still counts.
        yield from _classified(pending, classifier)
        raise
    yield from _classified(pending, classifier)


def _steps(
    blocks: Iterable[NDArray[np.float32]], pipeline: Pipeline, step_s: float
) -> Iterator[tuple[float, State, FloatArray | None]]:
    due = step_s
    skipped: Hop | None = None
    for samples, last in _with_end(blocks):
        for hop in pipeline.push(samples, last):
            skipped = hop if hop.end_sample < due * SAMPLE_RATE else None
            if skipped is None:
                due += step_s
                yield _step(hop, pipeline)
    if skipped is not None:
        yield _step(skipped, pipeline)


def _step(hop: Hop, pipeline: Pipeline) -> tuple[float, State, FloatArray | None]:
    window = pipeline.window.log_mel() if hop.state is State.MUSIC else None
    return hop.end_sample / SAMPLE_RATE, hop.state, window


def _with_end(
    blocks: Iterable[NDArray[np.float32]],
) -> Iterator[tuple[NDArray[np.float32], bool]]:
    channels = 1
    for block in blocks:
        channels = block.shape[1]
        yield block, False
    yield np.zeros((0, channels), np.float32), True


def _classified(
    pending: list[tuple[float, State, FloatArray | None]], classifier: Classifier
) -> Iterator[Moment]:
    windows = [window for _, _, window in pending if window is not None]
    judgements = (
        zip(*classifier.judge(mfcc(np.stack(windows))), strict=True) if windows else iter(())
    )
    for time_s, state, window in pending:
        if window is None:
            yield Moment(time_s, state, None, None)
        else:
            probabilities, music = next(judgements)
            found = judged(music, classifier.music_threshold)
            yield Moment(time_s, found, probabilities, float(music))
