"""Remembers the parts that the user or a cue sheet has named in files, between runs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from desktop_app.engine.source_status import SourceStatus
from desktop_app.library.list_formats import Mark
from desktop_app.panels.regions import Regions, from_text, to_text, with_tracks
from desktop_app.panels.transport import Transport
from desktop_app.ui.settings import Settings

FILES = 50
"""The regions of this many files are kept: those changed last."""


Marks = Mapping[Path, tuple[Mark, ...]]
"""File -> where tracks begin in it."""


class RegionKeeper:
    """Owns the named parts; the panel shows them and asks for changes."""

    def __init__(self, transport: Transport, settings: Settings) -> None:
        """Read what was remembered.

        Args:
            transport: shows the parts of the file that is playing.
            settings: where they are remembered.
        """
        self._transport, self._settings = transport, settings
        self._files = from_text(settings.text("regions"))
        self._path: Path | None = None
        # Whose names have been taken already, so that the user can change them.
        self._marks: Marks = {}
        self._marked: set[Path] = set()
        transport.parts_button.regions_changed.connect(self._change)

    def follow(self, status: SourceStatus) -> None:
        """Show the parts of the current file; a replay has none."""
        self._path = status.path
        self._take_tracks(status)
        self._transport.show_regions(self._of(status.path), status.loop if status.path else None)

    def _take_tracks(self, status: SourceStatus) -> None:
        path, playlist, duration_s = status.path, status.playlist, status.duration_s
        if path is None or playlist is None or not duration_s:
            return
        if playlist.marks is not self._marks:
            self._marks, self._marked = playlist.marks, set()
        if path in self._marks and path not in self._marked:
            self._marked.add(path)
            self._change(with_tracks(self._of(path), self._marks[path], duration_s))

    def _of(self, path: Path | None) -> Regions:
        return () if path is None else self._files.get(str(path.absolute()), ())

    def _change(self, regions: Regions) -> None:
        if self._path is None:
            return
        key = str(self._path.absolute())
        others = {path: known for path, known in self._files.items() if path != key}
        kept = {**others, key: regions} if regions else others
        self._files = dict(list(kept.items())[-FILES:])
        self._settings.remember(regions=to_text(self._files))
