"""Writes Audacity label files, one per audio file."""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop_app.analysis.segments import labels_of
from desktop_app.library.earlier_output import IncompatibleOutput, existing_text
from desktop_app.library.file_analysis import Result, file_key
from desktop_app.library.writers import ResultNotWritten, ResultWriter

LONGEST_NAME = 255
"""In bytes, on all usual file systems."""
NOTHING_MORE = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
"""Errors after which no other label file can be written either."""
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
        file_key(location): folder / path.relative_to(root).with_name(_label_name(path.name))
        for location, path in zip(locations, absolute, strict=True)
    }


def _label_name(name: str) -> str:
    """Name of the label file; one that would be too long is cut and gets a number of its own."""
    if len(os.fsencode(name)) + len(".txt") <= LONGEST_NAME:
        return f"{name}.txt"
    ending = f"~{hashlib.sha256(os.fsencode(name)).hexdigest()[:8]}.txt"
    kept = os.fsencode(name)[: LONGEST_NAME - len(ending)].decode("utf-8", "ignore")
    return kept + ending


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
        """Write the label file of a result.

        Raises:
            ResultNotWritten: this one could not be written.
            OSError: the disk is full.
        """
        path = self._paths[result.file]
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Its name is as long as the shortest, because a longer one may not be possible.
            unfinished = path.with_name(f".{os.getpid()}.part")
            unfinished.write_text(labels_of(result.segments), encoding="utf-8")
            unfinished.replace(path)
        except OSError as error:
            if error.errno in NOTHING_MORE:
                raise
            raise ResultNotWritten(
                f"Could not write the labels of {result.file}: {error.strerror}."
            ) from error
