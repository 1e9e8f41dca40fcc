"""A container that FFmpeg opens through PyAV, its sound stream, and how long that lasts."""

from __future__ import annotations

import errno
import logging
from pathlib import Path
from typing import Any

from desktop_app.audio.container_times import times_of
from desktop_app.audio.decoder import DecodeError, Tags, decoding, reason_of
from desktop_app.audio.mp3_frames import Mp3Frames
from desktop_app.audio.recording_time import recorded_at
from desktop_app.audio.sound_tracks import SoundTrack, SoundTracks, language_name, wanted
from desktop_app.audio.tame_file import TameFile
from desktop_app.audio.vbr_header import vbr_header
from resources.languages import N_, gettext

log = logging.getLogger(__name__)

CONTAINERS = (
    "3gp", "aac", "ac3", "aiff", "amr", "ape", "asf", "au", "avi", "caf", "dsf", "dts", "eac3",
    "flac", "flv", "m4a", "matroska", "mov", "mp3", "mp4", "mpc", "mpc8", "mpeg", "mpegts", "ogg",
    "tta", "w64", "wav", "webm", "wv",
)  # fmt: skip
"""Containers that hold sound themselves; FFmpeg would follow the URLs in a playlist."""
ESTIMATED_LENGTH = ("aac", "ac3", "amr", "dts", "eac3", "mp3", "mpegts", "mpeg", "ogg", "wav")
"""Containers whose length FFmpeg only estimates, from the bit rate or the last part of a chain."""
WITHOUT_GAPS = ("flac", "ogg")
"""Containers in which a gap between timestamps means that something is missing."""
IGNORE_LENGTH = "ignore_length"
"""FFmpeg's option for wav files: read on to the end of the file."""
LEAST_BYTES_PER_S = 30
"""Of any sound, even of silence: a file that says it lasts longer than its size allows lies."""
MP3_FRAME_SAMPLES = 1152
MAX_COUNTED_BYTES = 50_000_000
"""Counting the packets of an mp3 file of this size takes a quarter of a second."""
PROTECTED_TAGS = ("drms", "enca")
"""Codec tags of MP4 files under DRM."""
NOT_AUDIO = N_("is not an audio file that genre-monitor can decode: ")


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
        promised: how many sample frames the file says it holds; 0 if it does not say.
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
                self._measure()
        except DecodeError:
            self.close()
            raise

    def _open(self) -> None:
        # As a file object, because FFmpeg would take a name with a colon for a URL.
        self._file = TameFile(self._path)
        self.container = self.library.open(
            self._file, options=self._options, metadata_errors="replace"
        )
        self.stream = self._sound_stream()
        self.kind = set(self.container.format.name.split(","))
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
        if context is not None and context.codec_tag in PROTECTED_TAGS:
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
        """Set ``frames`` and ``promised``."""
        if "mp3" in self.kind:
            self._measure_mp3()
            return
        stated = 0 if self.kind & set(ESTIMATED_LENGTH) else self.times.duration_s
        longest_s = self._path.stat().st_size / LEAST_BYTES_PER_S
        if stated > longest_s:
            stated = 0
        frames = round(stated * self.rate) or self._counted_length()
        self.frames = self.promised = min(frames, round(longest_s * self.rate))

    def _measure_mp3(self) -> None:
        header, size = vbr_header(self._path), self._path.stat().st_size
        samples = header.frames * (self.stream.codec_context.frame_size or MP3_FRAME_SAMPLES)
        missing = header.believable and header.bytes > size
        if header.believable and size > MAX_COUNTED_BYTES:
            self.frames = round(samples * size / header.bytes) if missing else samples
        else:
            self.frames = self._counted_length()
        # The header says less than there is if another file was appended.
        self.promised = max(self.frames, samples) if missing else self.frames

    def _counted_length(self) -> int:
        """Length in sample frames, summed over all packets; rewinds the file.

        Raises:
            DecodeError: no packet has a duration.
        """
        stream, ticks, ends = self.stream, 0, 0
        mp3 = Mp3Frames(self.container.format.name)
        try:
            for packet in self.container.demux(stream):
                lost = mp3.lost_before(packet)
                if lost is not None:
                    ticks += lost + (packet.duration or 0)
                    ends = max(ends, (packet.pts or 0) + (packet.duration or 0))
        except Exception as error:
            # Reading that far reports the damage.
            log.debug("packets not counted to the end: %s", error)
        if not ticks:
            if "wav" not in self.kind or IGNORE_LENGTH in self._options:
                raise DecodeError(gettext("does not state its length"))
            # Some kinds of wav from a recorder that was killed say that they hold nothing.
            self._options[IGNORE_LENGTH] = "1"
            self.reopen()
            return self._counted_length()
        ticks += max(0, (stream.start_time or 0) - self.times.origin)
        if self.kind & set(WITHOUT_GAPS):
            ticks = max(ticks, ends - self.times.origin)
        length = round(float(ticks * stream.time_base) * self.rate)
        # Opened again because FFmpeg cannot seek back before the last part of a chain.
        self.reopen()
        return length

    def reopen(self) -> None:
        """Open the file again, at its beginning."""
        self.close()
        self._open()

    def close(self) -> None:
        """Close the file."""
        for opened in (self.container, self._file):
            if opened is not None:
                opened.close()


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
    if getattr(error, "errno", None) == errno.EPERM:
        # FFmpeg's parsers return −1, which is also the number of this error.
        return gettext("the data is invalid")
    reason = reason_of(error)
    # FFmpeg asks for patches where a format is not implemented.
    return gettext("the rest is in an unsupported format") if "patches" in reason else reason
