"""Measures how fast files are analysed, and how soon a seek is heard.

``python -m desktop_app.benchmark.file_speed`` analyses four minutes of the demo as wav, flac and
mp3, computes its overview, seeks in it while it plays, and prints JSON.
"""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path

import numpy as np
import soundfile

from desktop_app.analysis.file_scan import FileScanner
from desktop_app.audio.files import AudioFile
from desktop_app.audio.output import Loudspeaker, Output, SilentOutput
from desktop_app.audio.player import FilePlayer
from desktop_app.audio.source_error import SourceError
from desktop_app.bundled import demo_clips
from desktop_app.library.file_analysis import analyze_file
from model.classifier import Classifier, load_classifier

SECONDS = 240
KINDS = ("wav", "flac", "mp3")
REPEATS = 3
SEEKS = 10
"""Number of seeks in each kind of file."""
SETTLE_S, TIMEOUT_S = 0.2, 3.0


def main() -> None:
    """Run all measurements and print them as one JSON object."""
    classifier = load_classifier()
    sound, rate = soundfile.read(demo_clips()[0], dtype="float32")
    whole = np.concatenate([sound] * (SECONDS * rate // len(sound) + 1))[: SECONDS * rate]
    found: dict[str, float] = {}
    seeks: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        for kind in KINDS:
            path = Path(folder) / f"song.{kind}"
            soundfile.write(path, whole, rate)
            found[f"analysis_{kind}"], found[f"analysis_{kind}_two"] = _analysis(path, classifier)
            seeks += _seeks(path)
        found["overview_s"] = _overview(path, classifier)
    for name, delays in zip(("seek_given", "seek"), np.array(seeks).T, strict=True):
        # Without a loudspeaker there is no time at which the sound is heard.
        if not np.isnan(delays).any():
            found[f"{name}_ms"] = float(np.median(delays))
            found[f"{name}_p95_ms"] = float(np.quantile(delays, 0.95))
    print(json.dumps(found))


def _analysis(path: Path, classifier: Classifier) -> tuple[float, float]:
    """Speed as a multiple of real time: by processor time, as on one core, and by the clock."""
    # The first run fills the caches.
    analyze_file(path, classifier)
    core, clock = [], []
    for _ in range(REPEATS):
        begun, spent = time.perf_counter(), time.process_time()
        analyze_file(path, classifier)
        clock.append(time.perf_counter() - begun)
        core.append(time.process_time() - spent)
    return SECONDS / min(core), SECONDS / min(clock)


def _overview(path: Path, classifier: Classifier) -> float:
    """Time for the overview of a file, in seconds."""
    scanner = FileScanner()
    begun = time.perf_counter()
    scanner.scan(path, lambda: AudioFile(path), classifier)
    while scanner.outline is None or not scanner.outline.done:
        time.sleep(0.005)
    scanner.close()
    return time.perf_counter() - begun


def _seeks(path: Path) -> list[tuple[float, float]]:
    """Delays of seeks in milliseconds.

    Returns:
        For each seek, the delay until the output received the first sample, and until that left
        the loudspeaker; NaN without a loudspeaker.

    Raises:
        SourceError: the player delivered no sound in time.
    """
    player = FilePlayer(AudioFile(path), _output, time.perf_counter)
    player.set_volume(0.0)
    player.start()
    found = []
    rng = np.random.default_rng(0)
    for position in rng.uniform(0.0, SECONDS - 10.0, SEEKS):
        # At a random phase of the output's requests, because the last wait ended at one.
        time.sleep(SETTLE_S + rng.uniform(0.0, SETTLE_S / 4.0))
        before, asked = player.segment, time.perf_counter()
        player.seek(position)
        while player.segment is before or not player.segment.marked_at:
            if time.perf_counter() - asked > TIMEOUT_S:
                raise SourceError(f"{path} delivered no sound at {position:.1f} s.")
            time.sleep(0.001)
        segment = player.segment
        # The mark is in the future, when the last sample rendered so far will be heard.
        heard, at = segment.heard(segment.marked_at), segment.marked_at
        signs = player.vital_signs
        audible = at - heard / player.rate if signs.audible else np.nan
        found.append((1000.0 * (signs.active_at - asked), 1000.0 * (audible - asked)))
    player.close()
    return found


def _output(rate: int, channels: int) -> Output:
    try:
        return Loudspeaker(rate, channels, time.perf_counter)
    except SourceError:
        return SilentOutput(rate, channels, time.perf_counter)


if __name__ == "__main__":
    main()
