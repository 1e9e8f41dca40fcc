"""How much faster than it plays a file is analysed, as JSON.

``python -m desktop_app.benchmark.whole_files``: four minutes of the demo as wav, flac and mp3, and
how long its overview takes.
"""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path

import numpy as np
import soundfile

from desktop_app.analysis.overview import Overview
from desktop_app.audio.files import AudioFile
from desktop_app.demo import demo_clips
from desktop_app.library.result import analyzed
from model.classifier import Classifier, load_classifier

SECONDS = 240
KINDS = ("wav", "flac", "mp3")


def main() -> None:
    """See the module."""
    classifier = load_classifier()
    sound, rate = soundfile.read(demo_clips()[0], dtype="float32")
    whole = np.concatenate([sound] * (SECONDS * rate // len(sound) + 1))[: SECONDS * rate]
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for kind in KINDS:
            path = Path(folder) / f"song.{kind}"
            soundfile.write(path, whole, rate)
            # Once to fill the caches.
            analyzed(path, classifier)
            begun = time.perf_counter()
            analyzed(path, classifier)
            found[f"analysis_{kind}"] = SECONDS / (time.perf_counter() - begun)
        found["overview_s"] = _overview(path, classifier)
    print(json.dumps(found))


def _overview(path: Path, classifier: Classifier) -> float:
    overview = Overview()
    begun = time.perf_counter()
    overview.scan(lambda: AudioFile(path), classifier)
    while overview.outline is None or not overview.outline.done:
        time.sleep(0.005)
    overview.close()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
