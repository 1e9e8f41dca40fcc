"""Finds the audio files in folders, on a thread of its own."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path

from desktop_app.engine.playlist import Playlist
from desktop_app.threads.newest_request import NewestRequest, Ticket


class PlaylistReader:
    """Makes playlists; a newer one supersedes an older one that is still being made."""

    def __init__(self) -> None:
        """Make no playlist yet."""
        self._folders = NewestRequest("folder scan", "reading the folder", self._find_files)

    def ask(self, paths: Sequence[Path], playlist: Future[Playlist]) -> None:
        """Begin to make a playlist; return at once.

        Args:
            paths: audio files and folders.
            playlist: gets it, or the error; cancelled if a newer one is asked for.
        """
        self._folders.ask((tuple(paths), playlist))

    def close(self, timeout_s: float) -> bool:
        """End the thread.

        Args:
            timeout_s: how long to wait for it, in seconds.

        Returns:
            Whether it has ended.
        """
        return self._folders.close(timeout_s)

    def _find_files(
        self, request: tuple[tuple[Path, ...], Future[Playlist]], ticket: Ticket
    ) -> None:
        paths, playlist = request
        try:
            found = Playlist.of(paths, ticket.superseded.is_set)
        except Exception as error:
            playlist.set_exception(error)
        else:
            if found is None:
                playlist.cancel()
            else:
                playlist.set_result(found)
