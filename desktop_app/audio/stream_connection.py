"""A connection to a network stream, decoded through PyAV: internet radio and RTSP."""

from __future__ import annotations

import errno
import os
import socket
import sys
from collections.abc import Callable, Iterator
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app import __version__
from desktop_app.audio.address import Address
from desktop_app.audio.decoder import reason_of
from desktop_app.audio.source_error import SourceError
from desktop_app.formatting.local import local
from desktop_app.formatting.text import visible
from resources.languages import gettext

CONNECT_SECONDS = 10.0
"""Time for the server to answer, and to send enough to recognise the format."""
SILENCE_SECONDS = 10.0
"""After so long without data the connection counts as lost."""
TLS_SECONDS = 3.0
PROTOCOLS = "http,https,httpproxy,tcp,tls,rtp,rtsp"
"""What a server may lead to: none of these reads local files."""
CONTAINERS = "aac,ac3,eac3,flac,flv,matroska,mp3,mpegts,ogg,rtsp,rtp,sdp,wav,webm"
"""None of them is a list of further addresses."""
MAX_DAMAGED_PACKETS = 500
"""In a row; nothing worth hearing follows after that many."""
LONGEST_NAME = 60
UNREACHABLE = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ETIMEDOUT)
CERTIFICATES = (
    "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem",
)  # fmt: skip
"""Where Linux distributions keep those of the authorities; FFmpeg was built on one of them."""


class Connection(Protocol):
    """A stream that is being received; used from one thread after another.

    Attributes:
        name: what the stream calls itself, or else its server and path.
        rate: sample frames per second.
        channels: number of channels.
    """

    name: str
    rate: int
    channels: int

    def blocks(self) -> Iterator[NDArray[np.float32]]:
        """Receive sound, (n, channels) each, until all of it has come: a live stream has no end.

        Raises:
            SourceError: the connection was lost; one sentence.
        """

    def close(self) -> None:
        """Disconnect; from the thread that receives."""


class StreamConnection:
    """A :class:`Connection` through FFmpeg."""

    def __init__(self, address: Address, open_container: Callable[..., Any] | None = None) -> None:
        """Connect, and recognise the format.

        Args:
            address: of the stream.
            open_container: opens it, like ``av.open``.

        Raises:
            SourceError: that is not possible; one sentence.
        """
        import av

        self._library: Any = av
        self._resolve(address)
        try:
            self._container = (open_container or av.open)(
                address.url,
                options=_options(),
                timeout=(CONNECT_SECONDS, SILENCE_SECONDS),
                metadata_errors="replace",
            )
        except Exception as error:
            # The error itself has the address with the password in it.
            raise SourceError(self._refusal(error, address)) from None
        try:
            self._begin(address)
        except Exception:
            self.close()
            raise

    def _begin(self, address: Address) -> None:
        stream = self._container.streams.best("audio")
        context: Any = None if stream is None else stream.codec_context
        if context is None or not context.sample_rate or not context.layout.nb_channels:
            raise SourceError(_no_sound(address))
        self._stream = stream
        self._layout = context.layout.name
        self.rate: int = context.sample_rate
        self.channels: int = context.layout.nb_channels
        called = visible(self._container.metadata.get("icy-name", "").strip())
        self.name = called[:LONGEST_NAME] or address.name
        # A stream of known length is a file: it ends, and is not lost then.
        self._finite = (self._container.size or 0) > 0

    def blocks(self) -> Iterator[NDArray[np.float32]]:
        """Receive sound; see :class:`Connection`.

        Raises:
            SourceError: the connection was lost.
        """
        try:
            yield from self._decoded()
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
            raise SourceError(
                gettext(
                    "Could not open “{name}”: no server named {host} was found. Check "
                    "the address and the network connection."
                ).format(name=address.name, host=address.host)
            ) from None

    def _refusal(self, error: Exception, address: Address) -> str:
        errors, host = self._library.error, address.host
        beginning = gettext("Could not open “{name}”: ").format(name=address.name)
        match error:
            case errors.ExitError():
                return gettext("{beginning}{host} has not answered for {seconds:.0f} s.").format(
                    beginning=beginning, host=host, seconds=local(CONNECT_SECONDS)
                )
            case errors.HTTPNotFoundError():
                return gettext("{beginning}{host} has nothing at this address (404).").format(
                    beginning=beginning, host=host
                )
            case errors.HTTPUnauthorizedError() | errors.HTTPForbiddenError():
                return beginning + _login(address)
            case errors.HTTPError():
                return f"{beginning}{_lower(reason_of(error))}."
            case ConnectionRefusedError():
                return gettext("{beginning}{host} accepts no connections on port {port}.").format(
                    beginning=beginning, host=host, port=address.port
                )
            case OSError() if isinstance(error, ConnectionError) or error.errno in UNREACHABLE:
                return f"{beginning}{_lower(reason_of(error))}."
        if address.secure and (problem := _tls_problem(address)):
            return f"{beginning}{problem}."
        return _no_sound(address)


def _options() -> dict[str, str]:
    options = {
        "protocol_whitelist": PROTOCOLS,
        "format_whitelist": CONTAINERS,
        "rtsp_transport": "tcp",
        "seekable": "0",
        "tls_verify": "1",
        "user_agent": f"genre-monitor/{__version__}",
    }
    # Imported where it is needed, because the window must not wait for it.
    import ssl

    stated = ssl.get_default_verify_paths().cafile
    found = [path for path in (stated, *CERTIFICATES) if path and os.path.exists(path)]
    if sys.platform.startswith("linux") and found:
        options["ca_file"] = found[0]
    return options


def _login(address: Address) -> str:
    if address.has_password:
        return gettext("{host} does not accept this name and password.").format(host=address.host)
    return gettext(
        "{host} asks for a name and a password. Write them into the address: http://NAME:PASSWORD@…"
    ).format(host=address.host)


def _no_sound(address: Address) -> str:
    return gettext("“{name}” is not a stream of sound that genre-monitor can play.").format(
        name=address.name
    )


def _tls_problem(address: Address) -> str:
    """Why no encrypted connection is possible, for which FFmpeg has no words; empty if one is."""
    import ssl

    try:
        with (
            socket.create_connection((address.host, address.port), TLS_SECONDS) as plain,
            ssl.create_default_context().wrap_socket(plain, server_hostname=address.host),
        ):
            return ""
    except ssl.SSLCertVerificationError as error:
        return gettext("its certificate is not valid: {reason}").format(reason=error.verify_message)
    except ssl.SSLError:
        return gettext("{host} does not answer with an encrypted connection").format(
            host=address.host
        )
    except OSError as error:
        return _lower(reason_of(error))


def _lower(reason: str) -> str:
    return reason[:1].lower() + reason[1:]
