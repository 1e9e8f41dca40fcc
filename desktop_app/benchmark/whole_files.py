"""How much faster than it plays a file is analysed, and how soon one is elsewhere, as JSON.

``python -m desktop_app.benchmark.whole_files``: four minutes of the demo as wav, flac and mp3, how
long its overview takes, and how long after a seek the new place is heard.
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
from desktop_app.library.result import analyzed
from model.classifier import Classifier, load_classifier

SECONDS = 240
KINDS = ("wav", "flac", "mp3")
REPEATS = 3
SEEKS = 10
"""In each kind of file."""
SETTLE_S, PATIENCE_S = 0.2, 3.0


def main() -> None:
    """See the module."""
    classifier = load_classifier()
    sound, rate = soundfile.read(demo_clips()[0], dtype="float32")
    whole = np.concatenate([sound] * (SECONDS * rate // len(sound) + 1))[: SECONDS * rate]
    found: dict[str, float] = {}
    seeks: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        for kind in KINDS:
            path = Path(folder) / f"song.{kind}"
            soundfile.write(path, whole, rate)
            core, clock = _analysis(path, classifier)
            found[f"analysis_{kind}"], found[f"analysis_{kind}_two"] = core, clock
            seeks += _seeks(path)
        found["overview_s"] = _overview(path, classifier)
    for name, ways in zip(("seek_given", "seek"), np.array(seeks).T, strict=True):
        # Of an output that nobody hears there is no way to the ear.
        if not np.isnan(ways).any():
            found[f"{name}_ms"] = float(np.median(ways))
            found[f"{name}_p95_ms"] = float(np.quantile(ways, 0.95))
    print(json.dumps(found))


def _analysis(path: Path, classifier: Classifier) -> tuple[float, float]:
    """Times real time: by the time of processors, as on one of them, and by the clock."""
    # Once to fill the caches.
    analyzed(path, classifier)
    core, clock = [], []
    for _ in range(REPEATS):
        begun, spent = time.perf_counter(), time.process_time()
        analyzed(path, classifier)
        clock.append(time.perf_counter() - begun)
        core.append(time.process_time() - spent)
    return SECONDS / min(core), SECONDS / min(clock)


def _overview(path: Path, classifier: Classifier) -> float:
    overview = FileScanner()
    begun = time.perf_counter()
    overview.scan(lambda: AudioFile(path), classifier)
    while overview.outline is None or not overview.outline.done:
        time.sleep(0.005)
    overview.close()
    return time.perf_counter() - begun


def _seeks(path: Path) -> list[tuple[float, float]]:
    """Milliseconds from asking for another place to its first sample.

    Returns:
        Until the output is given it, and until it leaves the loudspeaker, NaN without one.
    """
    player = FilePlayer(AudioFile(path), _output, time.perf_counter)
    player.volume = 0.0
    player.start()
    found = []
    rng = np.random.default_rng(0)
    for place in rng.uniform(0.0, SECONDS - 10.0, SEEKS):
        # Not in step with the output, which has asked for sound just now.
        time.sleep(SETTLE_S + rng.uniform(0.0, SETTLE_S / 4.0))
        before, asked = player.feed, time.perf_counter()
        player.seek(place)
        while player.feed is before or not player.feed.marked_at:
            if time.perf_counter() - asked > PATIENCE_S:
                raise SourceError(f"{path} gave no sound from {place:.1f} s on.")
            time.sleep(0.001)
        feed = player.feed
        # The mark lies in the future, when the last sample rendered so far will be heard.
        heard, at = feed.heard(feed.marked_at), feed.marked_at
        audible = at - heard / player.rate if player.audible else np.nan
        found.append((1000.0 * (player.asked_at - asked), 1000.0 * (audible - asked)))
    player.close()
    return found


def _output(rate: int, channels: int) -> Output:
    try:
        return Loudspeaker(rate, channels, time.perf_counter)
    except SourceError:
        return SilentOutput(rate, channels, time.perf_counter)


if __name__ == "__main__":
    main()
