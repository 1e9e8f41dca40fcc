"""A whole file at a glance, worked out beside the playing: its waveform and its genre over time."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.analysis.gate import SilenceGate
from desktop_app.analysis.segments import Segment, segments
from desktop_app.audio.clip import BLOCK_SECONDS, Clip
from desktop_app.audio.source_error import SourceError

if TYPE_CHECKING:
    from desktop_app.analysis.offline import Moment
    from model.classifier import Classifier

PEAKS_PER_BLOCK = 20
"""A block is a second, so a peak is a twentieth."""
GROWTH = 1.1
"""Of what is known, from one telling to the next in a long file: each looks at all there is."""
BREATH_SECONDS = 0.002
"""After each block, for the threads that have to be on time."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class FileOutline:
    """What is known of a file so far.

    Attributes:
        duration_s: as it says.
        reached_s: how far it has been analysed.
        peaks: (n, 2) lowest and highest sample of each stretch of ``peak_s`` seconds.
        peak_s: see ``peaks``.
        segments: from 0 to about ``reached_s``.
        done: nothing more comes.
        problem: one sentence if it broke off, else empty.
    """

    duration_s: float
    reached_s: float
    peaks: NDArray[np.float32]
    peak_s: float
    segments: tuple[Segment, ...]
    done: bool
    problem: str = ""


class FileScanner:
    """Scans one file at a time, on a thread of its own; the one asked for last wins.

    Attributes:
        outline: of the file asked for last; None before anything is known of it.
    """

    def __init__(self) -> None:
        self.outline: FileOutline | None = None
        self._scans: list[_Scan] = []

    def scan(self, open_sound: Callable[[], Clip], classifier: Classifier) -> None:
        """Begin with a file; waits for nothing, so that a window can ask.

        Args:
            open_sound: opens it; raises SourceError.
            classifier: names the genres.
        """
        for scan in self._scans:
            scan.stop()
        self._scans = [scan for scan in self._scans if scan.running]
        self.outline = None
        self._scans.append(_Scan(self, open_sound, classifier))
        self._scans[-1].start()

    def take(self, scan: _Scan, outline: FileOutline) -> None:
        """Show what a scan found, unless another was asked for since."""
        if self._scans and scan is self._scans[-1]:
            self.outline = outline

    def close(self) -> None:
        """Stop, and wait for it."""
        for scan in self._scans:
            scan.stop()
        for scan in self._scans:
            scan.wait()


class _Scan:
    def __init__(
        self, overview: FileScanner, open_sound: Callable[[], Clip], classifier: Classifier
    ) -> None:
        self._overview, self._open, self._classifier = overview, open_sound, classifier
        self._peaks: list[NDArray[np.float32]] = []
        self._moments: list[Moment] = []
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="overview")

    def start(self) -> None:
        self._thread.start()

    @property
    def running(self) -> bool:
        return self._thread.is_alive()

    def stop(self) -> None:
        self._stopping.set()

    def wait(self) -> None:
        self._thread.join()

    def _run(self) -> None:
        try:
            sound = self._open()
        except SourceError:
            # Whoever plays it says so.
            return
        try:
            self._read(sound)
        except Exception as error:
            log.exception("the overview met a fault of the program")
            self._tell(sound, done=True, problem=f"A fault inside genre-monitor: {error!r}.")
        finally:
            sound.close()

    def _read(self, sound: Clip) -> None:
        # Only now: it brings in the network's runtime.
        from desktop_app.analysis.offline import BATCH, moments

        problem, due = "", BATCH
        try:
            blocks = self._watched(sound)
            for moment in moments(blocks, sound.rate, self._classifier, SilenceGate()):
                self._moments.append(moment)
                if self._stopping.is_set():
                    return
                if len(self._moments) >= due:
                    self._tell(sound)
                    due = max(due + BATCH, round(due * GROWTH))
        except SourceError as error:
            problem = str(error)
        self._tell(sound, done=True, problem=problem or sound.fault)

    def _watched(self, sound: Clip) -> Iterator[NDArray[np.float32]]:
        for block in sound.blocks():
            parts = np.array_split(block.mean(axis=1), PEAKS_PER_BLOCK)
            lowest_highest = [(part.min(), part.max()) for part in parts if len(part)]
            self._peaks.append(np.array(lowest_highest, np.float32))
            yield block
            if self._stopping.wait(BREATH_SECONDS):
                return

    def _tell(self, sound: Clip, *, done: bool = False, problem: str = "") -> None:
        peaks = np.concatenate(self._peaks or [np.zeros((0, 2), np.float32)])
        reached_s = self._moments[-1].time_s if self._moments else 0.0
        broke_off = bool(problem) and problem != sound.fault
        end_s = sound.duration_s if done and not broke_off else reached_s
        outline = FileOutline(
            duration_s=sound.duration_s,
            reached_s=end_s,
            peaks=peaks,
            peak_s=BLOCK_SECONDS / PEAKS_PER_BLOCK,
            segments=segments(self._moments, self._classifier.genres, end_s),
            done=done,
            problem=problem,
        )
        self._overview.take(self, outline)
