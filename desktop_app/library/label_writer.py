"""Writes Audacity label files, one per audio file."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop_app.analysis.segments import labels_of
from desktop_app.library.file_analysis import Result, file_key
from desktop_app.library.writers import IncompatibleOutput, ResultWriter, existing_text

LABEL = re.compile(r"\d+\.\d{6}\t\d+\.\d{6}\t[^\t]+")


def label_paths(locations: Sequence[Path | str], folder: Path) -> dict[str, Path]:
    """Choose a path for the label file of each audio file.

    Args:
        locations: of the audio files.
        folder: for the label files, with subfolders as those of the audio files.

    Returns:
        Key of the audio file -> path of its label file.
    """
    absolute = [Path(os.path.abspath(location)) for location in locations]
    root = Path(os.path.commonpath([path.parent for path in absolute])) if absolute else Path()
    return {
        file_key(location): folder / (str(path.relative_to(root)) + ".txt")
        for location, path in zip(locations, absolute, strict=True)
    }


def _holds_labels(path: Path) -> bool:
    """Whether a label file exists.

    Raises:
        IncompatibleOutput: a file with other content exists.
    """
    text = existing_text(path)
    if any(not LABEL.fullmatch(line) for line in text.splitlines()):
        raise IncompatibleOutput(
            f"{path} does not hold Audacity labels written by genre-monitor analyze."
        )
    return bool(text)


class LabelWriter(ResultWriter):
    """Writes one Audacity label file per audio file."""

    def __init__(self, paths: Mapping[str, Path]) -> None:
        """Look for existing label files.

        Args:
            paths: from :func:`label_paths`; label files that exist count as done.

        Raises:
            IncompatibleOutput: a file with other content exists.
            OSError: a file could not be read.
        """
        super().__init__()
        self._paths = paths
        self.done = {key for key, path in paths.items() if _holds_labels(path)}

    def write(self, result: Result) -> None:
        """Write the label file of a result."""
        path = self._paths[result.file]
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(path.name + ".part")
        unfinished.write_text(labels_of(result.segments), encoding="utf-8")
        unfinished.replace(path)
        self.done.add(result.file)
