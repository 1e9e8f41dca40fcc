"""The address of a network stream, which may hold a password."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from desktop_app.audio.source_error import SourceError
from resources.languages import N_, gettext

SCHEMES = ("http", "https", "rtsp")
EXAMPLE = "https://radio.example/live.mp3"
HLS = ".m3u8"
PLAYLISTS = (".m3u", ".pls", ".xspf", ".asx")
LONGEST = 2000
ALONE = N_("An address must be given alone, without files or other addresses.")
PORTS = {"http": 80, "https": 443, "rtsp": 554}
_UNWRITABLE = re.compile(r"[\s\x00-\x1f\x7f]")


@dataclass(frozen=True)
class Address:
    """Where a stream comes from.

    Attributes:
        url: with the password, if it has one; only for connecting.
        name: server and path, for people; without user, password and what follows a question mark.
        kept: to be remembered: all but the password.
        host: name or number of the server.
        port: at the server.
        has_password: whether there is a user name or a password in it.
    """

    url: str = field(repr=False)
    name: str
    kept: str = field(repr=False)
    host: str
    port: int
    has_password: bool

    @property
    def is_hls(self) -> bool:
        """Whether it is that of a list of short files, as HLS calls it."""
        return urlsplit(self.url).path.lower().endswith(HLS)

    @property
    def secure(self) -> bool:
        """Whether the connection is encrypted."""
        return self.url.startswith("https:")


def is_address(text: str) -> bool:
    """Whether a text is meant as the address of a stream, valid or not."""
    return text.strip().lower().startswith(tuple(f"{scheme}://" for scheme in SCHEMES))


def address_of(text: str) -> Address:
    """Read an address.

    Args:
        text: as somebody wrote it.

    Returns:
        The address.

    Raises:
        SourceError: it is none; one sentence that does not repeat it.
    """
    text = text.strip()
    if not is_address(text):
        raise SourceError(
            gettext(
                "The address of a stream begins with http://, https:// or rtsp://, like {example}."
            ).format(example=EXAMPLE)
        )
    if _UNWRITABLE.search(text) or len(text) > LONGEST:
        raise SourceError(
            gettext(
                "An address cannot contain spaces or be longer than {longest} characters."
            ).format(longest=LONGEST)
        )
    try:
        parts = urlsplit(text)
        scheme, host = parts.scheme.lower(), parts.hostname or ""
        port = parts.port or PORTS[scheme]
        named = host.encode("idna").decode() if ":" not in host else f"[{host}]"
    except ValueError as error:
        raise SourceError(
            gettext("The server or its port in this address is not valid.")
        ) from error
    if not host:
        raise SourceError(
            gettext("The address does not name a server. It should look like {example}.").format(
                example=EXAMPLE
            )
        )
    _refuse_lists(parts.path.lower())
    where = named if parts.port is None else f"{named}:{parts.port}"
    path, query = (quote(part, safe="%/:=&?~#+!$,;'@()*[]") for part in (parts.path, parts.query))
    rest = f"{path or '/'}{'?' if query else ''}{query}"
    user, *_ = parts.netloc.rpartition("@")
    login = f"{user}@" if user else ""
    name_only = f"{user.partition(':')[0]}@" if user.partition(":")[0] else ""
    return Address(
        url=f"{scheme}://{login}{where}{rest}",
        name=f"{where}{parts.path.rstrip('/')}",
        kept=f"{scheme}://{name_only}{where}{rest}",
        host=host,
        port=port,
        has_password=bool(user),
    )


def _refuse_lists(path: str) -> None:
    if path.endswith(PLAYLISTS):
        raise SourceError(
            gettext(
                "This is the address of a playlist, not of a stream. Save the playlist, and "
                "open the file."
            )
        )
