"""Opens playlists and cue sheets, and finds the files that they name."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from desktop_app.audio.file_names import EXTENSIONS, readable
from desktop_app.formatting.local import listed
from desktop_app.formatting.reason import reason_of
from desktop_app.library.file_address import is_file_address, path_at
from desktop_app.library.list_formats import LIST_FORMATS, Entry, Mark
from resources.languages import N_, gettext, ngettext

LIST_EXTENSIONS = tuple(LIST_FORMATS)
CUE = ".cue"
LARGEST = 20_000_000
"""In bytes; a hundred thousand files take a tenth of that."""
MARKS_OF_ORDER = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
ENCODINGS = ("utf-8", "cp1252", "latin-1")
"""Without such a mark: of today, and of Windows before; the last one takes everything."""
MOST_NAMED = 3
LONGEST_NAME = 80
UNNAMED = N_("unnamed server")


class ListUnreadable(Exception):
    """A list could not be read; the message is one sentence."""


@dataclass
class _Found:
    """What is known of a list that is being read."""

    path: Path
    left: Iterator[Entry]
    encoding: str
    count: int
    missing: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)

    def sentences(self) -> Iterator[str]:
        """Say what is missing."""
        name = readable(self.path)
        if self.missing:
            more = len(self.missing) - MOST_NAMED
            names = listed(self.missing[:MOST_NAMED]) + (
                gettext(" and {number} more").format(number=more) if more > 0 else ""
            )
            files = self.count - len(self.hosts)
            yield ngettext(
                "{missing} of {files} files in {name} is missing: {names}.",
                "{missing} of {files} files in {name} are missing: {names}.",
                len(self.missing),
            ).format(missing=len(self.missing), files=files, name=name, names=names)
        if len(self.hosts) == 1:
            yield gettext("{name} lists a stream ({address}), which is not a file.").format(
                name=name, address=self.hosts[0]
            )
        elif self.hosts:
            streams = gettext("{number} streams ({first} …)").format(
                number=len(self.hosts), first=self.hosts[0]
            )
            yield gettext("{name} lists {streams}, which are not files.").format(
                name=name, streams=streams
            )
        if not self.count:
            yield gettext("{name} lists no files.").format(name=name)


def is_list(path: Path) -> bool:
    """Whether a path is that of a playlist or cue sheet, by its extension."""
    return path.suffix.lower() in LIST_FORMATS


def files_in_list(path: Path, problems: list[str], streams: list[str]) -> Iterator[Path]:
    """Find the files that a list names, and those in lists that it names, in their order.

    Args:
        path: of the list.
        problems: takes a sentence about what is missing in a list, or why it could not be read.
        streams: takes the addresses that are not those of files, as they are written.

    Yields:
        Files and folders that exist.
    """
    open_lists: list[_Found] = []
    seen: set[str] = set()
    _open(path, open_lists, seen, problems)
    while open_lists:
        current = open_lists[-1]
        entry = next(current.left, None)
        if entry is None:
            problems += current.sentences()
            open_lists.pop()
        elif host := _host(entry.name):
            current.hosts.append(host)
            streams.append(entry.name)
        elif (found := _resolved(entry.name, current.path, current.encoding)) is None:
            current.missing.append(readable(_last(entry.name))[:LONGEST_NAME])
        elif is_list(found):
            _open(found, open_lists, seen, problems)
        else:
            yield found


def marks_in(paths: Sequence[Path]) -> dict[Path, tuple[Mark, ...]]:
    """Find where cue sheets say that tracks begin.

    Args:
        paths: of any files; those that are no cue sheets say nothing.

    Returns:
        Audio file, as of :func:`files_in_list`, -> its tracks, if there are several or they have
        names.
    """
    marks = {}
    for path in paths:
        if path.suffix.lower() == CUE:
            try:
                entries, encoding = _read(path)
            except ListUnreadable:
                # Said when its files are looked for.
                continue
            for entry in entries:
                found = _resolved(entry.name, path, encoding)
                if found is not None and entry.marks:
                    marks[found] = entry.marks
    return marks


def _open(path: Path, open_lists: list[_Found], seen: set[str], problems: list[str]) -> None:
    real = os.path.realpath(path)
    if real in seen:
        return
    seen.add(real)
    try:
        entries, encoding = _read(path)
    except ListUnreadable as error:
        problems.append(str(error))
    else:
        open_lists.append(_Found(path, iter(entries), encoding, len(entries)))


def _read(path: Path) -> tuple[list[Entry], str]:
    """Entries of a list, and its encoding.

    Raises:
        ListUnreadable: it is missing or no list.
    """
    name = readable(path)
    try:
        # Not opened before that is known, because a pipe would wait for its other end.
        state = path.stat()
        if not stat.S_ISREG(state.st_mode) or state.st_size > LARGEST:
            raise ListUnreadable(gettext("{name} is not a playlist.").format(name=name))
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise ListUnreadable(gettext("There is no file {name}.").format(name=name)) from error
    except OSError as error:
        raise ListUnreadable(
            gettext("Could not read {name}: {reason}.").format(name=name, reason=reason_of(error))
        ) from error
    marked = next((MARKS_OF_ORDER[mark] for mark in MARKS_OF_ORDER if content.startswith(mark)), "")
    for encoding in (marked,) if marked else ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            # Only at line ends: names may have characters at which splitlines() splits, too.
            lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            return LIST_FORMATS[path.suffix.lower()](lines), encoding
    raise ListUnreadable(gettext("{name} is not a playlist.").format(name=name))


def _host(name: str) -> str:
    """Server of an address that is not that of a file; else empty."""
    if "://" not in name or is_file_address(name):
        return ""
    try:
        # Not the rest, which may hold a password.
        return urlsplit(name).hostname or UNNAMED
    except ValueError:
        return UNNAMED


def _resolved(name: str, named_in: Path, encoding: str) -> Path | None:
    """Path of a file that exists; None if there is none."""
    for candidate in _candidates(name, encoding):
        path = named_in.parent / candidate
        if _exists(path):
            return _shortest(path)
        if named_in.suffix.lower() == CUE:
            # Of a rip that was encoded after its cue sheet had been written.
            for extension in EXTENSIONS:
                if path.name and _exists(encoded := path.with_suffix(extension)):
                    return _shortest(encoded)
    return None


def _candidates(name: str, encoding: str) -> Iterator[Path]:
    if is_file_address(name):
        try:
            yield path_at(name)
        except ValueError:
            # On another computer.
            return
        return
    for text in dict.fromkeys((name, name.strip(), name.strip().replace("\\", "/"))):
        yield Path(text)
        if "%" in text:
            yield Path(unquote(text))
    # Names need not be valid text; those in the list may be the same bytes.
    yield Path(os.fsdecode(name.strip().replace("\\", "/").encode(encoding)))


def _shortest(path: Path) -> Path:
    """The same path without ``..``, unless links make that another one."""
    if ".." not in path.parts:
        return path
    shorter = Path(os.path.normpath(path))
    return shorter if _exists(shorter) and shorter.samefile(path) else path


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _last(name: str) -> str:
    return name.strip().replace("\\", "/").rstrip("/").rpartition("/")[2] or name
