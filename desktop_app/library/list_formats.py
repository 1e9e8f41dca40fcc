"""What playlists (M3U, PLS) and cue sheets say: names of files, and where tracks begin in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app.analysis.cue_sheet import FRAMES_PER_S
from desktop_app.formatting.text import one_line
from resources.languages import gettext

PLS_FILE = re.compile(r"\s*File\d+\s*=(.*)", re.IGNORECASE)
CUE_TIME = re.compile(r"0*1\s+(\d+):(\d+):(\d+)")
"""Index 1, where a track begins; index 0 is the pause before it."""


@dataclass(frozen=True)
class Mark:
    """The beginning of a track within a file.

    Attributes:
        start_s: in seconds into the file.
        name: title and artist, or the number.
    """

    start_s: float
    name: str


@dataclass(frozen=True)
class Entry:
    """A file as a list names it.

    Attributes:
        name: path, absolute or from the list's folder, or address.
        marks: where tracks begin in it, if the list says so.
    """

    name: str
    marks: tuple[Mark, ...] = ()


def m3u_entries(lines: Sequence[str]) -> list[Entry]:
    """Find the files in a playlist of the kind M3U."""
    return [Entry(line) for line in lines if line.strip() and not line.lstrip().startswith("#")]


def pls_entries(lines: Sequence[str]) -> list[Entry]:
    """Find the files in a playlist of the kind PLS."""
    found = [PLS_FILE.fullmatch(line) for line in lines]
    return [Entry(match[1].strip()) for match in found if match and match[1].strip()]


def cue_entries(lines: Sequence[str]) -> list[Entry]:
    """Find the files in a cue sheet, each with its tracks."""
    files: list[tuple[str, list[Mark]]] = []
    artist, track = "", ""
    # Of the whole sheet until the first track, then of the track.
    said: dict[str, str] = {}
    for line in lines:
        word, rest = [*line.split(None, 1), "", ""][:2]
        word, rest = word.upper(), rest.strip()
        if word == "FILE":
            name = _file_name(rest)
            if not files or files[-1][0] != name:
                files.append((name, []))
        elif word == "TRACK":
            artist, track = (
                artist if track else said.get("PERFORMER", ""),
                [*rest.split(None, 1), ""][0],
            )
            said = {}
        elif word == "INDEX" and files and track:
            if time := CUE_TIME.fullmatch(rest):
                minutes, seconds, frames = map(int, time.groups())
                start_s = 60 * minutes + seconds + frames / FRAMES_PER_S
                files[-1][1].append(Mark(start_s, _track_name(said, artist, track)))
        elif word in ("TITLE", "PERFORMER"):
            said[word] = one_line(_unquoted(rest))
    return [
        Entry(name, tuple(sorted(marks, key=lambda mark: mark.start_s))) for name, marks in files
    ]


def _unquoted(text: str) -> str:
    """A text without the quotation marks around it; those within it are its own."""
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text.strip('"')


def _file_name(rest: str) -> str:
    """The name before the format, in quotation marks or without."""
    begin, end = rest.find('"'), rest.rfind('"')
    return rest[begin + 1 : end] if begin < end else [*rest.rsplit(None, 1), rest][0]


def _track_name(said: dict[str, str], artist: str, track: str) -> str:
    performer = said.get("PERFORMER", "")
    parts = [performer if performer != artist else "", said.get("TITLE", "")]
    return " – ".join(filter(None, parts)) or gettext("Track {number}").format(
        number=track.lstrip("0")
    )


LIST_FORMATS: dict[str, Callable[[Sequence[str]], list[Entry]]] = {
    ".m3u": m3u_entries, ".m3u8": m3u_entries, ".pls": pls_entries, ".cue": cue_entries,
}  # fmt: skip
"""File extension -> finds the entries."""
