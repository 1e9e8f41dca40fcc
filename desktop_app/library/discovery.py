"""Finds the audio files in folders, by one rule for every command and for the window."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.audio.file_names import EXTENSIONS, readable
from desktop_app.formatting.local import listed
from desktop_app.formatting.reason import reason_of
from desktop_app.library.list_files import files_in_list, is_list
from resources.languages import N_, gettext

SYSTEM_FOLDERS = frozenset(
    {
        "@eadir", "@recycle", "@recently-snapshot", "@tmp", "#recycle", "#snapshot", "~snapshot",
        "$recycle.bin", "system volume information", "__macosx",
        "network trash folder", "temporary items",
    }
)  # fmt: skip
"""Where systems keep thumbnails, deleted files and old versions; in small letters."""
STREAM_EXTENSION, STREAM_START = ".ts", b"G"
"""Programs in TypeScript have the same extension as MPEG streams, which begin with this byte."""
RULE = N_(
    "In folders, audio files are recognised by their extensions. Names that begin with a dot, "
    "folders where systems keep thumbnails and deleted files (@eaDir, #recycle, __MACOSX …), "
    "and links to folders that are searched anyway are left out. A file that you name yourself "
    "is always analysed; a playlist (m3u, m3u8, pls) or cue sheet stands for the files that it "
    "lists."
)
"""For ``--help``."""
HIDDEN, OTHER, LINKED = (
    N_("hidden"),
    N_("without an audio extension"),
    N_("links to folders searched anyway"),
)
MAX_KINDS = 4


@dataclass
class Notes:
    """What a search could not read or has left out.

    Attributes:
        problems: one sentence for each folder or list that could not be read, or names files that
            are missing.
        left_out: reason -> number of files and folders.
        kinds: extension -> number of files that are not audio by it.
        streams: addresses in lists that are not those of files, as they are written.
    """

    problems: list[str] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    streams: list[str] = field(default_factory=list)

    @property
    def summary(self) -> str:
        """One sentence with the numbers; empty if nothing was left out."""
        if not self.left_out:
            return ""
        most = self.kinds.most_common(MAX_KINDS)
        names = listed(name or gettext("no extension") for name, _ in most) + (
            ", …" if len(self.kinds) > len(most) else ""
        )
        parts = [
            f"{count} {gettext(reason)}" + (f" ({names})" if reason == OTHER else "")
            for reason, count in sorted(self.left_out.items())
        ]
        return gettext("Left out of the folders: {parts}.").format(parts=listed(parts))


def is_audio_name(name: str) -> bool:
    """Whether a file is audio by its extension."""
    return os.path.splitext(name)[1].lower() in EXTENSIONS


def is_hidden(name: str) -> bool:
    """Whether a file or folder with this name is left out of every search."""
    return name.startswith(".") or name.lower() in SYSTEM_FOLDERS


def find_audio_files(paths: Iterable[Path], *, recursive: bool, notes: Notes) -> Iterator[Path]:
    """Expand folders to the audio files in them, sorted by name, and lists to what they name.

    Other files are kept as they are. Playlists and cue sheets within folders are left out, because
    they name what is there anyway. A folder without audio files is yielded itself, so that opening
    it reports that it is a folder.

    Args:
        paths: files, playlists, cue sheets and folders, in order.
        recursive: search subfolders too, and what links to other folders lead to.
        notes: takes what is left out, and what cannot be read.

    Yields:
        The files, in order.
    """
    named = list(paths)
    roots = [os.path.realpath(path) for path in named]
    seen: set[str] = set()
    for path in _without_lists(named, notes):
        if not _is_folder(path):
            yield path
            continue
        before = len(notes.problems)
        found = _within(path, recursive, notes, roots, seen)
        first = next(found, None)
        if first is not None:
            yield first
            yield from found
        elif len(notes.problems) == before:
            yield path


def _without_lists(paths: Iterable[Path], notes: Notes) -> Iterator[Path]:
    """Expand lists; a file that is named both in a list and beside it, is meant once."""
    listed: set[Path] = set()
    named: set[Path] = set()
    for path in paths:
        if is_list(path) and not _is_folder(path):
            before = named | listed
            for file in files_in_list(path, notes.problems, notes.streams):
                listed.add(file)
                if file not in before:
                    yield file
        elif path not in listed:
            named.add(path)
            yield path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        # Opening it says why.
        return False


def _within(
    root: Path, recursive: bool, notes: Notes, roots: list[str], seen: set[str]
) -> Iterator[Path]:
    """Search a folder; not by recursion, because folders can be nested more deeply than calls."""
    open_folders = [_entries(root, notes)]
    while open_folders:
        entry = next(open_folders[-1], None)
        if entry is None:
            open_folders.pop()
        elif _is_a_folder(entry):
            if is_hidden(entry.name):
                notes.left_out[HIDDEN] += recursive
            elif recursive and _is_new(entry, roots, seen, notes):
                open_folders.append(_entries(Path(entry.path), notes))
        elif is_hidden(entry.name):
            notes.left_out[HIDDEN] += 1
        elif is_audio_name(entry.name) and _may_be_audio(entry):
            yield Path(entry.path)
        else:
            notes.left_out[OTHER] += 1
            notes.kinds[os.path.splitext(entry.name)[1].lower()] += 1


def _entries(folder: Path, notes: Notes) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return iter(sorted(entries, key=lambda entry: entry.name))
    except OSError as error:
        notes.problems.append(
            gettext("Could not read the folder {folder}: {reason}.").format(
                folder=readable(folder), reason=reason_of(error)
            )
        )
        return iter(())


def _is_a_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        # A link that cannot be followed; opening it as a file says why.
        return False


def _is_new(entry: os.DirEntry[str], roots: list[str], seen: set[str], notes: Notes) -> bool:
    """Whether a folder is not searched anyway; a link to a parent would make the search endless."""
    if not entry.is_symlink():
        return True
    target = os.path.realpath(entry.path)
    if any(_one_in_the_other(target, searched) for searched in (*roots, *seen)):
        notes.left_out[LINKED] += 1
        return False
    seen.add(target)
    return True


def _one_in_the_other(first: str, second: str) -> bool:
    try:
        return os.path.commonpath([first, second]) in (first, second)
    except ValueError:
        # On different drives.
        return False


def _may_be_audio(entry: os.DirEntry[str]) -> bool:
    if not entry.name.lower().endswith(STREAM_EXTENSION):
        return True
    try:
        if not entry.is_file():
            return True
        with open(entry.path, "rb") as file:
            return file.read(1) == STREAM_START
    except OSError:
        # Opening it says why.
        return True
