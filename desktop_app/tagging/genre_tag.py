"""The genre in a file's tags, whatever its format; every other tag stays as it is."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import mutagen
from mutagen.apev2 import APENoHeaderError, APEv2
from mutagen.asf import ASF
from mutagen.id3 import ID3, TCON, ID3NoHeaderError
from mutagen.mp3 import MP3
from mutagen.mp4 import MP4

from desktop_app.formatting.reason import reason_of
from resources.languages import gettext

ID3_FRAME, MP4_ATOM, ASF_NAME, COMMENT = "TCON", "\xa9gen", "WM/Genre", "genre"
"""Name of the genre in each kind of tags."""
ID3V1_SIZE = 128
"""Bytes of the oldest kind of ID3, at the end of an mp3; the last of them is the genre."""
OLDER_ID3 = (2, 3)
"""Its version, which is kept; still older ones become this one, because nothing writes those."""


class TagError(Exception):
    """The tags could not be read or written; the message says why, without a full stop."""


class GenreTag:
    """The genre of one file.

    Attributes:
        genres: names, usually one; empty if the file has none.
        elsewhere: names in tags of another kind, which stay as they are; of mp3 only, because
            there they are as common.
    """

    def __init__(self, path: Path) -> None:
        """Read it.

        Args:
            path: of the file.

        Raises:
            TagError: its format has no tags for a genre, or they are damaged.
        """
        self._path = path
        try:
            self._file = _opened(path)
            self.genres: tuple[str, ...] = tuple(self._read())
            self.elsewhere = _in_ape(path) if isinstance(self._file, MP3) else ()
        except TagError:
            raise
        except Exception as error:
            # Of damaged tags mutagen can raise anything.
            system = _system_error(error)
            raise TagError(_damage(error) if system is None else reason_of(system)) from error

    def write(self, genres: Sequence[str]) -> None:
        """Write another genre into the file.

        Args:
            genres: names; none removes the genre.

        Raises:
            TagError: the tags could not be written.
            OSError: the disk does not accept it.
        """
        try:
            self._replace(list(genres))
            oldest = _id3v1(self._path)
            self._save()
            _keep_id3v1(self._path, oldest)
        except Exception as error:
            if (system := _system_error(error)) is not None:
                raise system from error
            # Of damaged files mutagen can raise anything.
            raise TagError(_damage(error)) from error
        self.genres = tuple(genres)

    @property
    def _name(self) -> str:
        if isinstance(self._file.tags, ID3):
            return ID3_FRAME
        if isinstance(self._file, MP4):
            return MP4_ATOM
        return ASF_NAME if isinstance(self._file, ASF) else COMMENT

    def _read(self) -> list[str]:
        tags = self._file.tags
        if self._name not in tags:
            return []
        found = tags[self._name]
        values = found.genres if isinstance(found, TCON) else [str(value) for value in found]
        return [value for value in values if value.strip()]

    def _replace(self, genres: list[str]) -> None:
        tags: Any = self._file.tags
        if not genres:
            if self._name in tags:
                del tags[self._name]
        elif isinstance(tags, ID3):
            tags.setall(ID3_FRAME, [TCON(encoding=3, text=genres)])  # type: ignore[no-untyped-call]
        else:
            tags[self._name] = genres

    def _save(self) -> None:
        tags: Any = self._file.tags
        if not isinstance(tags, ID3):
            self._file.save()
        elif tags.version < (2, 4):
            tags.update_to_v23()  # type: ignore[no-untyped-call]
            self._file.save(v2_version=OLDER_ID3[1], v23_sep=None)
        else:
            self._file.save()


def _system_error(error: Exception) -> OSError | None:
    """The error of the system that mutagen has made one of its own of, if it is one.

    Of tags that end early mutagen raises an OSError itself, which has no number.
    """
    causes = (error, error.__cause__, error.__context__)
    return next((one for one in causes if isinstance(one, OSError) and one.errno), None)


def _damage(error: Exception) -> str:
    if not str(error):
        return gettext("its tags are damaged")
    return gettext("its tags are damaged ({error})").format(error=error)


def _in_ape(path: Path) -> tuple[str, ...]:
    """Genres in the APEv2 tags that an mp3 may have beside ID3."""
    try:
        tags: Any = APEv2(path)  # type: ignore[no-untyped-call]
    except APENoHeaderError:
        return ()
    return tuple(str(value) for value in tags.get(COMMENT, ()) if str(value).strip())


def _id3v1(path: Path) -> bytes:
    """Read the ID3v1 at the end of a file; empty if it has none."""
    with path.open("rb") as file:
        file.seek(max(0, file.seek(0, os.SEEK_END) - ID3V1_SIZE))
        end = file.read()
    return end if end.startswith(b"TAG") and len(end) == ID3V1_SIZE else b""


def _keep_id3v1(path: Path, before: bytes) -> None:
    """Put back what mutagen has replaced by the newer tags, which may say something else."""
    if before and _id3v1(path):
        with path.open("r+b") as file:
            file.seek(-ID3V1_SIZE, os.SEEK_END)
            file.write(before[:-1])


def _opened(path: Path) -> Any:
    file: Any = mutagen.File(path)
    if isinstance(file, MP3):
        _read_as_it_is(path, file)
    if file is None or (file.tags is None and not _can_have_tags(file)):
        raise TagError(gettext("genre-monitor cannot write tags into this format"))
    return file


def _can_have_tags(file: Any) -> bool:
    """Give it empty tags, which are nowhere yet but here."""
    try:
        file.add_tags()
    except (NotImplementedError, mutagen.MutagenError):
        return False
    return True


def _read_as_it_is(path: Path, file: Any) -> None:
    """Read the frames of an mp3 again without replacing older ones by newer ones."""
    try:
        file.tags = ID3(path, translate=False)  # type: ignore[no-untyped-call]
    except ID3NoHeaderError:
        file.tags = None
