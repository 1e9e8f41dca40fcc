"""Rate of attributions ("why") computed during a real-time analysis, and their cost to it.

``python -m tests.benchmarks.why`` measures the analysis alone, then with each method, including
its start.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from statistics import median

import numpy as np

from desktop_app.analysis.attribution_worker import AttributionWorker, Question
from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.analysis.worker import AnalysisWorker
from desktop_app.bundled import demo_clips
from model.classifier import Classifier, load_classifier
from model.features import HOP_SAMPLES, SAMPLE_RATE
from tests.fixtures.fake_source import FakeSource

DISPLAY_SECONDS = 0.03
MUSIC_SECONDS = 20.0


@dataclass
class Found:
    """Results for one stretch of music.

    Attributes:
        windows_per_s: windows analysed per second.
        skipped: windows skipped because the analysis was late.
        answers_per_s: attributions per second, counted from the first one.
        first_s: seconds from the first request to the first attribution.
        late_s: median delay behind the newest sound, except for the first attribution.
    """

    windows_per_s: float
    skipped: int
    answers_per_s: float = 0.0
    first_s: float = 0.0
    late_s: float = 0.0


def music() -> np.ndarray:
    """Return the demo clip as (samples,) at 22 050 Hz."""
    import soundfile
    import soxr

    samples, rate = soundfile.read(demo_clips()[0], dtype="float32", always_2d=True)
    return soxr.resample(samples.mean(axis=1), rate, SAMPLE_RATE)


def measure(classifier: Classifier, sound: np.ndarray, seconds: float, method: str) -> Found:
    """Play sound to an analysis worker in a loop and request attributions of the results.

    Args:
        classifier: the model.
        sound: (samples,) at 22 050 Hz.
        seconds: to play.
        method: of attribution; empty for none.

    Raises:
        RuntimeError: if the attribution failed.
    """
    source = FakeSource(time.perf_counter)
    worker = AnalysisWorker(lambda: source.segment, time.perf_counter)
    worker.use(classifier)
    worker.layers = (classifier.first_maps,)
    explaining = AttributionWorker()
    newest: AnalysisFrame | None = None
    asked_at, answered, late = 0.0, [], []
    hops = round(seconds * SAMPLE_RATE / HOP_SAMPLES)
    begun = shown = time.perf_counter()
    worker.start()
    try:
        for hop in range(hops):
            at = hop * HOP_SAMPLES % (len(sound) - HOP_SAMPLES)
            source.give(sound[at : at + HOP_SAMPLES])
            newest = worker.frames.take() or newest
            now = time.perf_counter()
            if method and now - shown > DISPLAY_SECONDS and newest and newest.answer is not None:
                shown = now
                asked_at = asked_at or now
                explaining.ask(Question(newest, int(newest.answer.probabilities.argmax()), method))
            answer = explaining.answers.take()
            if answer is not None:
                answered.append(now)
                late.append((hop + 1) * HOP_SAMPLES - answer.question.frame.end_sample)
            due = begun + (hop + 1) * HOP_SAMPLES / SAMPLE_RATE
            time.sleep(max(0.0, due - time.perf_counter()))
        time.sleep(0.2)
        newest = worker.frames.take() or newest
    finally:
        explaining.close()
        worker.close()
    if explaining.fault:
        raise RuntimeError(explaining.fault)
    found = Found(newest.windows_per_s, newest.skipped)
    if len(answered) > 1:
        found.answers_per_s = (len(answered) - 1) / (answered[-1] - answered[0])
        found.first_s = answered[0] - asked_at
        found.late_s = median(late[1:]) / SAMPLE_RATE
    return found


def main() -> None:
    """Measure without and with each method, and print a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.why", description=__doc__)
    parser.add_argument(
        "--seconds", type=float, default=MUSIC_SECONDS, help="of music per row (default: 20)"
    )
    options = parser.parse_args()
    classifier, sound = load_classifier(), music()
    print(f"{'':22} {'windows/s':>9} {'skipped':>8} {'answers/s':>9} {'first':>8} {'late':>8}")
    for method in ("", "grad-cam", "integrated gradients"):
        found = measure(classifier, sound, options.seconds, method)
        print(
            f"{method or 'none':22} {found.windows_per_s:9.1f} {found.skipped:8}"
            f" {found.answers_per_s:9.1f} {found.first_s:6.2f} s {found.late_s:6.2f} s"
        )


if __name__ == "__main__":
    main()
