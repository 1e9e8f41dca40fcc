"""Writes what an input gives to FLAC files, as it comes."""

from __future__ import annotations

import logging
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile

from desktop_app.audio.stream_segment import StreamSegment

LOOK_SECONDS = 0.1
CHECK_SECONDS = 1.0
"""From one look at the room on the disk to the next."""
SYNC_SECONDS = 5.0
"""What may be lost when the power fails; a program that dies loses at most a tenth of it."""
LEAST_FREE_BYTES = 200_000_000
BLOCK_FRAMES = 65_536

log = logging.getLogger(__name__)


class Recorder:
    """Records until it is stopped or there is no input to record any more.

    An input that comes back after it was lost, or another one, gets a file of its own.

    Attributes:
        problem: one sentence if recording ended by itself or has gaps, else empty.
    """

    def __init__(
        self,
        feed: Callable[[], StreamSegment | None],
        on_input: Callable[[], bool],
        free_bytes: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
    ) -> None:
        """
        Args:
            feed: what the input gives, None while there is none.
            on_input: whether an input is listened to, or waited for.
            free_bytes: room on the disk of a folder.
        """
        self.problem = ""
        self._feed, self._on_input, self._free_bytes = feed, on_input, free_bytes
        self._takes: list[_Take] = []

    @property
    def running(self) -> bool:
        """Whether it records."""
        return bool(self._takes) and self._takes[-1].running

    @property
    def path(self) -> Path | None:
        """The file written to now or last, None before the first."""
        return self._takes[-1].path if self._takes else None

    @property
    def seconds(self) -> float:
        """How much was recorded since it was started."""
        return self._takes[-1].seconds if self._takes else 0.0

    def start(self, folder: Path) -> None:
        """Begin; nothing if it records already. Returns at once: what goes wrong is a problem.

        Args:
            folder: where the files go; it is made if it isn't there.
        """
        if not self.running:
            self.problem = ""
            # One that was stopped may still be writing its last.
            self._takes = [take for take in self._takes if take.alive]
            self._takes.append(_Take(self, folder))
            self._takes[-1].start()

    def stop(self) -> None:
        """End with what was heard until now; returns at once."""
        for take in self._takes:
            take.stop()

    def close(self) -> None:
        """The same, and wait until all is written."""
        self.stop()
        for take in self._takes:
            take.wait()

    # For the takes.

    def feed(self) -> StreamSegment | None:
        """What the input gives."""
        return self._feed()

    def on_input(self) -> bool:
        """Whether there is, or will be, anything to record."""
        return self._on_input()

    def free_bytes(self, folder: Path) -> int:
        """Room on the disk of a folder."""
        return self._free_bytes(folder)


class _Full(Exception):
    """There is too little room on the disk."""


class _Take:
    """From one start to the end that follows it."""

    def __init__(self, recorder: Recorder, folder: Path) -> None:
        self.path: Path | None = None
        self.seconds = 0.0
        self._recorder, self._folder = recorder, folder
        self._feed: StreamSegment | None = None
        self._file: soundfile.SoundFile | None = None
        self._written = self._in_file = 0
        self._stopped_at: int | None = None
        self._missing_s = 0.0
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="recorder")

    def start(self) -> None:
        self._thread.start()

    @property
    def alive(self) -> bool:
        return self._thread.is_alive()

    @property
    def running(self) -> bool:
        return self.alive and not self._stopping.is_set()

    def stop(self) -> None:
        if self._stopped_at is None and self._feed is not None:
            self._stopped_at = self._feed.ring.written
        self._stopping.set()

    def wait(self) -> None:
        self._thread.join()

    def _run(self) -> None:
        try:
            self._record()
            self._finish()
        except _Full as full:
            self._finish()
            self._tell(str(full))
        except (OSError, soundfile.LibsndfileError) as error:
            # libsndfile keeps to itself what the system said.
            why = error.strerror if isinstance(error, OSError) else "the disk takes no more"
            self._tell(str(why))
        except Exception as error:
            log.exception("the recorder met a fault of the program")
            self._tell(f"a fault inside genre-monitor: {error!r}")

    def _tell(self, why: str) -> None:
        if self.path is None:
            self._recorder.problem = (
                f"Nothing is recorded in {self._folder}: {why}. Choose another folder under "
                "Source ▸ Recordings folder."
            )
        else:
            self._recorder.problem = (
                f"Recording stopped: {why}. What was heard until then is in {self.path}."
            )

    def _record(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        checked = synced = -np.inf
        first = True
        while not self._stopping.is_set() and self._recorder.on_input():
            now = time.monotonic()
            if now - checked >= CHECK_SECONDS:
                checked = now
                self._check_room()
            feed = self._recorder.feed()
            if feed is not self._feed:
                self._write_new()
                self._finish()
                self._begin(feed, from_now=first)
                first = first and feed is None
            self._write_new()
            if self._file is not None and now - synced >= SYNC_SECONDS:
                synced = now
                self._file.flush()
            self._stopping.wait(LOOK_SECONDS)
        self._write_new()

    def _check_room(self) -> None:
        free = self._recorder.free_bytes(self._folder)
        if free < LEAST_FREE_BYTES:
            raise _Full(
                f"only {free / 1e6:.0f} MB are free there, and {LEAST_FREE_BYTES / 1e6:.0f} MB are "
                "left alone"
            )

    def _begin(self, feed: StreamSegment | None, *, from_now: bool) -> None:
        self._feed = feed
        if feed is None:
            return
        self._written = feed.ring.written if from_now else 0
        self._in_file = 0
        self.path, self._file = _new_file(self._folder, feed)

    def _finish(self) -> None:
        if self._file is None:
            return
        self._file.close()
        self._file = None
        if not self._in_file and self.path is not None:
            # Of which not even a header was written.
            self.path.unlink()
            self.path = None

    def _write_new(self) -> None:
        feed, file = self._feed, self._file
        if feed is None or file is None:
            return
        ring = feed.ring
        newest = ring.written if self._stopped_at is None else self._stopped_at
        while self._written < newest:
            stop = min(newest, self._written + min(BLOCK_FRAMES, ring.capacity))
            block = ring.read(self._written, stop) if self._written >= ring.oldest() else None
            if block is None:
                block = self._silence(ring.oldest() - self._written, ring.channels)
                self._missing_s += len(block) / feed.rate
                self._recorder.problem = (
                    f"The disk was too slow: {self._missing_s:.1f} s are missing from the "
                    f"recording and silent in {self.path}."
                )
            file.write(block)
            self._written += len(block)
            self._in_file += len(block)
            self.seconds += len(block) / feed.rate

    @staticmethod
    def _silence(frames: int, channels: int) -> np.ndarray:
        # Else all that follows would be at the wrong time.
        return np.zeros((min(frames, BLOCK_FRAMES), channels), np.float32)


def _new_file(folder: Path, feed: StreamSegment) -> tuple[Path, soundfile.SoundFile]:
    name = time.strftime("genre-monitor %Y-%m-%d %H.%M.%S")
    number = 1
    while True:
        path = folder / (f"{name}.flac" if number == 1 else f"{name} {number}.flac")
        try:
            # Of two programs that record into one folder, one must not write over the other.
            path.open("xb").close()
        except FileExistsError:
            number += 1
            continue
        file = soundfile.SoundFile(
            path, "w", feed.rate, feed.ring.channels, subtype="PCM_24", format="FLAC"
        )
        return path, file
