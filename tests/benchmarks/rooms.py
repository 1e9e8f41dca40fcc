"""What the window says about music that plays in rooms, heard through a virtual microphone.

    python -m tests.benchmarks.rooms CLIPS [CONDITION...]

CLIPS contains GENRE/TRACK.flac. Of each genre, the first clip that the bundled network was not
trained on is analysed as a file, and played through each condition, by default the second mildest.
Needs PulseAudio and a screen.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop_app.engine.monitor import Monitor
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings import Settings
from tests.benchmarks.microphones import CONDITIONS
from tests.fixtures.held_out import genre_of, held_out_clips
from tests.fixtures.rooms import heard_in_room
from tests.fixtures.virtual_microphone import only_sound_server


def main() -> None:
    """Play all clips and print what the window says."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.rooms")
    parser.add_argument("clips", metavar="CLIPS", type=Path)
    parser.add_argument("conditions", metavar="CONDITION", nargs="*", choices=[[], *CONDITIONS])
    options = parser.parse_args()
    application = QApplication([])
    clips = held_out_clips(options.clips)
    _tell("no room", ((genre, genre_of(paths[0])) for genre, paths in clips.items()))

    def wait(holds: Callable[[], bool], timeout_ms: int) -> None:
        deadline = time.monotonic() + timeout_ms / 1000
        while not holds():
            if time.monotonic() > deadline:
                raise TimeoutError("the window did not get there in time")
            application.processEvents()
            time.sleep(0.005)

    with only_sound_server() as microphone, tempfile.TemporaryDirectory() as folder:
        monitor = Monitor()
        window = MainWindow(monitor, Settings())
        monitor.start()
        monitor.models.load(None)
        window.show()
        wait(lambda: monitor.network.classifier is not None, 60_000)
        for condition in options.conditions or [list(CONDITIONS)[1]]:
            said = (
                (
                    genre,
                    heard_in_room(window, microphone, paths[0], condition, Path(folder), wait),
                )
                for genre, paths in clips.items()
            )
            _tell(condition, said)
        window.close()
        monitor.close()


def _tell(condition: str, said: Iterable[tuple[str, str | None]]) -> None:
    """Print each genre with the one that was named, as they come, and how many agree."""
    right = clips = 0
    for genre, named in said:
        right, clips = right + (named == genre), clips + 1
        print(f"{condition}: {genre} -> {named or 'no genre'}", flush=True)
    print(f"{condition}: {right} of {clips} right", flush=True)


if __name__ == "__main__":
    main()
