"""Writes the genres that were found into the files' tags, and takes them back."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.audio.file_names import readable
from desktop_app.formatting.local import listed
from desktop_app.formatting.reason import reason_of
from desktop_app.formatting.text import display_name
from desktop_app.library.file_analysis import Result
from desktop_app.library.remote_files import is_url
from desktop_app.tagging.genre_tag import GenreTag, TagError
from desktop_app.tagging.same_sound import same_sound
from desktop_app.tagging.undo_file import Change, UndoFile, UndoFileError
from desktop_app.tagging.whole_file import NotChanged, changed_copy
from resources.languages import gettext


class NotTagged(Exception):
    """A file that should have got a genre did not; the message is one sentence."""


@dataclass(frozen=True)
class Choice:
    """Which files get a genre.

    Attributes:
        overwrite: also those that have one.
        least: probability that the genre must have, 0 to 1; None: the answer must be sure.
        dry_run: none; it is only said what would be done.
    """

    overwrite: bool = False
    least: float | None = None
    dry_run: bool = False


def tag(result: Result, location: Path | str, choice: Choice, undo: UndoFile) -> str:
    """Write the genre of a result into its file, if it is to be written.

    Args:
        result: of a file.
        location: path of the file, or its URL.
        choice: which files get a genre.
        undo: gets the change before it is made.

    Returns:
        What was done, in a few words.

    Raises:
        NotTagged: the file could not be changed; it is as it was.
    """
    answer = result.answer
    if answer is None:
        return gettext("not music")
    if not (answer.sure if choice.least is None else answer.probability >= choice.least):
        return gettext("not sure enough")
    if is_url(str(location)):
        return gettext("not on this computer")
    name = display_name(answer.genre)
    path = Path(location)
    try:
        tags = GenreTag(path)
        before = tags.genres
        # The sound's decoder knows tags of other kinds, such as those that wav files had first.
        there = before or tags.elsewhere or tuple(filter(None, [result.tags.genre]))
        if there == (name,):
            return gettext("already has {name}").format(name=name)
        if there and not choice.overwrite:
            return gettext("keeps {genres}").format(genres=listed(there))
        relation = gettext(" in place of {genres}") if before else gettext(" beside {genres}")
        in_place_of = relation.format(genres=listed(there)) if there else ""
        if choice.dry_run:
            return gettext("would get {name}{in_place_of}").format(
                name=name, in_place_of=in_place_of
            )
        _write(path, (name,), lambda: undo.add(Change(os.path.abspath(path), before, name)))
    except (TagError, NotChanged) as error:
        raise NotTagged(
            gettext("Could not tag {path}: {error}.").format(path=readable(path), error=error)
        ) from error
    except UndoFileError as error:
        raise NotTagged(
            gettext("Left {path} as it is. {error}").format(path=readable(path), error=error)
        ) from error
    except OSError as error:
        raise NotTagged(_refusal(path, error)) from error
    return gettext("got {name}{in_place_of}").format(name=name, in_place_of=in_place_of)


def take_back(change: Change) -> bool:
    """Restore the genre that a file had before a change.

    Returns:
        Whether that was necessary.

    Raises:
        NotTagged: the file could not be changed, or has another genre since.
    """
    path = Path(change.file)
    try:
        now = GenreTag(path).genres
        if now == change.before:
            return False
        if now == (change.written,):
            _write(path, change.before, lambda: None)
            return True
    except (TagError, NotChanged) as error:
        raise NotTagged(
            gettext("Could not restore the genre of {path}: {error}.").format(
                path=readable(path), error=error
            )
        ) from error
    except OSError as error:
        raise NotTagged(_refusal(path, error)) from error
    left = (
        gettext("Left {path} as it is: its genre is {now}, no longer {written}.")
        if now
        else gettext("Left {path} as it is: its genre {written} is gone.")
    )
    raise NotTagged(left.format(path=readable(path), now=listed(now), written=change.written))


def _write(path: Path, genres: tuple[str, ...], before_replacing: Callable[[], None]) -> None:
    with changed_copy(path, before_replacing) as copy:
        GenreTag(copy).write(genres)
        # Where a file is not built as its format asks, tags can get into the middle of the sound.
        if not same_sound(path, copy):
            raise TagError(gettext("its sound would not stay as it is"))
        if GenreTag(copy).genres != genres:
            raise TagError(gettext("the genre could not be read again"))


def _refusal(path: Path, error: OSError) -> str:
    advice = gettext(" Free some space and try again.") if error.errno == errno.ENOSPC else ""
    return gettext("Could not tag {path}: {reason}.{advice}").format(
        path=readable(path), reason=reason_of(error), advice=advice
    )
