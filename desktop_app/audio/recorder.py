"""Records an input device to FLAC files."""

from __future__ import annotations

import errno
import logging
import shutil
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.audio.stream_segment import StreamSegment
from desktop_app.formatting.local import local
from desktop_app.formatting.reason import reason_of
from desktop_app.threads.newest_request import NewestRequest, Ticket
from resources.languages import N_, gettext

if TYPE_CHECKING:
    # Imported when a recording begins; a window must not wait for what most never use.
    from desktop_app.audio.recording_file import RecordingFile

POLL_SECONDS = 0.1
ROOM_CHECK_SECONDS = 1.0
"""Between two checks of the free space on the disk."""
SYNC_SECONDS = 5.0
"""What a power failure may cost; a program that is killed loses at most a tenth of it."""
MIN_FREE_BYTES = 200_000_000
BLOCK_FRAMES = 65_536
CLOSING_SECONDS = 5.0
"""A disk that takes longer to accept the end of a recording is considered hung."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class RecordingState:
    """A recording at one moment.

    Attributes:
        running: the input is being recorded.
        saved: all its files are closed; nothing more will be written.
        seconds: how much sound is in the files.
        files: in the order of recording; while it runs, the last one is still written to.
    """

    running: bool = False
    saved: bool = True
    seconds: float = 0.0
    files: tuple[Path, ...] = ()


class Recorder:
    """Records until it is stopped or there is no input left to record.

    An input that returns after it was lost, or another one, gets its own file.

    Attributes:
        problem: a message for the user if a recording failed or has gaps, else empty.
    """

    def __init__(
        self,
        segment: Callable[[], StreamSegment | None],
        on_input: Callable[[], bool],
        free_bytes: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
    ) -> None:
        """Create a recorder that records nothing yet.

        Args:
            segment: returns the input's current segment, None while there is none.
            on_input: returns whether an input is open or being reconnected.
            free_bytes: returns the free space on the disk of a folder.
        """
        self.problem = ""
        self._segment, self._on_input, self._free_bytes = segment, on_input, free_bytes
        # A recording that was stopped may still be writing its end when the next one begins.
        self._takes = NewestRequest("recorder", N_("recording"), _Take.run)
        self._take: _Take | None = None
        self._closed = False

    @property
    def recording(self) -> RecordingState:
        """The current recording, or else the last one."""
        return RecordingState() if self._take is None else self._take.recording

    def start(self, folder: Path) -> None:
        """Begin a recording; no effect if one is running.

        Returns at once; failures are reported in ``problem``.

        Args:
            folder: for the files; created if it does not exist.
        """
        if self._closed or self.recording.running:
            return
        self.problem = ""
        self._take = take = _Take(
            folder, self._segment, self._on_input, self._free_bytes, self._report
        )
        self._takes.ask(take)

    def stop(self) -> None:
        """End the recording with the sound heard until now; return at once."""
        if self._take is not None:
            self._take.stop()
        self._takes.cancel()

    def close(self, timeout_s: float = CLOSING_SECONDS) -> bool:
        """Stop, start no more recordings, and wait until everything is written.

        Args:
            timeout_s: how long to wait, in seconds, for a disk that hangs.

        Returns:
            Whether all files are closed.
        """
        self._closed = True
        self.stop()
        closed = self._takes.close(timeout_s)
        if not closed:
            log.error("the end of the recording was not written within %g s", timeout_s)
        return closed

    def _report(self, problem: str) -> None:
        self.problem = problem


class _Take:
    """One recording, on its own thread from its first sample frame to its last."""

    def __init__(
        self,
        folder: Path,
        segment: Callable[[], StreamSegment | None],
        on_input: Callable[[], bool],
        free_bytes: Callable[[Path], int],
        report: Callable[[str], None],
    ) -> None:
        self._folder, self._report = folder, report
        self._next_segment, self._on_input, self._free_bytes = segment, on_input, free_bytes
        # The recording starts with the sound heard now, however long the disk takes.
        self._segment = segment()
        self._written = self._segment.ring.written if self._segment else 0
        self._stopped: tuple[StreamSegment | None, int] | None = None
        self._file: RecordingFile | None = None
        self._files: list[RecordingFile] = []
        self._lost_s = 0.0
        self._saved = False
        self._progress: tuple[float, tuple[Path, ...]] = (0.0, ())

    @property
    def recording(self) -> RecordingState:
        # Read in this order, because it is saved only after the last progress.
        saved, stopped = self._saved, self._stopped is not None
        seconds, files = self._progress
        return RecordingState(not (stopped or saved), saved, seconds, files)

    def stop(self) -> None:
        if self._stopped is None:
            segment = self._segment
            self._stopped = segment, segment.ring.written if segment else 0

    def run(self, ticket: Ticket) -> None:
        reason = ""
        try:
            self._record(ticket.superseded)
        except OSError as error:
            reason = reason_of(error)
        except Exception as error:
            reason = gettext("internal error: {error!r}").format(error=error)
            raise
        finally:
            self._finish(reason)

    def _record(self, stopping: threading.Event) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._check_room()
        checked = synced = time.monotonic()
        self._begin_file()
        while True:
            self._write_new()
            if stopping.wait(POLL_SECONDS) or not self._on_input():
                break
            now = time.monotonic()
            if now - checked >= ROOM_CHECK_SECONDS:
                checked = now
                self._check_room()
            if now - synced >= SYNC_SECONDS and self._file is not None:
                synced = now
                self._file.flush()
            segment = self._next_segment()
            if segment is not self._segment:
                self._write_new()
                self._close_file()
                self._segment, self._written = segment, 0
                self._begin_file()
        self._write_new()

    def _check_room(self) -> None:
        free = self._free_bytes(self._folder)
        if free < MIN_FREE_BYTES:
            raise OSError(
                errno.ENOSPC,
                gettext(
                    "only {free:.0f} MB are free on the disk, and genre-monitor leaves "
                    "{kept:.0f} MB free"
                ).format(free=local(free / 1000000.0), kept=local(MIN_FREE_BYTES / 1000000.0)),
            )

    def _begin_file(self) -> None:
        from desktop_app.audio.recording_file import RecordingFile

        segment = self._segment
        if segment is not None:
            self._file = RecordingFile(self._folder, segment.rate, segment.ring.channels)
            self._files.append(self._file)
            self._show_progress()

    def _write_new(self) -> None:
        segment, file = self._segment, self._file
        if segment is None or file is None:
            return
        ring, stopped = segment.ring, self._stopped
        end = stopped[1] if stopped is not None and stopped[0] is segment else ring.written
        while self._written < end:
            stop = min(end, self._written + min(BLOCK_FRAMES, ring.capacity))
            block = ring.read(self._written, stop) if self._written >= ring.oldest() else None
            if block is None:
                # Silence, because the rest would otherwise be at the wrong time.
                frames = min(min(ring.oldest(), end) - self._written, BLOCK_FRAMES)
                block = np.zeros((frames, ring.channels), np.float32)
                self._lost_s += frames / segment.rate
                self._report(self._gaps())
            file.write(block)
            self._written += len(block)
            self._show_progress()

    def _close_file(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            file.close()

    def _finish(self, reason: str) -> None:
        try:
            self._close_file()
        except OSError as error:
            reason = reason or reason_of(error)
        finally:
            self._show_progress()
            if reason:
                self._report(self._failure(reason))
            self._segment = None
            self._saved = True

    def _show_progress(self) -> None:
        files = [file for file in self._files if file.kept]
        self._progress = (
            sum(file.seconds for file in files),
            tuple(file.path for file in files),
        )

    def _failure(self, reason: str) -> str:
        seconds, files = self._progress
        if not files:
            return gettext(
                "Could not record to {folder}: {reason}. Nothing was saved. Choose "
                "another folder under Source ▸ Recordings folder."
            ).format(folder=self._folder, reason=reason)
        where = (
            f"{files[0]}"
            if len(files) == 1
            else gettext("{number} files in {folder}").format(
                number=len(files), folder=self._folder
            )
        )
        saved = gettext(
            "Recording stopped: {reason}. {seconds:.1f} s of sound were saved in {where}."
        ).format(reason=reason, seconds=local(seconds), where=where)
        return f"{saved} {self._gaps()}" if self._lost_s else saved

    def _gaps(self) -> str:
        lost = gettext("{duration:.1f} s of the recording were replaced by silence").format(
            duration=local(self._lost_s)
        )
        return gettext("The disk was too slow: {lost}. Choose a folder on a faster disk.").format(
            lost=lost
        )
