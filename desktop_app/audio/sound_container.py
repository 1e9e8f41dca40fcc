"""A container that FFmpeg opens through PyAV, its sound stream, and how long that lasts."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

from desktop_app.audio.container_end import is_broadcast, is_cut_short
from desktop_app.audio.container_times import WRAPPING, times_of
from desktop_app.audio.decoder import NOT_AUDIO, DecodeError, Tags, decoding
from desktop_app.audio.flac_end import flac_end
from desktop_app.audio.flac_parts import flac_parts
from desktop_app.audio.ogg_pages import ogg_pages
from desktop_app.audio.packet_count import PacketCount, count_packets
from desktop_app.audio.recording_time import recorded_at
from desktop_app.audio.sound_tracks import SoundTrack, SoundTracks, language_name, wanted
from desktop_app.audio.tame_file import TameFile
from desktop_app.audio.vbr_header import VbrHeader, vbr_header
from desktop_app.formatting.reason import reason_of
from resources.languages import gettext

CONTAINERS = (
    "3gp", "aac", "ac3", "aiff", "amr", "ape", "asf", "au", "avi", "caf", "dsf", "dts", "eac3",
    "flac", "flv", "m4a", "matroska", "mov", "mp3", "mp4", "mpc", "mpc8", "mpeg", "mpegts", "ogg",
    "tta", "voc", "w64", "wav", "webm", "wv",
)  # fmt: skip
"""Containers that hold sound themselves; FFmpeg would follow the URLs in a playlist."""
ESTIMATED_LENGTH = ("aac", "ac3", "amr", "dts", "eac3", "mp3", "mpegts", "mpeg", "ogg", "wav")
"""Containers whose length FFmpeg only estimates, from the bit rate or the last part of a chain."""
IGNORE_LENGTH = "ignore_length"
"""FFmpeg's option for wav files: read on to the end of the file."""
SEARCHED_FAR = {"analyzeduration": "300000000", "probesize": "100000000"}
"""How far FFmpeg may look for sound in containers that don't say at once what they hold, in
microseconds and bytes."""
LEAST_BYTES_PER_S = 30
"""Of any sound, even of silence: a file that says it lasts longer than its size allows lies."""
FROM_ANYWHERE_IN_WAV = ("pcm_", "adpcm_ima_wav", "adpcm_ms", "mp3", "mp2", "ac3", "dca")
"""Codecs of wav files that can be decoded from any block, or whose frames FFmpeg finds."""
MP3_FRAME_SAMPLES = 1152
MAX_COUNTED_BYTES = 50_000_000
"""Counting the packets of an mp3 file of this size takes a quarter of a second."""
PROTECTED_TAGS = ("drms", "enca")
"""Codec tags of MP4 files under DRM."""


