"""Why a network stream could not be opened, in one sentence."""

from __future__ import annotations

import errno
import socket
import ssl
import urllib.error
from typing import Any

from desktop_app.audio.address import Address
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.web_reader import certificates
from desktop_app.formatting.local import local
from desktop_app.formatting.reason import reason_of
from resources.languages import gettext

TLS_SECONDS = 3.0
UNREACHABLE = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ETIMEDOUT)


def refusal(library: Any, error: Exception, address: Address, waited_s: float) -> str:
    """Say why.

    Args:
        library: PyAV.
        error: it, the reader or the network raised this; it may have the address with the password
            in it.
        address: of the stream.
        waited_s: after which a server that did not answer was given up.
    """
    if isinstance(error, SourceError):
        return str(error)
    if isinstance(error, urllib.error.URLError) and isinstance(error.reason, Exception):
        error = error.reason
    beginning = gettext("Could not open “{name}”: ").format(name=address.name)
    host, errors = address.host, library.error
    match error:
        case errors.ExitError() | TimeoutError():
            return gettext("{beginning}{host} has not responded for {seconds:.0f} s.").format(
                beginning=beginning, host=host, seconds=local(waited_s)
            )
        case errors.HTTPNotFoundError() | urllib.error.HTTPError(code=404):
            return gettext("{beginning}{host} has nothing at this address (404).").format(
                beginning=beginning, host=host
            )
        case (
            errors.HTTPUnauthorizedError()
            | errors.HTTPForbiddenError()
            | urllib.error.HTTPError(code=401 | 403)
        ):
            return beginning + _login(address)
        case errors.HTTPError():
            return f"{beginning}{_lower(reason_of(error))}."
        case urllib.error.HTTPError():
            return f"{beginning}{error.reason} ({error.code})."
        case ConnectionRefusedError():
            return gettext("{beginning}{host} accepts no connections on port {port}.").format(
                beginning=beginning, host=host, port=address.port
            )
        case socket.gaierror():
            return unknown(address)
        case ssl.SSLError():
            return f"{beginning}{_in_words(error, address)}."
        case OSError() if isinstance(error, ConnectionError) or error.errno in UNREACHABLE:
            return f"{beginning}{_lower(reason_of(error))}."
    if address.secure and (problem := _tls_problem(address)):
        return f"{beginning}{problem}."
    return no_sound(address)


def unknown(address: Address) -> str:
    """Say that there is no such server."""
    return gettext(
        "Could not open “{name}”: no server named {host} was found. Check "
        "the address and the network connection."
    ).format(name=address.name, host=address.host)


def no_sound(address: Address) -> str:
    """Say that there is something else at an address."""
    return gettext("“{name}” is not an audio stream that genre-monitor can play.").format(
        name=address.name
    )


def _login(address: Address) -> str:
    if address.has_password:
        return gettext("{host} does not accept this name and password.").format(host=address.host)
    return gettext(
        "{host} asks for a name and a password. Put them in the address: http://NAME:PASSWORD@…"
    ).format(host=address.host)


def _tls_problem(address: Address) -> str:
    """Why no encrypted connection is possible, for which FFmpeg has no words; empty if one is."""
    try:
        with (
            socket.create_connection((address.host, address.port), TLS_SECONDS) as plain,
            ssl.create_default_context(cafile=certificates()).wrap_socket(
                plain, server_hostname=address.host
            ),
        ):
            return ""
    except ssl.SSLError as error:
        return _in_words(error, address)
    except OSError as error:
        return _lower(reason_of(error))


def _in_words(error: ssl.SSLError, address: Address) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return gettext("its certificate is not valid: {reason}").format(reason=error.verify_message)
    return gettext("{host} does not answer with an encrypted connection").format(host=address.host)


def _lower(reason: str) -> str:
    return reason[:1].lower() + reason[1:]
