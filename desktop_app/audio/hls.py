"""HLS: internet radio as a list of short files, which a server brings up to date."""

from __future__ import annotations

import re
from typing import Any

from desktop_app.audio.address import Address
from desktop_app.audio.source_error import SourceError
from desktop_app.audio.stream_refusal import no_sound
from desktop_app.audio.web_reader import WebReader
from resources.languages import gettext

LARGEST_LIST = 2_000_000
"""In bytes."""
VIDEO = re.compile(r"avc|hvc|hev|vp0?[89]|av01|mp4v", re.IGNORECASE)
FORMATS = "aac,ac3,eac3,flac,hls,mov,mp3,mpegts,ogg,wav,webm,matroska"
OPTIONS = {
    "format_whitelist": FORMATS,
    "http_multiple": "0",
    "http_persistent": "0",
    # What may be opened is decided by the reader, not by the ends of names.
    "allowed_extensions": "ALL",
    "allowed_segment_extensions": "ALL",
    "extension_picky": "0",
}


def open_hls(library: Any, address: Address, reader: WebReader, timeout: Any) -> tuple[Any, bool]:
    """Open a stream of this kind.

    Args:
        library: PyAV.
        address: of its list.
        reader: opens the list and everything that it names.
        timeout: as of ``av.open``.

    Returns:
        The container, and whether the stream has an end.

    Raises:
        SourceError: it is no such list, or leads where it may not.
        OSError: a server cannot be reached, or refuses.
    """
    listed, place = _read(reader, address, address.url)
    if listed.is_variant:
        listed, place = _read(reader, address, _variant(listed))
    if not listed.segments:
        raise SourceError(
            gettext("Could not open “{name}”: there is no sound in this HLS list.").format(
                name=address.name
            )
        )

    def follow(url: str, flags: int, options: dict[str, str]) -> Any:
        first, end = (int(options.get(key, 0)) for key in ("offset", "end_offset"))
        return reader.open(url, first, end)

    container = library.open(
        place, format="hls", options=OPTIONS, io_open=follow, timeout=timeout,
        metadata_errors="surrogateescape",
    )  # fmt: skip
    return container, bool(listed.is_endlist)


def _read(reader: WebReader, address: Address, url: str) -> tuple[Any, str]:
    """Read a list; return it, and where it was found.

    Raises:
        SourceError: it is no list.
    """
    # Imported where it is needed, because the window must not wait for it.
    import m3u8  # type: ignore[import-untyped]

    with reader.open(url) as response:
        text = response.read(LARGEST_LIST).decode("utf-8", "replace")
        place = str(response.url)
    if not text.lstrip("\ufeff").startswith("#EXTM3U"):
        raise SourceError(no_sound(address))
    try:
        return m3u8.loads(text, uri=place), place
    except Exception as error:
        # Given a damaged list, it can raise anything.
        raise SourceError(
            gettext("Could not open “{name}”: its HLS list is damaged.").format(name=address.name)
        ) from error


def _variant(listed: Any) -> str:
    """The best one with sound alone, or else the smallest one with pictures."""
    sound = [each for each in listed.media if each.type == "AUDIO" and each.uri]
    if sound:
        return str(next((each for each in sound if each.default == "YES"), sound[0]).absolute_uri)
    heard = [each for each in listed.playlists if not _has_pictures(each.stream_info)]
    by_size = sorted(listed.playlists, key=lambda each: each.stream_info.bandwidth or 0)
    best = max(heard, key=lambda each: each.stream_info.bandwidth or 0) if heard else by_size[0]
    return str(best.absolute_uri)


def _has_pictures(described: Any) -> bool:
    return bool(described.resolution or VIDEO.search(described.codecs or ""))
