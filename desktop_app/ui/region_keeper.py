"""Remembers the parts that the user has named in files, between runs."""

from __future__ import annotations

from pathlib import Path

from desktop_app.engine.source_status import SourceStatus
from desktop_app.panels.regions import Regions, from_text, to_text
from desktop_app.panels.transport import Transport
from desktop_app.ui.settings import Settings

FILES = 50
"""The regions of this many files are kept: those changed last."""


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
        transport.parts_button.regions_changed.connect(self._change)

    def follow(self, status: SourceStatus) -> None:
        """Show the parts of the current file; a replay has none."""
        self._path = status.path
        self._transport.show_regions(self._of(status.path), status.loop if status.path else None)

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
