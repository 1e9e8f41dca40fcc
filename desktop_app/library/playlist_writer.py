"""Writes a playlist (M3U8) of the files of each genre."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from desktop_app.analysis.answer import NOT_SURE
from desktop_app.formatting.line_names import Unnameable
from desktop_app.formatting.text import display_name, one_line
from desktop_app.library.earlier_output import IncompatibleOutput
from desktop_app.library.file_analysis import Result, file_key
from desktop_app.library.json_output import json_writer
from desktop_app.library.provenance import Run
from desktop_app.library.relative_names import relative_name
from desktop_app.library.writers import ResultNotWritten, ResultWriter
from model.atomic_write import replaced
from resources.languages import gettext

ENDING = ".m3u8"
JOURNAL = ".genre-monitor.m3u8.jsonl"
"""Name of the hidden file in the folder, from which the playlists are made."""
OWN = "#EXTM3U\n# genre-monitor analyze\n"
"""First lines, by which a playlist is known to have been written here."""
NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]|[. ]+$')
"""What the name of a file cannot have on some system."""
MISREAD = re.compile(r"[#\s]")
"""Beginning of a name that a player would not take for one."""


class PlaylistWriter(ResultWriter):
    """Collects results in a journal, from which the playlists are made when it is closed.

    A file is in the playlist of its genre if the answer is sure, and otherwise in one of its own
    for those that are not; non-music is in none.
    """

    def __init__(
        self,
        folder: Path,
        locations: Sequence[Path | str],
        genres: Sequence[str],
        run: Run,
        *,
        refresh: bool,
    ) -> None:
        """Open a folder for playlists.

        Args:
            folder: created if it is missing.
            locations: of the audio files.
            genres: of the model.
            run: what the journal says of each result.
            refresh: whether files that have changed since are taken from their playlists.

        Raises:
            IncompatibleOutput: a playlist exists that was not written here, or results of another
                model or hop; or another run writes to the folder.
            OSError: a file could not be read or written.
        """
        super().__init__()
        self._folder, self._refresh = folder, refresh
        self._locations = {file_key(location): location for location in locations}
        self._paths = _paths([NOT_SURE, *genres], folder)
        for path in self._paths.values():
            _check(path)
        folder.mkdir(parents=True, exist_ok=True)
        self._journal = json_writer(folder / JOURNAL, run, refresh=refresh, to_object=self._entry)
        self.done = self._journal.done

    def write(self, result: Result) -> None:
        """Add a result.

        Raises:
            ResultNotWritten: a playlist cannot name its file.
            OSError: the disk is full.
        """
        try:
            self._journal.write(result)
        except Unnameable as error:
            raise ResultNotWritten(
                gettext("A playlist cannot list {file}: {error}.").format(
                    file=result.file, error=error
                )
            ) from error

    def _entry(self, result: Result) -> dict[str, Any]:
        answer, tags = result.answer, result.tags
        name = relative_name(self._locations[result.file], self._folder)
        words = " - ".join(filter(None, (tags.artist, tags.title))) or Path(name).stem
        return {
            "file": result.file,
            "list": None if answer is None else answer.genre if answer.sure else NOT_SURE,
            "name": name,
            "seconds": round(result.duration_s),
            "words": one_line(words),
        }

    def close(self) -> None:
        """Make the playlists from everything in the journal, in the order of the files' names.

        Raises:
            OSError: one could not be written; the journal is kept.
        """
        try:
            # Playlists that are not to be continued stay as they are.
            if self._refresh or not self.done:
                self._make()
        finally:
            self._journal.close()

    def _make(self) -> None:
        lists: dict[str, list[dict[str, Any]]] = {name: [] for name in self._paths}
        for entry in self._entries():
            if entry["list"] is not None:
                lists[entry["list"]].append(entry)
        for name, entries in lists.items():
            path = self._paths[name]
            if entries:
                entries.sort(key=lambda entry: str(entry["name"]))
                with replaced(path) as unfinished:
                    unfinished.write_text(_text(name, entries), "utf-8", newline="\n")
            else:
                path.unlink(missing_ok=True)

    def _entries(self) -> Iterator[dict[str, Any]]:
        with (self._folder / JOURNAL).open(encoding="utf-8") as journal:
            yield from map(json.loads, journal)


def _paths(names: Sequence[str], folder: Path) -> dict[str, Path]:
    """A path for each playlist; names that are alike on some system get a number."""
    paths: dict[str, Path] = {}
    taken: set[str] = set()
    for name in names:
        plain = NOT_IN_NAMES.sub("_", display_name(name)) or "_"
        unique, number = plain, 1
        while unique.casefold() in taken:
            number += 1
            unique = f"{plain} {number}"
        taken.add(unique.casefold())
        paths[name] = folder / f"{unique}{ENDING}"
    return paths


def _check(path: Path) -> None:
    if not path.exists():
        return
    with path.open("rb") as file:
        begins = file.read(len(OWN.encode()))
    if begins != OWN.encode():
        raise IncompatibleOutput(
            gettext("{path} was not written by genre-monitor analyze.").format(path=path)
        )
    if not path.with_name(JOURNAL).exists():
        raise IncompatibleOutput(
            gettext("{folder} does not contain {journal}, so it cannot be continued.").format(
                folder=path.parent, journal=JOURNAL
            )
        )


def _text(name: str, entries: Sequence[dict[str, Any]]) -> str:
    lines = [f"#PLAYLIST:{one_line(display_name(name))}\n"]
    for entry in entries:
        file = str(entry["name"])
        begin = "./" if MISREAD.match(file) else ""
        lines.append(f"#EXTINF:{entry['seconds']},{entry['words']}\n{begin}{file}\n")
    return OWN + "".join(lines)
