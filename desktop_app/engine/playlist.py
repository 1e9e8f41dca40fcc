"""A list of files to play, and which of them is the current one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app.audio.source_error import SourceError
from desktop_app.library.discovery import Notes, find_audio_files
from desktop_app.library.list_files import marks_in
from desktop_app.library.list_formats import Mark

MOST_SENTENCES = 2


class OnlyStreams(SourceError):
    """Lists name streams, but no files.

    Attributes:
        addresses: of the streams, as they are written; at least one.
    """

    def __init__(self, message: str, addresses: Sequence[str]) -> None:
        super().__init__(message)
        self.addresses = addresses


@dataclass(frozen=True)
class Playlist:
    """A position in a list of files.

    Attributes:
        played: before the current one, in order.
        current: the current one.
        upcoming: after it, in order.
        unread: one or more sentences if folders could not be read or files are missing, else empty.
        marks: file -> where tracks begin in it, by a cue sheet.
    """

    played: tuple[Path, ...]
    current: Path
    upcoming: tuple[Path, ...]
    unread: str = ""
    marks: Mapping[Path, tuple[Mark, ...]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, paths: Sequence[Path], cancelled: Callable[[], bool] = lambda: False
    ) -> Playlist | None:
        """Find the files; the first of them is the current one.

        Args:
            paths: at least one; a folder stands for all audio files in it and its subfolders, a
                playlist or cue sheet for the files that it names.
            cancelled: checked after each file, because a large folder takes time.

        Returns:
            None if it was cancelled.

        Raises:
            OnlyStreams: there are only addresses in lists.
            SourceError: there are no files, because a folder or list could not be read.
        """
        found, notes = [], Notes()
        for path in find_audio_files(paths, recursive=True, notes=notes):
            if cancelled():
                return None
            found.append(path)
        unread = " ".join(notes.problems[:MOST_SENTENCES])
        if not found and notes.streams:
            raise OnlyStreams(unread, notes.streams)
        if not found:
            raise SourceError(unread)
        return cls((), found[0], tuple(found[1:]), unread, marks_in(paths))

    def next(self) -> Playlist | None:
        """The same list at the next file, None at the last."""
        if not self.upcoming:
            return None
        return self._turned((*self.played, self.current), self.upcoming[0], self.upcoming[1:])

    def previous(self) -> Playlist | None:
        """The same list at the previous file, None at the first."""
        if not self.played:
            return None
        return self._turned(self.played[:-1], self.played[-1], (self.current, *self.upcoming))

    def from_start(self) -> Playlist:
        """The same list at its first file."""
        return self.at(1)

    def at(self, number: int) -> Playlist:
        """The same list at another file.

        Args:
            number: of the file, from 1 to ``count``.
        """
        files = self.files
        return self._turned(files[: number - 1], files[number - 1], files[number:])

    def _turned(
        self, played: tuple[Path, ...], current: Path, upcoming: tuple[Path, ...]
    ) -> Playlist:
        return replace(self, played=played, current=current, upcoming=upcoming, unread="")

    def file(self, number: int) -> Path:
        """A file by its number, from 1 to ``count``."""
        if number < self.number:
            return self.played[number - 1]
        return self.current if number == self.number else self.upcoming[number - self.number - 1]

    def without_upcoming(self) -> Playlist:
        """The list without the files after the current one."""
        return replace(self, upcoming=())

    @property
    def files(self) -> tuple[Path, ...]:
        """All files, in order."""
        return (*self.played, self.current, *self.upcoming)

    @property
    def number(self) -> int:
        """Position of the current file, from 1."""
        return len(self.played) + 1

    @property
    def count(self) -> int:
        """Number of files."""
        return len(self.played) + 1 + len(self.upcoming)
