"""Reads from web servers where FFmpeg would follow them anywhere: redirections and HLS."""

from __future__ import annotations

import base64
import http.client
import ipaddress
import os
import socket
import ssl
import sys
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from desktop_app import __version__
from desktop_app.audio.address import Address, address_of, is_address
from desktop_app.audio.source_error import SourceError
from resources.languages import gettext

USER_AGENT = f"genre-monitor/{__version__}"
ANSWER_SECONDS = 10.0
MOST_REDIRECTIONS = 8
REDIRECTIONS = (301, 302, 303, 307, 308)
CERTIFICATES = (
    "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem",
)  # fmt: skip
"""Where Linux distributions keep those of the authorities; libraries may expect them elsewhere."""


class WebReader:
    """Reads for one address, and goes where its server leads: over the web only.

    A server of the internet cannot lead into the local network, which it may not see itself.
    """

    def __init__(self, address: Address) -> None:
        """Contact nobody yet.

        Args:
            address: as the user wrote it.
        """
        self._address = address
        self._named_inside: bool | None = None
        context = ssl.create_default_context(cafile=certificates())
        self._opener = urllib.request.build_opener(
            _FollowNone(), urllib.request.HTTPSHandler(context=context)
        )

    def open(self, url: str, first: int = 0, end: int = 0) -> Any:
        """Open what is at an address, wherever it has been moved to.

        Args:
            url: as the user or a server wrote it.
            first: byte to begin with.
            end: byte to end before; 0 for none.

        Returns:
            A file-like object whose ``url`` is where it was found.

        Raises:
            SourceError: it leads where it may not.
            HTTPError: the server refuses.
            OSError: it cannot be reached.
            http.client.HTTPException: it answers with something else.
        """
        for _ in range(MOST_REDIRECTIONS):
            place = self._vetted(url)
            try:
                return self._ask(place, first, end)
            except urllib.error.HTTPError as error:
                if not (moved := _target(place.url, error)):
                    raise
                url = moved
        raise SourceError(moved_too_often(self._address))

    def moved(self, place: Address) -> Address | None:
        """Ask a server where it has moved something that could not be opened.

        Returns:
            The address, None if it has not been moved.

        Raises:
            SourceError: it leads where it may not.
        """
        if place.url.startswith("rtsp:"):
            return None
        try:
            self._ask(place, 0, 0).close()
        except urllib.error.HTTPError as error:
            target = _target(place.url, error)
            return self._with_login(self._vetted(target)) if target else None
        except (OSError, http.client.HTTPException):
            # What could not be opened is said by whoever tried.
            return None
        return None

    def _ask(self, place: Address, first: int, end: int) -> Any:
        headers = {"User-Agent": USER_AGENT}
        if login := self._login(place):
            words = base64.b64encode(unquote(login).encode()).decode()
            headers["Authorization"] = f"Basic {words}"
        if first or end:
            headers["Range"] = f"bytes={first}-{end - 1 if end else ''}"
        request = urllib.request.Request(_without_login(place.url), headers=headers)
        return self._opener.open(request, timeout=ANSWER_SECONDS)

    def _login(self, place: Address) -> str:
        """What the user wrote as name and password, for the server for which it was written."""
        named = self._address
        same = (place.host, place.port) == (named.host, named.port)
        return urlsplit(named.url).netloc.rpartition("@")[0] if same else ""

    def _with_login(self, place: Address) -> Address:
        login = self._login(place)
        scheme, _, rest = _without_login(place.url).partition("://")
        return address_of(f"{scheme}://{login}@{rest}") if login else place

    def _vetted(self, url: str) -> Address:
        if not is_address(url) or url.lower().startswith("rtsp:"):
            raise self._astray(f"{url.partition(':')[0]}:")
        place = address_of(url)
        if place.host != self._address.host and not self._inside and is_inside(place.host):
            raise self._astray(place.host)
        return place

    @property
    def _inside(self) -> bool:
        """Whether the user named a server of the local network, which may know more of them."""
        if self._named_inside is None:
            self._named_inside = is_inside(self._address.host)
        return self._named_inside

    def _astray(self, where: str) -> SourceError:
        return SourceError(
            gettext(
                "Could not open “{name}”: its server points to {where}, which genre-monitor does "
                "not follow."
            ).format(name=self._address.name, where=where)
        )


class _FollowNone(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *about: Any) -> None:
        """Follow no redirection before it was vetted."""


def moved_too_often(address: Address) -> str:
    """Say that redirections do not come to an end."""
    return gettext("Could not open “{name}”: it has been moved too often.").format(
        name=address.name
    )


def certificates() -> str | None:
    """File with the certificates of the authorities, None for where a library expects it."""
    stated = ssl.get_default_verify_paths().cafile
    found = [path for path in (stated, *CERTIFICATES) if path and os.path.exists(path)]
    return found[0] if sys.platform.startswith("linux") and found else None


def is_inside(host: str) -> bool:
    """Whether a server is this computer or one of the local network, as far as that is known."""
    try:
        return _is_inside(host)
    except ValueError:
        pass
    if os.environ.get("http_proxy"):
        # Names are the proxy's to look up.
        return host.lower() == "localhost"
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        # Connecting to it will say so.
        return False
    return any(_is_inside(str(each[4][0])) for each in found)


def _is_inside(number: str) -> bool:
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    return not address.is_global


def _target(url: str, error: urllib.error.HTTPError) -> str:
    """Where a server says that something is now; empty if it says nothing of the kind."""
    error.close()
    where = error.headers.get("Location", "") if error.code in REDIRECTIONS else ""
    return urljoin(url, where) if where else ""


def _without_login(url: str) -> str:
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