class SoundContainer:
    """An open container, at its beginning.

    Attributes:
        library: PyAV.
        container: of PyAV.
        stream: of sound, in that container.
        kind: names of the container's format.
        times: of the stream.
        rate: sample rate in Hz.
        channels: number of channels.
        layout: FFmpeg's name for the channels.
        tags: the file's metadata.
        tracks: the audio tracks, if there are several.
        frames: length in sample frames.
        promised: how many sample frames the file says it holds; 0 if it does not say, or all of it
            is there.
        without_gaps: whether a gap between timestamps means that something is missing.
        positionable: whether a time is enough to find the sound; otherwise it is decoded from the
            beginning.
    """

    def __init__(self, path: Path, track: str = "") -> None:
        """Open a file.

        Args:
            path: of the file.
            track: which of several audio tracks, for :func:`sound_tracks.wanted`; empty for the
                file's default.

        Raises:
            DecodeError: FFmpeg does not support the file, or it holds no such sound.
        """
        import av

        self.library: Any = av
        self._path, self._wish = path, track
        self._options = {"format_whitelist": ",".join(CONTAINERS)}
        self._file: Any = None
        self.container: Any = None
        try:
            with decoding(gettext(NOT_AUDIO), reason_in_words):
                self._open()
                context = self.stream.codec_context
                self.layout = context.layout.name
                self.rate: int = context.sample_rate
                self.channels: int = context.layout.nb_channels
                self.tags = self._tags()
                self._codec: str = context.name
                self.without_gaps = "flac" in self.kind or (
                    "ogg" in self.kind and ogg_pages(path).missing
                )
                self._measure()
        except DecodeError:
            self.close()
            raise

    def _open(self) -> None:
        self._file = self.container = None
        # As a file object, because FFmpeg would take a name with a colon for a URL.
        self._file = TameFile(self._path)
        self.container = self.library.open(
            self._file, options=self._options, metadata_errors="replace"
        )
        self.kind = frozenset(self.container.format.name.split(","))
        if (
            self.kind & WRAPPING
            and self.container.streams.best("audio") is None
            and not SEARCHED_FAR.items() <= self._options.items()
        ):
            # Its sound may begin later than FFmpeg looks for it.
            self._options.update(SEARCHED_FAR)
            self.close()
            self._open()
            return
        self.stream = self._sound_stream()
        self.times = times_of(self.container, self.stream)

    def _sound_stream(self) -> Any:
        streams = self.container.streams
        stream = streams.best("audio")
        if stream is None:
            raise DecodeError(gettext("contains no audio"))
        tracks = _tracks(streams.audio)
        if tracks and self._wish:
            track = wanted(tracks, self._wish)
            if track is None:
                there = "; ".join(track.words for track in tracks)
                raise DecodeError(
                    gettext("has no audio track {wish}, but {there}").format(
                        wish=self._wish, there=there
                    )
                )
            stream = streams.audio[track.number - 1]
        heard = 1 + [one.index for one in streams.audio].index(stream.index)
        self.tracks = SoundTracks(tracks, heard) if tracks else SoundTracks()
        context: Any = stream.codec_context
        if context is not None and _codec_tag(context) in PROTECTED_TAGS:
            raise DecodeError(
                gettext("is copy-protected (DRM) and can only be played by its vendor’s player")
            )
        if (
            context is None
            or not context.sample_rate
            or not context.layout.nb_channels
            # A header that contradicts itself: FFmpeg delivers one sample frame at a time for that.
            or (context.name.startswith("pcm_") and context.frame_size > 1)
        ):
            raise DecodeError(gettext("contains audio in an unsupported format"))
        return stream

    def _tags(self) -> Tags:
        found = {**self.container.metadata, **self.stream.metadata}
        known = {name.lower(): words for name, words in found.items()}
        title, artist, genre = (known.get(name, "") for name in ("title", "artist", "genre"))
        broadcast = f"{known.get('origination_date', '')} {known.get('origination_time', '')}"
        times = (broadcast, known.get("creation_time", ""), known.get("date", ""))
        return Tags(title, artist, genre, recorded_at(*times))

    def _measure(self) -> None:
        """Set ``frames``, ``promised`` and ``positionable``."""
        self.positionable = "wav" not in self.kind or self._codec.startswith(FROM_ANYWHERE_IN_WAV)
        size = self._path.stat().st_size
        longest_s = size / LEAST_BYTES_PER_S
        stated_s = 0.0 if self.kind & set(ESTIMATED_LENGTH) else self.times.duration_s
        header = vbr_header(self._path) if "mp3" in self.kind else VbrHeader(0, 0)
        samples = header.frames * (self.stream.codec_context.frame_size or MP3_FRAME_SAMPLES)
        broken_off = header.believable and header.bytes > size
        parts = flac_parts(self._path)
        if joined := len(parts) > 1:
            # The times of each begin at 0.
            self.positionable = False
        if joined and all(parts):
            self.frames, self.promised = round(sum(parts) * self.rate), 0
        elif not joined and (end := flac_end(self._path)) is not None:
            self.frames = self.promised = end
        elif header.believable and size > MAX_COUNTED_BYTES and not broken_off:
            self.frames = self.promised = samples
        elif 0.0 < stated_s <= longest_s and not is_broadcast(self._path, self.kind):
            self.frames = round(stated_s * self.rate)
            self.promised = self.frames if is_cut_short(self._path, self.kind) else 0
        else:
            count = self._counted(longest_s)
            # The header says less than there is if another file was appended.
            missing = broken_off and count.cut
            self.promised = max(self.frames, samples) if missing else self.frames
            self.positionable = self.positionable and count.timed

    def _counted(self, longest_s: float) -> PacketCount:
        """Count the packets and set ``frames``; rewinds the file.

        Raises:
            DecodeError: that does not tell the length.
        """
        count = count_packets(self.library, self.container, self.stream, self.times)
        if "wav" in self.kind and not count.seconds and IGNORE_LENGTH not in self._options:
            # Some kinds of wav from a recorder that was killed say that they hold nothing.
            self._options[IGNORE_LENGTH] = "1"
            self.reopen()
            return self._counted(longest_s)
        if not count.packets:
            raise DecodeError(gettext("contains no audio"))
        # Opened again because FFmpeg cannot seek back before the last part of a chain.
        self.reopen()
        seconds = count.seconds if count.seconds <= longest_s else count.packed_s
        seconds = seconds or self.times.duration_s
        if not seconds:
            raise DecodeError(gettext("does not state its length"))
        self.frames = round(min(seconds, longest_s) * self.rate)
        return count

    def reopen(self) -> None:
        """Open the file again, at its beginning; if that fails, it stays open where it was.

        A container that is closed must not be read: PyAV would end the process.
        """
        file, container, stream, times = self._file, self.container, self.stream, self.times
        try:
            self._open()
        except Exception:
            self.close()
            self._file, self.container, self.stream, self.times = file, container, stream, times
            raise
        container.close()
        file.close()

    def close(self) -> None:
        """Close the file."""
        for opened in (self.container, self._file):
            if opened is not None:
                opened.close()


def _codec_tag(context: Any) -> str:
    """Four letters; empty for a number that is none, as in a wav file of FLAC or AAC."""
    try:
        return str(context.codec_tag)
    except UnicodeDecodeError:
        return ""


def _tracks(streams: Any) -> tuple[SoundTrack, ...]:
    """The audio tracks of a container; none if there is only one."""
    if len(streams) < 2:
        return ()
    return tuple(
        SoundTrack(
            number,
            language_name(stream.metadata.get("language", "")),
            stream.metadata.get("title", ""),
        )
        for number, stream in enumerate(streams, 1)
    )


def reason_in_words(error: Exception) -> str:
    """The reason that FFmpeg gives, without the full stop."""
    match getattr(error, "errno", None):
        case errno.EPERM:
            # FFmpeg's parsers return −1, which is also the number of this error.
            return gettext("the data is invalid")
        case errno.EINVAL:
            # FFmpeg says so of a container or codec that it is not to open.
            return gettext("the format is not supported")
    reason = reason_of(error)
    # FFmpeg asks for patches where a format is not implemented.
    return gettext("the rest is in an unsupported format") if "patches" in reason else reason
