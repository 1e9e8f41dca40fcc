"""A whole file at a glance, scanned in the background: its waveform and its genre over time."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop_app.analysis.gate import SilenceGate
from desktop_app.analysis.segments import Segment, segments
from desktop_app.audio.clip import BLOCK_SECONDS, Clip
from desktop_app.audio.downmix import Downmix
from desktop_app.audio.source_error import SourceError
from desktop_app.threads.newest_request import NewestRequest, Ticket
from resources.languages import N_, gettext

if TYPE_CHECKING:
    from desktop_app.analysis.offline import Moment
    from model.classifier import Classifier

PEAKS_PER_BLOCK = 20
"""A block is a second, so a peak covers a twentieth."""
GROWTH = 1.1
"""Factor by which the result must grow before a long file's outline is computed again."""
PAUSE_SECONDS = 0.002
"""After each block, for the real-time threads."""
CLOSING_SECONDS = 2.0


@dataclass(frozen=True)
class FileOutline:
    """What is known of a file so far.

    Attributes:
        duration_s: length in seconds, as the header says.
        reached_s: how far it has been analysed, in seconds.
        peaks: (n, 2) lowest and highest sample of every ``peak_s`` seconds.
        peak_s: see ``peaks``.
        segments: from 0 to about ``reached_s``.
        done: whether the scan has finished.
        problem: one sentence if it could not be read to its end, else empty.
    """

    duration_s: float
    reached_s: float
    peaks: NDArray[np.float32]
    peak_s: float
    segments: tuple[Segment, ...]
    done: bool
    problem: str = ""


@dataclass(frozen=True)
class _ScanRequest:
    open_clip: Callable[[], Clip]
    classifier: Classifier


class FileScanner:
    """Scans one file at a time, the one requested last.

    Attributes:
        outline: of the file requested last; None before anything is known of it.
    """

    def __init__(self) -> None:
        self.outline: FileOutline | None = None
        self._key: Hashable = None
        self._requests = NewestRequest("file scan", N_("scanning the file"), self._scan)

    @property
    def fault(self) -> str:
        """One sentence if the scan failed unexpectedly, else empty."""
        return self._requests.fault

    def scan(self, key: Hashable, open_clip: Callable[[], Clip], classifier: Classifier) -> None:
        """Scan a file unless it is the one requested last; return at once.

        Args:
            key: identifies the content and the network.
            open_clip: opens the file; raises SourceError.
            classifier: computes the genres.
        """
        if key != self._key:
            self._key = key
            # Cancelled first, so that the previous file can no longer set its outline.
            self._requests.cancel()
            self.outline = None
            self._requests.ask(_ScanRequest(open_clip, classifier))

    def forget(self) -> None:
        """Stop scanning and drop the outline, because there is no file any more."""
        if self._key is not None:
            self._key = None
            self._requests.cancel()
            self.outline = None

    def close(self, timeout_s: float = CLOSING_SECONDS) -> bool:
        """Stop scanning; return whether every thread has ended within ``timeout_s`` seconds."""
        return self._requests.close(timeout_s)

    def _scan(self, request: _ScanRequest, ticket: Ticket) -> None:
        try:
            clip = request.open_clip()
        except SourceError:
            # The player reports it.
            return
        scan = _Scan(clip, request.classifier, ticket, self._show)
        try:
            scan.run()
        except Exception as error:
            scan.tell(
                done=True,
                problem=gettext("Internal error while scanning the file: {error!r}.").format(
                    error=error
                ),
            )
            raise
        finally:
            clip.close()

    def _show(self, outline: FileOutline) -> None:
        self.outline = outline


class _Scan:
    """One clip from its beginning to its end."""

    def __init__(
        self,
        clip: Clip,
        classifier: Classifier,
        ticket: Ticket,
        show: Callable[[FileOutline], None],
    ) -> None:
        self._clip, self._classifier = clip, classifier
        self._ticket, self._show = ticket, show
        self._downmix = Downmix(clip.rate)
        self._peaks: list[NDArray[np.float32]] = []
        self._moments: list[Moment] = []

    def run(self) -> None:
        # Imported only here: it brings in the network's runtime.
        from desktop_app.analysis.offline import BATCH, moments

        problem, due = "", BATCH
        try:
            blocks = self._watched_blocks()
            for moment in moments(blocks, self._clip.rate, self._classifier, SilenceGate()):
                self._moments.append(moment)
                if self._ticket.superseded.is_set():
                    return
                if len(self._moments) >= due:
                    self.tell()
                    due = max(due + BATCH, round(due * GROWTH))
        except SourceError as error:
            problem = str(error)
        self.tell(done=True, problem=problem or self._clip.fault)

    def _watched_blocks(self) -> Iterator[NDArray[np.float32]]:
        for block in self._clip.blocks():
            parts = np.array_split(self._downmix.push(block), PEAKS_PER_BLOCK)
            lowest_highest = [(part.min(), part.max()) for part in parts if len(part)]
            self._peaks.append(np.array(lowest_highest, np.float32))
            yield block
            if self._ticket.superseded.wait(PAUSE_SECONDS):
                return

    def tell(self, *, done: bool = False, problem: str = "") -> None:
        clip = self._clip
        peaks = np.concatenate(self._peaks or [np.zeros((0, 2), np.float32)])
        reached_s = self._moments[-1].time_s if self._moments else 0.0
        incomplete = bool(problem) and problem != clip.fault
        end_s = clip.duration_s if done and not incomplete else reached_s
        outline = FileOutline(
            duration_s=clip.duration_s,
            reached_s=end_s,
            peaks=peaks,
            peak_s=BLOCK_SECONDS / PEAKS_PER_BLOCK,
            segments=segments(self._moments, self._classifier.genres, end_s),
            done=done,
            problem=problem,
        )
        self._ticket.deliver(lambda: self._show(outline))
