"""Finds the audio files in folders and what lists name, on a thread of its own."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from desktop_app.audio.address import Address, address_of, is_address
from desktop_app.engine.playlist import OnlyStreams, Playlist
from desktop_app.threads.newest_request import NewestRequest, Ticket


@dataclass(frozen=True)
class ListedStream:
    """What is opened where lists name streams, but no files.

    Attributes:
        address: of the first stream.
        count: how many there are.
    """

    address: Address
    count: int


Found = Playlist | ListedStream


class PlaylistReader:
    """Makes playlists; a newer one supersedes an older one that is still being made."""

    def __init__(self) -> None:
        """Make no playlist yet."""
        self._folders = NewestRequest("folder scan", "reading the folder", self._find_files)

    def ask(self, paths: Sequence[Path], found: Future[Found]) -> None:
        """Begin to make a playlist; return at once.

        Args:
            paths: audio files, lists and folders.
            found: gets it, or the error; cancelled if a newer one is asked for.
        """
        self._folders.ask((tuple(paths), found))

    def close(self, timeout_s: float) -> bool:
        """End the thread.

        Args:
            timeout_s: how long to wait for it, in seconds.

        Returns:
            Whether it has ended.
        """
        return self._folders.close(timeout_s)

    def _find_files(self, request: tuple[tuple[Path, ...], Future[Found]], ticket: Ticket) -> None:
        paths, found = request
        try:
            made = _found(paths, ticket)
        except Exception as error:
            found.set_exception(error)
        else:
            if made is None:
                found.cancel()
            else:
                found.set_result(made)


def _found(paths: Sequence[Path], ticket: Ticket) -> Found | None:
    try:
        return Playlist.of(paths, ticket.superseded.is_set)
    except OnlyStreams as only:
        heard = [each.strip() for each in only.addresses if is_address(each)]
        if not heard:
            raise
        return ListedStream(address_of(heard[0]), len(heard))
