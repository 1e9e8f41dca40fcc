"""Decoding with libsndfile: wav, flac, ogg and similar formats."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from desktop_app.audio.decoder import NOT_AUDIO, DecodeError, HeaderMissing, Tags, decoding
from desktop_app.audio.flac_end import flac_end
from desktop_app.audio.flac_parts import flac_parts
from desktop_app.audio.ogg_pages import ogg_pages
from desktop_app.audio.recording_time import broadcast_time, recorded_at
from desktop_app.audio.riff_length import stated_frames
from desktop_app.audio.sound_tracks import SoundTracks
from desktop_app.audio.vbr_header import behind_id3
from resources.languages import gettext

SKIPPED_FRAMES = 65_536
"""Decoded at a time where a format cannot be positioned."""
SAMPLE_DUMP = b"\xf0\x7e"
"""What a MIDI sample dump begins with."""
ALAC_BYTES = slice(28, 32)
"""Where a caf file names its codec."""
READ_BYTES = 4096
"""At the beginning of a file, to tell its format."""
MPEG_IN_WAV = (b"\x50\0", b"\x55\0")
"""Formats of a wav file that contains mp2 or mp3."""
UNKNOWN_FRAMES = 2**62
"""libsndfile reports at least this many sample frames if a file does not state its length."""


def file_name(path: Path) -> bytes | Path:
    """A path as libsndfile takes it: on POSIX a name is bytes, which need not be valid text."""
    return os.fsencode(path) if os.name == "posix" else path


class SndfileDecoder:
    """Decodes through soundfile what libsndfile decodes well.

    It implements :class:`decoder.Decoder`; libsndfile stops at damage, so ``damaged`` stays empty.
    """

    def __init__(self, path: Path) -> None:
        """Open a file.

        Args:
            path: of the file.

        Raises:
            HeaderMissing: the file holds raw samples.
            DecodeError: libsndfile does not support the file, or cannot tell how long it is.
        """
        self._path = path
        self._at = 0
        with decoding(gettext(NOT_AUDIO)):
            start = behind_id3(path, READ_BYTES)
            if _writes_to_terminal(start):
                raise DecodeError(gettext("has a format that libsndfile does not decode well"))
        self._sound = self._opened()
        self.rate: int = self._sound.samplerate
        self.channels: int = self._sound.channels
        self.frames: int = self._sound.frames
        self.damaged: list[int] = []
        with decoding():
            if not self._is_reliable():
                self._sound.close()
                raise DecodeError(gettext("does not state its length"))
            # A chunk that goes on behind the end of the file, libsndfile takes for one that ends
            # there; an Ogg file says only when its last page ends.
            stated = max(self.frames, stated_frames(path))
        self.promised = 0 if self._sound.format == "OGG" else stated
        self.tracks = SoundTracks()
        recorded = recorded_at(broadcast_time(start), self._sound.date)
        self.tags = Tags(self._sound.title, self._sound.artist, self._sound.genre, recorded)

    def _is_reliable(self) -> bool:
        kind = self._sound.format
        # libsndfile estimates the length of an mp3 and reads no further, which can be half.
        if kind == "MP3":
            return False
        # A recorder that was killed leaves a length of 0.
        if not 0 < self.frames < UNKNOWN_FRAMES:
            return False
        if kind == "FLAC":
            # It believes the header, and reads only the first of several files that were joined.
            whole = flac_end(self._path) in (None, self.frames)
            return whole and len(flac_parts(self._path)) <= 1
        if kind == "OGG":
            # It reads only the first stream of a chain, and passes over what is missing.
            pages = ogg_pages(self._path)
            self.frames = min(self.frames, pages.end)
            return pages.one and not pages.jumps
        return True

    def _opened(self) -> _SequentialFile:
        try:
            with decoding(gettext(NOT_AUDIO)):
                return _SequentialFile(file_name(self._path))
        except DecodeError as error:
            if isinstance(error.__cause__, TypeError):
                # soundfile treats the extension .raw in this way.
                raise HeaderMissing(
                    gettext(
                        "has no header, so its sample rate and format are unknown. Save it as wav"
                    )
                ) from error
            raise

    def read(self, frames: int) -> NDArray[np.float32]:
        """Decode the next sample frames: (n, channels), fewer at the end, then none.

        Raises:
            DecodeError: the file is damaged here.
        """
        with decoding():
            block: NDArray[np.float32] = self._sound.read(frames, dtype="float32", always_2d=True)
        self._at += len(block)
        return block

    def tell(self) -> int:
        """Index of the next sample frame."""
        return self._at

    def seek(self, frame: int) -> int:
        """Move to a sample frame and return its index; some codecs are decoded up to there.

        Raises:
            DecodeError: it cannot be decoded up to there; the position is unchanged.
        """
        if not self._sound.positionable:
            return self._decoded_to(frame)
        before = self._at
        try:
            with decoding():
                self._at = int(self._sound.seek(frame))
        except DecodeError:
            # After one failed seek libsndfile fails all later ones too.
            self._reopen()
            with suppress(DecodeError):
                if self._decoded_to(frame) == frame:
                    return frame
            self._reopen()
            self._decoded_to(before)
            raise
        return self._at

    def _decoded_to(self, frame: int) -> int:
        if frame < self._at:
            self._reopen()
        while self._at < frame and len(self.read(min(SKIPPED_FRAMES, frame - self._at))):
            pass
        return self._at

    def _reopen(self) -> None:
        self._sound.close()
        self._sound, self._at = self._opened(), 0

    def close(self) -> None:
        """Close the file."""
        self._sound.close()


def _writes_to_terminal(start: bytes) -> bool:
    """Whether a file begins like one of those whose damage libsndfile's decoders print."""
    mpeg = len(start) > 1 and start[0] == 0xFF and start[1] >= 0xE0
    alac = start.startswith(b"caff") and start[ALAC_BYTES] == b"alac"
    format_at = start.find(b"fmt ") + 8
    mpeg_in_wav = start.startswith((b"RIFF", b"RF64")) and (
        start[format_at : format_at + 2] in MPEG_IN_WAV
    )
    return mpeg or alac or mpeg_in_wav or start.startswith(SAMPLE_DUMP)


class _SequentialFile(soundfile.SoundFile):  # type: ignore[misc]
    """Reads block after block without the seek that soundfile does after each one.

    That seek discards what the codec has decoded beyond the block: of a flac file played in blocks
    of 2048 sample frames, every block would be decoded twice.
    """

    def seekable(self) -> bool:
        """Tell soundfile not to seek after a read; explicit seeks still work."""
        return False

    @property
    def positionable(self) -> bool:
        """Whether explicit seeks work."""
        return bool(super().seekable())
