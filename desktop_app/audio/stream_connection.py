"""A connection to a network stream, decoded through PyAV: internet radio and RTSP."""

from __future__ import annotations

import errno
import os
import socket
import weakref
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.audio.address import Address
from desktop_app.audio.decoder import MAX_DAMAGED_PACKETS
from desktop_app.audio.hls import open_hls
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_refusal import no_sound, refusal, unknown
from desktop_app.audio.web_reader import (
    MOST_REDIRECTIONS,
    USER_AGENT,
    WebReader,
    certificates,
    moved_too_often,
)
from desktop_app.formatting.local import local
from desktop_app.formatting.reason import reason_of
from desktop_app.formatting.text import visible
from resources.languages import gettext

CONNECT_SECONDS = 10.0
"""Time for the server to answer, and to send enough to recognise the format."""
SILENCE_SECONDS = 10.0
"""After so long without data the connection counts as lost."""
HLS_SECONDS = 30.0
"""The same for what comes in files of some seconds each."""
PROTOCOLS = "http,https,httpproxy,tcp,tls,rtp,rtsp"
"""What a server may lead to: none of these reads local files."""
CONTAINERS = "aac,ac3,eac3,flac,flv,matroska,mp3,mpegts,ogg,rtsp,rtp,sdp,wav,webm"
"""None of them is a list of further addresses, which only :func:`open_hls` follows."""
LONGEST_NAME = 60


class StreamConnection:
    """A :class:`Connection` through FFmpeg."""

    def __init__(self, address: Address) -> None:
        """Connect, and recognise the format.

        Args:
            address: of the stream.

        Raises:
            SourceError: that is not possible; one sentence.
        """
        import av

        self._library: Any = av
        self._resolve(address)
        try:
            self._container, self._finite = self._open(address)
        except Exception as error:
            # The error itself has the address with the password in it.
            why = refusal(av, error, address, CONNECT_SECONDS)
            raise SourceError(why) from None
        # PyAV crashes when Python collects one that is still open and reads through Python.
        weakref.finalize(self, self._container.close)
        try:
            self._begin(address)
        except Exception:
            self.close()
            raise

    def _open(self, named: Address) -> tuple[Any, bool]:
        """Open the container, wherever it is; also return whether the stream has an end.

        Raises:
            OSError: the server cannot be reached, or refuses.
            SourceError: it leads where it may not.
        """
        reader, address = WebReader(named), named
        for _ in range(MOST_REDIRECTIONS):
            if address.is_hls:
                return open_hls(self._library, address, reader, (CONNECT_SECONDS, HLS_SECONDS))
            try:
                container = self._library.open(
                    address.url,
                    options=_options(),
                    timeout=(CONNECT_SECONDS, SILENCE_SECONDS),
                    metadata_errors="surrogateescape",
                )
            except OSError as error:
                # What FFmpeg says of a redirection that it may not follow.
                moved = reader.moved(address) if error.errno == errno.EIO else None
                if moved is None:
                    raise
                address = moved
            else:
                # A stream of known length is a file: it ends, and is not lost then.
                return container, (container.size or 0) > 0
        raise SourceError(moved_too_often(named))

    def _begin(self, address: Address) -> None:
        stream = self._container.streams.best("audio")
        context: Any = None if stream is None else stream.codec_context
        if context is None or not context.sample_rate or not context.layout.nb_channels:
            raise SourceError(no_sound(address))
        self._stream = stream
        self._layout = context.layout.name
        self.rate: int = context.sample_rate
        self.channels: int = context.layout.nb_channels
        called = visible(_in_text(self._container.metadata.get("icy-name", "")).strip())
        self.name = called[:LONGEST_NAME] or address.name

    def blocks(self) -> Iterator[NDArray[np.float32]]:
        """Receive sound; see :class:`Connection`.

        Raises:
            SourceError: the connection was lost.
        """
        try:
            yield from self._decoded()
        except SourceError:
            raise
        except Exception as error:
            raise SourceError(self._loss(error)) from None
        if not self._finite:
            raise SourceError(
                gettext("The server of “{name}” has ended the stream.").format(name=self.name)
            )

    def close(self) -> None:
        """Disconnect."""
        self._container.close()

    def _decoded(self) -> Iterator[NDArray[np.float32]]:
        kind, converter = None, None
        for frame in self._frames():
            if converter is None or kind != (frame.format.name, frame.layout.name, frame.rate):
                # A station may change its format between two pieces.
                kind = (frame.format.name, frame.layout.name, frame.rate)
                converter = self._library.AudioResampler(
                    format="flt", layout=self._layout, rate=self.rate
                )
            for converted in converter.resample(frame):
                yield converted.to_ndarray().reshape(-1, self.channels)

    def _frames(self) -> Iterator[Any]:
        damaged = 0
        for packet in self._container.demux(self._stream):
            try:
                frames = packet.decode()
            except self._library.InvalidDataError:
                damaged += 1
                if damaged > MAX_DAMAGED_PACKETS:
                    raise
                continue
            damaged = 0
            yield from frames

    def _loss(self, error: Exception) -> str:
        if isinstance(error, self._library.error.ExitError):
            return gettext("“{name}” has sent nothing for {seconds:.0f} s.").format(
                name=self.name, seconds=local(SILENCE_SECONDS)
            )
        # FFmpeg often knows no more than that reading failed.
        known = getattr(error, "errno", None) != errno.EIO
        return gettext("The connection to “{name}” was lost{reason}.").format(
            name=self.name, reason=f": {reason_of(error)}" * known
        )

    def _resolve(self, address: Address) -> None:
        if os.environ.get("http_proxy"):
            # Then only the proxy needs to know it.
            return
        try:
            socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            raise SourceError(unknown(address)) from None


def _in_text(name: str) -> str:
    """What a station calls itself, which many write as Windows did before UTF-8."""
    written = name.encode("utf-8", "surrogateescape")
    try:
        return written.decode("utf-8")
    except UnicodeDecodeError:
        return written.decode("cp1252", "replace")


def _options() -> dict[str, str]:
    options = {
        "protocol_whitelist": PROTOCOLS,
        "format_whitelist": CONTAINERS,
        "rtsp_transport": "tcp",
        "seekable": "0",
        "tls_verify": "1",
        # Redirections are followed once they were vetted.
        "max_redirects": "0",
        "user_agent": USER_AGENT,
    }
    if (found := certificates()) is not None:
        options["ca_file"] = found
    return options
