"""Audio files of any supported format, decoded block by block."""

from __future__ import annotations

import os
import stat
from datetime import datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.clip import WINDOW_SECONDS, in_blocks
from desktop_app.audio.decoder import DecodeError, Decoder, HeaderMissing
from desktop_app.audio.ffmpeg_decoder import FfmpegDecoder
from desktop_app.audio.file_names import readable
from desktop_app.audio.recording_time import recorded_at
from desktop_app.audio.sndfile_decoder import SndfileDecoder
from desktop_app.audio.source_error import SourceError
from desktop_app.formatting.local import local
from desktop_app.formatting.reason import reason_of
from resources.languages import gettext, ngettext

MISSING_SHARE, MISSING_SECONDS = 0.02, 1.0
"""How much shorter than its stated length a file may be, whichever is more; mp3 files round it."""
LOWEST_RATE, HIGHEST_RATE = 1_000, 768_000
"""Sample rates in Hz."""


class AudioFile:
    """An audio file open for reading, as a :class:`clip.Clip`.

    Attributes:
        path: of the file.
        name: the file's name as text; bytes that are not UTF-8 become replacement characters.
        rate: sample rate in Hz.
        channels: number of channels.
        content_key: path, size, modification time and number of the audio track.
        tags: title, artist and genre as the file states them.
        tracks: its audio tracks, if there are several.
    """

    def __init__(self, path: Path, track: str = "") -> None:
        """Open a file.

        Args:
            path: of the file.
            track: number or language of the audio track, if there are several; empty for the
                file's default.

        Raises:
            SourceError: the file is missing, unreadable, not audio, or shorter than one window.
        """
        self.path, self._track = path, track
        self.name = readable(path.name)
        self._shown = readable(path)
        state = self._state()
        self._sound = self._opened()
        self.tracks = self._sound.tracks
        # A file that was overwritten has other content.
        self._bytes = state.st_size
        self.content_key = (path, state.st_size, state.st_mtime_ns, self.tracks.heard)
        self._ended: int | None = None
        self.rate = self._sound.rate
        self.channels = self._sound.channels
        self.tags = self._sound.tags
        if self.duration_s < WINDOW_SECONDS:
            self._sound.close()
            raise self._too_short()

        if not LOWEST_RATE <= self.rate <= HIGHEST_RATE:
            self._sound.close()
            raise SourceError(
                gettext(
                    "{file} has {rate} samples per second; {lowest_rate} to "
                    "{highest_rate} can be analysed."
                ).format(
                    file=self._shown,
                    rate=self.rate,
                    lowest_rate=LOWEST_RATE,
                    highest_rate=HIGHEST_RATE,
                )
            )

    def _too_short(self) -> SourceError:
        return SourceError(
            gettext(
                "{file} is too short: {duration_s:.2f} s; at least {least:.2f} s are needed."
            ).format(
                file=self._shown, duration_s=local(self.duration_s), least=local(WINDOW_SECONDS)
            )
        )

    def _state(self) -> os.stat_result:
        """Size and time of the file.

        Raises:
            SourceError: it is missing, unreadable, empty or not a file.
        """
        try:
            # Not opened before that is known, because a pipe would wait for its other end.
            state = self.path.stat()
            if stat.S_ISDIR(state.st_mode):
                raise SourceError(
                    gettext("{file} is a folder, not an audio file.").format(file=self._shown)
                )
            if not stat.S_ISREG(state.st_mode):
                raise SourceError(
                    gettext(
                        "{file} is a pipe, socket or device, not a file. Save its sound as a file."
                    ).format(file=self._shown)
                )
            with self.path.open("rb") as file:
                empty = not file.read(1)
        except FileNotFoundError as error:
            raise SourceError(
                gettext("There is no file {file}.").format(file=self._shown)
            ) from error
        except OSError as error:
            raise SourceError(
                gettext("Could not read {file}: {reason}.").format(
                    file=self._shown, reason=reason_of(error)
                )
            ) from error
        if empty:
            raise SourceError(gettext("{file} is empty.").format(file=self._shown))
        return state

    def _has_shrunk(self) -> bool:
        """Whether something was cut off since it was opened."""
        try:
            return self.path.stat().st_size < self._bytes
        except OSError:
            return False

    def _opened(self) -> Decoder:
        # Given a file that only looks like mp3, libsndfile's decoder writes to the terminal.
        if self.path.suffix.lower() != ".mp3":
            try:
                return SndfileDecoder(self.path)
            except HeaderMissing as error:
                raise SourceError(
                    gettext("{file} {problem}.").format(file=self._shown, problem=error)
                ) from error
            except DecodeError:
                # FFmpeg may still decode it; if not, its reason is reported.
                pass
        try:
            return FfmpegDecoder(self.path, self._track)
        except DecodeError as error:
            raise SourceError(
                gettext("{file} {problem}.").format(file=self._shown, problem=error)
            ) from error

    @property
    def recorded(self) -> datetime | None:
        """When it was recorded, by its name or else by its tags; None if neither says so.

        With an offset from UTC if that is stated, else on the recorder's clock.
        """
        return recorded_at(self.path.stem) or self.tags.recorded

    @property
    def frames(self) -> int:
        """Length in sample frames, as stated by the file or counted; once read, what there is."""
        return self._sound.frames if self._ended is None else self._ended

    @property
    def duration_s(self) -> float:
        """Length in seconds, as :attr:`frames`."""
        return self.frames / self.rate

    def read(self, frames: int) -> NDArray[np.float32]:
        """Read the next sample frames.

        Args:
            frames: how many at most.

        Returns:
            (n, channels), full scale at 1; fewer than requested at the end, then none.

        Raises:
            SourceError: everything from here is damaged, or the file ends well before its stated
                length, or within one window.
        """
        at = self._sound.tell() / self.rate
        try:
            block = self._read(frames)
        except DecodeError as error:
            raise SourceError(
                gettext("{file} is damaged after {at:.1f} s: {error}.").format(
                    file=self._shown, at=local(at), error=error
                )
            ) from error
        if not len(block) and frames:
            self._ended = self._sound.tell()
            if self.duration_s < WINDOW_SECONDS:
                # There is less than the header says.
                raise self._too_short()
            whole = self._sound.frames if self._has_shrunk() else self._sound.promised
            promised = whole / self.rate
            if promised - at > max(MISSING_SECONDS, MISSING_SHARE * promised):
                raise SourceError(
                    gettext("{file} ends after {at:.1f} s; its header says {stated:.1f} s.").format(
                        file=self._shown, at=local(at), stated=local(promised)
                    )
                )
        return block

    def _read(self, frames: int) -> NDArray[np.float32]:
        at = self._sound.tell()
        try:
            return self._sound.read(frames)
        except DecodeError:
            if not isinstance(self._sound, SndfileDecoder):
                raise
            # FFmpeg can continue after the damage, unless it understands the header differently.
            other = FfmpegDecoder(self.path)
            if (other.rate, other.channels) != (self.rate, self.channels):
                other.close()
                raise
        try:
            other.seek(at)
            block = other.read(frames)
        except DecodeError:
            other.close()
            raise
        self._sound.close()
        self._sound = other
        if not other.damaged:
            other.damaged.append(at)
        return block

    @property
    def fault(self) -> str:
        """One sentence if something read so far was damaged and is silent, else empty."""
        damaged = self._sound.damaged
        if not damaged:
            return ""
        more = len(damaged) - 1
        places = (
            ngettext(" and in {number} more place", " and in {number} more places", more).format(
                number=more
            )
            if more
            else ""
        )
        return gettext(
            "{file} is damaged at {damaged:.1f} s{places}: some audio is missing or silent."
        ).format(file=self._shown, damaged=local(damaged[0] / self.rate), places=places)

    def seek(self, seconds: float) -> float:
        """Continue from another position, clipped to the file's length.

        Args:
            seconds: the position.

        Returns:
            The position reached, in seconds.

        Raises:
            SourceError: the file could not be positioned there; reading continues where it was.
        """
        frame = min(max(0, round(seconds * self.rate)), self.frames)
        try:
            return self._sound.seek(frame) / self.rate
        except DecodeError as error:
            raise SourceError(
                gettext("Could not seek to {seconds:.1f} s in {file}: {error}.").format(
                    seconds=local(seconds), file=self._shown, error=error
                )
            ) from error

    blocks = in_blocks

    def reopen(self) -> AudioFile:
        """Open the same file again, at its beginning.

        Raises:
            SourceError: the file can no longer be opened.
        """
        return AudioFile(self.path, self._track)

    def close(self) -> None:
        """Close the file."""
        self._sound.close()
