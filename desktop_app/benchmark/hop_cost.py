"""Measures the cost of one hop against recomputing the window, and the growth of memory.

``python -m desktop_app.benchmark.hop_cost HOPS`` prints the figures as one JSON object.
"""

from __future__ import annotations

import itertools
import json
import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import numpy as np
import psutil

from desktop_app.analysis.worker import AnalysisWorker
from desktop_app.audio.load import samples_of
from desktop_app.audio.stream_segment import StreamSegment
from desktop_app.bundled import demo_clips
from model.classifier import Classifier, load_classifier
from model.features import (
    COEFFICIENTS,
    FRAME_SAMPLES,
    HOP_SAMPLES,
    SAMPLE_RATE,
    WINDOW_SAMPLES,
    FloatArray,
)
from model.streaming import RollingWindow, StreamingLogMel

TIMED_HOPS, RECOMPUTED = 2000, 200
WARM_UP = 50
RECOMPUTED_EVERY_S = 0.5
"""Interval of apps that recompute the whole window, for comparison."""
SETTLED_SHARE = 0.2
"""Share of the hops after which memory is first measured, when the allocator has settled."""


def measure(hops: int) -> dict[str, float]:
    """Measure everything; the environment sets the number of threads.

    Args:
        hops: number of hops to analyse while memory is watched.

    Returns:
        ``hop_ms`` and ``mfcc_us``, medians of the streaming analysis and of its MFCC alone;
        ``recomputed_ms`` and ``librosa_us``, the same for the recomputed window; ``hop_ratio`` and
        ``mfcc_ratio``, the speed-ups; ``hop_cpu`` and ``recomputed_cpu``, shares of one core in
        live use; ``growth_mb``, growth of memory over ``hops``.
    """
    sound = samples_of(demo_clips()[0])
    classifier = load_classifier()
    mfcc_us, hop_ms = _streaming(sound, classifier)
    librosa_us, recomputed_ms = _recomputing(sound, classifier)
    return {
        "hop_ms": hop_ms,
        "hop_ratio": recomputed_ms / hop_ms,
        "mfcc_us": mfcc_us,
        "mfcc_ratio": librosa_us / mfcc_us,
        "librosa_us": librosa_us,
        "recomputed_ms": recomputed_ms,
        "hop_cpu": hop_ms / 1000 * SAMPLE_RATE / HOP_SAMPLES,
        "recomputed_cpu": recomputed_ms / 1000 / RECOMPUTED_EVERY_S,
        "growth_mb": _growth(sound, classifier, hops),
        "hops": float(hops),
    }


def _streaming(sound: FloatArray, classifier: Classifier) -> tuple[float, float]:
    """Median time of a hop: MFCC alone in µs; with network and first feature maps in ms."""
    stream, window = StreamingLogMel(), RollingWindow()
    window.extend(stream.push(sound[:WINDOW_SAMPLES]))
    layers = [classifier.first_maps]
    offsets = itertools.cycle(range(0, len(sound) - HOP_SAMPLES, HOP_SAMPLES))

    def mfcc() -> FloatArray:
        at = next(offsets)
        window.extend(stream.push(sound[at : at + HOP_SAMPLES]))
        return window.mfcc()

    alone_s = _median_s(mfcc, TIMED_HOPS)
    whole_s = _median_s(lambda: classifier.look(mfcc(), layers), TIMED_HOPS)
    return 1e6 * alone_s, 1e3 * whole_s


def _recomputing(sound: FloatArray, classifier: Classifier) -> tuple[float, float]:
    """Median time of a window: librosa's MFCC alone in µs; with the network in torch in ms."""
    import librosa

    network = _eager(classifier)
    offsets = itertools.cycle(range(0, len(sound) - WINDOW_SAMPLES, HOP_SAMPLES))

    def mfcc() -> FloatArray:
        at = next(offsets)
        found: FloatArray = librosa.feature.mfcc(
            y=sound[at : at + WINDOW_SAMPLES], sr=SAMPLE_RATE, n_mfcc=COEFFICIENTS,
            n_fft=FRAME_SAMPLES, hop_length=HOP_SAMPLES, center=False,
        )  # fmt: skip
        return found.T

    alone_s = _median_s(mfcc, RECOMPUTED)
    whole_s = _median_s(lambda: network(mfcc()), RECOMPUTED)
    return 1e6 * alone_s, 1e3 * whole_s


def _median_s(work: Callable[[], object], count: int) -> float:
    """Median duration of a call in seconds, after a warm-up."""
    times = []
    for _ in range(WARM_UP + count):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return median(times[WARM_UP:])


def _eager(classifier: Classifier) -> Callable[[FloatArray], Any]:
    import torch

    from model.network import build

    torch.set_num_threads(1)
    checkpoint = classifier.checkpoint
    outputs = len(checkpoint.genres) + (checkpoint.music_threshold is not None)
    network = build(checkpoint.architecture, outputs)
    weights = {name: torch.from_numpy(value) for name, value in checkpoint.weights.items()}
    network.load_state_dict(weights, strict=False)
    network.eval()
    standardise = checkpoint.standardisation

    def look(mfcc: FloatArray) -> Any:
        image = torch.from_numpy(standardise(np.ascontiguousarray(mfcc)[None]))
        with torch.no_grad():
            return torch.softmax(network(image), dim=1).numpy()

    return look


def _growth(sound: FloatArray, classifier: Classifier, hops: int) -> float:
    """Growth of resident memory in MB while hops are analysed as fast as possible."""
    segment = StreamSegment(SAMPLE_RATE, 1, 1.0)
    worker = AnalysisWorker(lambda: segment, lambda: classifier, time.perf_counter)
    worker.layers = (classifier.first_maps,)
    memory = psutil.Process()
    settled = 0
    for number in range(hops):
        at = number * HOP_SAMPLES % (len(sound) - HOP_SAMPLES)
        segment.ring.write(sound[at : at + HOP_SAMPLES, None])
        segment.mark(segment.ring.written, time.perf_counter())
        worker.step()
        worker.frames.take()
        if number == int(SETTLED_SHARE * hops):
            settled = memory.memory_info().rss
    grown = memory.memory_info().rss - settled
    worker.close()
    return float(grown) / 1e6


if __name__ == "__main__":
    json.dump(measure(int(sys.argv[1])), sys.stdout)
