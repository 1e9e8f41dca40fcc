"""A whole file at once: the same windows and probabilities as when it is played, only sooner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.analysis.gate import SilenceGate, State
from desktop_app.analysis.pipeline import Hop, Pipeline
from desktop_app.audio.source_error import SourceError
from model.classifier import Classifier
from model.features import SAMPLE_RATE, FloatArray, mfcc

STEP_SECONDS = 0.5
BATCH = 16


@dataclass(frozen=True)
class Moment:
    """What is known at one time of a file.

    Attributes:
        time_s: end of the window, in seconds from the file's beginning.
        state: what may be claimed.
        probabilities: (genres,) given that it is music; None unless the state is MUSIC or
            NOT_MUSIC.
        music: probability that it is music; None likewise.
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
    """Analyse sound from its beginning to its end.

    Args:
        blocks: (n, channels) sample frames, in order.
        rate: sample frames a second.
        classifier: gives the probabilities.
        gate: a fresh one; decides what is silence.
        step_s: seconds between two moments; each lies at the first hop not before its time,
            and the last one at the end.

    Raises:
        SourceError: whatever ``blocks`` raises, after the moments before it.
    """
    pending: list[tuple[float, State, FloatArray | None]] = []
    try:
        for step in _steps(blocks, Pipeline(rate, gate), step_s):
            pending.append(step)
            if len(pending) == BATCH:
                yield from _judged(pending, classifier)
                pending.clear()
    except SourceError:
        # The sound broke off: what came before it still counts.
        yield from _judged(pending, classifier)
        raise
    yield from _judged(pending, classifier)


def _steps(
    blocks: Iterable[NDArray[np.float32]], road: Pipeline, step_s: float
) -> Iterator[tuple[float, State, FloatArray | None]]:
    due = step_s
    skipped: Hop | None = None
    for samples, last in _with_end(blocks):
        for hop in road.push(samples, last):
            skipped = hop if hop.end_sample < due * SAMPLE_RATE else None
            if skipped is None:
                due += step_s
                yield _step(hop, road)
    if skipped is not None:
        yield _step(skipped, road)


def _step(hop: Hop, road: Pipeline) -> tuple[float, State, FloatArray | None]:
    window = road.window.log_mel() if hop.state is State.MUSIC else None
    return hop.end_sample / SAMPLE_RATE, hop.state, window


def _with_end(
    blocks: Iterable[NDArray[np.float32]],
) -> Iterator[tuple[NDArray[np.float32], bool]]:
    channels = 1
    for block in blocks:
        channels = block.shape[1]
        yield block, False
    yield np.zeros((0, channels), np.float32), True


def _judged(
    pending: list[tuple[float, State, FloatArray | None]], classifier: Classifier
) -> Iterator[Moment]:
    windows = [window for _, _, window in pending if window is not None]
    judged = zip(*classifier.judge(mfcc(np.stack(windows))), strict=True) if windows else iter(())
    for time_s, state, window in pending:
        if window is None:
            yield Moment(time_s, state, None, None)
        else:
            probabilities, music = next(judged)
            known = music < classifier.music_threshold
            judgement = State.NOT_MUSIC if known else state
            yield Moment(time_s, judgement, probabilities, float(music))
