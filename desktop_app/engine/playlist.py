"""The files that are played one after the other: the present one, those before it and after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.audio.source_error import SourceError
from desktop_app.library.discovery import find_audio_files


@dataclass(frozen=True)
class Playlist:
    """A place in a list of files.

    Attributes:
        played: before the present one, in order.
        current: the present one.
        upcoming: after it, in order.
    """

    played: tuple[Path, ...]
    current: Path
    upcoming: tuple[Path, ...]

    @classmethod
    def of(cls, paths: Sequence[Path]) -> Playlist:
        """At the first of these.

        Args:
            paths: at least one; folders stand for all audio files that are in them.

        Raises:
            SourceError: a folder can't be read.
        """
        try:
            first, *rest = find_audio_files(paths, recursive=True)
        except OSError as error:
            raise SourceError(f"{error.filename} can't be read: {error.strerror}.") from error
        return cls((), first, tuple(rest))

    def next(self) -> Playlist | None:
        """At the file after the present one, None at the last."""
        if not self.upcoming:
            return None
        return Playlist((*self.played, self.current), self.upcoming[0], self.upcoming[1:])

    def previous(self) -> Playlist | None:
        """At the file before the present one, None at the first."""
        if not self.played:
            return None
        return Playlist(self.played[:-1], self.played[-1], (self.current, *self.upcoming))

    @property
    def number(self) -> int:
        """Of the present one, from 1."""
        return len(self.played) + 1

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.played) + 1 + len(self.upcoming)
